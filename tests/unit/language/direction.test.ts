import { describe, expect, it } from 'vitest';
import { direction, primaryLanguage } from '../../../src/language/direction.js';

describe('direction', () => {
  it.each(
    'ar ar-OM ar-Arab arz ary apc fa fa-AF ur ur-IN ps ckb ug he iw yi dv sd syr nqo mzn lrc pnb ks azb AR'.split(' '),
  )('of %s is from right to left', (tag) => {
    expect(direction(tag)).toBe('rtl');
  });

  it.each('en en-OM fr tr ru zh ja ku so sw ms pa uz az ha und'.split(' '))('of %s is from left to right', (tag) => {
    expect(direction(tag)).toBe('ltr');
  });

  it.each([
    'pa-Arab',
    'pa-Arab-PK',
    'uz-Arab',
    'az-Arab',
    'ku-Arab',
    'ha-arab',
    'ff-Adlm',
    'rhg-Rohg',
    'en-Hebr',
    'ur-Aran',
  ])('of %s is from right to left by its script', (tag) => {
    expect(direction(tag)).toBe('rtl');
  });

  it.each(['ar-Latn', 'ar-Latn-OM', 'fa-Cyrl', 'ur-Latn', 'sd-Deva', 'yi-latn'])(
    'of %s is from left to right by its script',
    (tag) => {
      expect(direction(tag)).toBe('ltr');
    },
  );

  it.each([
    ['pa-PK', 'rtl'],
    ['uz-AF', 'rtl'],
    ['az-IR', 'rtl'],
    ['sd-IN', 'ltr'],
  ])('of %s is %s by the script of its region', (tag, expected) => {
    expect(direction(tag)).toBe(expected);
  });

  it.each([
    ['ar-u-nu-latn', 'rtl'],
    ['ar-OM-u-ca-gregory-nu-latn', 'rtl'],
    ['en-u-nu-arab', 'ltr'],
    ['ar-x-latn', 'rtl'],
    ['en-x-arab', 'ltr'],
    ['fr-t-ar-arab', 'ltr'],
  ])('of %s is %s, whatever its extensions say', (tag, expected) => {
    expect(direction(tag)).toBe(expected);
  });

  it.each(['', 'C', 'en-US@posix', 'العربية', '-arab', 'undefined'])(
    'of %j, which is no tag, is from left to right',
    (tag) => {
      expect(direction(tag)).toBe('ltr');
    },
  );
});

describe('primaryLanguage', () => {
  it.each([
    ['ar', 'ar'],
    ['ar-OM', 'ar'],
    ['AR-om', 'ar'],
    ['ckb-Arab-IQ', 'ckb'],
    ['', ''],
  ])('of %j is %j', (tag, expected) => {
    expect(primaryLanguage(tag)).toBe(expected);
  });
});
