const words = (text: string): readonly string[] => text.split(' ');

const pairs = (table: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(table).flatMap(([element, names]) => words(names).map((name) => `${element} ${name}`));

/**
 * What of a publisher's HTML may stand in a card, as data. What is not named is refused: an element leaves its contents
 * behind (see {@link refusedWithContents} for those that do not), an attribute nothing.
 *
 * Elements that are refused, and why:
 * - `form`, `input`, `button`, `label`, `fieldset`, `output`: ask the reader for a password in the page's name.
 * - `base`, `meta`, `link`: turn the page's own addresses, send it elsewhere, load style sheets.
 * - `slot`, custom elements, this card among them: stand in for the card's parts, or draw a card within the card.
 * - `map`, `area`: links where the eye sees a picture. `marquee`, `blink`, `font`, `center`: overlay or restyle.
 * - `body`, `html`, `head`: bring attributes of theirs into the page.
 */
export const allowedElements = words(
  'p br hr wbr h1 h2 h3 h4 h5 h6 div span blockquote q cite pre code kbd samp var ul ol li dl dt dd ' +
    'a abbr b strong i em u s small sub sup mark del ins dfn time bdi bdo ruby rb rt rp ' +
    'figure figcaption picture img audio video source ' +
    // With tables DOMPurify allows <tbody>, which parsers add to them.
    'table caption colgroup col thead tfoot tr th td details summary',
);

/**
 * Elements of MathML Core that browsers draw. Refused: `annotation`, `annotation-xml`, `semantics`, `maction`, `mglyph` and
 * `malignmark`, in which an HTML parser goes on otherwise (mutation XSS), and HTML in any of them.
 */
export const mathElements = words(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle msub msup msubsup munder mover munderover ' +
    'mmultiscripts mprescripts mtable mtr mtd',
);

/** Attributes of any element of MathML. Refused: `href` leads elsewhere, `style` and lengths cover what is beside. */
export const mathAttributes = words(
  'display displaystyle scriptlevel mathvariant linethickness form fence separator stretchy symmetric largeop ' +
    'movablelimits accent accentunder columnspan rowspan width dir',
);

/** Elements whose contents are no text of the article. */
export const refusedWithContents = words(
  // Code. (Its text would stand in the article.)
  'script ' +
    // Restyles or covers the card and the page, and reads along by selectors that load pictures.
    'style ' +
    // Load a third party's page, which sees the reader and may draw what it likes; a link takes their place.
    'iframe object embed applet frame frameset portal fencedframe ' +
    // Are parsed differently the second time, or by another parser (mutation XSS); what a browser that runs scripts,
    // or shows frames, does not show is not for readers either.
    'noscript noembed noframes plaintext svg ' +
    // Opens a shadow root, or holds what no check sees.
    'template ' +
    // Names of what is shown elsewhere.
    'title head ' +
    // Fields: what is typed into them would be the page's.
    'select datalist textarea ' +
    // Drawn by code that does not run here; their contents are for browsers that do not know them.
    'canvas progress meter',
);

/**
 * Attributes that stay, as `element attribute`; `*` is any element. Refused, among all others:
 * - `on…`: code. `style`, `class`, `part`, `slot`: restyle, cover or take the place of the card's parts.
 * - `id`, `name`: clobber `document.x` and `window.x` (DOM clobbering).
 * - `is`, `shadowrootmode`: bring elements of the page to life.
 * - `popover`, `popovertarget`, `command`, `autofocus`, `contenteditable`, `tabindex`, `accesskey`, `inert`,
 *   `draggable`: take the screen, the focus or the keyboard.
 * - `ping`, `attributionsrc`, `background`, `poster`, `lowsrc`, `longdesc`: tell others of the reader.
 * - `target`, `download`, `usemap`, `ismap`, `formaction`, `srcdoc`: lead elsewhere than the link says.
 * - `autoplay`, `loop`, `muted`, `preload`: sound, and loading, that nobody asked for.
 * - `data-…`, `aria-…`, `role`, `itemprop`, `title`: the page's own scripts act on the first; the others rename, for
 *   those who listen, what the eye sees.
 */
export const allowedAttributes = pairs({
  '*': 'lang dir',
  a: 'href rel',
  abbr: 'title',
  audio: 'src',
  blockquote: 'cite',
  col: 'span',
  colgroup: 'span',
  del: 'datetime',
  details: 'open',
  dfn: 'title',
  img: 'src srcset sizes alt width height',
  ins: 'datetime',
  li: 'value',
  ol: 'start reversed type',
  q: 'cite',
  source: 'src srcset sizes type media',
  td: 'colspan rowspan',
  th: 'colspan rowspan scope abbr',
  time: 'datetime',
  video: 'src width height',
});

/** Attributes that are ours, by element. */
export const addedAttributes: ReadonlyArray<readonly [element: string, name: string, value: string]> = [
  ['a', 'target', '_blank'],
  // An import into the page starts the download of an eager picture, even of one that is never shown.
  ['img', 'loading', 'lazy'],
  ['img', 'decoding', 'async'],
  ['img', 'referrerpolicy', 'strict-origin-when-cross-origin'],
  ['audio', 'controls', ''],
  ['audio', 'preload', 'none'],
  ['video', 'controls', ''],
  ['video', 'preload', 'none'],
];

/**
 * Attributes that hold one address. Each must be a WebAddress: `http:` or `https:`, for `javascript:`, `data:` and
 * `blob:` run or forge, `file:` and `intent:` reach into the device, and others call programs on it. Only small pictures
 * of points may be written into their `src` (data-addresses.ts).
 */
export const addressAttributes = words('href src cite');

/** Attributes that count. More of them than anybody means would let a few bytes draw a table of millions of cells. */
export const countingAttributes = words('colspan rowspan span');
export const HIGHEST_COUNT = 100;

/** What a publisher says of its own links stays said; nothing is added to it but `noopener`. */
export const keptLinkRelations = words('nofollow sponsored ugc');

/**
 * Elements that are refused, or say little without the classes and scripts of the publisher's page, and what says the
 * same in their place. By CSS selector.
 */
export const replacements: ReadonlyArray<readonly [selector: string, name: string]> = [
  // Boxes: without one, the words of two would run together.
  ['section, article, main, header, footer, aside, nav, address, search, hgroup, center', 'div'],
  ['form, fieldset, legend, dialog', 'div'],
  // HTML, "Obsolete features": elements that old articles are full of.
  ['menu, dir', 'ul'],
  ['xmp, listing', 'pre'],
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['span.sup, span.superscript, span.exponent', 'sup'],
  ['span.sub, span.subscript', 'sub'],
  ['amp-img', 'img'],
  // WordPress: classic galleries and captions.
  ['div.gallery, div.wp-caption, dl.gallery-item', 'figure'],
  ['dt.gallery-icon', 'div'],
  ['p.wp-caption-text, div.wp-caption-text, dd.gallery-caption, div.gallery-caption', 'figcaption'],
  // Ghost: a toggle, and a line of its players.
  ['.kg-toggle-card', 'details'],
  ['.kg-toggle-heading', 'summary'],
  ['span.kg-audio-title', 'div'],
];

/** The buttons and clocks of players that a script of the publisher's page would bring to life. By CSS selector. */
export const playerParts = words(
  '.kg-audio-player .kg-audio-thumbnail .kg-video-player-container .kg-video-overlay .kg-toggle-card-icon',
);

/** Frames that hold no part of an article: buttons to like and share, advertisements, and what counts readers. By address. */
export const widgetFrames =
  /^https?:\/\/([^/]+\.)?(facebook\.com\/tr\b|facebook\.com\/plugins\/(like|share_button|follow|page|comments)|twitter\.com\/widgets\/(tweet|follow)_button|wp\.com\/likes|doubleclick\.net|googlesyndication\.com|googletagmanager\.com|google-analytics\.com|scorecardresearch\.com|quantserve\.com|taboola\.com|outbrain\.com|amazon-adsystem\.com|adnxs\.com|criteo\.\w+|hotjar\.com|chartbeat\.\w+|disqus\.com|addtoany\.com|sharethis\.com)\b/;

/**
 * Caps, measured before cleaning. A body beyond one of them is not shown: a page must not stand still for a story.
 * Bytes in UTF-8 · elements · attributes of one element · elements within one another.
 */
export const LONGEST_BODY = 1024 * 1024;
export const MOST_ELEMENTS = 20_000;
export const MOST_ATTRIBUTES = 64;
export const DEEPEST = 256;
