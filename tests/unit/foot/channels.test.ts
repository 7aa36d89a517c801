import { describe, expect, it } from 'vitest';
import { channelList, channels, defaultChannels, shareAddress, type Channel } from '../../../src/foot/channels.js';
import { address, readArticle } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

const url = address('https://news.example/?p=7&x=خبر#أ');
const headline = 'سؤال: «R&D» + 100% #خبر؟';

/** Where the form of each channel is, and what its fields are called. */
const forms: Readonly<Record<Channel, { form: string; title?: string; link?: string; message?: string }>> = {
  whatsapp: { form: 'https://wa.me/', message: 'text' },
  x: { form: 'https://x.com/intent/post', title: 'text', link: 'url' },
  facebook: { form: 'https://www.facebook.com/sharer/sharer.php', link: 'u' },
  telegram: { form: 'https://t.me/share/url', title: 'text', link: 'url' },
  email: { form: 'mailto:', title: 'subject', message: 'body' },
  linkedin: { form: 'https://www.linkedin.com/sharing/share-offsite/', link: 'url' },
  bluesky: { form: 'https://bsky.app/intent/compose', message: 'text' },
  mastodon: { form: 'https://share.joinmastodon.org/', message: 'text' },
  threads: { form: 'https://www.threads.com/intent/post', title: 'text', link: 'url' },
  reddit: { form: 'https://www.reddit.com/submit', title: 'title', link: 'url' },
};

/** The fields of a form, decoded as its server does. */
function fields(shared: string): Record<string, string> {
  const { search, hash } = new URL(shared);
  return Object.fromEntries(new URLSearchParams(search || hash.slice(1)));
}

describe('shareAddress', () => {
  it.each(channels)('of %s opens the channel’s own form', (channel) => {
    const { protocol, host, pathname } = new URL(shareAddress(channel, { url, headline }));
    expect(protocol === 'mailto:' ? protocol + pathname : `${protocol}//${host}${pathname}`).toBe(forms[channel].form);
  });

  it.each(channels)('of %s fills in the fields of the form, and no others', (channel) => {
    const { title, link, message } = forms[channel];
    const lineBreak = channel === 'email' ? '\r\n' : '\n';
    expect(fields(shareAddress(channel, { url, headline }))).toEqual({
      ...(title && { [title]: headline }),
      ...(link && { [link]: url }),
      ...(message && { [message]: `${headline}${lineBreak}${url}` }),
    });
  });

  it.each(channels)('of %s holds the address where there is no headline', (channel) => {
    expect(Object.values(fields(shareAddress(channel, { url })))).toContain(url);
  });

  it.each(channels)('of %s never says undefined', (channel) => {
    expect(shareAddress(channel, { url, headline: undefined })).not.toContain('undefined');
  });

  it.each(channels)('of %s is a well-formed address of nothing but ASCII', (channel) => {
    expect(shareAddress(channel, { url, headline: `${headline} '"<>\u202E` })).toMatch(/^[!#-;=?-~]+$/);
  });

  it('breaks the lines of an e-mail as RFC 6068 has it', () => {
    expect(shareAddress('email', { url, headline })).toContain('%0D%0A');
  });

  it('names no recipient of an e-mail, whatever the headline says', () => {
    const shared = shareAddress('email', { url, headline: 'a&to=b@evil.example&bcc=c@evil.example' });
    expect(Object.keys(fields(shared))).toEqual(['subject', 'body']);
  });

  it('keeps what is shared on Mastodon from the server that it is shared through', () => {
    expect(new URL(shareAddress('mastodon', { url, headline })).search).toBe('');
  });

  it.each(channels.filter((channel) => forms[channel].title || forms[channel].message))(
    'of %s closes what a headline leaves open, so that it cannot turn what follows',
    (channel) => {
      const { title, message } = forms[channel];
      const shared = fields(shareAddress(channel, { url, headline: '\u202Eabc' }));
      expect(shared[(title ?? message)!]).toMatch(/^\u202Eabc\u202C/);
    },
  );

  it.each(channels)('of %s can be made of a title with lone surrogates', (channel) => {
    const { headline: read } = readArticle({ title: '\uD83D خبر \uDE00' });
    expect(() => shareAddress(channel, { url, headline: read })).not.toThrow();
  });
});

describe('channelList', () => {
  it.each([[null], [undefined], [''], [' \n']])('is the default where the attribute is %j', (attribute) => {
    expect(channelList(attribute)).toEqual('whatsapp x facebook telegram email'.split(' '));
  });

  it.each([
    ['telegram x', ['telegram', 'x']],
    ['  x\n\twhatsapp ', ['x', 'whatsapp']],
    ['X WhatsApp', ['x', 'whatsapp']],
    ['x x telegram x', ['x', 'telegram']],
    ['x myspace email', ['x', 'email']],
    ['x,email', []],
    ['myspace', []],
    ['none', []],
    ['constructor __proto__ length 0', []],
  ])('of %j is %j', (attribute, expected) => {
    expect(channelList(attribute)).toEqual(expected);
  });

  it('takes every channel there is', () => {
    expect(channelList(channels.join(' '))).toEqual(channels);
  });

  it('is by default made of channels that there are', () => {
    expect(channels).toEqual(expect.arrayContaining([...defaultChannels]));
  });

  it.each([
    ['white space', repeated(' ')],
    ['names', repeated('x ')],
    ['one name', repeated('x')],
  ])(
    'is linear in an attribute of nothing but %s',
    (_, input) => {
      expectLinear(input, channelList);
    },
    SERIES_TIMEOUT,
  );
});
