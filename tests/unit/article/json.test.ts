import { afterEach, describe, expect, it } from 'vitest';
import {
  compact,
  count,
  field,
  fingerprint,
  isObject,
  languageTag,
  lines,
  list,
  text,
} from '../../../src/article/json.js';
import { wrongTypes } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('field', () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'title');
  });

  it('is a property of an object', () => {
    expect(field({ title: 'خبر' }, 'title')).toBe('خبر');
  });

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'])(
    'is undefined where only the prototype has a %s',
    (name) => {
      expect(field({}, name)).toBeUndefined();
    },
  );

  it('is undefined where a script has put the name on Object.prototype', () => {
    Object.assign(Object.prototype, { title: 'junk' });
    expect(field({ url: 'https://news.example/' }, 'title')).toBeUndefined();
  });

  it('is undefined where the object was given another prototype', () => {
    expect(field(Object.create({ title: 'junk' }), 'title')).toBeUndefined();
  });

  it('is that of the object where JSON names a __proto__ beside it', () => {
    expect(field(JSON.parse('{"__proto__":{"title":"junk"},"url":"/a"}'), 'title')).toBeUndefined();
  });

  it('is read from an object that has a property called hasOwnProperty', () => {
    expect(field({ hasOwnProperty: 1, title: 'خبر' }, 'title')).toBe('خبر');
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['a string', 'خبر'],
    ['a number', 7],
    ['a list', ['خبر']],
  ])('of %s is undefined', (_, json) => {
    expect(field(json, 'length')).toBeUndefined();
  });
});

describe('isObject', () => {
  it.each([
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    [undefined, false],
    ['{}', false],
    [7, false],
    [true, false],
  ])('takes %o for an object: %s', (value, expected) => {
    expect(isObject(value)).toBe(expected);
  });
});

describe('list', () => {
  it('is the list itself', () => {
    expect(list([1, null])).toEqual([1, null]);
  });

  it.each([['خبر'], [7], [false], [{ name: 'a' }]])('of the single value %o is a list of one', (value) => {
    expect(list(value)).toEqual([value]);
  });

  it.each([[null], [undefined]])('of %o is empty', (value) => {
    expect(list(value)).toEqual([]);
  });
});

describe('text', () => {
  it.each([
    ['  خبر  ', 'خبر'],
    ['خبر\n\n\tاليوم', 'خبر اليوم'],
    ['خبر\u00A0\u00A0اليوم', 'خبر اليوم'],
    ['خبر\u2028اليوم', 'خبر اليوم'],
    ['\uFEFFخبر', 'خبر'],
    ['a\uD800b', 'a\uFFFDb'],
    ['\uDC00', '\uFFFD'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['می\u200Cخواهد', 'می\u200Cخواهد'],
    ['\u202Eabc', '\u202Eabc'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['__proto__', '__proto__'],
    ['undefined', 'undefined'],
  ])('of %j is %j', (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it.each([
    [0, '0'],
    [118904, '118904'],
    [-1.5, '-1.5'],
  ])('of the number %d is %j', (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it.each(wrongTypes.filter(([, value]) => typeof value !== 'number' || !Number.isFinite(value)))(
    'of %s is undefined',
    (_, value) => {
      expect(text(value)).toBeUndefined();
    },
  );

  it.each(['\u200B', '\u200F', '\u200E \u061C', '\u2066\u2069', '\u00AD', '\u2060\uFEFF'])(
    'of %j, which shows nothing, is undefined',
    (value) => {
      expect(text(value)).toBeUndefined();
    },
  );

  it('is fit for encodeURIComponent, whatever surrogates it was sent', () => {
    expect(() => encodeURIComponent(text('\uD83D خبر \uDE00')!)).not.toThrow();
  });

  it.each([
    ['white space', repeated(' ')],
    ['white space between letters', repeated(' ', 'a', 'b')],
    ['words', repeated('a  ')],
    ['invisible characters', repeated('\u200B')],
    ['lone surrogates', repeated('\uD800')],
  ])(
    'is linear in a value of nothing but %s',
    (_, input) => {
      expectLinear(input, text);
    },
    SERIES_TIMEOUT,
  );
});

describe('count', () => {
  it.each([
    [1920, 1920],
    ['1920', 1920],
    [' 1920 ', 1920],
    [1920.0, 1920],
  ])('of %j is %d', (value, expected) => {
    expect(count(value)).toBe(expected);
  });

  it.each([
    0,
    -1,
    1.5,
    NaN,
    Infinity,
    1e308,
    2 ** 60,
    '0',
    '-3',
    '1.5',
    '1920px',
    '١٩٢٠',
    'Infinity',
    '1e308',
    '1,920',
  ])('of %j is undefined', (value) => {
    expect(count(value)).toBeUndefined();
  });

  it.each(wrongTypes)('of %s is undefined', (_, value) => {
    expect(count(value)).toBeUndefined();
  });
});

describe('languageTag', () => {
  it.each([
    ['ar', 'ar'],
    ['AR', 'ar'],
    [' ar-om ', 'ar-OM'],
    ['ar_OM', 'ar-OM'],
    ['pa-arab-pk', 'pa-Arab-PK'],
    ['iw', 'he'],
    ['prs', 'fa-AF'],
    ['ckb', 'ckb'],
    ['zh-Hant', 'zh-Hant'],
    ['ar-u-nu-latn', 'ar-u-nu-latn'],
  ])('of %j is %s', (value, expected) => {
    expect(languageTag(value)).toBe(expected);
  });

  it.each(['Arabic', 'العربية', 'english', 'arab'])('of %j, which is the name of a language, is undefined', (value) => {
    expect(languageTag(value)).toBeUndefined();
  });

  it.each(['und', 'mul', 'zxx', 'mis', 'und-Arab'])('of %j, which names no language, is undefined', (value) => {
    expect(languageTag(value)).toBeUndefined();
  });

  it.each(['C', 'POSIX', 'en-US@posix', 'ar_OM.UTF-8', 'ar-', '-ar', 'a', 'ar--OM', 'x-private', 'ar OM', '123', '*'])(
    'of %j, which is no language tag, is undefined',
    (value) => {
      expect(languageTag(value)).toBeUndefined();
    },
  );

  it.each(wrongTypes)('of %s is undefined', (_, value) => {
    expect(languageTag(value)).toBeUndefined();
  });

  it.each([
    ['letters', repeated('a')],
    [
      'variants',
      (size: number) => 'ar' + Array.from({ length: size / 8 }, (_, i) => `-a${String(i).padStart(6, '0')}`).join(''),
    ],
    ['private subtags', repeated('-a', 'ar-x')],
    ['underscores', repeated('_')],
  ])(
    'is linear in a value of nothing but %s',
    (_, input) => {
      expectLinear(input, languageTag);
    },
    SERIES_TIMEOUT,
  );
});

describe('compact', () => {
  it('leaves out what is undefined, and nothing else', () => {
    expect(compact([undefined, 0, '', false, null, undefined])).toEqual([0, '', false, null]);
  });
});

describe('lines', () => {
  it('keeps the white space within', () => {
    expect(lines('\n أ\n\n  ب\t')).toBe('أ\n\n  ب');
  });

  it('is well-formed where it came with half a character', () => {
    expect(lines('أ\uD83D')).toBe('أ\uFFFD');
  });

  it.each(['', ' \n\t', '\u200F\n\u200B'])('is nothing where there is nothing to see in %j', (value) => {
    expect(lines(value)).toBeUndefined();
  });

  it.each(wrongTypes.filter(([, value]) => typeof value !== 'string'))('is nothing where it is %s', (_, value) => {
    expect(lines(value)).toBeUndefined();
  });
});

describe('fingerprint', () => {
  afterEach(() => {
    Reflect.deleteProperty(String.prototype, 'toJSON');
  });

  it.each([
    ['lists that are parted elsewhere', ['a', 'bc'], ['ab', 'c']],
    ['a list, and what is in it', [['a']], ['a']],
    ['a number, and its digits', [1], ['1']],
    ['a missing value, and the word for it', [undefined], ['undefined']],
    ['names, and what they name', { a: 'b' }, { b: 'a' }],
    ['what looks like the marks between values', ['a{', '}'], ['a', '{}']],
  ])('tells apart %s', (_, one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it('is the same for the same data', () => {
    expect(fingerprint([{ a: [1, 'خبر', null] }])).toBe(fingerprint([{ a: [1, 'خبر', null] }]));
  });

  it('does not ask a toJSON of the page', () => {
    Object.assign(String.prototype, { toJSON: () => 'x' });
    expect(fingerprint(['a'])).not.toBe(fingerprint(['b']));
  });
});
