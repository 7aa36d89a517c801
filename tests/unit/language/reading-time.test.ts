import { describe, expect, it } from 'vitest';
import { charactersPerMinute, readingMinutes } from '../../../src/language/reading-time.js';
import { everything } from '../../everything.mjs';
import { fixture, isPresent, SETS } from '../support/fixtures.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';
import { readArticle } from '../support/articles.js';

/** Characters that are counted: at one character a minute, the minutes are the characters. */
function counted(html: string): number | undefined {
  return readingMinutes({ html }, 1);
}

describe('readingMinutes', () => {
  for (const set of SETS) {
    it.skipIf(!isPresent(set))(`of the reference article is three (${set})`, () => {
      const { body } = readArticle(fixture(`${set}/seed/article.json`));
      expect(readingMinutes(body!, charactersPerMinute('ar'))).toBe(3);
    });
  }

  it.each([
    [1, 1],
    [612, 1],
    [917, 1],
    [918, 2],
    [6120, 10],
  ])('of %d characters at 612 a minute is %d', (length, minutes) => {
    expect(readingMinutes({ text: 'ع'.repeat(length) }, 612)).toBe(minutes);
  });

  it.each([
    '',
    ' \n',
    '<p></p>',
    '<p>&nbsp;</p>',
    '<p>&#160;&#xA0;</p>',
    '<img src="a.jpg" alt="صورة">',
    '<!-- كلام -->',
  ])('is undefined for %j, which has no words', (html) => {
    expect(counted(html)).toBeUndefined();
  });

  it.each(['', ' \n'])('is undefined for the plain body %j', (text) => {
    expect(readingMinutes({ text }, 612)).toBeUndefined();
  });

  it('counts what looks like a tag in a plain body, where it is text', () => {
    expect(readingMinutes({ text: '<p>ab</p>' }, 1)).toBe(9);
  });

  it.each([
    ['abc', 3],
    ['<p>ab</p><p>cd</p>', 5],
    ['<a href="https://news.example/" title="x">ab</a>', 2],
    ['ab\n\n   cd', 5],
    ['a&nbsp;&nbsp;b', 3],
    ['a &amp; b', 5],
    ['&#1582;&#1576;&#1585;', 3],
    ['&#x62E;&#x628;&#x631;', 3],
    ['a & b', 5],
    ['ab<!-- <p>cd</p> -->', 2],
    ['ab<!--more-->cd', 5],
    ['ab<!-- cd', 2],
    ['ab<script>cd()</script>', 2],
    ['ab<SCRIPT type="module">if (1 < 2) cd("<p>")</SCRIPT>ef', 5],
    ['ab<style>.c { d: e }</style>', 2],
    ['ab<script>cd', 2],
    ['<script></script>ab<script></script>', 2],
    ['<style-guide>ab</style-guide>', 2],
    ['<scripts>ab</scripts>', 2],
  ])('counts of %j only what is read', (html, characters) => {
    expect(counted(html)).toBe(characters);
  });

  it.each([
    ['<', repeated('<')],
    ['<a', repeated('<a ')],
    ['one tag', repeated('a', '<')],
    ['<script', repeated('<script')],
    ['<script>', repeated('<script>')],
    ['scripts', repeated('<script></script>')],
    ['scripts with words between', repeated('a<script>b</script>')],
    ['< within a script', repeated('<', '<script')],
    ['</script', repeated('</script')],
    ['half-written ends of a script', repeated('</s', '<script>')],
    ['<!--', repeated('<!--')],
    ['-', repeated('-', '<!--')],
    ['comments', repeated('<!---->')],
    ['&', repeated('&')],
    ['half-written entities', repeated('&a')],
    ['one long entity', repeated('a', '&', ';')],
    ['entities', repeated('&amp;')],
    ['white space', repeated(' ')],
    ['white space in tags', repeated('< ')],
  ])(
    'is linear in a body of nothing but %s',
    (_, input) => {
      expectLinear(input, counted, everything ? 2 ** 22 : 2 ** 20);
    },
    SERIES_TIMEOUT,
  );

  it('measures five million characters of <, as a site may send', () => {
    expect(counted(`<script${'<'.repeat(5 * 1024 * 1024)}`)).toBeUndefined();
  });
});

describe('charactersPerMinute', () => {
  it.each([
    ['ar', 612],
    ['ar-OM', 612],
    ['en', 987],
    ['fa', 612],
    ['he', 833],
    ['tr', 1054],
    ['ur', 612],
    ['constructor', 987],
    ['fr', 998],
    ['de', 987],
    ['pa-Arab', 612],
    ['ar-Latn', 612],
  ])('of %s is %d', (tag, speed) => {
    expect(charactersPerMinute(tag)).toBe(speed);
  });
});
