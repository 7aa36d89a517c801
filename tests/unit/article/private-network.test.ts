import { describe, expect, it } from 'vitest';
import { isPrivate, mayLoad, withoutPrivatePictures } from '../../../src/article/private-network.js';
import { webAddress, type WebAddress } from '../../../src/article/web-address.js';

const at = (host: string) => webAddress(`http://${host}/a.png`) as WebAddress;
const publicPicture = at('cdn.example');

describe('An address in the network of the reader', () => {
  it.each([
    ...[
      'localhost',
      'localhost:8080',
      'a.localhost',
      'LOCALHOST',
      'localhost.',
      'router',
      'printer.local',
      'nas.home.arpa',
      'wiki.internal',
    ],
    ...[
      '127.0.0.1',
      '127.9.9.9',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0',
      '0.0.0.0',
      '10.0.0.1',
      '10.255.255.255',
    ],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '100.127.0.1',
      '192.0.0.1',
      '198.18.0.1',
    ],
    ...['224.0.0.1', '255.255.255.255', '[::1]', '[::]', '[fe80::1]', '[fd00::1]', '[fc00::1]', '[ff02::1]'],
    ...['[::ffff:127.0.0.1]', '[::ffff:192.168.0.1]', '[::127.0.0.1]', '[64:ff9b::10.0.0.1]', '[2002:7f00:1::]'],
    '127\u30020\u30020\u30021',
  ])('is http://%s/', (host) => {
    expect(isPrivate(at(host))).toBe(true);
  });

  it.each([
    ...[
      'news.example',
      'cdn.news.om',
      'localhost.example',
      'local.example',
      '8.8.8.8',
      '11.0.0.1',
      '172.15.0.1',
      '172.32.0.1',
    ],
    ...['192.167.0.1', '192.0.2.1', '100.63.0.1', '100.128.0.1', '169.253.0.1', '198.20.0.1', '223.255.255.255'],
    ...['[2001:4860:4860::8888]', '[::ffff:8.8.8.8]', '[64:ff9b::8.8.8.8]', '[2002:808:808::]', 'xn--mgbh0fb.example'],
  ])('is not http://%s/', (host) => {
    expect(isPrivate(at(host))).toBe(false);
  });
});

describe('A picture', () => {
  it.each([
    [at('192.168.1.5'), at('192.168.1.5:8000'), true],
    [at('localhost'), at('127.0.0.1:8000'), true],
    [at('[::1]'), at('a.localhost'), true],
    [at('192.168.1.1'), at('192.168.1.5'), false],
    [at('192.168.1.1'), at('localhost'), false],
    [at('localhost'), at('news.example'), false],
    [at('localhost'), undefined, false],
    [publicPicture, at('localhost'), true],
    [publicPicture, undefined, true],
  ])('at %s of an article from %s may be loaded: %s', (picture, source, may) => {
    expect(mayLoad(picture, source)).toBe(may);
  });
});

describe('An article', () => {
  const router = at('192.168.1.1');
  const article = {
    headline: 'خبر',
    authors: [],
    source: [],
    follow: [],
    tags: [],
    picture: {
      url: publicPicture,
      candidates: [
        { url: publicPicture, width: 1 },
        { url: router, width: 2 },
      ],
    },
    publisher: { name: 'a', logo: router },
    related: [
      { url: publicPicture, headline: 'b', picture: router },
      { url: router, headline: 'c', picture: publicPicture },
    ],
  };

  it('loses the pictures that may not be loaded for it, and nothing else', () => {
    expect(withoutPrivatePictures(article, at('news.example'))).toEqual({
      ...article,
      picture: { url: publicPicture, candidates: [{ url: publicPicture, width: 1 }] },
      publisher: { name: 'a' },
      related: [
        { url: publicPicture, headline: 'b' },
        { url: router, headline: 'c', picture: publicPicture },
      ],
    });
  });

  it('loses a lead picture that may not be loaded, with its caption', () => {
    const { picture } = withoutPrivatePictures({ ...article, picture: { url: router, caption: 'a' } }, undefined);
    expect(picture).toBeUndefined();
  });

  it('from the same host keeps them', () => {
    expect(withoutPrivatePictures(article, router)).toEqual(article);
  });
});
