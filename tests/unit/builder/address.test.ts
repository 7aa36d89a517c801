import { describe, expect, it } from 'vitest';
import type { WebAddress } from '../../../src/article/web-address.js';
import { check } from '../../../demo/builder/address.js';

const OWN = 'https://builder.example/khabar/' as WebAddress;
const refused = (text: string, own = OWN) => {
  const checked = check(text, own);
  return 'refused' in checked ? checked.refused : undefined;
};
const hasSecret = (text: string) => {
  const checked = check(text, OWN);
  return 'address' in checked && checked.hasSecret;
};

describe('the field of the builder', () => {
  it.each([
    ['news.example/a', 'https://news.example/a'],
    [' https://news.example/feed.json#42 ', 'https://news.example/feed.json#42'],
    ['//news.example/a', 'https://news.example/a'],
    ['news.example:8443/a', 'https://news.example:8443/a'],
    ['صحيفة.مثال/خبر', 'https://xn--ogbhx3c3b.xn--mgbh0fb/%D8%AE%D8%A8%D8%B1'],
  ])('takes %s for an address', (text, address) => {
    expect(check(text, OWN)).toEqual({ address, hasSecret: false });
  });

  it.each([
    ['', 'empty'],
    ['news', 'incomplete'],
    ['two words', 'incomplete'],
    ['javascript:alert(1)', 'not-web'],
    ['data:text/html,x', 'not-web'],
    ['ftp://news.example/a', 'not-web'],
    ['https://me:secret@news.example/', 'credentials'],
    ['http://news.example/', 'insecure'],
    ['{"title":', 'not-json'],
  ])('refuses “%s” as %s', (text, reason) => {
    expect(refused(text)).toBe(reason);
  });

  it.each([
    'https://192.168.0.1/a',
    '10.0.0.1',
    'https://0x7f.1/',
    'localhost',
    'https://router.lan/',
    'https://[::1]/',
  ])('refuses %s, which leads into the reader’s network', (text) => {
    expect(refused(text)).toBe('private');
  });

  it('lets a builder on one’s own machine look at what is on the same machine, and nowhere else', () => {
    const own = 'http://localhost:4000/builder/' as WebAddress;
    expect(refused('http://127.0.0.1:4001/a.json', own)).toBeUndefined();
    expect(refused('http://192.168.0.1/a.json', own)).toBe('private');
  });

  it('takes JSON itself', () => {
    expect(check(' {"title":"خبر"}', OWN)).toEqual({ json: { title: 'خبر' } });
  });

  it.each([
    'https://news.example/ghost/api/content/posts/?key=22444f78447824223cefc48062',
    'https://news.example/a.json?token=1',
    'https://news.example/a.json?X-Amz-Signature=ab',
    'https://news.example/a.json?apikey=x',
    'https://news.example/a.json?t=eyJhbGciOi.J9.x',
    'https://news.example/feeds/0123456789abcdef0123456789abcdef/a.json',
    'https://news.example/feeds/aB3dE5gH7jK9mN1pQ3sT5vW7/a.json',
  ])('warns of the key in %s', (text) => {
    expect(hasSecret(text)).toBe(true);
  });

  it.each([
    'https://news.example/2026/03/A-Long-Headline-of-a-Story-in-2026-without-end/?p=7&_embed',
    'https://news.example/wp-json/wp/v2/posts/7?_embed&per_page=10',
    'https://news.example/6f1c2b1e-8f0a-4a52-9f43-1d2c3b4a5e6f',
    'https://news.example/118904?utm_source=newsletter',
    'https://news.example/monkeyhouse?key=',
  ])('warns of nothing in %s', (text) => {
    expect(hasSecret(text)).toBe(false);
  });
});
