import { describe, expect, it } from 'vitest';
import { handle, networkOf } from '../../../src/networks/network.js';
import { address, readArticle } from '../support/articles.js';
import { fixture, isPresent, SETS } from '../support/fixtures.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('networkOf', () => {
  it.each([
    ['https://x.com/example', 'x'],
    ['https://www.twitter.com/example', 'x'],
    ['https://mobile.twitter.com/example', 'x'],
    ['https://www.facebook.com/example', 'facebook'],
    ['https://ar-ar.facebook.com/example', 'facebook'],
    ['https://fb.me/example', 'facebook'],
    ['https://www.instagram.com/example/', 'instagram'],
    ['https://www.youtube.com/@example', 'youtube'],
    ['https://youtu.be/abc', 'youtube'],
    ['https://whatsapp.com/channel/0029Va', 'whatsapp'],
    ['https://wa.me/96890000000', 'whatsapp'],
    ['https://t.me/example', 'telegram'],
    ['https://telegram.me/example', 'telegram'],
    ['https://www.tiktok.com/@example', 'tiktok'],
    ['https://www.snapchat.com/add/example', 'snapchat'],
    ['https://www.threads.net/@example', 'threads'],
    ['https://www.threads.com/@example', 'threads'],
    ['https://bsky.app/profile/news.example', 'bluesky'],
    ['https://www.linkedin.com/company/example', 'linkedin'],
    ['https://www.reddit.com/r/oman', 'reddit'],
    ['https://nabd.com/example', 'nabd'],
    ['https://mastodon.social/@example', 'mastodon'],
    ['https://mastodon.news.example/@example/', 'mastodon'],
    ['https://mstdn.jp/@example', 'mastodon'],
    ['https://hachyderm.io/@example', 'mastodon'],
    ['https://news.example/feed/', 'rss'],
    ['https://news.example/rss.xml', 'rss'],
    ['https://news.example/ar/news.RSS', 'rss'],
    ['https://news.example/atom', 'rss'],
    ['http://x.com/example', 'x'],
  ])('of %s is %s', (account, network) => {
    expect(networkOf(address(account))).toBe(network);
  });

  it.each([
    'https://notx.com/example',
    'https://x.com.evil.example/example',
    'https://facebook.com-login.example/example',
    'https://evil.example/x.com/example',
    'https://evil.example/?https://x.com/',
    'https://evil.example/#x.com',
    'https://xn--acebook-lgg.com/example',
    'https://medium.com/@example',
    'https://hachyderm.io.evil.example/@example',
    'https://mastodon.social/about',
    'https://mastodon.social/@example/1234',
    'https://news.example/feedback',
    'https://news.example/rss-guide/',
    'https://news.example/',
    'https://constructor/',
    'https://__proto__/',
    'https://192.0.2.1/@example',
  ])('of %s is unknown', (account) => {
    expect(networkOf(address(account))).toBeUndefined();
  });

  for (const set of SETS) {
    it.skipIf(!isPresent(set))(`tells every account of the reference article (${set})`, () => {
      expect(readArticle(fixture(`${set}/seed/article.json`)).follow.map(networkOf)).toEqual(
        'x instagram facebook youtube whatsapp telegram'.split(' '),
      );
    });
  }

  it.each([
    ['paths', repeated('/feed', 'https://news.example', 'x')],
    ['at signs', repeated('@', 'https://mastodon.example/', '/x')],
    ['letters', repeated('a', 'https://news.example/feed.', '1')],
  ])(
    'is linear in an address of nothing but %s',
    (_, input) => {
      // An address that long is none; what it does to the patterns is what counts.
      expectLinear((size) => input(size) as ReturnType<typeof address>, networkOf);
    },
    SERIES_TIMEOUT,
  );
});

describe('handle', () => {
  it.each([
    ['https://x.com/example_om', 'example_om'],
    ['https://www.youtube.com/@example_om', '@example_om'],
    ['https://bsky.app/profile/news.example', 'news.example'],
    ['https://www.instagram.com/example/', 'example'],
    ['https://www.facebook.com/%D9%85%D8%B3%D9%82%D8%B7', 'مسقط'],
    ['https://news.example/', 'news.example'],
    ['https://news.example/100%', '100%'],
    ['https://news.example/%FF', '%FF'],
  ])('of %s is %s', (account, expected) => {
    expect(handle(address(account))).toBe(expected);
  });
});
