/**
 * What of a publisher's HTML may stand in a card. Everything that is not named here goes, and each omission has a reason:
 *
 * - `script`, `iframe`, `object`, `embed`, `link`, `meta`, `base`, `noscript`: run code or load from third parties.
 * - `style`, `class`, `id`, `style=`: restyle or cover the card and the page; `id` and `name` clobber `document.x`.
 * - `svg`, `math`, `template`, `slot`, custom elements, `is=`, `part=`: parse differently the second time (mutation XSS),
 *   open a shadow root, or start a card within the card.
 * - `form`, `input`, `button`, `dialog`, `popover=`, `contenteditable=`, `autofocus=`, `tabindex=`, `accesskey=`: ask the
 *   reader for a password in the page's name, or take the keyboard.
 * - `ping=`, `background=`, `poster=`: report the reader to others. `on…=`: code. `target=`, `usemap=`: lead astray.
 * - `data-…`, `aria-…`: the page's own scripts act on the first; the second can hide or rename what the eye sees.
 */
export const allowedElements: readonly string[] = [
  ...['p', 'br', 'hr', 'wbr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'span'],
  ...['blockquote', 'q', 'cite', 'pre', 'code', 'kbd', 'samp', 'var'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['a', 'abbr', 'b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'mark', 'del', 'ins', 'dfn', 'time'],
  ...['bdi', 'bdo', 'ruby', 'rb', 'rt', 'rp'],
  ...['figure', 'figcaption', 'picture', 'img', 'audio', 'video', 'source'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['details', 'summary'],
];

/** Attributes that stay, per element; `*` on every one. */
export const allowedAttributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['lang', 'dir'],
  a: ['href', 'rel'],
  abbr: ['title'],
  audio: ['src', 'controls'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['datetime'],
  details: ['open'],
  dfn: ['title'],
  img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height'],
  ins: ['datetime'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  source: ['src', 'srcset', 'sizes', 'type', 'media'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope', 'abbr'],
  time: ['datetime'],
  video: ['src', 'controls', 'width', 'height'],
};

/** Attributes that hold one address, each of which must be a WebAddress. */
export const addressAttributes: readonly string[] = ['href', 'src', 'cite'];

/** What a publisher says of its own links stays said; nothing is added to it but `noopener`. */
export const keptLinkRelations: readonly string[] = ['nofollow', 'sponsored', 'ugc'];

/** Longer bodies are not cleaned: a page must not stand still for them. Characters. */
export const LONGEST_BODY = 1024 * 1024;
