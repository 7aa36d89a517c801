import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import { jsonIn, wrappedJson } from '../../../src/dialects/wrapped-json.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

const STORY = { title: 'خبر', tags: ['أ', 'ب'] };
const json = JSON.stringify(STORY);

const notice = (level: string) =>
  `<br />\n<b>${level}</b>:  Undefined array key "{a}" in <b>/srv/www/x.php</b> on line <b>12</b><br />\n`;
const plainNotice = (level: string) => `\n${level}: Undefined index: a in /srv/www/x.php on line 12\n`;

describe('JSON with something around it is read, where that is', () => {
  it.each([
    ['nothing', json],
    ['a byte order mark', `\uFEFF${json}`],
    ['two byte order marks', `\uFEFF\uFEFF${json}`],
    ['a byte order mark behind it', `${json}\uFEFF`],
    ['a comment behind it', `${json}\n<!-- Page cached on 2026-03-08 {"a":1} -->\n`],
    ['a comment before it', `<!-- cache -->\n${json}`],
    ['several comments', `<!-- a --><!-- b -->${json}<!-- c --><!-- d -->`],
    ...['Notice', 'Warning', 'Deprecated', 'Strict Standards'].map((level) => [`a ${level}`, notice(level) + json]),
    ['a notice of plain text', plainNotice('Deprecated') + json],
    ['a notice from the log', plainNotice('PHP Warning') + json],
    ['a notice behind it', json + notice('Warning')],
    ['many notices', notice('Notice') + notice('Warning') + plainNotice('Notice') + json],
    ['notices and marks and comments', `\uFEFF${notice('Notice')}\uFEFF<!-- a -->${json}<!-- b -->`],
    ['a notice that speaks of a line', `Warning: foo() on line 5 of a template in /x.php on line 12\n${json}`],
    ['a semicolon behind it', `${json};`],
    ['a semicolon and a line end behind it', `${json};\n`],
    ['a zero-width space before it', `\u200B${json}`],
    ['a byte order mark that was read as Latin-1', `ï»¿${json}`],
    ['a comment that ends with a bang', `<!-- a --!>${json}`],
    ['CDATA in a comment of a script', `//<![CDATA[\n${json}\n//]]>`],
    ['CDATA', `<![CDATA[${json}]]>`],
    ['CDATA with a comment in it', `<![CDATA[<!-- a -->${json}]]>\n`],
  ])('%s', (_, text) => {
    expect(jsonIn(text)).toEqual(STORY);
  });

  it('a list', () => {
    expect(jsonIn(`<!-- a -->[${json}]`)).toEqual([STORY]);
  });
});

describe('JSON with a slip in it is read, where that is', () => {
  it.each([
    ['a raw line break in a string', '{"a":"x\ny"}', { a: 'x\ny' }],
    ['a raw line break of Windows', '{"a":"x\r\ny"}', { a: 'x\r\ny' }],
    ['a raw tab in a string', '{"a":"x\ty"}', { a: 'x\ty' }],
    ['another control character', '{"a":"x\u0001y\u0000"}', { a: 'x\u0001y\u0000' }],
    ['a raw line break in a name', '{"a\nb":1}', { 'a\nb': 1 }],
    ['a comma before a closing brace', '{"a":1,}', { a: 1 }],
    ['a comma before a closing bracket', '{"a":[1,2, \n ],\n}', { a: [1, 2] }],
    ['a comma behind a list', '[[1],]', [[1]]],
    ['a comma behind a string', '["x",]', ['x']],
  ])('%s', (_, text, value) => {
    expect(jsonIn(text)).toEqual(value);
  });

  it.each([
    'a, ] b',
    ',}',
    '[1,]',
    '<!-- a -->',
    '<b>Notice</b>: x on line <b>1</b><br />',
    '<![CDATA[x]]>',
    '\uFEFF',
    '\\',
    '\\"',
    '"',
    '"},',
    '\u2028',
  ])('and a string keeps %j', (words) => {
    expect(jsonIn(`{"a":${JSON.stringify(words)},"b":"\n",}`)).toEqual({ a: words, b: '\n' });
  });
});

describe('an answer stays what it is, no JSON, where it is', () => {
  it.each([
    ['cut short', '<!-- a -->{"a":[1,2'],
    ['cut short in a string', '{"a":"x\ny'],
    ['cut short behind a comma', '{"a":1,'],
    ['a page', '<!doctype html><html><body>{"a":1}</body></html>'],
    ['a page behind a comment', '<!-- a --><!doctype html><script>{"a":1}</script>'],
    ['a page behind JSON', '{"a":1}<!doctype html>'],
    ['a feed of XML', '<?xml version="1.0"?><rss><channel></channel></rss>'],
    ['two values', '{"a":1}{"b":1}'],
    ['two values with a comment between them', '{"a":1}<!-- a -->{"b":1}'],
    ['JSONP', 'callback({"a":1})'],
    ['JavaScript to parse', '{"a":1}//'],
    ['words', 'Error establishing a database connection'],
    ['a string alone', '\uFEFF"x"'],
    ['nothing', ''],
    ['a notice alone', notice('Notice')],
    ['a notice without an end', `<br />\n<b>Notice</b>: x {"a":1}`],
    ['a comment without an end', '<!-- {"a":1}'],
    ['JSON with a comment behind it that has no end', '{"a":1}<!-- a'],
    ['JSON with a word before it', 'x {"a":1}'],
    ['an object with single quotes', "{'a':1}"],
    ['an object with two commas', '{"a":1,,}'],
    ['an object of a comma', '{,}'],
    ['a list of a comma', '[,]'],
    ['a value that is missing', '{"a":,}'],
    ['a bracket of the other kind', '{"a":1]'],
    ['a comment within', '{"a":1 <!-- a --> }'],
    ['an escape that is none', '{"a":"\\x"}'],
  ])('%s', (_, text) => {
    expect(jsonIn(text)).toBeUndefined();
  });
});

describe('wrappedJson', () => {
  const failure = (text: unknown, code: 'not-json' | 'http' = 'not-json') =>
    new ArticleError(code, 'No.', { cause: new SyntaxError('No.', { cause: text }) });

  it('reads the text of an answer that was not JSON', () => {
    expect(wrappedJson(failure(`\uFEFF${json}`))).toEqual(STORY);
  });

  it.each([
    ['the answer holds no JSON', failure('<!-- a -->')],
    ['there is no text', failure(undefined)],
    ['it is another error', failure(json, 'http')],
    ['it is none of Khabar’s errors', new TypeError('No.')],
  ])('throws the error where %s', (_, error) => {
    expect(() => wrappedJson(error)).toThrow(error);
  });
});

describe('the time that it takes', () => {
  it.each([
    ['beginnings of comments', repeated('<!--')],
    ['comments', repeated('<!---->')],
    ['beginnings of CDATA', repeated('<![CDATA[')],
    ['notices without an end', repeated('<b>Notice</b>:')],
    ['notices', repeated('Notice: on line 1 ')],
    ['notices that speak of lines', repeated(' on line 1 x', 'Notice: ')],
    ['breaks', repeated('<br />')],
    ['white space', repeated(' ')],
    ['byte order marks', repeated('\uFEFF')],
    ['commas', repeated(',', '[')],
    ['commas and white space', repeated(', ', '[')],
    ['white space behind a comma', repeated(' ', '[1,')],
    ['quotation marks', repeated('"', '[')],
    ['backslashes', repeated('\\', '["')],
    ['line breaks in a string', repeated('\n', '["', '"]')],
    ['brackets', repeated('[')],
    ['lists', repeated('[],', '[', ']')],
    ['lines', repeated('on line ', 'Notice:')],
    ['digits', repeated('1', 'Notice: on line ')],
  ])(
    'is linear in an answer of nothing but %s',
    (_, input) => {
      expectLinear(input, jsonIn, 2 ** 21);
    },
    SERIES_TIMEOUT,
  );
});
