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
      ['script', 'script'],
      ['element', 'element'],
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
 */

/**
 * The snippet in pieces, each with its kind, so that it can be coloured without being parsed.
 * @param {Choices} choices
 * @param {ArticleLinks} article
 * @param {string} embed address of embed.js
 * @returns {[kind: 'tag' | 'name' | 'value' | 'text' | 'mark', text: string][]}
 */
export function snippetPieces(choices, article, embed) {
  const isScript = choices.embed === 'script';
  const prefix = isScript ? 'data-' : '';
  /** @type {[string, string][]} */
  const attributes = [
    ['src', article.sources[choices.source]],
    // Spelled out although it is the default: it is the first thing that one wants to change.
    ['view', choices.view],
  ];
  if (choices.theme !== 'auto') attributes.push(['theme', choices.theme]);
  if (choices.words !== 'auto') attributes.push(['lang', choices.words]);

  /** @type {ReturnType<typeof snippetPieces>} */
  const pieces = [];
  /** @type {(kind: 'tag' | 'name' | 'value' | 'text' | 'mark', text: string) => void} */
  const add = (kind, text) => {
    pieces.push([kind, text]);
  };
  /** @type {(name: string, value: string) => void} */
  const addAttribute = (name, value) => {
    add('name', name);
    add('mark', '=');
    add('value', `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  };

  add('tag', '<script');
  add('name', ' async');
  add('mark', '\n  ');
  addAttribute('src', embed);
  if (!isScript) {
    add('tag', '></script>');
    add('mark', '\n');
    add('tag', '<khabar-card');
  }
  for (const [name, value] of attributes) {
    add('mark', '\n  ');
    addAttribute(prefix + name, value);
  }
  if (isScript) {
    add('tag', '></script>');
    return pieces;
  }
  add('tag', '>');
  add('mark', '\n  ');
  add('tag', '<a ');
  addAttribute('href', article.link);
  add('tag', '>');
  add('mark', '\n    ');
  add('text', article.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  add('tag', '</a>');
  add('mark', '\n');
  add('tag', '</khabar-card>');
  return pieces;
}
