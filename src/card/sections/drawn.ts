import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../../article/article.js';
import { closed } from '../../article/bidi.js';
import { host } from '../../article/web-address.js';
import type { CardContext } from '../context.js';
import { HEADLINE, NEW_WINDOW, say } from '../templates.js';
import { body } from './body.js';
import { follow } from './follow.js';
import { headline } from './headline.js';
import { meta } from './meta.js';
import { original } from './original.js';
import { picture } from './picture.js';
import { publisher } from './publisher.js';
import { related } from './related.js';
import { share } from './share.js';
import { shortLink } from './short-link.js';
import { source } from './source.js';
import { summary } from './summary.js';

/** The whole card, in the order in which it is read aloud. */
export function drawn(article: Article, context: CardContext): TemplateResult {
  const { view, open, language, direction, words } = context;
  const whole = view !== 'teaser';
  return html`<article
    class=${open && context.body.status !== 'none' ? 'card open' : 'card'}
    data-view=${view}
    data-body=${context.body.status}
    part="card"
    lang=${language}
    dir=${direction}
    aria-labelledby=${article.headline ? HEADLINE : nothing}
    aria-label=${article.headline ? nothing : nameWithoutHeadline(article)}
  >
    ${within(
      (rows) => html`<header class="head">${rows}</header>`,
      publisher(article, context),
      ...headline(article, context),
      whole ? summary(article, context) : nothing,
    )}
    ${meta(article, context)}${picture(article, context)}${whole ? body(article, context) : nothing}
    ${within(
      (rows) => html`<footer class="foot">${rows}</footer>`,
      whole ? source(article, context) : nothing,
      whole ? shortLink(article, context) : nothing,
      article.isAccessibleForFree === false ? html`<p class="note">${say(context, words.forSubscribers)}</p>` : nothing,
      original(article.url, context),
      whole
        ? within((rows) => html`<div class="actions">${rows}</div>`, share(article, context), follow(article, context))
        : nothing,
    )}
    ${whole ? related(article, context) : nothing}
    <p id=${NEW_WINDOW} hidden>${say(context, words.opensInNewWindow)}</p>
  </article>`;
}

/** A box around what there is; no box around nothing. */
function within(box: (rows: readonly unknown[]) => TemplateResult, ...rows: readonly unknown[]): unknown {
  return rows.some((row) => row !== nothing) ? box(rows) : nothing;
}

function nameWithoutHeadline({ publisher, url }: Article): unknown {
  return publisher?.name ? closed(publisher.name) : url ? host(url) : nothing;
}
