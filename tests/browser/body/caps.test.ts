import { expect } from 'chai';
import { ArticleError } from '../../../src/article/article-error.js';
import { clean } from '../../../src/body/clean.js';
import { isWhole } from '../support/share.js';
import { cleaned, cleanedBody, OPTIONS } from './cleaning.js';
import * as markup from '../../../src/markup/markup.js';

const MiB = 2 ** 20;
/** Of a body that is only to end: what grows faster than its length is seen at any, and most of all where it is whole. */
const LONG = isWhole ? 1 : 4;
const attributes = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`).join(' ');

function refusal(body: Parameters<typeof cleanedBody>[0]): unknown {
  try {
    cleanedBody(body);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('A body', () => {
  for (const [name, most, beyond] of [
    ['1 MiB', 'a'.repeat(MiB), 'a'.repeat(MiB + 1)],
    ['1 MiB of Arabic, as it is sent', 'خ'.repeat(MiB / 2), 'خ'.repeat(MiB / 2 + 1)],
    ['20,000 elements', '<p>a</p>'.repeat(20_000), '<p>a</p>'.repeat(20_001)],
    ['64 attributes of an element', `<p ${attributes(64)}>a</p>`, `<p ${attributes(65)}>a</p>`],
    [
      '64 attributes of a form',
      `<form ${attributes(64)}>a</form>`,
      `<form ${attributes(65)}><input name="attributes"></form>`,
    ],
    ['256 elements within one another', '<div>'.repeat(256) + 'a', '<div>'.repeat(257) + 'a'],
  ] as const) {
    it(`of ${name} is shown, and none beyond`, () => {
      expect(cleaned(most).textContent).to.match(/^[aخ]+$/);
      const error = refusal({ html: beyond });
      expect(error).to.be.instanceOf(ArticleError);
      expect((error as ArticleError).code).to.equal('too-large');
    });
  }

  it('in plain text has the same bounds', () => {
    for (const text of ['a'.repeat(MiB + 1), 'خ'.repeat(MiB / 2 + 1), 'a\n'.repeat(20_001)]) {
      expect((refusal({ text }) as ArticleError).code).to.equal('too-large');
    }
  });

  // Each would hold the page for minutes if it went on to be cleaned, or if it were parsed without a bound.
  for (const [name, html] of Object.entries({
    attributes: `<p ${attributes(150_000)}>`,
    'elements within one another': '<div>'.repeat(200_000),
    'formatting that is opened again in every paragraph':
      `<p>${Array.from({ length: 400 }, (_, index) => `<b id=${index}>`).join('')}` + '<p>a'.repeat(200_000),
    'paragraphs that are only closed': '</p>'.repeat(250_000),
    'links within links': '<a href=/a>'.repeat(90_000),
    'tables within tables': '<table><tr><td>'.repeat(60_000),
    lists: '<ul><li>'.repeat(120_000),
    'what stands in front of tables': '<table>' + '<b>a'.repeat(200_000),
    'formatting closed out of order': '<b><i><u>'.repeat(300) + '<p></b></i></u>'.repeat(50_000),
    forms: '<form><div></form>'.repeat(50_000),
    references: '&amp;&notin;&CounterClockwiseContourIntegral;'.repeat(20_000),
    frames: '<iframe></iframe>'.repeat(60_000),
    templates: '<template>'.repeat(100_000),
    'foreign elements': '<svg><g>'.repeat(120_000),
  })) {
    it(`of nothing but ${name} ends`, () => {
      const error = refusal({ html: html.slice(0, MiB / LONG) });
      expect(error === undefined || (error as ArticleError).code === 'too-large').to.be.true;
    }).timeout(20_000);
  }
});

describe('The cleaning of a long body', () => {
  const paragraph = '<p>نص <b>غامق</b> <a href="/a">رابط</a> <img src="/a.jpg" alt=""></p>';
  const times = (count: number) => Math.ceil(count / LONG);
  const [paragraphs, rows] = [times(3900), times(4900)];

  for (const [name, html] of Object.entries({
    'in many blocks': paragraph.repeat(paragraphs),
    'in one box': `<div><section>${paragraph.repeat(paragraphs)}</section></div>`,
    'in one table': `<table>${'<tr><td>أ</td><td>ب</td><td>ج</td></tr>'.repeat(rows)}</table>`,
  })) {
    it(`${name} loses nothing to being done piece by piece`, () => {
      const body = cleaned(html);
      expect(body.querySelectorAll('p, td')).to.have.length(name === 'in one table' ? 3 * rows : paragraphs);
      expect(body.querySelectorAll('b')).to.have.length(name === 'in one table' ? 0 : paragraphs);
      expect(body.textContent).to.have.length(
        name === 'in one table' ? 3 * rows : '\u0646\u0635 غامق رابط '.length * paragraphs,
      );
    });
  }

  // What is asked of each element must not be asked of all that is in it again.
  for (const [name, html] of Object.entries({
    'letters without size within one another':
      '<div style="font-size:0">'.repeat(200) +
      '<b style="font-size:0">a</b>'.repeat(times(19_000)) +
      '<i style="font-size:9px">',
    'links to one long note': `<p id="n">${'a'.repeat(times(500_000))}</p>${'<a href="#n">a</a>'.repeat(times(15_000))}`,
    'notes within one another': `${Array.from({ length: 200 }, (_, index) => `<div id=n${index}><a href=#n${index}></a>`).join('')}${' '.repeat(times(900_000))}`,
    'quotes within one another': '<blockquote>'.repeat(200) + '<b> </b>'.repeat(times(19_000)),
    'copies of pictures': '<img src="data:,"><noscript><img src="/a.jpg"></noscript>'.repeat(times(6000)),
    'a caption': `<table><caption>${'a '.repeat(times(500_000))}</caption></table>`,
    styles: '<p style="color:#fff;background:#000;position:absolute;left:-1px">a</p>'.repeat(times(14_000)),
  })) {
    it(`ends where it is of nothing but ${name}`, () => {
      expect(cleaned(html).childNodes.length).to.be.greaterThan(-1);
    }).timeout(20_000);
  }

  it('lets the page go on in between', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    await clean({ html: paragraph.repeat(paragraphs) }, OPTIONS, markup, new AbortController().signal);
    clearInterval(timer);
    expect(turns).to.be.greaterThan(0);
  });

  it('ends where it is no longer wanted', async () => {
    const attempt = new AbortController();
    const long = clean({ html: paragraph.repeat(paragraphs) }, OPTIONS, markup, attempt.signal).then(
      () => 'cleaned',
      (error: unknown) => error,
    );
    attempt.abort();
    expect(await long).to.equal(attempt.signal.reason);
  });

  it('keeps two bodies at once apart', async () => {
    const { signal } = new AbortController();
    const bodies = await Promise.all(
      ['https://a.example/', 'https://b.example/'].map((base) =>
        clean({ html: paragraph.repeat(times(2000)) }, { ...OPTIONS, base: base as never }, markup, signal),
      ),
    );
    const hosts = bodies.map((body) => [...new Set([...body.querySelectorAll('a')].map((link) => link.host))]);
    expect(hosts).to.deep.equal([['a.example'], ['b.example']]);
  });
});
