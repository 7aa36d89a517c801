import { html, nothing, type TemplateResult } from 'lit';
import { displayAddress } from '../article/display-address.js';
import type { WebAddress } from '../article/web-address.js';
import type { CardContext, Section } from '../drawing/context.js';
import { element, type Content } from '../drawing/element.js';
import { icon } from '../drawing/icon.js';
import { inNewWindow, say, visuallyHidden } from '../drawing/phrases.js';
import { section } from '../drawing/section.js';
import { icons } from './icons.js';
import { shortLink as shortLinkOf } from './link-template.js';
import { footWords } from '../language/foot-words.js';

const SHORT_LINK = 'short-link';
/** `id` of the field that holds the address, selected, where the clipboard was refused. */
export const SELECTED = 'selected';

/** The short link, with a button that copies it. */
export const shortLink: Section = (article, context) => {
  const { share } = context;
  const words = footWords(context.words);
  const href = shortLinkOf(article, context.shortLink);
  if (!href) return nothing;
  const label = section(context, [], () => say(context, words.shortLink));
  const link = section(context, [href], () => {
    const address = displayAddress(href);
    const [name, note] = [`${words.shortLink}${words.colon} `, ` ${words.opensInNewWindow}`];
    // The part that is drawn apart would be in the link's name twice.
    const isLong = address.length > FITTING;
    return element(
      'a',
      {
        href,
        ...inNewWindow,
        part: 'short-link',
        translate: 'no',
        'aria-label': isLong ? name + address + note : undefined,
        lang: isLong ? context.words.language : undefined,
      },
      !isLong && visuallyHidden(context, name),
      isLong ? halves(address) : element('bdi', { dir: 'ltr' }, address),
      !isLong && visuallyHidden(context, note),
    );
  });
  const isShared = share.toLowerCase() !== 'none';
  return html`<div class="short-link">
    <p class="label" id=${SHORT_LINK}>${label}</p>
    <div class="pill">${link}${isShared ? copyButton(href, context) : nothing}</div>
    ${isShared ? copyStatus(href, context) : nothing}
  </div>`;
};

/** Characters of an address that has room, on two lines at worst. */
const FITTING = 22;
/** Characters that are kept of a last part that is longer. */
const LAST = 10;

/**
 * A longer address loses its middle where it has no room: its last part, which tells it from others, stays. That part is drawn by the
 * style; its letters stand, of no size, behind the others, as browsers put a line end between boxes into what a reader copies.
 */
function halves(address: string): Content {
  const end = Math.max(address.lastIndexOf('/', address.length - 2), address.length - LAST);
  const last = address.slice(end);
  return element(
    'bdi',
    { dir: 'ltr', 'data-last': last },
    element('span', {}, address.slice(0, end), element('span', {}, last)),
  );
}

/** Copies the address that is shared. */
export function copyButton(url: WebAddress, context: CardContext): TemplateResult {
  const isCopied = context.copy === 'copied';
  const label = section(context, [isCopied], () =>
    icon(icons[isCopied ? 'check' : 'copy'], say(context, footWords(context.words).copy), !isCopied),
  );
  return html`<button
    type="button"
    part="copy"
    class=${isCopied ? 'square copied' : 'square'}
    data-action="copy"
    data-url=${url}
  >
    ${label}
  </button>`;
}

/** Says how copying went, to eyes and ears alike; empty, but there, from the first drawing on. */
export function copyStatus(url: WebAddress, context: CardContext): TemplateResult {
  const { copy } = context;
  const words = footWords(context.words);
  const status = section(
    context,
    [copy],
    () => copy !== 'idle' && say(context, copy === 'copied' ? words.copied : words.copyFailed),
  );
  // A field, not a selected text: WebKit lets no script select text in a shadow tree, and phones offer to copy it.
  return html`<div class="said">
    <p role="status" class=${copy}>${status}</p>
    ${copy === 'failed' ? html`<input id=${SELECTED} type="url" dir="ltr" readonly aria-label=${words.shortLink} .value=${url} />` : nothing}
  </div>`;
}
