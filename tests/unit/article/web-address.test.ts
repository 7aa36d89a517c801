import { describe, expect, it } from 'vitest';
import { host, webAddress } from '../../../src/article/web-address.js';
import { address, wrongTypes } from '../support/articles.js';

describe('webAddress', () => {
  it.each([
    ['https://news.example/a', 'https://news.example/a'],
    ['http://news.example/a', 'http://news.example/a'],
    ['HTTPS://NEWS.Example/A', 'https://news.example/A'],
    ['https://news.example', 'https://news.example/'],
    ['https://news.example:443/', 'https://news.example/'],
    ['https://news.example:8443/', 'https://news.example:8443/'],
    ['  https://news.example/a\n', 'https://news.example/a'],
    ['https://news.example/a\n\tb', 'https://news.example/ab'],
    ['http:\\\\news.example\\a', 'http://news.example/a'],
    ['https://@news.example/', 'https://news.example/'],
    ['https://news.example/خبر?س=ص#ج', 'https://news.example/%D8%AE%D8%A8%D8%B1?%D8%B3=%D8%B5#%D8%AC'],
    ['https://news.example/%d8%ae%d8%a8%d8%b1/', 'https://news.example/%d8%ae%d8%a8%d8%b1/'],
    ['https://news.example/100%', 'https://news.example/100%'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
    ['https://news.example/"><script>', 'https://news.example/%22%3E%3Cscript%3E'],
  ])('serialises %j as the URL Standard does', (value, serialised) => {
    expect(webAddress(value)).toBe(serialised);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\r\nscript:alert(1)',
    ' \n javascript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u001Fjavascript:alert(1)',
    '\u00A0javascript:alert(1)',
    'javascript://news.example/%0Aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://news.example/6f1c',
    'filesystem:https://news.example/temporary/a',
    'view-source:https://news.example/',
    'file:///etc/passwd',
    'ftp://news.example/a',
    'ws://news.example/',
    'wss://news.example/',
    'mailto:desk@news.example',
    'tel:+96824600000',
    'intent://news.example/#Intent;scheme=https;end',
    'about:blank',
    'urn:isbn:9780000000000',
  ])('refuses %j, which is not on the web', (value) => {
    expect(webAddress(value)).toBeUndefined();
  });

  it.each(['java\tscript:alert(1)', 'data:text/html,x', 'mailto:desk@news.example', 'file:///etc/passwd'])(
    'refuses %j beside a base too',
    (value) => {
      expect(webAddress(value, address('https://news.example/'))).toBeUndefined();
    },
  );

  it.each([
    'https://publisher.example@evil.example/',
    'https://publisher.example:443@evil.example/',
    'https://:secret@evil.example/',
    'http://user:pass@evil.example/',
    'https:\\\\publisher.example@evil.example',
    'https://publisher.example\\@evil.example@evil.example/'.replace('\\', '%5C'),
  ])('refuses %j, which carries credentials', (value) => {
    expect(webAddress(value)).toBeUndefined();
  });

  it('refuses credentials in an address without a scheme', () => {
    expect(webAddress('//publisher.example@evil.example/', address('https://news.example/'))).toBeUndefined();
  });

  it.each([
    'https://',
    'https://?q',
    'https:///',
    'http://[::1',
    'https://exa mple.com/',
    'https://news%00.example/',
    'https://publisher.example%40evil.example/',
    'https://news.example:99999/',
    'https://999.999.999.999/',
    'ليس عنوانًا',
    'news.example/a',
    '/2025/a',
    '?p=1',
    '#top',
    '//news.example/a',
    'undefined',
    'null',
  ])('makes nothing of %j', (value) => {
    expect(webAddress(value)).toBeUndefined();
  });

  it.each(wrongTypes)('makes nothing of %s', (_, value) => {
    expect(webAddress(value)).toBeUndefined();
  });

  it.each([
    ['a list that holds an address', ['https://news.example/']],
    ['a URL object', new URL('https://news.example/')],
    ['a String object', Object('https://news.example/')],
  ])('makes nothing of %s', (_, value) => {
    expect(webAddress(value)).toBeUndefined();
  });

  it.each(wrongTypes)('makes nothing of %s beside a base', (_, value) => {
    expect(webAddress(value, address('https://news.example/'))).toBeUndefined();
  });

  it.each([
    ['/b', 'https://news.example/b'],
    ['b', 'https://news.example/2025/b'],
    ['../b', 'https://news.example/b'],
    ['../../../b', 'https://news.example/b'],
    ['?p=2', 'https://news.example/2025/a?p=2'],
    ['#c', 'https://news.example/2025/a#c'],
    ['//cdn.example/b', 'https://cdn.example/b'],
    ['https://other.example/b', 'https://other.example/b'],
    ['http://other.example/b', 'http://other.example/b'],
  ])('resolves %j against the article', (value, resolved) => {
    expect(webAddress(value, address('https://news.example/2025/a'))).toBe(resolved);
  });

  it('writes the host of another script in punycode', () => {
    expect(webAddress('https://خبر.example/')).toMatch(/^https:\/\/xn--[a-z0-9]+\.example\/$/);
  });

  it('unmasks full-width letters in a host', () => {
    expect(webAddress('https://ｎｅｗｓ．example/')).toBe('https://news.example/');
  });

  it.each([
    'https://news.example/\uD800',
    'https://news.example/?q=\uDC00',
    'https://خبر.example/\u202Eخبر?\u2066#\u00A0',
  ])('holds nothing but printable ASCII, whatever %j holds', (value) => {
    expect(webAddress(value)).toMatch(/^[\x21-\x7E]+$/);
  });

  it('takes an address of 8192 characters', () => {
    expect(webAddress('https://news.example/'.padEnd(8192, 'a'))).toHaveLength(8192);
  });

  it('refuses an address longer than any in honest use', () => {
    expect(webAddress('https://news.example/'.padEnd(8193, 'a'))).toBeUndefined();
  });
});

describe('host', () => {
  it.each([
    ['https://www.news.example/a', 'news.example'],
    ['https://news.example/', 'news.example'],
    ['https://news.example:8443/', 'news.example:8443'],
    ['https://wwwnews.example/', 'wwwnews.example'],
    ['https://m.www.news.example/', 'm.www.news.example'],
    ['https://www.com/', 'www.com'],
    ['https://www.com:8443/', 'www.com:8443'],
    ['https://192.0.2.1/', '192.0.2.1'],
  ])('of %s is shown as %s', (value, shown) => {
    expect(host(address(value))).toBe(shown);
  });

  it('keeps punycode, so that no look-alike letter can deceive', () => {
    expect(host(address('https://www.nеws.example/'))).toMatch(/^xn--[a-z0-9-]+\.example$/);
  });
});
