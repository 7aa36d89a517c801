/**
 * What can be switched in the demo, and the snippet that follows from it. The server and the page both use this file,
 * so the snippet that is shown and the one in the blog's HTML are the same text.
 */

import { lengthOf } from '../builder/heights.js';

interface Setting {
  readonly label: string;
  /** What it belongs to: the card, or the page around it. */
  readonly of: 'card' | 'page';
  /** The first is the default; `lang` is that of the label. */
  readonly choices: readonly [Choice, ...Choice[]];
}

type Choice = readonly [value: string, label: string, lang?: string];

export const SETTINGS: Readonly<Record<string, Setting>> = {
  article: {
    label: 'Article',
    of: 'card',
    choices: [
      ['ar', 'العربية', 'ar'],
      ['en', 'English'],
    ],
  },
  source: {
    label: 'Source',
    of: 'card',
    choices: [
      ['json', 'json'],
      ['wordpress', 'wordpress'],
      ['page', 'page'],
    ],
  },
  view: {
    label: 'View',
    of: 'card',
    choices: [
      ['summary', 'summary'],
      ['article', 'article'],
      ['teaser', 'teaser'],
    ],
  },
  theme: {
    label: 'Theme',
    of: 'card',
    choices: [
      ['auto', 'auto'],
      ['light', 'light'],
      ['dark', 'dark'],
    ],
  },
  words: {
    label: 'Words',
    of: 'card',
    choices: [
      ['auto', 'auto'],
      ['ar', 'العربية', 'ar'],
      ['en', 'English'],
      ['fa', 'فارسی', 'fa'],
      ['ur', 'اردو', 'ur'],
      ['he', 'עברית', 'he'],
      ['ps', 'پښتو', 'ps'],
      ['ckb', 'کوردی', 'ckb'],
      ['tr', 'Türkçe', 'tr'],
      ['fr', 'Français', 'fr'],
    ],
  },
  embed: {
    label: 'Snippet',
    of: 'card',
    choices: [
      ['quotation', 'quotation'],
      ['script', 'script'],
      ['element', 'element'],
      ['frame', 'frame'],
    ],
  },
  language: {
    label: 'Language',
    of: 'page',
    choices: [
      ['ar', 'العربية', 'ar'],
      ['en', 'English'],
      ['fr', 'Français', 'fr'],
    ],
  },
  dir: {
    label: 'Direction',
    of: 'page',
    choices: [
      ['auto', 'auto'],
      ['rtl', 'rtl'],
      ['ltr', 'ltr'],
    ],
  },
  scheme: {
    label: 'Colours',
    of: 'page',
    choices: [
      ['light', 'light'],
      ['dark', 'dark'],
    ],
  },
  width: {
    label: 'Width',
    of: 'page',
    choices: [
      ['full', 'full'],
      ['720', '720'],
      ['480', '480'],
      ['320', '320'],
    ],
  },
};

/** One value for each setting. */
export type Choices = Readonly<Record<string, string>>;

/** Reads the choices from an address; whatever is not one of them is the default. */
export function readChoices(query: URLSearchParams | FormData): Choices {
  return Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { choices }]) => {
      const wanted = query.get(name);
      return [name, (choices.find(([value]) => value === wanted) ?? choices[0])[0]];
    }),
  );
}

/**
 * The address query of these choices, without the defaults.
 * @param without settings to leave out
 */
export function queryOf(choices: Choices, without: readonly string[] = []): string {
  const query = new URLSearchParams();
  for (const [name, setting] of Object.entries(SETTINGS)) {
    if (choices[name] !== setting.choices[0][0] && !without.includes(name)) query.set(name, choices[name]!);
  }
  return query.size > 0 ? `?${query}` : '';
}

export interface ArticleLinks {
  /** Where the article is, by the choice of `source`. */
  readonly sources: Readonly<Record<string, string>>;
  /** Its short link, for the fallback. */
  readonly link: string;
  readonly title: string;
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
}

/** What brings the element: embed.js, or a module. */
export interface ElementScript {
  readonly src: string;
  readonly isModule?: boolean;
}

type Piece = readonly [kind: 'tag' | 'name' | 'value' | 'text' | 'mark', text: string];
type Attribute = readonly [name: string, value: string];

/** Known heights of the card by width, as the attribute `reserve` takes them. */
const HEIGHTS = /^\d{1,5}:\d{1,5}(?: \d{1,5}:\d{1,5})*$/;

const pairsOf = (heights: string) =>
  heights.split(' ').map((pair) => pair.split(':').map(Number) as [width: number, height: number]);

/** The heights that an address asks to reserve; nothing where it asks for none, or for nonsense. */
export function readHeights(query: URLSearchParams): string {
  const heights = query.get('reserve') ?? '';
  return HEIGHTS.test(heights) ? heights : '';
}

/**
 * The snippet in pieces, each with its kind, so that it can be coloured without being parsed.
 * @param heights to be reserved
 */
export function snippetPieces(
  choices: Choices,
  article: ArticleLinks,
  { src: embed, isModule = false }: ElementScript,
  heights = '',
): Piece[] {
  const { embed: how, view, theme, words, source } = choices as Record<string, string>;
  const src = article.sources[source!]!;
  // Spelled out although it is the default: it is the first thing that one wants to change.
  const settings: Attribute[] = [['view', view!]];
  if (theme !== 'auto') settings.push(['theme', theme!]);
  if (words !== 'auto') settings.push(['lang', words!]);
  const keepsPlace = heights !== '' && (how === 'quotation' || how === 'element');
  if (keepsPlace) settings.push(['reserve', heights]);
  const all = (prefix: string): Attribute[] =>
    [['src', src] as const, ...settings].map(([name, value]) => [prefix + name, value]);

  const pieces: Piece[] = [];
  const add = (...piece: Piece) => {
    pieces.push(piece);
  };
  const open = (name: string, attributes: readonly Attribute[], flag = '') => {
    add('tag', `<${name}`);
    add('name', flag);
    const between = attributes.length > 1 ? '\n  ' : ' ';
    for (const [attribute, value] of attributes) {
      add('mark', between);
      add('name', attribute);
      add('mark', '=');
      add('value', `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
    }
    add('tag', '>');
  };
  const close = (name: string, text: string) => {
    add('text', text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    add('tag', `</${name}>`);
  };
  const script = () => {
    open('script', [['src', embed]], isModule ? ' type="module"' : ' async');
    close('script', '');
  };
  const link = () => {
    add('mark', '\n  ');
    open('a', [['href', article.link]]);
    close('a', article.title);
    add('mark', '\n');
  };

  if (how === 'script') {
    open('script', [['src', embed], ...all('data-')], ' async');
    close('script', '');
    return pieces;
  }
  if (how === 'frame') {
    const page = new URL('frame.html', embed);
    page.search = new URLSearchParams(Object.fromEntries(settings)).toString();
    page.hash = src;
    open('iframe', [
      ['class', 'khabar-card'],
      ['src', page.href],
      ['title', article.title],
      ['loading', 'lazy'],
      ['sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox'],
      ['allow', 'web-share; clipboard-write'],
      ['style', 'display: block; inline-size: 100%; block-size: 640px; border: 0'],
    ]);
    close('iframe', '');
    return pieces;
  }
  if (keepsPlace) {
    // What keeps a card's place until embed.js is there; from then on the card's own `reserve` does.
    open('div', [['style', 'container-type: inline-size; inline-size: 100%']]);
    add('mark', '\n');
    open('div', [['style', `display: flow-root; min-height: ${lengthOf(pairsOf(heights))}`]]);
    add('mark', '\n');
  }
  const isQuotation = how === 'quotation';
  if (isQuotation)
    open('blockquote', [
      ['class', 'khabar-card'],
      ...all('data-'),
      ['lang', article.language],
      ['dir', article.direction],
    ]);
  else open('khabar-card', all(''));
  link();
  close(isQuotation ? 'blockquote' : 'khabar-card', '');
  add('mark', '\n');
  if (keepsPlace) {
    close('div', '');
    close('div', '');
    add('mark', '\n');
  }
  script();
  return pieces;
}
