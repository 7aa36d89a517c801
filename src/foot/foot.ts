// The foot of a card: a part of embed.js. A card without it still shows its story.
import { html, nothing, unsafeCSS } from 'lit';
import css from './foot.css?inline';
import type { Section } from '../drawing/context.js';
import { forSubscribers } from '../drawing/for-subscribers.js';
import { original } from '../drawing/original.js';
import { HEADLINE } from '../drawing/phrases.js';
import { isNothing } from '../drawing/section.js';
import { follow } from './follow.js';
import { share } from './share.js';
import { shortLink } from './short-link.js';
import { source } from './source.js';

export { LateRelated } from './late-related.js';
export { related } from './related.js';
export { Sharing } from './sharing.js';

/** Where the story is from and where else it is: source, short link, the original; share and follow. */
export const foot: Section = (article, context) => {
  const from = source(article, context);
  const short = shortLink(article, context);
  const note = forSubscribers(article, context);
  const way = original(article.url, context, article.headline && HEADLINE);
  const actions = [share(article, context), follow(article, context)];
  const hasActions = !isNothing(...actions);
  if (!hasActions && isNothing(from, short, note, way)) return nothing;
  return html`<footer class="foot">
    ${from}${short}${note}${way}${hasActions ? html`<div class="actions">${actions}</div>` : nothing}
  </footer>`;
};

export const styles = [unsafeCSS(css)];
