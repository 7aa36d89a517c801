import { describe, expect, it } from 'vitest';
import { isPageOf, wordPressAddress, wordPressCandidates } from '../../../src/dialects/wordpress-address.js';
import { address } from '../support/articles.js';

const SITE = 'https://news.example';

describe('an address of the WordPress REST API', () => {
  it.each([
    ['a post', `${SITE}/wp-json/wp/v2/posts/7`, `${SITE}/wp-json/wp/v2/posts?per_page=4`],
    ['a post with a query', `${SITE}/wp-json/wp/v2/posts/7?_embed`, `${SITE}/wp-json/wp/v2/posts?per_page=4`],
    ['a slug', `${SITE}/wp-json/wp/v2/posts?slug=my-story`, `${SITE}/wp-json/wp/v2/posts?per_page=4`],
    ['a folder', `${SITE}/blog/wp-json/wp/v2/posts/7`, `${SITE}/blog/wp-json/wp/v2/posts?per_page=4`],
    ['index.php', `${SITE}/index.php/wp-json/wp/v2/posts/7`, `${SITE}/index.php/wp-json/wp/v2/posts?per_page=4`],
    ['another name of the API', `${SITE}/api/wp/v2/posts/7`, `${SITE}/api/wp/v2/posts?per_page=4`],
    [
      'WordPress.com',
      'https://public-api.wordpress.com/wp/v2/sites/news.example/posts/7',
      'https://public-api.wordpress.com/wp/v2/sites/news.example/posts?per_page=4',
    ],
    ['plain permalinks', `${SITE}/?rest_route=/wp/v2/posts/7`, `${SITE}/?rest_route=%2Fwp%2Fv2%2Fposts&per_page=4`],
    [
      'plain permalinks and index.php',
      `${SITE}/blog/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F7&_embed=1`,
      `${SITE}/blog/index.php?rest_route=%2Fwp%2Fv2%2Fposts&per_page=4`,
    ],
  ])('leads from %s to the others of its site', (_, from, to) => {
    expect(wordPressAddress(address(from))?.route('posts', { per_page: '4' })).toBe(to);
  });

  it.each([
    ['a post', `${SITE}/wp-json/wp/v2/posts/7`, `${SITE}/`],
    ['a folder', `${SITE}/blog/wp-json/wp/v2/posts/7`, `${SITE}/blog/`],
    ['index.php', `${SITE}/index.php/wp-json/wp/v2/posts/7`, `${SITE}/`],
    ['index.php in a folder', `${SITE}/blog/index.php/wp-json/wp/v2/posts/7`, `${SITE}/blog/`],
    ['plain permalinks', `${SITE}/?rest_route=/wp/v2/posts/7`, `${SITE}/`],
    ['plain permalinks and index.php', `${SITE}/blog/index.php?rest_route=/wp/v2/posts/7`, `${SITE}/blog/`],
    ['a port', 'http://127.0.0.1:9471/wp-json/wp/v2/posts/7', 'http://127.0.0.1:9471/'],
  ])('tells the home page of its site from %s', (_, from, home) => {
    expect(wordPressAddress(address(from))?.home).toBe(home);
  });

  it('tells no home page of a site on WordPress.com, whose API is elsewhere', () => {
    const from = address('https://public-api.wordpress.com/wp/v2/sites/news.example/posts/7');
    expect(wordPressAddress(from)?.home).toBeUndefined();
  });

  it('has no index of the API on WordPress.com', () => {
    const from = address('https://public-api.wordpress.com/wp/v2/sites/news.example/posts/7');
    expect(wordPressAddress(from)?.index).toBeUndefined();
  });

  it.each([
    [`${SITE}/wp-json/wp/v2/posts/7`, 'posts'],
    [`${SITE}/wp-json/wp/v2/podcast_episode/7`, 'podcast_episode'],
    [`${SITE}/?rest_route=/wp/v2/pages/7`, 'pages'],
    ['https://public-api.wordpress.com/wp/v2/sites/7/posts/7', 'posts'],
  ])('says of %s that it is one of the %s', (from, collection) => {
    expect(wordPressAddress(address(from))?.collection).toBe(collection);
  });

  it('keeps nothing of the query, which may hold a token', () => {
    const from = address(`${SITE}/wp-json/wp/v2/posts/7?token=s3cret&password=salt#s3cret`);
    expect(wordPressAddress(from)?.route('posts', {})).toBe(`${SITE}/wp-json/wp/v2/posts`);
  });

  it.each([
    ...['https://news.example/', 'https://news.example/2025/my-story/', 'https://news.example/feed.json'],
    ...['https://news.example/wp-json/', 'https://news.example/wp-json/wp/v2/', 'https://news.example/?rest_route=/'],
    ...['https://news.example/ghost/api/content/posts/7/', 'https://news.example/wp/v3/posts/7'],
    ...['https://news.example/wp-json/wp/v2/posts?rest_route=/oembed/1.0/embed'],
  ])('is not %s', (other) => {
    expect(wordPressAddress(address(other))).toBeUndefined();
  });
});

describe('where the story of a page may be had', () => {
  const places = (page: string, known: readonly string[] = []) =>
    wordPressCandidates(address(page), known.map(address)).map((candidate) => candidate.address);
  const api = (query: string, folder = '/') => `${SITE}${folder}wp-json/wp/v2/${query}`;

  it('is the root of the site alone where the page is in no folder', () => {
    expect(places(`${SITE}/my-story/`)).toEqual([api('posts?slug=my-story&_embed')]);
  });

  it('is the root of the site before the first folder', () => {
    expect(places(`${SITE}/blog/news/my-story`)).toEqual([
      api('posts?slug=my-story&_embed'),
      api('posts?slug=my-story&_embed', '/blog/'),
    ]);
  });

  it.each(['2025', '1999'])('is no folder that is named for the year %s', (year) => {
    expect(places(`${SITE}/${year}/11/12/my-story/`)).toEqual([api('posts?slug=my-story&_embed')]);
  });

  it('is index.php where the permalinks stand behind it', () => {
    expect(places(`${SITE}/index.php/2025/my-story/`)).toContain(api('posts?slug=my-story&_embed', '/index.php/'));
  });

  it('is a known folder before all others', () => {
    expect(places(`${SITE}/ar/news/my-story/`, [`${SITE}/ar/news/`])).toEqual([
      api('posts?slug=my-story&_embed', '/ar/news/'),
      api('posts?slug=my-story&_embed'),
      api('posts?slug=my-story&_embed', '/ar/'),
    ]);
  });

  it('is the longest of the known folders first', () => {
    expect(places(`${SITE}/ar/my-story/`, [`${SITE}/`, `${SITE}/ar/`])).toEqual([
      api('posts?slug=my-story&_embed', '/ar/'),
      api('posts?slug=my-story&_embed'),
    ]);
  });

  it.each([`${SITE}/en/`, 'https://other.example/', 'http://news.example/'])(
    'is not the known folder %s, in which the page is not',
    (root) => {
      expect(places(`${SITE}/ar/my-story/`, [root])).toEqual(places(`${SITE}/ar/my-story/`));
    },
  );

  it.each([
    [`${SITE}/?p=7`, [api('posts/7?_embed'), `${SITE}/?rest_route=/wp/v2/posts/7&_embed=1`]],
    [`${SITE}/?lang=ar&p=7`, [api('posts/7?_embed'), `${SITE}/?rest_route=/wp/v2/posts/7&_embed=1`]],
    [`${SITE}/blog/?p=7`, [api('posts/7?_embed'), api('posts/7?_embed', '/blog/')]],
  ])('is the post of that number for %s', (page, expected) => {
    expect(places(page)).toEqual(expected);
  });

  it.each(['abc', '', '7;8', '-7', '7.5', '٧'])('is not the post of the number %j', (p) => {
    expect(places(`${SITE}/?p=${encodeURIComponent(p)}`)).toEqual([]);
  });

  it.each(['my-story.html', 'my-story.htm', 'my-story.php', 'my-story.aspx', 'my-story'])(
    'has the slug without the ending of %s',
    (last) => {
      expect(places(`${SITE}/${last}`)).toEqual([api('posts?slug=my-story&_embed')]);
    },
  );

  it.each([
    'my-story/amp/',
    'my-story/amp',
    'my-story/feed/',
    'my-story/embed/',
    'my-story/?amp=1',
    'my-story/#comments',
  ])('is that of the story for %s', (path) => {
    expect(places(`${SITE}/2025/${path}`)).toEqual([api('posts?slug=my-story&_embed')]);
  });

  it.each([
    ['in Arabic letters', 'مراكب', '%D9%85%D8%B1%D8%A7%D9%83%D8%A8'],
    ['encoded in capitals', '%D9%85%D8%B1', '%D9%85%D8%B1'],
    ['encoded in small letters, as WordPress does', '%d9%85%d8%b1', '%d9%85%d8%b1'],
  ])('has a slug %s as it is', (_, slug, encoded) => {
    expect(places(`${SITE}/2025/${slug}/`)).toEqual([api(`posts?slug=${encoded}&_embed`)]);
  });

  it.each(['a&b', 'a+b', 'a=b', 'a;b', 'a%26b', 'a%2Bb', "a'b", 'a b', 'a"b'])(
    'has the slug %j whole, whatever means something in a query',
    (slug) => {
      const [place] = places(`${SITE}/2025/${slug}/`);
      expect([...new URL(place!).searchParams]).toEqual([
        ['slug', decodeURIComponent(slug)],
        ['_embed', ''],
      ]);
    },
  );

  it.each([
    [`${SITE}/2025/11/4127/`, api('posts/4127?_embed')],
    [`${SITE}/archives/4127`, api('posts/4127?_embed')],
    [`${SITE}/4127.html`, api('posts/4127?_embed')],
  ])('is the post of that number where the last part of %s is one', (page, expected) => {
    expect(places(page)[0]).toBe(expected);
  });

  it('says which folder to remember', () => {
    expect(wordPressCandidates(address(`${SITE}/blog/my-story/`)).map(({ root }) => root)).toEqual([
      `${SITE}/`,
      `${SITE}/blog/`,
    ]);
  });

  it('says no folder to remember for plain permalinks', () => {
    expect(wordPressCandidates(address(`${SITE}/?p=7`)).at(-1)?.root).toBeUndefined();
  });

  it.each(['/', '', '/?s=خبر', '/amp/', '/feed/', '//', '/?p='])('is nowhere for %j, which tells no story', (path) => {
    expect(places(SITE + path)).toEqual([]);
  });

  it.each(['.html', '.php'])('is not every story where the page is %s', (last) => {
    expect(places(`${SITE}/${last}`)).not.toContain(api('posts?slug=&_embed'));
  });

  it('is nowhere where the address would be too long', () => {
    expect(places(`${SITE}/${'a'.repeat(8170)}`)).toEqual([]);
  });
});

describe('a page', () => {
  const shows = (page: string, story: string) => isPageOf(address(SITE + page), address(SITE + story));

  it.each([
    ['/2025/my-story/', '/2025/my-story/'],
    ['/2025/my-story', '/2025/my-story/'],
    ['/2025/my-story/', '/2025/my-story'],
    ['/my-story.html', '/my-story.html'],
    ['/my-story/amp/', '/my-story/'],
    ['/2025/my-story/2/', '/2025/my-story/'],
    ['/my-story/comment-page-2/', '/my-story/'],
    ['/archives/57', '/archives/57'],
    ['/my-story/feed', '/my-story/'],
    ['/my-story/?utm_source=x#comments', '/my-story/'],
    ['/%D9%85%D8%B1%D8%A7%D9%83%D8%A8/', '/%d9%85%d8%b1%d8%a7%d9%83%d8%a8/'],
    ['/مراكب/', '/%d9%85%d8%b1%d8%a7%d9%83%d8%a8/'],
    ['/archives/4127', '/archives/4127/'],
    ['/?p=7', '/2025/my-story/'],
    ['/blog/?p=7', '/blog/my-story/'],
    ['/?p=7', '/?p=7'],
  ])('%s shows the story of %s', (page, story) => {
    expect(shows(page, story)).toBe(true);
  });

  it.each([
    ['/category/fishing/', '/2025/fishing/'],
    ['/2025/03/04/', '/archives/04/'],
    ['/2025/03/04/', '/2025/03/'],
    ['/archives/57', '/archives/'],
    ['/news/page/2/', '/2/'],
    ['/blog/?p=7', '/shop/my-story/'],
    ['/my-story-2/', '/my-story/'],
  ])('%s does not show the story of %s', (page, story) => {
    expect(shows(page, story)).toBe(false);
  });

  it('shows no story that has no address', () => {
    expect(isPageOf(address(`${SITE}/my-story/`), undefined)).toBe(false);
  });
});
