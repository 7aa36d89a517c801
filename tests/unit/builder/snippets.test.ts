import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WebAddress } from '../../../src/article/web-address.js';
import { version } from '../../../src/version.js';
import { keptHeights, lengthOf, reserveOf } from '../../../demo/builder/heights.js';
import { defaults, initialOf, options, type Values } from '../../../demo/builder/options.js';
import { fileAddress } from '../../../demo/builder/places.js';
import { kindsOf, snippetsOf, type Snippet, type Story, type Wish } from '../../../demo/builder/snippets.js';

const story: Story = {
  headline: 'عنوان "فيه" <b>',
  summary: 'خلاصة & أكثر',
  publisher: 'القافلة',
  published: { iso: '2026-03-08T09:05:00+04:00', text: 'الأحد، 8 مارس 2026' },
  url: 'https://news.example/42?a=1&b=2' as WebAddress,
  language: 'ar',
  origins: {
    'connect-src': ['https://news.example'],
    'img-src': ['https://pictures.example'],
    'media-src': [],
    'frame-src': [],
  },
};
const address = 'https://news.example/feed.json#42' as WebAddress;

async function write(values: Partial<Values> = {}, more: Partial<Wish> = {}): Promise<readonly Snippet[]> {
  const wish = { source: { address }, story, heights: [], integrity: { 'embed.single.js': 'sha384-x' }, ...more };
  return snippetsOf({ ...wish, values: { ...defaults, ...values } });
}

const named = async (name: Snippet['name'], ...[values, more]: Parameters<typeof write>) =>
  (await write(values, more)).find((snippet) => snippet.name === name)?.text;
const card = async (...given: Parameters<typeof write>) => (await named('card', ...given))!;

describe('the snippet', () => {
  it('is a quotation of the story’s own words unless told otherwise', async () => {
    expect(await card()).toBe(`<blockquote
  class="khabar-card"
  data-src="${address}"
  lang="ar"
  dir="rtl">
<p><a href="https://news.example/42?a=1&amp;b=2">عنوان "فيه" &lt;b></a></p>
<p>خلاصة &amp; أكثر</p>
<p>القافلة · <time datetime="2026-03-08T09:05:00+04:00">الأحد، 8 مارس 2026</time></p>
</blockquote>
<script async src="${fileAddress('embed.js', 'follow')}"></script>`);
  });

  it.each([{ view: 'teaser' }, { hide: 'summary' }])('has no summary where the card has none: %o', async (values) => {
    const text = await card(values);
    expect(text).toContain('عنوان');
    expect(text).not.toContain('خلاصة');
  });

  it('as an element has the headline as its fallback', async () => {
    const text = await card({ kind: 'element' });
    expect(text).toMatch(/^<khabar-card src="https:\/\/news\.example\/feed\.json#42">\n<a href=/);
    expect(text).toContain('embed.js');
  });

  it('as a script is the script alone', async () => {
    expect(await card({ kind: 'script', view: 'teaser' })).toBe(
      `<script\n  async\n  src="${fileAddress('embed.js', 'follow')}"\n  data-src="${address}"\n  data-view="teaser"></script>`,
    );
  });

  it('as a frame names frame.html, and what that must list', async () => {
    const text = await card({ kind: 'frame', view: 'teaser' });
    expect(text).toContain(`src="${fileAddress('frame.html', 'follow')}?view=teaser#${address}"`);
    expect(text).toContain('title="عنوان &quot;فيه&quot; &lt;b>"');
    expect(await named('frame-origin', { kind: 'frame' })).toBe(
      '<meta name="khabar-origins" content="https://news.example">',
    );
  });

  it('for npm is a command, an import and the element', async () => {
    expect((await write({ kind: 'npm' })).slice(0, 3).map(({ text }) => text)).toEqual([
      'npm install khabar',
      "import 'khabar';",
      expect.stringMatching(/^<khabar-card /),
    ]);
  });

  it.each(['quotation', 'element', 'script'])(
    'pinned as %s names one file of one version, and its hash',
    async (kind) => {
      const text = await card({ kind, updates: 'pin' });
      expect(text).toContain(`src="https://cdn.example/khabar@${version}/dist/embed.single.js"`);
      expect(text).toMatch(/integrity="sha384-x"\s+crossorigin/);
    },
  );

  it('pinned for npm names the version', async () => {
    expect(await named('install', { kind: 'npm', updates: 'pin' })).toBe(`npm install --save-exact khabar@${version}`);
  });

  it('writes no default', async () => {
    const text = await card({ kind: 'element' });
    for (const { name } of options) expect(text).not.toMatch(new RegExp(`\\s${name}=`));
  });

  it.each(options.filter(({ of }) => of === 'card'))('writes what is chosen: $name', async (option) => {
    const other = option.values.find((value) => value !== initialOf(option));
    const value = option.none || (other ?? 'something');
    expect(await card({ [option.name]: value })).toContain(`data-${option.name}="${value}"`);
  });

  it.each(options.filter(({ of }) => of === 'style'))('writes what is chosen: $name', async ({ name, unit = '' }) => {
    expect(await card({ [name]: '1' })).toContain(`<div style="${name}: 1${unit}">`);
    expect(await card({ [name]: '1', kind: 'frame' })).not.toContain(name);
  });

  it.each(['quotation', 'element', 'npm'])('with pasted JSON, as %s, holds it, and no way out of it', async (kind) => {
    const json = { title: '</script><script>alert(1)</script><!--' };
    const text = await card({ kind }, { source: { json } });
    const [, inline = ''] = /<script type="application\/json">([^]*?)<\/script>/.exec(text) ?? [];
    expect(inline).not.toContain('<');
    expect(JSON.parse(inline)).toEqual(json);
  });

  it('has no room for JSON in a script and a frame', () => {
    expect(kindsOf({ json: {} })).toEqual(['quotation', 'element', 'npm']);
  });

  it.each(['quotation', 'element', 'script', 'frame', 'npm'])(
    'as %s leaves no value out of its quotes',
    async (kind) => {
      const evil = '"><img src=x onerror=alert(1)>';
      const text = await card(
        { kind },
        {
          source: { address: `https://news.example/${encodeURI(evil)}#"><img>` as WebAddress },
          story: { ...story, headline: evil, summary: evil, publisher: evil, published: { iso: evil, text: evil } },
        },
      );
      expect(text).not.toMatch(/<img/);
    },
  );

  it('preloads a story that is wanted at once', async () => {
    expect(await named('preload', { loading: 'eager' })).toContain('href="https://news.example/feed.json"');
    expect(await named('preload')).toBeUndefined();
  });
});

describe('the policy of a page', () => {
  it('allows the script, the story’s site and its pictures', async () => {
    expect(await named('policy')).toBe(
      'script-src https://cdn.example;\nconnect-src https://news.example;\nimg-src https://pictures.example',
    );
  });

  it('allows the frame alone, where there is one', async () => {
    expect(await named('policy', { kind: 'frame' })).toMatch(/^frame-src https:\/\/cdn\.example;\nstyle-src-attr/);
  });

  it('allows the styles that keep the place, each by its hash', async () => {
    const text = await card({}, { heights: [[320, 800]] });
    for (const [, style] of text.matchAll(/style="([^"]*)"/g))
      expect(await named('policy', {}, { heights: [[320, 800]] })).toContain(
        `'sha256-${createHash('sha256').update(style!).digest('base64')}'`,
      );
  });
});

describe('the heights of a card', () => {
  const heights = keptHeights([
    [280, 900],
    [320, 850],
    [480, 870],
    [640, 870],
    [720, 700],
  ]);

  it('are those of the next width where that is higher, each once', () => {
    expect(heights).toEqual([
      [280, 900],
      [320, 870],
      [720, 700],
    ]);
  });

  it('stand in the attribute, and as one length in a style', () => {
    expect(reserveOf(heights)).toBe('280:900 320:870 720:700');
    expect(lengthOf(heights)).toBe(
      'calc(900px - clamp(0px, (100cqi - 319.9px) * 9999, 30px) - clamp(0px, (100cqi - 719.9px) * 9999, 170px))',
    );
    expect(lengthOf([[280, 300]])).toBe('300px');
  });

  it('bear several cards on a page: no rule is shared', async () => {
    for (const kind of ['quotation', 'element', 'script', 'frame'])
      expect(await card({ kind }, { heights })).not.toMatch(/<style|class="(?!khabar-card)/);
  });

  it('of a frame are its own', async () => {
    const text = await card({ kind: 'frame' }, { heights });
    expect(text).toContain(`block-size: ${lengthOf(heights)}`);
    expect(text).toContain('height="900"');
  });
});
