import { expect } from '@open-wc/testing';
import { ArticleError } from '../../../src/article/article-error.js';
import type { UncleanBody } from '../../../src/article/article.js';
import * as policy from '../../../src/body/policy.js';
import { purify } from '../../../src/body/purify.js';
import { intruders } from './allow-list.js';
import { cleaned, cleanedBody, cleanedMarkup, DESCRIPTION, written } from './cleaning.js';
import { honestArticle } from './honest-article.js';

/** HTML, and what it must come out as; a string alone comes out as it stands. */
type Sample = string | readonly [html: string, markup: string];
/** By the name of the line whose need they show. */
type Samples = Readonly<Record<string, Sample>>;

const LINK = `target="_blank" rel="noopener" aria-describedby="${DESCRIPTION}"`;
const PICTURE = 'loading="lazy" decoding="async" referrerpolicy="strict-origin-when-cross-origin"';
const PLAYER = 'controls="" preload="none"';

const picture = (attributes: string, kept = attributes): Sample => [`<img ${attributes}>`, `<img ${kept} ${PICTURE}>`];
const table = (inside: string, name = 'Table', kept = inside): Sample => [
  `<table>${inside}</table>`,
  `<div class="table" tabindex="0" role="group" aria-label="${name}"><table>${kept}</table></div>`,
];
const source = (attributes: string, kept = attributes): Sample => [
  `<picture><source ${attributes}><img alt="a"></picture>`,
  `<picture><source ${kept}><img alt="a" ${PICTURE}></picture>`,
];
const cell = (attributes: string, name = 'td') => table(`<tbody><tr><${name} ${attributes}>a</${name}></tr></tbody>`);
/** The same sample for lines of which each is needed alone. */
const each = (names: readonly string[], sample: (name: string) => Sample): Samples =>
  Object.fromEntries(names.map((name) => [name, sample(name)]));

const elements: Samples = {
  ...each(
    [
      ...[
        'p',
        'span',
        'blockquote',
        'q',
        'cite',
        'pre',
        'code',
        'kbd',
        'samp',
        'var',
        'abbr',
        'b',
        'strong',
        'i',
        'em',
      ],
      ...['u', 's', 'small', 'sub', 'sup', 'mark', 'del', 'ins', 'dfn', 'time', 'bdi', 'bdo', 'ruby', 'figure'],
    ],
    (name) => `<${name}>a</${name}>`,
  ),
  ...each(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], (name) => [`<${name}>a</${name}>`, '<h3>a</h3>']),
  ...each(['br', 'hr', 'wbr'], (name) => `a<${name}>b`),
  div: '<div><p>a</p></div>',
  ...each(['ul', 'ol'], (name) => `<${name}><li>a</li></${name}>`),
  li: '<ul><li>a</li></ul>',
  ...each(['dl', 'dt', 'dd'], () => '<dl><dt>a</dt><dd>b</dd></dl>'),
  a: ['<a href="/a">a</a>', `<a href="https://news.example/a" ${LINK}>a</a>`],
  ...each(['rb', 'rt', 'rp'], (name) => `<ruby>a<${name}>b</${name}></ruby>`),
  figcaption: '<figure><figcaption>a</figcaption></figure>',
  picture: [`<picture><img alt="a"></picture>`, `<picture><img alt="a" ${PICTURE}></picture>`],
  img: picture('alt="a"'),
  audio: ['<audio src="/a"></audio>', `<audio src="https://news.example/a" ${PLAYER}></audio>`],
  video: ['<video src="/a"></video>', `<video src="https://news.example/a" ${PLAYER}></video>`],
  source: ['<audio><source src="/a"></audio>', `<audio ${PLAYER}><source src="https://news.example/a"></audio>`],
  ...each(['table', 'tr', 'td'], () => table('<tbody><tr><td>a</td></tr></tbody>')),
  th: table('<tbody><tr><th>a</th></tr></tbody>'),
  caption: table('<caption>a</caption>', 'a'),
  ...each(['colgroup', 'col'], () => table('<colgroup><col></colgroup>')),
  ...each(['thead', 'tfoot'], (name) => table(`<${name}><tr><td>a</td></tr></${name}>`)),
  ...each(['details', 'summary'], () => '<details><summary>a</summary>b</details>'),
};

/** By element and attribute. */
const attributes: Samples = {
  '* lang': '<p lang="ar">a</p>',
  '* dir': '<p dir="rtl">a</p>',
  'a href': elements.a!,
  'a rel': [
    '<a href="/a" rel="nofollow">a</a>',
    `<a href="https://news.example/a" rel="noopener nofollow" target="_blank" aria-describedby="${DESCRIPTION}">a</a>`,
  ],
  ...each(['abbr title', 'dfn title'], (name) => `<${name}="b">a</${name.split(' ')[0]}>`),
  ...each(['audio src', 'video src'], (name) => elements[name.split(' ')[0]!]!),
  ...each(['blockquote cite', 'q cite'], (name) => {
    const [element] = name.split(' ');
    return [`<${name}="/b">a</${element}>`, `<${name}="https://news.example/b">a</${element}>`];
  }),
  'col span': table('<colgroup><col span="2"></colgroup>'),
  'colgroup span': table('<colgroup span="2"></colgroup>'),
  ...each(['del datetime', 'ins datetime', 'time datetime'], (name) => {
    return `<${name}="2025-11-12">a</${name.split(' ')[0]}>`;
  }),
  'details open': '<details open=""><summary>a</summary>b</details>',
  'img src': picture('src="/a" alt="a"', 'src="https://news.example/a" alt="a"'),
  'img srcset': picture('srcset="/a 2x" alt="a"', 'srcset="https://news.example/a 2x" alt="a"'),
  ...each(
    ['sizes', 'width', 'height'].map((name) => `img ${name}`),
    (name) => picture(`${name.slice(4)}="9" alt="a"`),
  ),
  'img alt': picture('alt="a"'),
  'li value': '<ol><li value="3">a</li></ol>',
  'ol start': '<ol start="3"><li>a</li></ol>',
  'ol reversed': '<ol reversed=""><li>a</li></ol>',
  'ol type': '<ol type="a"><li>a</li></ol>',
  'source src': elements.source!,
  'source srcset': source('srcset="/a 2x"', 'srcset="https://news.example/a 2x"'),
  'source sizes': source('sizes="100vw"'),
  'source type': source('type="image/webp"'),
  'source media': source('media="(min-width: 1px)"'),
  ...each(['td colspan', 'td rowspan'], (name) => cell(`${name.slice(3)}="2"`)),
  ...each(['th colspan', 'th rowspan'], (name) => cell(`${name.slice(3)}="2"`, 'th')),
  'th scope': cell('scope="row"', 'th'),
  'th abbr': cell('abbr="b"', 'th'),
  ...each(['video width', 'video height'], (name) => [
    `<${name}="9" src="/a"></video>`,
    `<${name}="9" src="https://news.example/a" ${PLAYER}></video>`,
  ]),
};

const refused: Samples = {
  ...each(
    [
      ...['script', 'style', 'applet', 'portal', 'fencedframe', 'noscript', 'noembed', 'noframes', 'plaintext', 'svg'],
      ...['title', 'select', 'datalist', 'textarea', 'canvas', 'progress', 'meter'],
    ],
    (name) => [`<p>a</p><${name}>canary</${name}>`, '<p>a</p>'],
  ),
};

/** Of which nothing comes as far as DOMPurify: by whom each is kept from it. */
const refusedBefore: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['iframe', 'object', 'embed'].map((name) => [name, 'linkEmbeds()'])),
  ...Object.fromEntries(['frame', 'frameset', 'head'].map((name) => [name, 'the parser, within <body>'])),
  template: 'the parser: it has no children, and what it holds goes with it',
};

const addresses: Samples = {
  href: ['<a href="/a">a</a> <a href="ftp://news.example/">b</a>', `<a href="https://news.example/a" ${LINK}>a</a> b`],
  src: [
    '<img src="/a" alt="a"><img src="ftp://news.example/" alt="b">',
    `<img src="https://news.example/a" alt="a" ${PICTURE}><img alt="b" ${PICTURE}>`,
  ],
  cite: ['<q cite="/a">a</q><q cite="ftp://news.example/">b</q>', '<q cite="https://news.example/a">a</q><q>b</q>'],
};

const counts: Samples = {
  ...each(['colspan', 'rowspan'], (name) =>
    table(
      `<tbody><tr><td ${name}="100">a</td><th ${name}="101">b</th></tr></tbody>`,
      'Table',
      `<tbody><tr><td ${name}="100">a</td><th>b</th></tr></tbody>`,
    ),
  ),
  span: table(
    '<colgroup span="101"></colgroup><colgroup><col span="100"><col span="101"></colgroup>',
    'Table',
    '<colgroup></colgroup><colgroup><col span="100"><col></colgroup>',
  ),
};

const relations: Samples = each(['nofollow', 'sponsored', 'ugc'], (name) => [
  `<a href="/a" rel="me ${name.toUpperCase()} opener">a</a>`,
  `<a href="https://news.example/a" rel="noopener ${name}" target="_blank" aria-describedby="${DESCRIPTION}">a</a>`,
]);

const renames = (selector: string, to: string): Sample => {
  const [name, of] = selector.split('.');
  const tag = name || 'section';
  const start = of === undefined ? tag : `${tag} class="${of}"`;
  return [`<${start}>a</${tag}><${start}>b</${tag}>`, `<${to}>a</${to}><${to}>b</${to}>`];
};

/** By selector. */
const meanings: Samples = {
  ...each(
    [
      ...['section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'address', 'search', 'hgroup', 'center'],
      ...['form', 'fieldset', 'legend'],
    ],
    (name) => renames(name, 'div'),
  ),
  dialog: ['<dialog open>a</dialog><dialog open>b</dialog>', '<div>a</div><div>b</div>'],
  ...each(['menu', 'dir'], (name) => [`<${name}><li>a</li></${name}>`, '<ul><li>a</li></ul>']),
  ...each(['xmp', 'listing'], (name) => renames(name, 'pre')),
  strike: renames('strike', 's'),
  tt: renames('tt', 'code'),
  acronym: ['<acronym title="b">a</acronym>', '<abbr title="b">a</abbr>'],
  'amp-img': ['<amp-img src="/a" alt="a"></amp-img>', `<img src="https://news.example/a" alt="a" ${PICTURE}>`],
  ...each(['div.gallery', 'div.wp-caption'], (selector) => renames(selector, 'figure')),
  'dl.gallery-item': ['<dl class="gallery-item">a</dl>', '<figure>a</figure>'],
  'dt.gallery-icon': ['<dl><dt class="gallery-icon">a</dt></dl>', '<dl><div>a</div></dl>'],
  ...each(['p.wp-caption-text', 'div.wp-caption-text', 'div.gallery-caption'], (selector) =>
    renames(selector, 'figcaption'),
  ),
  'dd.gallery-caption': ['<dl><dd class="gallery-caption">a</dd></dl>', '<dl><figcaption>a</figcaption></dl>'],
  '.kg-toggle-card': ['<div class="kg-card kg-toggle-card"><p>a</p></div>', '<details><p>a</p></details>'],
  '.kg-toggle-heading': [
    '<details><div class="kg-toggle-heading"><h4>a</h4></div></details>',
    '<details><summary><h3>a</h3></summary></details>',
  ],
  ...each(['.kg-bookmark-author', '.kg-bookmark-publisher', 'span.kg-audio-title'], (selector) => [
    `<span class="${selector.replace(/.*\./, '')}">a</span>`,
    '<div>a</div>',
  ]),
};

const players: Samples = each(
  [
    ...['.kg-audio-player', '.kg-audio-thumbnail', '.kg-video-player-container', '.kg-video-overlay'],
    '.kg-toggle-card-icon',
  ],
  (selector) => [`<p>a</p><div class="kg ${selector.slice(1)}"><button>b</button>0:00</div>`, '<p>a</p>'],
);

const lazy: Samples = each(['data-src', 'data-lazy-src', 'data-original', 'data-lazy'], (name) =>
  picture(`src="data:," ${name}="/a" alt="a"`, 'src="https://news.example/a" alt="a"'),
);

const lazySets: Samples = each(['data-srcset', 'data-lazy-srcset', 'data-original-set'], (name) =>
  picture(`${name}="/a 2x" alt="a"`, 'alt="a" srcset="https://news.example/a 2x"'),
);

/** By what the pattern says of the address, from its host on. */
const furniture: Readonly<Record<string, string>> = {
  'facebook.com/plugins/like': 'https://www.facebook.com/plugins/like.php?href=https://news.example/',
  'facebook.com/plugins/share_button': 'https://www.facebook.com/plugins/share_button.php?href=x',
  'facebook.com/plugins/follow': 'https://www.facebook.com/plugins/follow.php?href=x',
  'facebook.com/plugins/page': 'https://web.facebook.com/plugins/page.php?href=x',
  'facebook.com/plugins/comments': 'http://facebook.com/plugins/comments.php?href=x',
  'twitter.com/widgets/tweet_button': 'https://platform.twitter.com/widgets/tweet_button.html',
  'twitter.com/widgets/follow_button': 'https://platform.twitter.com/widgets/follow_button.1.en.html',
  'wp.com/likes': 'https://widgets.wp.com/likes/?ver=20251112#blog_id=1',
  'doubleclick.net': 'https://ad.doubleclick.net/ddm/adi/x',
  'googlesyndication.com': 'https://tpc.googlesyndication.com/safeframe/1.html',
  'googletagmanager.com': 'https://www.googletagmanager.com/ns.html?id=x',
};

function expectSample(name: string, samples: Samples): readonly [html: string, markup: string] {
  expect(samples, `No sample shows what the line "${name}" of the policy is for: add one.`).to.have.own.property(name);
  const sample = samples[name]!;
  return typeof sample === 'string' ? [sample, sample] : sample;
}

/** Does something while a line of a list is not there. */
function without<Line, Result>(list: readonly Line[], line: Line, run: () => Result): Result {
  const lines = list as Line[];
  const whole = [...lines];
  lines.splice(lines.indexOf(line), 1);
  try {
    return run();
  } finally {
    lines.splice(0, lines.length, ...whole);
  }
}

/** All must be as it should be with the line, and not without. */
function expectNeeded(name: string, samples: Samples, withoutIt: (run: () => string) => string): void {
  const [html, markup] = expectSample(name, samples);
  expect(cleanedMarkup(html), `${html} with its line`).to.equal(markup);
  expect(intruders(cleaned(html)), html).to.deep.equal([]);
  expect(
    withoutIt(() => cleanedMarkup(html)),
    `${html} without its line: nothing needs "${name}"`,
  ).not.to.equal(markup);
  expect(cleanedMarkup(html), `${html} with its line again`).to.equal(markup);
}

function needsEachOf(list: readonly string[], samples: Samples): void {
  for (const name of list)
    it(`needs ${name}`, () => {
      expectNeeded(name, samples, (run) => without(list, name, run));
    });
  hasNoOthers(list, samples);
}

function hasNoOthers(names: readonly string[], samples: Readonly<Record<string, unknown>>): void {
  it('has a line for each sample', () => {
    expect(Object.keys(samples).filter((name) => !names.includes(name))).to.deep.equal([]);
  });
}

/** The code of the ArticleError, if there is one; anything else is thrown on. */
function refusal(body: UncleanBody): string | undefined {
  try {
    cleanedBody(body);
    return undefined;
  } catch (error) {
    if (error instanceof ArticleError) return error.code;
    throw error;
  }
}

/** One character too many, one element too many … is one too many for the whole body. */
function isACap(
  value: number,
  expected: number,
  bodies: Readonly<Record<string, (count: number) => UncleanBody>>,
): void {
  it('is what it says', () => {
    expect(value).to.equal(expected);
  });

  for (const [name, body] of Object.entries(bodies))
    it(`is the most of ${name} that is shown`, () => {
      expect(refusal(body(value)), 'at the cap').to.equal(undefined);
      expect(refusal(body(value + 1)), 'one beyond').to.equal('too-large');
    });
}

const bytes = (character: string, count: number) => {
  const size = new TextEncoder().encode(character).length;
  return character.repeat(Math.floor(count / size)) + 'a'.repeat(count % size);
};
const named = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`).join(' ');
const nested = (count: number, name = 'div') => `<${name}>`.repeat(count) + 'a' + `</${name}>`.repeat(count);
const inert = document.implementation.createHTMLDocument();

const tests: Readonly<Record<keyof typeof policy, () => void>> = {
  allowedElements() {
    needsEachOf(policy.allowedElements, elements);

    for (const name of policy.allowedElements)
      it(`needs ${name} for an honest article`, () => {
        // Headings are renamed. A line of the article's own stands for each.
        const isKept = () =>
          /^h\d$/.test(name)
            ? cleaned(`${honestArticle}<${name}>canary</${name}>`).lastElementChild?.textContent === 'canary'
            : cleaned(honestArticle).querySelectorAll(name).length === counted.get(name);
        const counted = new Map([[name, cleaned(honestArticle).querySelectorAll(name).length]]);
        expect(isKept()).to.be.true;
        expect(without(policy.allowedElements, name, isKept)).to.be.false;
      });
  },

  refusedWithContents() {
    const list = policy.refusedWithContents;
    const stopped = Object.keys(refusedBefore);

    for (const name of list.filter((line) => !stopped.includes(line)))
      it(`needs ${name}`, () => {
        expectNeeded(name, refused, (run) => without(list, name, run));
      });

    // Were that to change, DOMPurify would be the one to refuse them.
    for (const name of list)
      it(`needs ${name} for whatever tree DOMPurify is given`, () => {
        const purified = () => {
          const box = inert.createElement('div');
          box.append(inert.createElement('p'), inert.createElement(name));
          box.lastElementChild!.append('canary');
          return written(purify(box, {}));
        };
        expect(purified()).to.equal('<div><p></p></div>');
        expect(without(list, name, purified)).to.equal('<div><p></p>canary</div>');
      });

    hasNoOthers(list, { ...refused, ...refusedBefore });
  },

  allowedAttributes() {
    const lines = Object.entries(policy.allowedAttributes).flatMap(([element, names]) =>
      names.map((name) => ({ names, name, line: `${element} ${name}` })),
    );

    for (const { names, name, line } of lines)
      it(`needs ${line}`, () => {
        expectNeeded(line, attributes, (run) => without(names, name, run));
      });

    hasNoOthers(
      lines.map(({ line }) => line),
      attributes,
    );

    it('speaks of elements that may stay, and says something of each', () => {
      const speaksOf = Object.keys(policy.allowedAttributes);
      expect(speaksOf.filter((name) => name !== '*' && !policy.allowedElements.includes(name))).to.deep.equal([]);
      expect(speaksOf.filter((name) => policy.allowedAttributes[name]!.length === 0)).to.deep.equal([]);
    });

    const all = [...new Set(Object.values(policy.allowedAttributes).flat())];
    for (const name of policy.allowedElements)
      it(`lets stand on <${name}> what it says of it, and nothing that it says of others`, () => {
        const element = inert.createElement(name);
        for (const attribute of all) element.setAttribute(attribute, 'https://news.example/a');
        const [kept] = purify(element, {}).children;
        const allowed = [...policy.allowedAttributes['*']!, ...(policy.allowedAttributes[name] ?? [])];
        expect(all.filter((attribute) => kept!.hasAttribute(attribute)).sort()).to.deep.equal(allowed.sort());
      });
  },

  addressAttributes() {
    needsEachOf(policy.addressAttributes, addresses);
  },

  countingAttributes() {
    needsEachOf(policy.countingAttributes, counts);
  },

  HIGHEST_COUNT() {
    it('is what it says', () => {
      expect(policy.HIGHEST_COUNT).to.equal(100);
    });

    for (const name of policy.countingAttributes)
      it(`is the most that ${name} may count`, () => {
        const kept = (value: string) => {
          const markup = `<table><colgroup ${name}="${value}"></colgroup><tr><td ${name}="${value}">a</td></tr></table>`;
          return cleaned(markup).querySelector(`[${name}]`)?.getAttribute(name);
        };
        const { HIGHEST_COUNT } = policy;
        for (const most of [`${HIGHEST_COUNT}`, `0${HIGHEST_COUNT}`, `+${HIGHEST_COUNT}`])
          expect(kept(most), most).to.equal(most);
        // As browsers read them (HTML, "Rules for parsing integers").
        const one = HIGHEST_COUNT + 1;
        for (const beyond of [`${one}`, `0${one}`, `+${one}`, `&#9;${one}`, `${one}px`, `${one}.5`, '9'.repeat(400)])
          expect(kept(beyond), beyond).to.equal(undefined);
      });
  },

  keptLinkRelations() {
    needsEachOf(policy.keptLinkRelations, relations);
  },

  meanings() {
    const lines = policy.meanings as Array<(typeof policy.meanings)[number]>;
    const all = lines.flatMap((line) => line[0].split(', ').map((selector) => ({ line, selector })));

    for (const { line, selector } of all)
      it(`needs ${selector}`, () => {
        const [selectors, name] = line;
        const others = selectors.split(', ').filter((other) => other !== selector);
        expectNeeded(selector, meanings, (run) => {
          const index = lines.indexOf(line);
          lines.splice(index, 1, ...(others.length > 0 ? [[others.join(', '), name] as const] : []));
          try {
            return run();
          } finally {
            lines.splice(index, others.length > 0 ? 1 : 0, line);
          }
        });
      });

    hasNoOthers(
      all.map(({ selector }) => selector),
      meanings,
    );
  },

  playerParts() {
    needsEachOf(policy.playerParts, players);
  },

  lazyAddresses() {
    needsEachOf(policy.lazyAddresses, lazy);
  },

  lazyCandidates() {
    needsEachOf(policy.lazyCandidates, lazySets);
  },

  furnitureFrames() {
    const pattern = policy.furnitureFrames;
    const { source: whole, flags } = pattern;
    const [, start = '', body = '', end = ''] = /^(.*?\)\?)\((.*)\)(\\b)$/.exec(whole) ?? [];
    // Each alternative ends, if it has any, in its own: `facebook\.com\/plugins\/(like|page)`.
    const parts = body.match(/(?:\([^)]*\)|[^|(])+/g)!.flatMap((part) => {
      const [, before = part, inner, after = ''] = /^(.*)\(([^)]*)\)(.*)$/.exec(part) ?? [];
      return inner === undefined ? [part] : inner.split('|').map((word) => before + word + after);
    });
    const nameOf = (part: string) => part.replaceAll('\\', '');
    const frame = (address: string) => `<p>a</p><iframe src="${address}" width="300" height="200"></iframe>`;
    const isEmbedded = (address: string) => cleaned(frame(address)).querySelector('a.embed') !== null;

    it('is read rightly here', () => {
      const again = new RegExp(`${start}(${parts.join('|')})${end}`, flags);
      expect(parts.length).to.be.greaterThan(1);
      for (const address of Object.values(furniture))
        expect(again.test(address), address).to.equal(pattern.test(address));
    });

    for (const part of parts)
      it(`needs ${nameOf(part)}`, () => {
        const samples = Object.fromEntries(
          Object.entries(furniture).map(([name, address]): [string, Sample] => [name, [frame(address), '<p>a</p>']]),
        );
        expectNeeded(nameOf(part), samples, (run) => {
          // The one way to change a pattern that others hold.
          pattern.compile(`${start}(${parts.filter((other) => other !== part).join('|')})${end}`, flags);
          try {
            return run();
          } finally {
            pattern.compile(whole, flags);
          }
        });
      });

    hasNoOthers(parts.map(nameOf), furniture);

    for (const address of [
      'https://www.facebook.com/plugins/video.php?href=https://www.facebook.com/a/videos/1/',
      'https://www.facebook.com/plugins/post.php?href=https://www.facebook.com/a/posts/1/',
      'https://platform.twitter.com/embed/Tweet.html?id=1',
      'https://video.wp.com/v/1',
      'https://likes.example/wp.com/likes',
      'https://notdoubleclick.net/x',
      'https://charts.example/?from=ad.doubleclick.net',
      'https://charts.example/doubleclick.net/',
    ])
      it(`takes no part of an article for furniture: ${address}`, () => {
        expect(isEmbedded(address)).to.be.true;
      });
  },

  LONGEST_BODY() {
    const written: Record<string, (count: number) => UncleanBody> = {};
    for (const [name, character] of Object.entries({ one: 'a', two: 'خ', three: '€', four: '😀' })) {
      written[`the bytes of HTML in characters of ${name}`] = (count) => ({ html: bytes(character, count) });
      written[`the bytes of plain text in characters of ${name}`] = (count) => ({ text: bytes(character, count) });
    }
    isACap(policy.LONGEST_BODY, 1_048_576, {
      ...written,
      'the bytes of what is not shown': (count) => ({
        html: `<!--${'خ'.repeat((count - 8) / 2)}-->${'a'.repeat(count % 2 ? 2 : 1)}`,
      }),
    });
  },

  MOST_ELEMENTS() {
    isACap(policy.MOST_ELEMENTS, 20_000, {
      elements: (count) => ({ html: '<br>'.repeat(count) }),
      'elements that are refused': (count) => ({ html: '<input>'.repeat(count) }),
      'elements within others': (count) => ({ html: `<div>${'<i></i>'.repeat(count - 1)}</div>` }),
      'foreign elements': (count) => ({ html: `<svg>${'<g/>'.repeat(count - 1)}</svg>` }),
      'lines of plain text': (count) => ({ text: Array.from({ length: count }, () => 'a').join('\n') }),
    });

    it('are all there', () => {
      expect(cleaned('<br>'.repeat(policy.MOST_ELEMENTS)).children).to.have.length(policy.MOST_ELEMENTS);
    });
  },

  MOST_ATTRIBUTES() {
    isACap(policy.MOST_ATTRIBUTES, 64, {
      'attributes of an element': (count) => ({ html: `<p ${named(count)}>a</p>` }),
      'attributes of the last element': (count) => ({ html: `<p>a</p><div><p>b</p><br ${named(count)}></div>` }),
      'attributes of an element that is refused': (count) => ({ html: `<input ${named(count)}>` }),
      'attributes of a foreign element': (count) => ({ html: `<svg><g ${named(count)}/></svg>` }),
      'attributes of a form that says it has others': (count) => ({
        html: `<form ${named(count)}><input name="attributes"><input id="getAttributeNames"></form>`,
      }),
    });
  },

  DEEPEST() {
    isACap(policy.DEEPEST, 256, {
      'elements within one another': (count) => ({ html: nested(count) }),
      'elements within one another that never close': (count) => ({ html: '<div>'.repeat(count) }),
      'elements within one another, with others behind them': (count) => ({ html: `${nested(count)}<p>b</p>` }),
      'elements within one another, with others before them': (count) => ({ html: `<p>b</p>${nested(count)}` }),
      'elements within one another that are refused': (count) => ({ html: nested(count, 'x-card') }),
      'foreign elements within one another': (count) => ({ html: nested(count, 'svg') }),
      'templates, whose depth is not seen': (count) => ({ html: '<template></template>'.repeat(count) }),
      'templates within one another': (count) => ({ html: nested(count, 'TEMPLATE') }),
    });

    it('is shown down to its last word', () => {
      expect(cleaned(nested(policy.DEEPEST)).textContent).to.equal('a');
    });
  },
};

for (const name of Object.keys(policy) as Array<keyof typeof policy>)
  describe(`The policy's ${name}`, () => {
    if (Object.hasOwn(tests, name)) tests[name]();
    else
      it('is tested', () => {
        expect.fail(`Nothing here tests ${name}: show that each of its lines is needed.`);
      });
  });

describe('The policy', () => {
  it('is whole again after all that', () => {
    expect(cleanedMarkup('<p lang="ar" onclick="canary()">a</p><script>canary</script>')).to.equal(
      '<p lang="ar">a</p>',
    );
  });
});
