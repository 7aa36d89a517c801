import { afterEach, describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import { jsonFeed } from '../../../src/article/json-feed.js';
import { readArticle, readItem, wrongTypes } from '../support/articles.js';
import { fixture, isPresent, SETS } from '../support/fixtures.js';
import { expectLinear, SERIES_TIMEOUT } from '../support/linear.js';

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'صحيفة المرفأ',
  home_page_url: 'https://news.example/',
  language: 'ar',
  items: [
    { id: '1', url: '/1', title: 'الأول', image: '/1.jpg', date_published: '2025-11-12T14:08:00+04:00' },
    { id: 2, url: 'https://news.example/2', title: 'الثاني' },
    { id: 'https://news.example/3', url: 'https://news.example/3', title: 'الثالث' },
  ],
};

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ArticleError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('an item alone', () => {
  it.each([
    ['a title', { title: 'خبر' }],
    ['an HTML body', { content_html: '<p>نص</p>' }],
    ['a plain body', { content_text: 'نص' }],
    ['an address', { url: 'https://news.example/1' }],
    ['an address on another site', { external_url: 'https://other.example/1' }],
  ])('is an article where it has nothing but %s', (_, json) => {
    expect(codeOf(() => readArticle(json))).toBe('no error');
  });

  it('is read whatever item was asked for', () => {
    expect(readArticle({ id: '1', title: 'خبر' }, '2').headline).toBe('خبر');
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['a string', '{"title":"خبر"}'],
    ['a number', 7],
    ['true', true],
    ['an empty list', []],
    ['a list of items', [{ title: 'خبر' }]],
    ['an empty object', {}],
    ['an object without a prototype', Object.create(null)],
    ['a Date', new Date(0)],
    ['a Map', new Map([['title', 'خبر']])],
    ['an object whose prototype has the fields', Object.create({ title: 'خبر' })],
    ['JSON whose __proto__ has the fields', JSON.parse('{"__proto__":{"title":"خبر"}}')],
    ['an error of WordPress', { code: 'rest_post_invalid_id', message: 'لا يوجد', data: { status: 404 } }],
    ['an error of Ghost', { errors: [{ message: 'Not found', type: 'NotFoundError' }] }],
    ['a post of WordPress', { id: 7, link: 'https://news.example/7', title: { rendered: 'خبر' } }],
    ['a posts answer of Ghost', { posts: [{ id: '7', title: 'خبر' }] }],
    ['JSON-LD with a type', { '@type': 'NewsArticle', headline: 'خبر', url: 'https://news.example/7', title: 'خبر' }],
    ['JSON-LD with a graph', { '@graph': [], title: 'خبر' }],
    ['an item whose title is blank', { title: ' \u200F\n' }],
    ['an item whose bodies are blank', { content_html: ' ', content_text: '\n' }],
    ['an item with nothing but an address that is none', { url: 'javascript:alert(1)' }],
    ['an item with nothing but a relative address', { url: '/1' }],
    ['an item with nothing but a number for an address', { url: 7 }],
    ['an item with nothing but a summary', { summary: 'نص' }],
    ['a post of Ghost alone', { id: '7', title: 'خبر', url: 'https://news.example/7', comment_id: '7' }],
    ['a post of WordPress.com', { ID: 7, title: 'خبر', URL: 'https://news.example/7' }],
  ])('is not found in %s', (_, json) => {
    expect(jsonFeed.read(json, {})).toBeUndefined();
  });
});

describe('a feed', () => {
  it('gives its first item where none is asked for', () => {
    expect(readArticle(feed).headline).toBe('الأول');
  });

  it.each([
    ['1', 'الأول'],
    ['2', 'الثاني'],
    ['https://news.example/3', 'الثالث'],
  ])('gives the item that has the id %s', (id, headline) => {
    expect(readArticle(feed, id).headline).toBe(headline);
  });

  it.each(['tag:news,2025:a  b', ' 7 ', 'a\nb', 'a\uD800'])(
    'gives the item that has the id %j, as it is written',
    (id) => {
      expect(readArticle({ items: [{ title: 'غيره' }, { id, title: 'خبر' }] }, id).headline).toBe('خبر');
    },
  );

  it('gives the first of two items of one id', () => {
    const twice = {
      items: [
        { id: '1', title: 'الأول' },
        { id: '1', title: 'الثاني' },
      ],
    };
    expect(readArticle(twice, '1').headline).toBe('الأول');
  });

  it.each(['4', '', ' ', '0', 'undefined', 'null', '[object Object]', '__proto__', 'constructor', 'الأول'])(
    'has no item of the id %j',
    (id) => {
      const items = [...feed.items, { title: 'بلا رقم' }, { id: null, title: 'ب' }, { id: {}, title: 'ج' }];
      expect(codeOf(() => readArticle({ ...feed, items }, id))).toBe('not-an-article');
    },
  );

  it.each([
    ['is empty', []],
    ['holds no objects', [null, 'خبر', 7, ['خبر']]],
    ['has items without anything to show', [{ id: '1' }, { id: '2' }]],
  ])('has no article where it %s', (_, items) => {
    expect(codeOf(() => readArticle({ ...feed, items }))).toBe('not-an-article');
  });

  it('begins with the first item that has anything to show', () => {
    expect(readArticle({ ...feed, items: [{ id: '1' }, { id: '2', title: 'خبر' }] }).id).toBe('2');
  });

  it('says that its item is missing rather than that the dialect is unknown', () => {
    expect(() => readArticle(feed, '4')).toThrow(/feed/);
  });

  it('is passed over for its first object where something else comes before', () => {
    expect(readArticle({ items: [null, 'x', { title: 'خبر' }] }).headline).toBe('خبر');
  });

  it.each([
    ['an object', {}],
    ['a string', 'x'],
    ['null', null],
  ])('is none where its items are %s', (_, items) => {
    expect(codeOf(() => readArticle({ version: feed.version, items }))).toBe('not-an-article');
  });

  it('is told by its items, whatever its version', () => {
    expect(readArticle({ version: 'https://jsonfeed.org/version/1', items: [{ title: 'خبر' }] }).headline).toBe('خبر');
  });

  it('gives its items its language', () => {
    expect(readArticle(feed).language).toBe('ar');
  });

  it('leaves an item its own language', () => {
    expect(readArticle({ ...feed, items: [{ title: 'خبر', language: 'fa' }] }).language).toBe('fa');
  });

  it('gives its language to an item whose own is none', () => {
    expect(readArticle({ ...feed, items: [{ title: 'خبر', language: 'Arabic' }] }).language).toBe('ar');
  });

  it('is the publisher of its items', () => {
    const json = { ...feed, icon: '/icon.png' };
    expect(readArticle(json).publisher).toEqual({
      name: 'صحيفة المرفأ',
      url: 'https://news.example/',
      logo: 'https://news.example/icon.png',
    });
  });

  it('lends its favicon where it has no icon', () => {
    const json = { ...feed, icon: 'javascript:alert(1)', favicon: '/favicon.png' };
    expect(readArticle(json).publisher?.logo).toBe('https://news.example/favicon.png');
  });

  it('lends its name to a publisher that an item gives a logo alone', () => {
    const logo = 'https://agency.example/logo.png';
    const items = [{ title: 'خبر', _khabar: { publisher: { logo } } }];
    const { publisher } = readArticle({ ...feed, items });
    expect(publisher).toEqual({ ...readArticle(feed).publisher, logo });
  });

  it('is not the publisher of an item that names its own', () => {
    const items = [{ title: 'خبر', _khabar: { publisher: { name: 'وكالة' } } }];
    expect(readArticle({ ...feed, items }).publisher?.name).toBe('وكالة');
  });

  it('gives its authors to an item without any', () => {
    expect(readArticle({ ...feed, authors: [{ name: 'سالم' }] }).authors).toEqual([{ name: 'سالم' }]);
  });

  it('leaves an item its own authors', () => {
    const items = [{ title: 'خبر', author: { name: 'ليلى' } }];
    expect(readArticle({ ...feed, authors: [{ name: 'سالم' }], items }).authors).toEqual([{ name: 'ليلى' }]);
  });

  it('resolves the address of an item against its home page', () => {
    expect(readArticle(feed).url).toBe('https://news.example/1');
  });

  it('leaves relative addresses out where its home page is no address', () => {
    expect(readArticle({ ...feed, home_page_url: '/home' }).url).toBeUndefined();
  });

  it('offers its other items as related stories', () => {
    expect(readArticle(feed, '2').related).toEqual([
      {
        url: 'https://news.example/1',
        headline: 'الأول',
        picture: 'https://news.example/1.jpg',
        published: expect.objectContaining({ iso: '2025-11-12T14:08:00+04:00' }),
      },
      { url: 'https://news.example/3', headline: 'الثالث' },
    ]);
  });

  it('offers four of its items, however many it has', () => {
    const items = Array.from({ length: 50 }, (_, id) => ({ id, url: `/${id}`, title: `خبر ${id}` }));
    expect(readArticle({ ...feed, items }).related.map(({ url }) => new URL(url).pathname)).toEqual([
      '/1',
      '/2',
      '/3',
      '/4',
    ]);
  });

  it('offers no story twice, nor the article itself', () => {
    const story = (url: string) => ({ url, title: 'آخر' });
    const items = [story('https://news.example/7'), story('https://news.example/8'), story('https://news.example/8')];
    expect(readArticle({ items: [story('https://news.example/7'), ...items] }).related.map(({ url }) => url)).toEqual([
      'https://news.example/8',
    ]);
  });

  it('leaves an item its own related stories', () => {
    const items = [{ title: 'خبر', _khabar: { related: [{ url: '/9', title: 'آخر' }] } }, ...feed.items];
    expect(readArticle({ ...feed, items }).related.map(({ headline }) => headline)).toEqual(['آخر']);
  });

  it.each(wrongTypes)('gives its items nothing bad where all it says of itself is %s', (_, value) => {
    const json = {
      ...{ title: value, home_page_url: value, icon: value, favicon: value, language: value },
      ...{ authors: value, author: value, items: [{ title: 'خبر' }] },
    };
    expect(strings(readArticle(json))).not.toMatch(/object|undefined|null|NaN|Infinity|=>/);
  });
});

describe('a field of an item', () => {
  afterEach(() => {
    for (const name of ['title', '_khabar', 'items']) Reflect.deleteProperty(Object.prototype, name);
  });

  const full = {
    ...{ id: '7', url: 'https://news.example/2025/7', external_url: 'https://other.example/7', title: 'خبر' },
    ...{ summary: 'ملخّص', content_html: '<p>نص</p>', content_text: 'نص', image: '/7.jpg', banner_image: '/b.jpg' },
    ...{ date_published: '2025-11-12T14:08:00+04:00', date_modified: '2025-11-12T15:40:00+04:00', language: 'ar' },
    ...{ authors: [{ name: 'سالم', url: '/salim' }], author: { name: 'ليلى' }, tags: ['مسقط'] },
    _khabar: {
      ...{ short_url: '/?p=7', section: 'محليات' },
      image: { alt: 'بديل', caption: 'شرح', credit: 'المصوّر', width: 1920, height: 1080 },
      ...{ source: [{ name: 'وكالة', url: '/agency' }], publisher: { name: 'صحيفة', url: '/', logo: '/logo.png' } },
      ...{ follow: [{ url: 'https://x.com/example' }], related: [{ url: '/6', title: 'آخر', image: '/6.jpg' }] },
    },
  };

  it('has its place in the article', () => {
    expect(readArticle(full)).toEqual({
      id: '7',
      url: 'https://news.example/2025/7',
      headline: 'خبر',
      summary: 'ملخّص',
      body: { html: '<p>نص</p>' },
      picture: {
        url: 'https://news.example/7.jpg',
        alt: 'بديل',
        caption: 'شرح',
        credit: 'المصوّر',
        width: 1920,
        height: 1080,
      },
      published: expect.objectContaining({ iso: '2025-11-12T14:08:00+04:00' }),
      updated: expect.objectContaining({ iso: '2025-11-12T15:40:00+04:00' }),
      language: 'ar',
      section: 'محليات',
      authors: [{ name: 'سالم', url: 'https://news.example/salim' }],
      source: [{ name: 'وكالة', url: 'https://news.example/agency' }],
      publisher: { name: 'صحيفة', url: 'https://news.example/', logo: 'https://news.example/logo.png' },
      shortLink: 'https://news.example/?p=7',
      follow: ['https://x.com/example'],
      related: [{ url: 'https://news.example/6', headline: 'آخر', picture: 'https://news.example/6.jpg' }],
      tags: ['مسقط'],
    });
  });

  const names = Object.keys(full).filter((name) => name !== 'title' && name !== '_khabar');
  const extensionNames = Object.keys(full._khabar);

  it.each(names.flatMap((name) => wrongTypes.map(([type, value]) => [name, type, value] as const)))(
    '%s never costs the article, though it be %s',
    (name, _, value) => {
      expect(readArticle({ ...full, [name]: value }).headline).toBe('خبر');
    },
  );

  it.each(extensionNames.flatMap((name) => wrongTypes.map(([type, value]) => [name, type, value] as const)))(
    '%s of the extension never costs the article, though it be %s',
    (name, _, value) => {
      expect(readArticle({ ...full, _khabar: { ...full._khabar, [name]: value } }).headline).toBe('خبر');
    },
  );

  it.each(wrongTypes)('_khabar never costs the article, though it be %s', (_, value) => {
    expect(readArticle({ ...full, _khabar: value }).url).toBe('https://news.example/2025/7');
  });

  it.each(wrongTypes)('is plain, though every one of them be %s', (_, value) => {
    const json = Object.fromEntries(names.map((name) => [name, value]));
    const extension = Object.fromEntries(extensionNames.map((name) => [name, value]));
    expect(strings(readArticle({ ...json, title: 'خبر', _khabar: extension }))).not.toMatch(
      /object|undefined|null|true|false|NaN|Infinity|rendered|=>/,
    );
  });

  it.each(wrongTypes)('is plain, though all it holds in lists and objects be %s', (_, value) => {
    const json = {
      ...{ title: 'خبر', content_text: 'نص', authors: [{ name: value, url: value }, value], tags: [value, [value]] },
      image: 'https://news.example/7.jpg',
      _khabar: {
        image: { alt: value, caption: value, credit: value, width: value, height: value },
        ...{ source: [{ name: value, url: value }, value], publisher: { name: value, url: value, logo: value } },
        ...{ follow: [{ url: value }, value], related: [{ url: value, title: value, image: value }, value] },
      },
    };
    expect(strings(readArticle(json))).not.toMatch(/object|undefined|null|true|false|NaN|Infinity|rendered|=>/);
  });

  it('may be a number where text is expected', () => {
    expect(readItem({ id: 118904 }).id).toBe('118904');
  });

  it('is not decoded, being plain text by the standard', () => {
    expect(readArticle({ title: 'R&amp;D <b>' }).headline).toBe('R&amp;D <b>');
  });

  it('is folded to one line where it is plain text', () => {
    expect(readArticle({ title: ' خبر\n\n اليوم ' }).headline).toBe('خبر اليوم');
  });

  it('keeps the white space of a plain body', () => {
    expect(readItem({ content_text: 'أ\n\n  ب' }).body).toEqual({ text: 'أ\n\n  ب' });
  });

  it('is the HTML body where there are two bodies', () => {
    expect(readItem({ content_html: '<p>أ</p>', content_text: 'أ' }).body).toEqual({ html: '<p>أ</p>' });
  });

  it.each(['', ' \n', null, 7, ['<p>أ</p>'], { rendered: '<p>أ</p>' }])(
    'is the plain body where the HTML one is %j',
    (content_html) => {
      expect(readItem({ content_html, content_text: 'أ' }).body).toEqual({ text: 'أ' });
    },
  );

  it('is the address on another site where there is none of its own', () => {
    expect(readItem({ url: '', external_url: 'https://other.example/7' }).url).toBe('https://other.example/7');
  });

  it('is the banner where there is no picture', () => {
    expect(readItem({ image: 'data:,', banner_image: 'https://news.example/b.jpg' }).picture?.url).toBe(
      'https://news.example/b.jpg',
    );
  });

  it('is no picture where there are only details of one', () => {
    expect(readItem({ _khabar: { image: { alt: 'بديل', width: 7 } } }).picture).toBeUndefined();
  });

  it.each([
    ['a string', 'سالم', ['سالم']],
    ['an object', { name: 'سالم' }, ['سالم']],
    ['a list of strings', ['سالم', 'ليلى'], ['سالم', 'ليلى']],
    [
      'a mixed list',
      [null, { name: 'سالم' }, 'ليلى', { url: 'https://news.example/' }, [{ name: 'x' }], 7],
      ['سالم', 'ليلى', '7'],
    ],
  ])('is a list of authors where it is %s', (_, authors, expected) => {
    expect(readItem({ authors }).authors.map(({ name }) => name)).toEqual(expected);
  });

  it('is the author of version 1.0 where there are no authors of 1.1', () => {
    expect(readItem({ authors: [], author: { name: 'ليلى' } }).authors).toEqual([{ name: 'ليلى' }]);
  });

  it.each(['mailto:desk@news.example', 'javascript:alert(1)', '@salim'])(
    'loses its address where that is %s, not its name',
    (url) => {
      expect(readItem({ authors: [{ name: 'سالم', url }] }).authors).toEqual([{ name: 'سالم' }]);
    },
  );

  it('is resolved against the article where it is a relative address', () => {
    expect(readItem({ url: 'https://news.example/2025/7', image: 'a.jpg' }).picture?.url).toBe(
      'https://news.example/2025/a.jpg',
    );
  });

  it('takes the scheme of the article where it is an address without one', () => {
    expect(readItem({ url: 'http://news.example/7', image: '//cdn.example/a.jpg' }).picture?.url).toBe(
      'http://cdn.example/a.jpg',
    );
  });

  it('is left out where it is a relative address of an article without one', () => {
    expect(readItem({ image: 'a.jpg' }).picture).toBeUndefined();
  });

  it('may name the publisher by a string', () => {
    expect(readItem({ _khabar: { publisher: 'صحيفة' } }).publisher).toEqual({ name: 'صحيفة' });
  });

  it('is no publisher where it names none', () => {
    expect(
      readItem({ _khabar: { publisher: { name: '', url: 'javascript:alert(1)', logo: 7 } } }).publisher,
    ).toBeUndefined();
  });

  it('resolves the logo against the publisher’s own site', () => {
    const publisher = { url: 'https://agency.example/', logo: '/logo.png' };
    expect(readItem({ url: 'https://news.example/7', _khabar: { publisher } }).publisher?.logo).toBe(
      'https://agency.example/logo.png',
    );
  });

  it('may name accounts to follow by their addresses alone', () => {
    expect(
      readItem({ _khabar: { follow: ['https://x.com/a', { url: 'https://t.me/a' }, '@a', null] } }).follow,
    ).toEqual(['https://x.com/a', 'https://t.me/a']);
  });

  it.each([
    ['a headline', { url: 'https://news.example/6' }],
    ['an address', { title: 'آخر' }],
    ['an address on the web', { url: 'javascript:alert(1)', title: 'آخر' }],
    ['a headline that shows', { url: 'https://news.example/6', title: ' \u200B' }],
  ])('is no related story without %s', (_, story) => {
    expect(readItem({ _khabar: { related: [story] } }).related).toEqual([]);
  });

  it('loses a summary that is nothing but the bot trap', () => {
    expect(readItem({ summary: 'Secret Link' }).summary).toBeUndefined();
  });

  it('loses the bot trap at the end of a summary', () => {
    expect(readItem({ summary: 'جملة قصيرة. Secret Link' }).summary).toBe('جملة قصيرة.');
  });

  it('loses from a summary the words that the body hides', () => {
    const content_html = '<p>جملة قصيرة.</p><a href="/x" style="display:none">فخ خفي</a>';
    expect(readItem({ summary: 'جملة قصيرة. فخ خفي', content_html }).summary).toBe('جملة قصيرة.');
  });

  it('loses the bot trap at the end of a plain body', () => {
    expect(readItem({ content_text: 'جملة قصيرة.\n\nSecret Link\n' }).body).toEqual({ text: 'جملة قصيرة.' });
  });

  it('loses a plain body that is nothing but the bot trap', () => {
    expect(readItem({ content_text: ' Secret Link ' }).body).toBeUndefined();
  });

  it('is not what a script has put on Object.prototype', () => {
    Object.assign(Object.prototype, { title: 'junk', _khabar: { section: 'junk' }, items: [{ title: 'junk' }] });
    expect(strings(readArticle({ url: 'https://news.example/7' }))).not.toContain('junk');
  });

  it('is not what __proto__ holds', () => {
    const json: unknown = JSON.parse(
      '{"title":"خبر","__proto__":{"summary":"junk"},"_khabar":{"__proto__":{"section":"junk"}},"constructor":{"prototype":{"id":"junk"}}}',
    );
    expect(strings(readArticle(json))).not.toContain('junk');
  });

  it('leaves Object.prototype as it was', () => {
    readArticle(JSON.parse('{"title":"خبر","__proto__":{"polluted":1},"_khabar":{"__proto__":{"polluted":1}}}'));
    expect('polluted' in {}).toBe(false);
  });

  it('is left as it came', () => {
    const json = structuredClone({ ...feed, items: [full, ...feed.items] });
    const before = JSON.stringify(json);
    readArticle(json);
    expect(JSON.stringify(json)).toBe(before);
  });

  it('may be read from a frozen object', () => {
    expect(readArticle(Object.freeze({ title: 'خبر', authors: Object.freeze(['سالم']) })).headline).toBe('خبر');
  });
});

describe('the reader', () => {
  it.each([
    [
      'a feed of many items',
      (size: number) => ({ items: Array.from({ length: size / 16 }, (_, id) => ({ id, title: 'خبر' })) }),
    ],
    ['an item of many authors', (size: number) => ({ title: 'خبر', authors: Array(size / 4).fill({ name: 'سالم' }) })],
    [
      'an item of many related stories',
      (size: number) => ({
        title: 'خبر',
        _khabar: { related: Array(size / 16).fill({ url: 'https://news.example/', title: 'آخر' }) },
      }),
    ],
    [
      'an item with a long summary of nothing but the bot trap',
      (size: number) => ({ title: 'خبر', summary: 'Secret Link '.repeat(size / 12) }),
    ],
    ['an item with a long language', (size: number) => ({ title: 'خبر', language: `ar${'-a'.repeat(size / 2)}` })],
  ])(
    'is linear in %s',
    (_, input) => {
      expectLinear<object>(input, (json) => readArticle(json));
    },
    SERIES_TIMEOUT,
  );
});

describe('what is left to the dialects', () => {
  it.each([
    ['an item whose summary may be made from its body', { title: 'خبر', summary: 'نص', content_html: '<p>نص</p>' }],
    ['an item that may be escaped', { title: 'R&amp;D' }],
    ['a feed that may be escaped', { items: [{ title: 'خبر' }, { title: 'R&amp;D', url: 'https://news.example/' }] }],
    ['a summary with tags', { items: [{ title: 'خبر', summary: '<p>نص</p>' }] }],
  ])('is %s', (_, json) => {
    expect(jsonFeed.read(json, {})).toBeUndefined();
    expect(readArticle(json).headline).toBe('items' in json ? 'خبر' : json.title);
  });

  it.each([
    ['an item with Khabar’s extension', { title: 'R&amp;D', summary: 'نص', content_html: '<p>نص</p>', _khabar: {} }],
    ['a feed with Khabar’s extension', { _khabar: {}, items: [{ title: 'R&amp;D', summary: 'نص' }] }],
    ['a feed with an item that has it', { items: [{ title: 'R&amp;D' }, { title: 'ب', _khabar: {} }] }],
    ['a plain item without a summary', { title: 'خبر', content_html: '<p>نص</p>' }],
    ['a plain feed without summaries', { items: [{ title: 'خبر', content_html: '<p>R&amp;D</p>' }] }],
  ])('is not %s', (_, json) => {
    expect(jsonFeed.read(json, {})).toHaveProperty('headline');
  });
});

/** What the articles of each set are signed with. */
const NAMES = {
  own: { sources: ['وكالة الساحل', 'الصدى'], agency: 'https://agency.example/', feed: 'الصدى' },
  shared: { sources: ['العمانية', 'التأمل'], agency: 'https://omannews.gov.om/', feed: 'المسار' },
};

for (const set of SETS) {
  describe.skipIf(!isPresent(set))(`the reference article (${set})`, () => {
    const json = () => fixture<Record<string, unknown>>(`${set}/seed/article.json`);

    it('is read with every field that the page has', () => {
      const empty = Object.entries(readArticle(json())).filter(
        ([name, value]) => name !== 'authors' && (value === undefined || (Array.isArray(value) && value.length === 0)),
      );
      expect(empty).toEqual([]);
    });

    it('names both its sources, in their order', () => {
      expect(readArticle(json()).source.map(({ name }) => name)).toEqual(NAMES[set].sources);
    });

    it('keeps its title as it was written', () => {
      expect(readArticle(json()).headline).toBe(json()['title']);
    });

    it('keeps its summary as it was written', () => {
      expect(readArticle(json()).summary).toBe(json()['summary']);
    });

    it('hands its body on untouched, for the cleaning room to clean', () => {
      expect(readArticle(json()).body).toEqual({ html: json()['content_html'] });
    });

    it('has the short link of its page', () => {
      expect(readArticle(json()).shortLink).toBe('https://example.om/?p=118904');
    });

    it('has an address that is pure ASCII', () => {
      expect(readArticle(json()).url).toMatch(/^https:\/\/example\.om\/2025\/11\/12\/[!-~]+\/$/);
    });

    it('has a picture of known size', () => {
      expect(readArticle(json()).picture).toMatchObject({ width: 1920, height: 1080 });
    });

    it('names six accounts to follow', () => {
      expect(readArticle(json()).follow).toHaveLength(6);
    });

    it('names four related stories, one of them with a picture', () => {
      expect(readArticle(json()).related.map(({ picture }) => Boolean(picture))).toEqual([true, false, false, false]);
    });

    it('is read without the dialects', () => {
      expect(jsonFeed.read(json(), {})).toEqual(readArticle(json()));
    });

    it('is the same within its feed', () => {
      expect(readArticle(fixture(`${set}/seed/feed.json`), '118904')).toEqual(readArticle(json()));
    });

    it('is the first of its feed', () => {
      expect(readArticle(fixture(`${set}/seed/feed.json`)).id).toBe('118904');
    });

    it('has in its feed a neighbour that offers it as related', () => {
      expect(readArticle(fixture(`${set}/seed/feed.json`), '118840').related.map(({ headline }) => headline)).toEqual([
        json()['title'],
      ]);
    });

    it('shows no bot trap outside its body, though its summary be made by stripping tags', () => {
      const item = json();
      const stripped = String(item['content_html']).replace(/<[^>]*>/g, ' ');
      expect(strings({ ...readArticle({ ...item, summary: stripped }), body: undefined })).not.toContain('Secret');
    });
  });

  describe.skipIf(!isPresent(set))(`a feed as generators write it (${set})`, () => {
    it('is read where it is of Eleventy', () => {
      expect(readArticle(fixture(`${set}/jsonfeed/eleventy-rss.json`), 'https://example.om/posts/old/')).toMatchObject({
        url: 'https://example.om/posts/old/',
        body: undefined,
        language: 'ar',
        authors: [{ name: NAMES[set].feed, url: undefined }],
      });
    });

    it('is read where it is of npm’s feed, which is still at version 1', () => {
      const article = readArticle(fixture(`${set}/jsonfeed/npm-feed.json`), 'https://example.om/?p=118904');
      expect(article.authors).toEqual([{ name: NAMES[set].sources.join(' + '), url: NAMES[set].agency }]);
    });

    it('lends its author to an item of npm’s feed that has none', () => {
      const article = readArticle(fixture(`${set}/jsonfeed/npm-feed.json`), 'https://example.om/?p=118891');
      expect(article.authors).toEqual([{ name: NAMES[set].feed, url: 'https://example.om/about' }]);
    });

    it('has an item of npm’s feed that says only when it was changed', () => {
      const article = readArticle(fixture(`${set}/jsonfeed/npm-feed.json`), 'https://example.om/?p=118891');
      expect([article.published, article.updated?.iso]).toEqual([undefined, '2025-11-12T06:05:00Z']);
    });
  });
}

/** All the strings of an article but its body, which is not text yet. */
function strings(value: object): string {
  const found: string[] = [];
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'body' || key === 'wallClock' || key === 'offset' || key === 'hasTime') return undefined;
    if (part !== undefined && typeof part !== 'object') found.push(String(part));
    return part;
  });
  return found.join('\n');
}
