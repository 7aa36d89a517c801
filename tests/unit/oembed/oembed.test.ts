import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../../src/article/article-error.js';
import { frameRequest } from '../../../src/embedding/frame/frame-address.js';
import { oEmbed, OEmbedError } from '../../../src/oembed/index.js';
import { answer, attributesOf, decoded, FRAME, SRC, STORY, thrownBy } from './support.js';

/** What WordPress 6.1 leaves of an answer (`wp_filter_oembed_result`): these elements, these attributes, these two together. */
function afterWordPress(html: string): string | undefined {
  const kept: Record<string, readonly string[]> = {
    a: ['href'],
    blockquote: [],
    iframe: ['src', 'width', 'height', 'frameborder', 'title'],
  };
  const filtered = html.replace(/<(\/?)(\w+)([^<>]*)>/g, (_, slash: string, name: string, rest: string) => {
    if (!kept[name]) return '';
    const own = rest.match(/ [\w-]+="[^"]*"/g) ?? [];
    return `<${slash}${name}${own.filter((one) => kept[name]!.includes(/[\w-]+/.exec(one)![0])).join('')}>`;
  });
  const [, quotation = '', frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(filtered) ?? [];
  return frame && quotation + frame;
}

describe('An oEmbed answer', () => {
  it('is rich, and of version 1.0', () => {
    expect(answer()).toMatchObject({ type: 'rich', version: '1.0' });
  });

  it('has the headline as its title', () => {
    expect(answer().title).toBe(STORY.title);
  });

  it('names the first author', () => {
    expect(answer()).toMatchObject({ author_name: 'هدى الوادعية', author_url: 'https://news.example/authors/huda' });
  });

  it('names the publisher', () => {
    expect(answer()).toMatchObject({ provider_name: 'الواحة', provider_url: 'https://news.example/' });
  });

  it('names the site of the article where the publisher has no address', () => {
    const { provider_name, provider_url } = answer({ _khabar: {} });
    expect({ provider_name, provider_url }).toEqual({ provider_url: 'https://news.example/' });
  });

  it('may be kept for an hour, or for as long as the publisher says', () => {
    expect(answer().cache_age).toBe(3600);
    expect(answer({}, { cacheAge: 60 }).cache_age).toBe(60);
  });

  it('has no field without a value', () => {
    const bare = oEmbed({ title: 'خبر' }, { frame: FRAME, src: SRC, url: 'https://news.example/42' });
    expect(Object.keys(JSON.parse(JSON.stringify(bare)) as object)).toEqual(Object.keys(bare));
    expect(Object.keys(bare)).toEqual([
      'version',
      'type',
      'title',
      'provider_url',
      'cache_age',
      'html',
      'width',
      'height',
    ]);
  });

  it('has nothing of the body and of the summary, whatever the view', () => {
    const text = JSON.stringify(answer({}, { settings: { view: 'article' } }));
    expect(text).not.toContain('القناة');
    expect(text).not.toContain('عقود');
  });

  it.each([
    [
      'WordPress',
      {
        id: 7,
        type: 'post',
        link: 'https://news.example/7/',
        title: { rendered: 'الرياح &amp; الأمواج' },
        content: { rendered: '<p>نص</p>' },
        excerpt: { rendered: '' },
        date: '2025-11-12T14:08:00',
        date_gmt: '2025-11-12T10:08:00',
      },
      'الرياح & الأمواج',
    ],
    [
      'schema.org',
      { '@type': 'NewsArticle', headline: 'عاد الماء', url: 'https://news.example/7/', articleBody: 'نص' },
      'عاد الماء',
    ],
    [
      'Ghost',
      { posts: [{ id: 'a', comment_id: 'a', title: 'عاد الماء', url: 'https://news.example/7/', html: '<p>نص</p>' }] },
      'عاد الماء',
    ],
  ])('is written for JSON of %s', (_, json, title) => {
    const written = oEmbed(json, { frame: FRAME, src: SRC });
    expect(written.title).toBe(title);
    expect(attributesOf(written.html, 'a')['href']).toBe('https://news.example/7/');
  });

  it('is that of the item that the fragment of src picks', () => {
    const items = [STORY, { id: 'أ ب', url: 'https://news.example/43', title: 'خبر ثانٍ' }];
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'الواحة', items };
    const src = 'https://news.example/feed.json#أ ب';
    const { title, html } = oEmbed(feed, { frame: FRAME, src });
    expect(title).toBe('خبر ثانٍ');
    expect(frameRequest(new URL(attributesOf(html, 'iframe')['src']!).hash, FRAME).address!.href).toBe(
      new URL(src).href,
    );
  });
});

describe('The thumbnail of an oEmbed answer', () => {
  const thumbnail = (fields: object = {}, options = {}) => {
    const { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height } = answer(fields, options);
    return [url, width, height];
  };
  const none = [undefined, undefined, undefined];

  it('is the picture, with its size', () => {
    expect(thumbnail()).toEqual(['https://news.example/42.jpg', 1600, 1200]);
  });

  it('is left out where its size is not known', () => {
    expect(thumbnail({ _khabar: {} })).toEqual(none);
  });

  it.each([[{ maxWidth: 1599 }], [{ maxHeight: 1199 }]])('is left out where it is larger than %j', (options) => {
    expect(thumbnail({}, options)).toEqual(none);
  });

  it('is the largest size that fits', () => {
    const size = (width: number, height: number) => ({
      source_url: `https://news.example/${width}.jpg`,
      width,
      height,
      mime_type: 'image/jpeg',
    });
    const post = {
      id: 7,
      type: 'post',
      link: 'https://news.example/7/',
      title: { rendered: 'خبر' },
      content: { rendered: '<p>نص</p>' },
      excerpt: { rendered: '' },
      _embedded: {
        'wp:featuredmedia': [
          {
            source_url: 'https://news.example/1600.jpg',
            media_details: {
              width: 1600,
              height: 1200,
              sizes: { medium: size(300, 225), large: size(1024, 768), full: size(1600, 1200) },
            },
          },
        ],
      },
    };
    const { thumbnail_url: url, ...lengths } = oEmbed(post, { frame: FRAME, src: SRC, maxWidth: 1100 });
    expect(url).toBe('https://news.example/1024.jpg');
    expect(lengths).toMatchObject({ thumbnail_width: 1024, thumbnail_height: 768 });
    const { thumbnail_url: lower } = oEmbed(post, { frame: FRAME, src: SRC, maxWidth: 1100, maxHeight: 400 });
    expect(lower).toBe('https://news.example/300.jpg');
  });
});

describe('The HTML of an oEmbed answer', () => {
  it('begins with the quotation of the default snippet', () => {
    const { html } = answer();
    expect(html.startsWith('<blockquote class="khabar-card" ')).toBe(true);
    expect(attributesOf(html, 'blockquote')).toMatchObject({
      'data-src': SRC,
      'data-view': 'teaser',
      lang: 'ar',
      dir: 'rtl',
    });
    expect(html).toContain(
      `<p>${STORY.title}</p> <a href="https://news.example/42">الواحة · news.example</a></blockquote>`,
    );
  });

  it('has the link alone where there is no headline, and the address as the title of the frame', () => {
    const { html } = answer({ title: undefined });
    expect(html).toContain('hidden=""><a href="https://news.example/42">الواحة · news.example</a></blockquote>');
    expect(attributesOf(html, 'iframe')['title']).toBe('news.example/42');
  });

  it('hides the quotation where its attributes are kept, as the frame has the same story', () => {
    expect(attributesOf(answer().html, 'blockquote')).toHaveProperty('hidden');
  });

  it('states the language that the letters show, and none that they do not', () => {
    expect(attributesOf(answer({ language: undefined }).html, 'blockquote')).toMatchObject({ lang: 'ar', dir: 'rtl' });
    const unknown = attributesOf(
      answer({ language: undefined, title: 'News', summary: '', content_html: '' }).html,
      'blockquote',
    );
    expect(unknown).not.toHaveProperty('lang');
    expect(unknown).not.toHaveProperty('dir');
  });

  it('ends with the frame, which draws the article', () => {
    const { html } = answer();
    expect(html.endsWith('></iframe>')).toBe(true);
    const { src, title } = attributesOf(html, 'iframe');
    expect(src).toBe(`${FRAME}?view=teaser#${SRC}`);
    expect(title).toBe(STORY.title);
    expect(frameRequest(new URL(src!).hash, FRAME).address!.href).toBe(SRC);
  });

  it('has the card’s settings in both', () => {
    const { html } = answer(
      {},
      { settings: { view: 'summary', numerals: 'arab', 'short-link': 'https://n.example/{id}' } },
    );
    expect(attributesOf(html, 'blockquote')).toMatchObject({ 'data-view': 'summary', 'data-numerals': 'arab' });
    const query = new URL(attributesOf(html, 'iframe')['src']!).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      view: 'summary',
      numerals: 'arab',
      'short-link': 'https://n.example/{id}',
    });
  });

  it('is cut off from its page as the snippet of a frame is', () => {
    expect(attributesOf(answer().html, 'iframe')).toMatchObject({
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
      allow: 'web-share; clipboard-write',
      loading: 'lazy',
    });
  });

  it('keeps its words and its frame in WordPress', () => {
    const { html } = answer();
    const { src } = attributesOf(html, 'iframe');
    expect(afterWordPress(html)).toBe(
      `<blockquote>${STORY.title} <a href="https://news.example/42">الواحة · news.example</a></blockquote>` +
        `<iframe src="${src}" title="${STORY.title}" width="100%" height="400" frameborder="0"></iframe>`,
    );
  });

  it.each([
    'https://news.example/articles/42.json?q={"a":[1]}|^`x`',
    'https://news.example/articles/42.json?a=1&b=%D8%A3#item 7',
    "https://news.example/it's/^.json",
  ])('has an address that WordPress takes nothing out of: %s', (src) => {
    const address = attributesOf(answer({}, { src }).html, 'iframe')['src']!;
    // What `esc_url` lets through.
    expect(address).toMatch(/^[\w\-~+.?#=!&;,/:%@$|*'()[\]]+$/);
    const drawn = frameRequest(`${new URL(address).hash}#?secret=aB3`, FRAME).address!;
    expect(decodeURIComponent(drawn.href)).toBe(decodeURIComponent(new URL(src).href));
  });

  it('is as wide as there is room, and no wider than the page says', () => {
    expect(attributesOf(answer().html, 'iframe')).toMatchObject({
      width: '100%',
      height: '400',
      style: 'display: block; inline-size: 100%; block-size: 400px; border: 0',
    });
    expect(attributesOf(answer({}, { maxWidth: 320, maxHeight: 250 }).html, 'iframe')).toMatchObject({
      width: '100%',
      height: '250',
      style: 'display: block; inline-size: 100%; max-inline-size: 320px; block-size: 250px; border: 0',
    });
  });
});

describe('The size of an oEmbed answer', () => {
  it.each([
    [{}, 600, 400],
    [{ settings: { view: 'summary' } }, 600, 640],
    [{ width: 480, height: 300 }, 480, 300],
    [{ maxWidth: 500 }, 500, 400],
    [{ maxWidth: 900, maxHeight: 900 }, 600, 400],
    [{ maxHeight: 200 }, 600, 200],
    [{ width: 480, maxWidth: 1, maxHeight: 1 }, 1, 1],
  ])('for %j is %d × %d', (options, width, height) => {
    expect(answer({}, options)).toMatchObject({ width, height });
  });
});

describe('An article cannot break out of its oEmbed answer', () => {
  const attack = '</blockquote><script>alert(1)</script>" onload="alert(1)\' &quot;&lt;b&gt;';

  it('by its headline', () => {
    const { html, title } = answer({ title: attack });
    expect(title).toBe(attack);
    expect(html.match(/<\/?\w+/g)).toEqual([
      '<blockquote',
      '<p',
      '</p',
      '<a',
      '</a',
      '</blockquote',
      '<iframe',
      '</iframe',
    ]);
    expect(decoded(/<p>(.*)<\/p>/.exec(html)![1]!)).toBe(attack);
    expect(attributesOf(html, 'iframe')['title']).toBe(attack);
    expect(Object.keys(attributesOf(html, 'iframe'))).not.toContain('onload');
  });

  it('by the name of its publisher', () => {
    const { html, provider_name } = answer({ _khabar: { publisher: { name: attack } } });
    expect(provider_name).toBe(attack);
    expect(html.match(/<\/?script/g)).toBe(null);
    expect(decoded(/<a [^>]*>(.*)<\/a>/.exec(html)![1]!)).toBe(`${attack} · news.example`);
  });

  it('by the host that the words of its link name: it is that of the link', () => {
    const { html } = answer({ url: 'https://evil.example/', _khabar: { publisher: { name: 'news.example' } } });
    expect(html).toContain('<a href="https://evil.example/">news.example · evil.example</a>');
  });

  it('by what it reorders', () => {
    expect(answer({ title: '\u202Eخبر' }).html).toContain('<p>\u202Eخبر\u202C</p>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:password@news.example/', 'file:///etc/passwd'])(
    'by the address %s, in any field',
    (address) => {
      const text = JSON.stringify(
        answer(
          {
            url: address,
            image: address,
            authors: [{ name: 'هدى', url: address }],
            _khabar: { image: { width: 1, height: 1 }, publisher: { name: 'الواحة', url: address } },
          },
          { url: 'https://news.example/42' },
        ),
      );
      expect(text).not.toContain(address);
      expect(text).toContain('href=\\"https://news.example/42\\"');
    },
  );

  it.each([
    'http://127.0.0.1/admin',
    'http://192.168.0.1/',
    'http://[::1]/',
    'http://router.lan/',
    'http://2130706433/',
  ])('by the address %s of a private network, for which other sites would ask', (address) => {
    const { author_url, provider_url, thumbnail_url } = answer({
      image: address,
      authors: [{ name: 'هدى', url: address }],
      _khabar: { image: { width: 1, height: 1 }, publisher: { name: 'الواحة', url: address } },
    });
    expect({ author_url, provider_url, thumbnail_url }).toEqual({ provider_url: 'https://news.example/' });
  });

  it('but on a private network its own addresses stay', () => {
    const local = (path: string) => `http://127.0.0.1:4001/${path}`;
    const fields = {
      url: local('42'),
      image: local('42.jpg'),
      authors: [{ name: 'هدى', url: local('huda') }],
      _khabar: { image: { width: 1, height: 1 }, publisher: { name: 'الواحة', url: local('') } },
    };
    expect(answer(fields, { frame: local('frame.html'), src: local('42.json') })).toMatchObject({
      author_url: local('huda'),
      provider_url: local(''),
      thumbnail_url: local('42.jpg'),
    });
  });
});

describe('An oEmbed answer is refused', () => {
  const refused = (fields: object, options: object) => thrownBy(() => answer(fields, options)) as OEmbedError;

  it.each([
    ['frame', 'frame.html'],
    ['frame', 'javascript:alert(1)'],
    ['src', '/articles/42.json'],
    ['src', undefined],
    ['width', 0],
    ['height', 1.5],
    ['maxWidth', NaN],
    ['maxHeight', '200'],
    ['cacheAge', -1],
    ['settings', { src: 'https://evil.example/' }],
    ['settings', { loading: 'eager' }],
    ['settings', { veiw: 'teaser' }],
    ['settings', { view: 1 }],
  ])('for the option %s: %j', (name, value) => {
    const error = refused({}, { [name]: value });
    expect(error).toBeInstanceOf(OEmbedError);
    expect(error.code).toBe('bad-option');
  });

  it('without the option’s value in the message, which may be a secret', () => {
    expect(refused({}, { src: 'news.example/?token=s3cret' }).message).not.toContain('s3cret');
  });

  it('where frame.html would not draw the article, unless its host is listed', () => {
    const src = 'https://api.example/42.json';
    expect(refused({}, { src }).code).toBe('not-allowed');
    expect(answer({}, { src, origins: 'https://api.example' }).html).toContain(`#${src}"`);
  });

  it('for JSON that holds no article, with the cause', () => {
    const error = thrownBy(() => oEmbed({ error: 'not found' }, { frame: FRAME, src: SRC })) as OEmbedError;
    expect(error.code).toBe('not-an-article');
    expect(error.cause).toBeInstanceOf(ArticleError);
  });

  it('for an item that the feed does not have', () => {
    const error = thrownBy(() => oEmbed({ items: [STORY] }, { frame: FRAME, src: `${SRC}#7` })) as OEmbedError;
    expect(error.code).toBe('not-an-article');
  });

  it('for a story that is given to some readers only, with the cause', () => {
    const post = {
      id: 7,
      type: 'post',
      link: 'https://news.example/7/',
      title: { rendered: 'خبر' },
      content: { rendered: '', protected: true },
      excerpt: { rendered: '', protected: true },
    };
    const error = thrownBy(() => oEmbed(post, { frame: FRAME, src: SRC })) as OEmbedError;
    expect(error.code).toBe('protected');
    expect((error.cause as ArticleError).code).toBe('protected');
  });

  it('for an article without an address, unless its page is told', () => {
    expect(refused({ url: undefined }, {}).code).toBe('no-address');
    const { html } = answer({ url: undefined }, { url: 'https://news.example/42' });
    expect(attributesOf(html, 'a')['href']).toBe('https://news.example/42');
  });
});
