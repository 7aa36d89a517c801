/**
 * What can be switched in the demo, and the snippet that follows from it. The server and the page both use this file,
 * so the snippet that is shown and the one in the blog's HTML are the same text.
 */

/**
 * @typedef {object} Setting
 * @property {string} label
 * @property {'card' | 'page'} of what it belongs to: the card, or the page around it
 * @property {[value: string, label: string, lang?: string][]} choices the first is the default; `lang` of the label
 */

/** @type {Record<string, Setting>} */
export const SETTINGS = {
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

/** @typedef {Record<string, string>} Choices one value for each setting */

/**
 * Reads the choices from an address; whatever is not one of them is the default.
 * @param {URLSearchParams | FormData} query
 * @returns {Choices}
 */
export function readChoices(query) {
  return Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { choices }]) => {
      const wanted = query.get(name);
      return [name, (choices.find(([value]) => value === wanted) ?? choices[0])[0]];
    }),
  );
}

/**
 * The address query of these choices, without the defaults.
 * @param {Choices} choices
 * @param {string[]} [without] settings to leave out
 */
export function queryOf(choices, without = []) {
  const query = new URLSearchParams();
  for (const [name, setting] of Object.entries(SETTINGS)) {
    if (choices[name] !== setting.choices[0][0] && !without.includes(name)) query.set(name, choices[name]);
  }
  return query.size > 0 ? `?${query}` : '';
}

/**
 * @typedef {object} ArticleLinks
 * @property {Record<string, string>} sources where the article is, by the choice of `source`
 * @property {string} link its short link, for the fallback
 * @property {string} title
 * @property {string} language
 * @property {'rtl' | 'ltr'} direction
 */

/** Known heights of the card by width, as the attribute `reserve` takes them. */
const HEIGHTS = /^\d{1,5}:\d{1,5}(?: \d{1,5}:\d{1,5})*$/;

/**
 * The heights that an address asks to reserve; nothing where it asks for none, or for nonsense.
 * @param {URLSearchParams} query
 */
export function readHeights(query) {
  const heights = query.get('reserve') ?? '';
  return HEIGHTS.test(heights) ? heights : '';
}

/**
 * The style that keeps a card's place until embed.js is there; from then on the card's own `reserve` does.
 * @param {string} heights
 */
function spaceStyle(heights) {
  const rules = heights.split(' ').map((pair, index) => {
    const [width, height] = pair.split(':');
    const rule = `.khabar-space > * { min-block-size: ${height}px }`;
    return index === 0 ? rule : `@container (min-width: ${width}px) { ${rule} }`;
  });
  const lines = [
    '.khabar-space { container-type: inline-size }',
    '.khabar-space > * { display: flow-root; margin: 0 }',
    ...rules,
  ];
  return `<style>\n${lines.map((line) => `  ${line}\n`).join('')}</style>\n`;
}

/**
 * The snippet in pieces, each with its kind, so that it can be coloured without being parsed.
 * @param {Choices} choices
 * @param {ArticleLinks} article
 * @param {string} embed address of embed.js
 * @param {string} [heights] to be reserved
 * @returns {[kind: 'tag' | 'name' | 'value' | 'text' | 'mark', text: string][]}
 */
export function snippetPieces(choices, article, embed, heights = '') {
  const { embed: how } = choices;
  const src = article.sources[choices.source];
  /** @type {[string, string][]} */
  const settings = [];
  // Spelled out although it is the default: it is the first thing that one wants to change.
  settings.push(['view', choices.view]);
  if (choices.theme !== 'auto') settings.push(['theme', choices.theme]);
  if (choices.words !== 'auto') settings.push(['lang', choices.words]);
  const keepsPlace = heights !== '' && (how === 'quotation' || how === 'element');
  if (keepsPlace) settings.push(['reserve', heights]);
  /** @type {(prefix: string) => [string, string][]} */
  const all = (prefix) => [['src', src], ...settings].map(([name, value]) => [prefix + name, value]);

  /** @type {ReturnType<typeof snippetPieces>} */
  const pieces = [];
  /** @type {(kind: 'tag' | 'name' | 'value' | 'text' | 'mark', text: string) => void} */
  const add = (kind, text) => {
    pieces.push([kind, text]);
  };
  /** @type {(name: string, attributes: [string, string][], flag?: string) => void} */
  const open = (name, attributes, flag = '') => {
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
  /** @type {(name: string, text: string) => void} */
  const close = (name, text) => {
    add('text', text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    add('tag', `</${name}>`);
  };
  const script = () => {
    open('script', [['src', embed]], ' async');
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
    page.search = new URLSearchParams(settings).toString();
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
    add('text', spaceStyle(heights));
    open('div', [['class', 'khabar-space']]);
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
    add('mark', '\n');
  }
  script();
  return pieces;
}
