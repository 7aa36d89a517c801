import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, type KhabarCard, type Mounting } from '../support/card.js';
import { engine } from '../support/commands.js';
import { address } from '../support/servers.js';
import { isThorough, isWhole } from '../support/share.js';
import { waitUntil } from '../support/wait.js';

/** A style sheet of the page, until the test has ended. */
function page(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}
afterEach(() => {
  document.adoptedStyleSheets = [];
});

/** One of each element that a body may hold and a browser has rules for. */
const bodies = {
  ar: `<p>افتُتح <b>صباح</b> <em>اليوم</em> <a href="/falaj">متحف</a> <q>الأفلاج</q>.</p><h2>قاعة الماء</h2>
    <ol><li>قاعة</li><li>ساحة<ul><li>بئر</li></ul></li></ol><blockquote><p>قال: هنا الماء.</p></blockquote>
    <table><caption>زوار</caption><tr><th>يوم</th><td>40</td></tr></table><pre>سطر\tآخر\nوسطر</pre>
    <figure><img src="${location.origin}/img/60x40.png" width="60" height="40" alt=""><figcaption>بئر</figcaption></figure>
    <dl><dt>فلج</dt><dd>قناة ماء</dd></dl><details open><summary>المزيد</summary><p>نص</p></details><hr><p>خاتمة <small>صغيرة</small>.</p>`,
  en: `<p>The <b>harbour</b> <em>of Sur</em> <a href="/sur">reopened</a> on <q>Thursday</q>.</p><h2>At the quay</h2>
    <ol><li>Boats</li><li>Nets<ul><li>Ropes</li></ul></li></ol><blockquote><p>“We are back.”</p></blockquote>
    <table><caption>Visitors</caption><tr><th>Day</th><td>40</td></tr></table><pre>one\ttwo\nthree</pre>
    <figure><img src="${location.origin}/img/60x40.png" width="60" height="40" alt=""><figcaption>A rope</figcaption></figure>
    <dl><dt>Dhow</dt><dd>A boat</dd></dl><details open><summary>More</summary><p>Text</p></details><hr><p>The <small>end</small>.</p>`,
};
const articles = {
  ar: article({ content_html: bodies.ar }),
  en: article(
    {
      title: 'Harbour reopens after the storm, and the boats go out again',
      summary: 'Fishermen of Sur went to sea on Thursday for the first time in nine days.',
      content_html: bodies.en,
      language: 'en',
    },
    {
      section: 'Coast',
      image: { alt: 'Boats', caption: 'The harbour at dawn', credit: 'Herald', width: 1200, height: 800 },
      related: [
        { url: 'https://herald.example/1', title: 'Nine days of wind', date_published: '2026-03-07T20:00:00Z' },
      ],
    },
  ),
};

type Language = keyof typeof articles;
const languages: readonly Language[] = ['ar', 'en'];
/** Of which the second is looked at closely. A width costs a layout of all the cards. */
const WIDTHS = isWhole ? [320, 480, 720] : [480];

/** The page's own content is the page's to style; here it keeps its size, so that what stands beside it can be compared. */
function fallback(): HTMLElement {
  return document.createElement('i');
}

const NEVER = Math.random();

/** Every state that a reader sees. */
const states: Readonly<Record<string, (place: Mounting, language: Language) => Promise<KhabarCard>>> = {
  summary: (place, language) => drawWithBody({ ...place, article: articles[language] }),
  article: (place, language) =>
    drawWithBody({ ...place, article: articles[language], attributes: { view: 'article' } }),
  teaser: (place, language) => draw({ ...place, article: articles[language], attributes: { view: 'teaser' } }),
  'address not copied': async (place, language) => {
    const card = await drawWithBody({ ...place, article: articles[language] });
    // What the card shows once the clipboard has refused, without asking the one clipboard for all the cards.
    part(card, 'copy')!.click();
    await waitUntil(() => card.shadowRoot!.querySelector('input'));
    card.shadowRoot!.querySelector('input')!.blur();
    return card;
  },
  skeleton: async (place, language) => waiting({ ...place, attributes: await waitingAttributes(language) }),
  'waiting with a fallback': async (place, language) =>
    waiting({ ...place, attributes: await waitingAttributes(language), children: [fallback()] }),
  failed: async (place, language) => {
    const card = await mount({
      ...place,
      attributes: { src: '', lang: language, loading: 'eager' },
      children: [fallback()],
    });
    await heard(card, 'khabar-error');
    return card;
  },
};

async function waitingAttributes(language: Language): Promise<Record<string, string>> {
  return { src: await address('/never', { unique: NEVER }), lang: language, timeout: '60', loading: 'eager' };
}

async function waiting(mounting: Mounting): Promise<KhabarCard> {
  const card = await mount(mounting);
  await waitUntil(() => card.shadowRoot!.querySelector('[role="status"]'));
  return card;
}

/** Every state, in every language; in the others than the whole engine each state once. */
const ALL = languages.flatMap((language, first) =>
  Object.keys(states)
    .filter((_, second) => isWhole || (first + second) % languages.length === 1)
    .map((state) => `${state}, ${language}`),
);

interface Drawn {
  readonly name: string;
  readonly card: KhabarCard;
}

async function drawAll(names: readonly string[]): Promise<Drawn[]> {
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  try {
    return await Promise.all(
      names.map(async (name) => {
        const [state, language] = name.split(', ') as [string, Language];
        const card = await states[state]!({ dir: language === 'ar' ? 'rtl' : 'ltr' }, language);
        await card.updateComplete;
        return { name, card };
      }),
    );
  } finally {
    delete (navigator as { clipboard?: unknown }).clipboard;
  }
}

/** The place around the card is the page's to style; it is kept, so that the same card can be compared. */
function keepPlace(width: number): string {
  const box = 'writing-mode: horizontal-tb; box-sizing: content-box; padding: 0; border: 0; zoom: 1; transition: none';
  const important = (declarations: string) => declarations.replaceAll(/;|$/g, ' !important;');
  return `
    :has(> khabar-card) { ${important(`display: block; width: ${width}px; ${box}`)} }
    :has(> khabar-card) > khabar-card { ${important('width: 100%; margin: 0; padding: 0; border: 0; transition: none; inset: auto')} }
    khabar-card > i:nth-child(n):nth-child(n):nth-child(n) { ${important(`all: initial; display: block; height: 40px; ${box}`)} }
  `;
}

/** Every property that the browser enumerates. Engines differ in whether custom ones are among them; those are looked at apart. */
const PROPERTIES = [...getComputedStyle(document.documentElement)].filter((name) => !name.startsWith('--'));

/** What may differ: the first entry that fits an element counts. */
const LEGITIMATE: readonly (readonly [selector: string, properties: RegExp])[] = [
  // The boxes around the card, and around the fallback, have the direction of the page on purpose. They hold no words of
  // the card, so that WebKit may keep `cursive` in them, and similar faces, where all is initial (a quirk of its own); and
  // as an item of a flexible box or a grid, an initial least size is called auto.
  ['.root, .container', /^(?:direction|font-family|min-)/],
  ['.fallback, slot, .waiting, .failed', /^direction$/],
  // It moves while it is in view, and how far down it stands is the page's.
  ['.skeleton', /^animation-/],
  // Used values, measured from the edges of whatever box of the page holds what is positioned.
  ['.unseen', /^(?:inset|top$|right$|bottom$|left$)/],
];

/** Everything that the browser knows of how an element looks. */
function look(element: Element, pseudo?: string): Map<string, string> {
  const style = getComputedStyle(element, pseudo);
  const skipped = LEGITIMATE.find(([selector]) => element.matches(selector))?.[1];
  const values = new Map<string, string>();
  for (const name of PROPERTIES) if (!skipped?.test(name)) values.set(name, style.getPropertyValue(name));
  return values;
}

/** Cards of which every property is looked at; of all of them would take the time of three, and tell nothing more. */
const IN_FULL = ['article, ar', 'teaser, en', 'skeleton, en', 'waiting with a fallback, ar', 'failed, en'];

type Portrait = Map<string, Map<string, string>>;

/** Words, geometry and, where asked, each computed property of everything in the cards. */
function portraitOf(drawn: readonly Drawn[], width: number): Portrait {
  const portrait: Portrait = new Map();
  // A skeleton pulses. All are stopped before the first is looked at, so that the page is laid out once.
  for (const animation of drawn.flatMap(({ card }) => card.shadowRoot!.getAnimations())) {
    animation.pause();
    animation.currentTime = 0;
  }
  for (const { name, card } of drawn) {
    const isWhole = width === 480 && IN_FULL.includes(name);
    const root = card.shadowRoot!.querySelector('.root')!;
    const origin = root.getBoundingClientRect();
    for (const [index, element] of [root, ...root.querySelectorAll('*')].entries()) {
      const values = isWhole ? look(element) : new Map<string, string>();
      const { left, top, width, height } = element.getBoundingClientRect();
      // Where nothing is drawn, engines differ in what they say of the place.
      if (element.getClientRects().length > 0) {
        // A place of whole pixels need not begin at one.
        const box = [left - origin.left, top - origin.top, width, height].map((number) => Math.round(number * 4) / 4);
        values.set('(box)', box.join(' '));
      }
      portrait.set(`${name}: ${index} <${element.localName} class="${element.getAttribute('class') ?? ''}">`, values);
    }
    const whole = new Map([
      ['(text)', root.textContent],
      ['(visible text)', (root as HTMLElement).innerText],
    ]);
    portrait.set(`${name}: whole`, whole);
    if (!isWhole) continue;
    for (const selector of ['.card', '.more']) {
      const element = card.shadowRoot!.querySelector(selector);
      if (element) portrait.set(`${name}: ${selector}::before`, look(element, '::before'));
    }
  }
  return portrait;
}

function differences(before: Portrait, after: Portrait): string[] {
  const found: string[] = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    if (!was || !is) {
      found.push(`${name} ${is ? 'came' : 'went'}`);
      continue;
    }
    for (const [property, value] of was) {
      if (is.get(property) !== value) found.push(`${name} ${property}: ${value} -> ${is.get(property)}`);
    }
  }
  return found;
}

/** The part of a portrait that is of these cards. */
function of(names: readonly string[], portrait: Portrait): Portrait {
  return new Map([...portrait].filter(([key]) => names.includes(key.slice(0, key.indexOf(':')))));
}

/** By width. */
async function portraits(names: readonly string[] = ALL): Promise<Map<number, Portrait>> {
  const drawn = await drawAll(names);
  return new Map(
    WIDTHS.map((width) => {
      page(keepPlace(width));
      return [width, portraitOf(drawn, width)];
    }),
  );
}

let honest: Promise<Map<number, Portrait>> | undefined;

const INHERITED = `
  font: italic small-caps 700 40px / 3 cursive !important; letter-spacing: 5px !important; word-spacing: 9px !important;
  text-transform: uppercase !important; text-indent: 50px !important; text-align: center !important;
  text-align-last: right !important; text-shadow: 2px 2px red !important; white-space: pre !important;
  word-break: break-all !important; line-break: anywhere !important; overflow-wrap: normal !important;
  hyphens: auto !important; tab-size: 20 !important; quotes: "x" "y" !important; list-style: square inside !important;
  border-collapse: separate !important; border-spacing: 30px !important; caption-side: bottom !important;
  empty-cells: hide !important; color: red !important; cursor: wait !important; orphans: 9 !important;
  font-feature-settings: "smcp" !important; font-variation-settings: "wght" 900 !important; font-kerning: none !important;
  font-variant: small-caps !important; font-stretch: condensed !important; font-size-adjust: 2 !important;
  font-synthesis: none !important; font-palette: dark !important; font-optical-sizing: none !important;
  -webkit-text-stroke: 2px red !important; -webkit-text-fill-color: red !important; text-emphasis: dot red !important;
  -webkit-text-size-adjust: 300% !important; text-size-adjust: 300% !important; text-rendering: geometricPrecision !important;
  -webkit-font-smoothing: none !important; -webkit-line-clamp: 1 !important; text-wrap: nowrap !important;
  text-underline-offset: 9px !important; text-underline-position: under !important; text-decoration-skip-ink: none !important;
  text-orientation: upright !important; text-combine-upright: all !important; hanging-punctuation: first !important;
  image-rendering: pixelated !important; image-orientation: none !important; object-fit: none !important;
  fill: red !important; stroke: red !important; stroke-width: 9 !important; accent-color: red !important;
  caret-color: red !important; pointer-events: none !important; ruby-position: under !important;
  paint-order: stroke !important; forced-color-adjust: none !important; -webkit-print-color-adjust: exact !important;
  -webkit-user-modify: read-write !important; -webkit-rtl-ordering: visual !important; -webkit-line-break: anywhere !important;
`;

const PRIVATE_NAMES = [
  ...['ink', 'ink-quiet', 'surface', 'tint', 'rule', 'border', 'accent', 'danger', 'success', 'skeleton'],
  ...['padding', 'text', 'ui', 'leading'],
];

const sheets: Readonly<Record<string, string>> = {
  'that unsets everything': '* { all: unset !important }',
  'that makes everything initial': '* { all: initial !important }',
  'that reverts everything':
    '* { all: revert !important } *, *::before, *::after { box-sizing: content-box !important }',
  'that spaces, shouts and turns around':
    '* { letter-spacing: 5px !important; text-transform: uppercase !important; direction: ltr !important; text-align: center !important; white-space: nowrap !important; outline: none !important }',
  'that sets all that is inherited': `* { ${INHERITED} }`,
  'that isolates its letters by force': '* { unicode-bidi: bidi-override !important; direction: ltr !important }',
  'with a small root': 'html { font-size: 62.5% } body { font-size: 30px }',
  'with a huge root, in its own faces': 'html { font: 40px/3 cursive } body { font-size: 3rem; line-height: 40px }',
  'that hides pictures, headings and buttons':
    'img, h2, button, svg, header, footer, figure { display: none !important }',
  'that styles elements as of its own':
    'article, header, footer, figure, figcaption, time, ul, li, p, b, bdi, h1, h2, h3, h4, h5, h6, svg, path, slot, input, table { position: absolute !important; float: left !important; margin: 40px !important; font-size: 50px !important }',
  'that styles links':
    'a, a:link, a:visited { color: red !important; pointer-events: none; text-decoration: line-through }',
  'that knows the names of the card’s parts': `[part] { display: none !important } ${['card', 'root', 'body', 'open', 'meta', 'label', 'icon', 'skeleton', 'foot'].map((name) => `.${name}`).join(', ')} { display: none !important; padding: 99px !important }`,
  'that knows the ids in the card': '#headline, #body, #more, #share, #related, #selected { display: none !important }',
  'that tries to reach in':
    ':host, :host(*), ::slotted(*), khabar-card > .root, khabar-card .card, khabar-card /deep/ * { display: none !important; color: red !important }',
  'that fills and animates all that has a before': `*, *::before, *::after { animation: shake 1s infinite !important; transition: all 9s !important }
    *::before, *::after { content: 'x' !important } @keyframes shake { to { letter-spacing: 9px; font-size: 40px } } @keyframes pulse { to { color: red } }`,
  'that styles first letters and lines':
    '*::first-letter { font-size: 90px !important; color: red !important; float: left } *::first-line { font-size: 60px !important; color: red !important; text-transform: uppercase }',
  'that styles what is selected, marked and focused':
    '*::selection, *::marker, *::placeholder { color: red !important; font-size: 50px !important } *:focus { outline: none !important } ul, ol, li { list-style: square !important }',
  'with variables of the card’s names': `*, ::before, ::after { ${PRIVATE_NAMES.map((name) => `--${name}: ${['padding', 'leading'].includes(name) ? 9 : 'red'} !important;`).join(' ')} }`,
  'that registers variables of the card’s names': PRIVATE_NAMES.map(
    (name) => `@property --${name} { syntax: '<length>'; inherits: false; initial-value: 99px }`,
  ).join(' '),
  'that writes from top to bottom': '* { writing-mode: vertical-rl !important; text-orientation: upright !important }',
  'that lays out all as flexible boxes':
    '* { display: flex !important; align-items: center; justify-content: center; gap: 30px }',
  'that lays out all as columns':
    '* { display: flex !important; flex-flow: column nowrap !important; align-items: flex-start !important }',
  'that lays out all as a grid': '* { display: grid !important; place-items: end !important; gap: 30px !important }',
  'that lays out all inline':
    '* { display: inline !important; vertical-align: super !important; line-height: 5 !important }',
  'that gives no box to elements of others': 'khabar-card { display: contents !important }',
  'that sets text in newspaper columns':
    '* { columns: 1 !important; column-gap: 90px !important; column-rule: 9px solid red !important }',
  'that has containers and counters of its own':
    '* { container: page / inline-size !important; counter-reset: list-item 40 !important; counter-increment: list-item 7 !important }',
};

/** Chromium lays out columns in columns anew, again and again, for each card in them: a few cards show the same. */
const FEW: Readonly<Record<string, readonly string[]>> = {
  ...(isThorough ? {} : { 'that sets text in newspaper columns': IN_FULL }),
  // There a line, and so the cell of a teaser, is as high as the page: in WebKit the teaser fills it, as it fills any cell.
  ...(engine === 'webkit'
    ? { 'that writes from top to bottom': ALL.filter((name) => !name.startsWith('teaser')) }
    : {}),
};

/** A page may place and size the card as it likes; only these sheets need the place as it was. */
describe('A careless page', function () {
  before(async function () {
    this.timeout(30_000);
    await document.fonts.ready;
  });

  for (const [name, css] of Object.entries(sheets)) {
    it(`${name} changes nothing in the card`, async function () {
      this.timeout(60_000);
      if (!honest) {
        honest = portraits();
        await honest;
        for (const place of document.querySelectorAll(':has(> khabar-card)')) place.remove();
        document.adoptedStyleSheets = [];
      }
      const before = await honest;
      page(css);
      const names = FEW[name] ?? ALL;
      const after = await portraits(names);
      for (const width of WIDTHS) {
        const found = differences(of(names, before.get(width)!), after.get(width)!);
        expect(found.slice(0, 12), `${found.length} differences at ${width} px`).to.deep.equal([]);
      }
    });
  }
});

describe('A page', () => {
  const shown = (card: KhabarCard) =>
    part(card, 'headline')!.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  for (const css of [
    'khabar-card { display: none }',
    'khabar-card { visibility: hidden }',
    'khabar-card { opacity: 0 }',
    'khabar-card { content-visibility: hidden }',
    ':has(> khabar-card) { display: none }',
    ':has(> khabar-card) { visibility: hidden }',
  ]) {
    it(`may hide the card: ${css}`, async () => {
      const card = await draw({ article: articles.ar });
      expect(shown(card)).to.equal(true);
      page(css);
      expect(shown(card)).to.equal(false);
    });
  }

  it('may hide the card by its attribute', async () => {
    const card = await draw({ article: articles.ar });
    card.hidden = true;
    expect(shown(card)).to.equal(false);
  });

  for (const [css, width] of [
    ['inline-size: 300px', 300],
    ['max-width: 50%', 240],
    ['margin-inline: 40px', 400],
    ['padding: 10px; border: 5px solid', 450],
    ['inline-size: 360px !important', 360],
  ] as const) {
    it(`may size the card: ${css}`, async () => {
      const card = await draw({ article: articles.ar, width: 480 });
      page(`khabar-card { ${css} }`);
      expect(part(card, 'card')!.getBoundingClientRect().width).to.equal(width);
    });
  }

  it('may style the parts of the card, and with them what they hold', async () => {
    page(
      'khabar-card::part(card) { letter-spacing: 2px; border-radius: 9px } khabar-card::part(caption) { display: none }',
    );
    const card = await draw({ article: articles.ar });
    expect(getComputedStyle(part(card, 'card')!).borderTopLeftRadius).to.equal('9px');
    expect(getComputedStyle(part(card, 'summary')!).letterSpacing).to.equal('2px');
    expect(part(card, 'caption')!.checkVisibility()).to.equal(false);
  });

  const colours: Readonly<Record<string, [part: string, property: string]>> = {
    ink: ['headline', 'color'],
    'ink-quiet': ['summary', 'color'],
    surface: ['card', 'background-color'],
    rule: ['meta', 'border-top-color'],
    border: ['more', 'border-top-color'],
    accent: ['section', 'color'],
  };
  for (const [name, [of, property]] of Object.entries(colours)) {
    it(`may colour the card with --khabar-${name}, from any element around it`, async () => {
      page(`html { --khabar-${name}: rgb(1, 2, 3) }`);
      const card = await draw({ article: articles.ar });
      expect(getComputedStyle(part(card, of)!).getPropertyValue(property)).to.equal('rgb(1, 2, 3)');
    });
  }

  it('may set the faces of the card with --khabar-font-text and --khabar-font-ui', async () => {
    page('khabar-card { --khabar-font-text: Papyrus; --khabar-font-ui: Courier }');
    const card = await draw({ article: articles.ar });
    const faces = ['headline', 'meta'].map((name) => getComputedStyle(part(card, name)!).fontFamily);
    expect(faces).to.deep.equal(['Papyrus', 'Courier']);
  });
});

describe('A box that scrolls', () => {
  it('scrolls all of the card, so that nothing of it makes the page longer', async () => {
    await drawWithBody({
      article: articles.ar,
      attributes: { view: 'article' },
      style: 'height: 100px; overflow: auto',
    });
    expect(document.documentElement.scrollHeight).to.be.at.most(innerHeight);
  });
});
