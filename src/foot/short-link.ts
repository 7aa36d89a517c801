import { html, nothing, type TemplateResult } from 'lit';
import { displayAddress } from '../article/display-address.js';
import type { CardContext, Section } from '../card/context.js';
import { icon, say, section } from '../card/templates.js';

export const SHORT_LINK = 'short-link';
/** `id` of the field that holds the address, selected, where the clipboard was refused. */
export const SELECTED = 'selected';

/** The short link, with a button that copies it. */
export const shortLink: Section = (_, context) => {
  const { shortLink, words, channels } = context;
  if (!shortLink) return nothing;
  const label = section(
    context,
    [shortLink],
    () =>
      html`<span class="unseen">${say(context, `${words.shortLink}${words.colon} `)}</span
        ><bdi dir="ltr">${displayAddress(shortLink)}</bdi
        ><span class="unseen">${say(context, ` ${words.opensInNewWindow}`)}</span>`,
  );
  return html`<div class="short-link">
    <p class="label" id=${SHORT_LINK}>${say(context, words.shortLink)}</p>
    <div class="pill">
      <a href=${shortLink} target="_blank" rel="noopener" part="short-link" translate="no">${label}</a>
      ${channels ? copyButton(context) : nothing}
    </div>
    ${channels ? copyStatus(context) : nothing}
  </div>`;
};

/** Copies what is shared. */
export function copyButton(context: CardContext): TemplateResult {
  const { copy, words, onCopy } = context;
  const className = copy === 'copied' ? 'square copied' : 'square';
  return html`<button type="button" part="copy" class=${className} @click=${onCopy}>
    ${icon(copy === 'copied' ? 'check' : 'copy', say(context, words.copy), copy !== 'copied')}
  </button>`;
}

/** Says how copying went, to eyes and ears alike; empty, but there, from the first drawing on. */
export function copyStatus(context: CardContext): TemplateResult {
  const { copy, words, shared } = context;
  return html`<div class="said">
    <p role="status" class=${copy}>
      ${copy === 'idle' ? nothing : say(context, copy === 'copied' ? words.copied : words.copyFailed)}
    </p>
    ${
      // A field, not a selected text: WebKit lets no script select text in a shadow tree, and phones offer to copy it.
      copy === 'failed'
        ? html`<input id=${SELECTED} type="url" dir="ltr" readonly aria-label=${words.shortLink} .value=${shared} />`
        : nothing
    }
  </div>`;
}
