import type { WebAddress } from '../../src/article/web-address.js';
import { direction } from '../../src/language/direction.js';
import { version } from '../../src/version.js';
import { greatest, lengthOf, reserveOf, type Heights } from './heights.js';
import { chosen, type Values } from './options.js';
import { fileAddress, PACKAGE, type Updates } from './places.js';

/** Facts that a drawn card tells of its story. All of it is the publisher's: text, never markup. */
export interface Story {
  readonly headline: string | undefined;
  readonly summary: string | undefined;
  readonly publisher: string | undefined;
  readonly published: { readonly iso: string; readonly text: string } | undefined;
  readonly url: WebAddress | undefined;
  readonly language: string | undefined;
  /** Origins that the card asked or shows something of, by the directive of a policy that is about them. */
  readonly origins: Readonly<Record<'connect-src' | 'img-src' | 'media-src' | 'frame-src', readonly string[]>>;
}

/** Where a card has its story from. */
export type Source = { readonly address: WebAddress } | { readonly json: unknown };

export interface Wish {
  readonly source: Source;
  readonly values: Values;
  readonly story: Story;
  /** None where they are not wanted, or not known. */
  readonly heights: Heights;
  /** dist/integrity.json */
  readonly integrity: Readonly<Record<string, string>>;
}

/** A text to be copied, and what it is. */
export interface Snippet {
  readonly name: 'card' | 'install' | 'import' | 'frame-origin' | 'policy' | 'preload';
  readonly text: string;
}

type Attribute = readonly [name: string, value: string];

/** The kinds that a source can be put into: the script and the frame have no room for JSON. */
export function kindsOf(source: Source): readonly string[] {
  return 'json' in source ? ['quotation', 'element', 'npm'] : ['quotation', 'element', 'script', 'frame', 'npm'];
}

/** All that is to be copied, the card first. */
export async function snippetsOf(wish: Wish): Promise<readonly Snippet[]> {
  const { source, values } = wish;
  const card = cardOf(wish);
  const snippets: Snippet[] = [];
  if (values.kind === 'npm')
    snippets.push(
      {
        name: 'install',
        text: values.updates === 'pin' ? `npm install --save-exact ${PACKAGE}@${version}` : `npm install ${PACKAGE}`,
      },
      { name: 'import', text: `import '${PACKAGE}';` },
    );
  snippets.push({ name: 'card', text: card });
  if ('address' in source) {
    if (values.kind === 'frame')
      snippets.push({
        name: 'frame-origin',
        text: tag('meta', [
          ['name', 'khabar-origins'],
          ['content', new URL(source.address).origin],
        ]),
      });
    // One that is not at the top may never be read: then the preload would fetch for nobody.
    else if (values.loading === 'eager')
      snippets.push({
        name: 'preload',
        text: tag('link', [
          ['rel', 'preload'],
          ['as', 'fetch'],
          ['crossorigin'],
          ['href', withoutFragment(source.address)],
        ]),
      });
  }
  snippets.push({ name: 'policy', text: await policyOf(wish, card) });
  return snippets;
}

function cardOf(wish: Wish): string {
  const { values, heights } = wish;
  const properties = chosen(values, 'style', values.kind).map((pair) => pair.join(': '));
  const isFrame = values.kind === 'frame';
  const card = isFrame ? frame(wish) : framedByWords(wish);
  const script = ['quotation', 'element'].includes(values.kind)
    ? `\n${scriptTag(values.updates as Updates, wish)}`
    : '';
  if (heights.length === 0) {
    const styled = properties.length > 0 ? tag('div', [['style', properties.join('; ')]], `\n${card}\n`) : card;
    return styled + script;
  }
  // Of a frame, the height is its own. A container takes no width from what is in it, hence its own.
  const place = isFrame
    ? card
    : tag('div', [['style', `display: flow-root; min-height: ${lengthOf(heights)}`]], `\n${card}\n`);
  const container = ['container-type: inline-size', 'inline-size: 100%', ...properties];
  return tag('div', [['style', container.join('; ')]], `\n${place}\n`) + script;
}

/** The snippet of every kind but the frame. */
function framedByWords(wish: Wish): string {
  const { source, values, story, heights } = wish;
  const isElement = values.kind === 'element' || values.kind === 'npm';
  const prefix = isElement ? '' : 'data-';
  const settings: Attribute[] = [
    // A quotation is one by its address, also where its JSON is within.
    ...('address' in source
      ? [[`${prefix}src`, source.address] as const]
      : isElement
        ? []
        : [['data-src', ''] as const]),
    ...chosen(values, 'card').map(([name, value]) => [prefix + name, value] as const),
    ...(heights.length > 0 ? [[`${prefix}reserve`, reserveOf(heights)] as const] : []),
  ];
  if (values.kind === 'script') return scriptTag(values.updates as Updates, wish, settings);
  const inline = 'json' in source ? `${inlineJson(source.json)}\n` : '';
  const language: Attribute[] = story.language
    ? [
        ['lang', story.language],
        ['dir', direction(story.language)],
      ]
    : [];
  if (!isElement)
    return tag(
      'blockquote',
      [['class', 'khabar-card'], ...settings, ...language],
      `\n${words(story, values)}\n${inline}`,
    );
  const [line] = [link(story)];
  return tag('khabar-card', settings, `\n${inline}${line}${line && '\n'}`);
}

/** Words of the story for readers before there is a card, or without one. */
function words(story: Story, { view, hide }: Values): string {
  const { headline, publisher, published, url } = story;
  // What the card does not show would be higher than the card, and move the page when it goes.
  const summary = view === 'teaser' || hide.split(' ').includes('summary') ? undefined : story.summary;
  const date = published && tag('time', [['datetime', published.iso]], escaped(published.text));
  const credit = [publisher && escaped(publisher), date].filter(Boolean).join(' · ');
  return [
    (headline ?? url) && `<p>${link(story)}</p>`,
    summary && `<p>${escaped(summary)}</p>`,
    credit && `<p>${credit}</p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function link({ headline, url }: Story): string {
  const label = escaped(headline ?? url ?? '');
  return url ? tag('a', [['href', url]], label) : label;
}

function frame({ source, values, story, heights }: Wish): string {
  const page = new URL(fileAddress('frame.html', values.updates as Updates));
  // That it is fetched when it comes near is the frame's own affair.
  for (const [name, value] of chosen(values, 'card', 'frame'))
    if (name !== 'loading' || value === 'click') page.searchParams.set(name, value);
  // Within, too: a skeleton that is higher brings a scroll bar, which makes the card narrower, and so higher, for good.
  if (heights.length > 0) page.searchParams.set('reserve', reserveOf(heights));
  if ('address' in source) page.hash = source.address;
  const height = heights.length > 0 ? lengthOf(heights) : '640px';
  return tag(
    'iframe',
    [
      ['class', 'khabar-card'],
      ['src', page.href],
      ['title', story.headline ?? page.host],
      ...(values.loading === 'eager' ? [] : [['loading', 'lazy'] as const]),
      ['sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox'],
      ['allow', 'web-share; clipboard-write'],
      // For those who strip styles.
      ['width', '100%'],
      ['height', String(heights.length > 0 ? greatest(heights) : 640)],
      ['style', `display: block; inline-size: 100%; block-size: ${height}; border: 0`],
    ],
    '',
  );
}

function scriptTag(updates: Updates, { integrity }: Wish, more: readonly Attribute[] = []): string {
  const file = updates === 'pin' ? 'embed.single.js' : 'embed.js';
  const pinned: (Attribute | [string])[] = updates === 'pin' ? [['integrity', integrity[file]!], ['crossorigin']] : [];
  return tag('script', [['async'], ['src', fileAddress(file, updates)], ...pinned, ...more], '');
}

/** No `<` is left that could end the element, or begin a comment in it. */
export function inlineJson(json: unknown): string {
  return tag('script', [['type', 'application/json']], JSON.stringify(json).replaceAll('<', '\\u003c'));
}

/** Lines that the page's Content Security Policy needs for this card, beside those that it has. */
async function policyOf({ source, values, story }: Wish, card: string): Promise<string> {
  const { kind, updates } = values;
  const script = kind === 'npm' ? "'self'" : new URL(fileAddress('embed.js', updates as Updates)).origin;
  const own = 'address' in source ? [new URL(source.address).origin] : [];
  const styles = await Promise.all(
    [...card.matchAll(/ style="([^"]*)"/g)].map(([, style]) => hashOf(unescaped(style!))),
  );
  const style = styles.length > 0 ? [`style-src-attr 'unsafe-hashes' ${[...new Set(styles)].join(' ')}`] : [];
  if (kind === 'frame') return [`frame-src ${script}`, ...style].join(';\n');
  const { origins } = story;
  return [
    `script-src ${script}`,
    ...Object.entries(origins).map(([directive, stated]) => {
      const all = new Set([...(directive === 'connect-src' ? own : []), ...stated]);
      return all.size > 0 ? `${directive} ${[...all].join(' ')}` : '';
    }),
    ...style,
  ]
    .filter(Boolean)
    .join(';\n');
}

/** CSP3, "unsafe-hashes". Browsers have `subtle` on secure pages alone; elsewhere the keyword that allows more is named. */
async function hashOf(style: string): Promise<string> {
  const { subtle } = globalThis.crypto;
  if (!(subtle as SubtleCrypto | undefined)) return "'unsafe-inline'";
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(style)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}

const withoutFragment = (address: string) => address.replace(/#.*$/s, '');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const quoted = (text: string) => escaped(text).replaceAll('"', '&quot;');
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** With its attributes on a line each, where there are several. */
function tag(name: string, attributes: readonly (Attribute | readonly [name: string])[], content?: string): string {
  const written = attributes.map(([attribute, value]) =>
    value === undefined ? attribute : `${attribute}="${quoted(value)}"`,
  );
  const between = written.length > 2 ? '\n  ' : ' ';
  const open = `<${name}${written.map((one) => between + one).join('')}>`;
  return content === undefined ? open : `${open}${content}</${name}>`;
}
