import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../article/article.js';
import { closed } from '../article/bidi.js';
import { host } from '../article/web-address.js';
import type { CardContext } from './context.js';
import { HEADLINE, NEW_WINDOW, say } from './templates.js';
import { body } from '../body/disclosure.js';
import { footWords } from '../language/foot-words.js';
import { follow } from '../foot/follow.js';
import { headline } from './head/headline.js';
import { meta } from './head/meta.js';
import { original } from './original.js';
import { picture } from './head/picture.js';
import { publisher } from './head/publisher.js';
import { related } from '../foot/related.js';
import { share } from '../foot/share.js';
import { shortLink } from '../foot/short-link.js';
import { source } from '../foot/source.js';
import { summary } from './head/summary.js';

/** The whole card, in the order in which it is read aloud. */
export function drawn(article: Article, context: CardContext): TemplateResult {
  const { view, open, language, direction, words } = context;
  const whole = view !== 'teaser';
  return html`<article
    class="card ${direction} ${open && context.body.status !== 'none' ? 'open' : ''}"
    data-view=${view}
    data-body=${context.body.status}
    part="card"
    lang=${language}
    dir=${direction}
    aria-labelledby=${article.headline ? HEADLINE : nothing}
    aria-label=${article.headline ? nothing : nameWithoutHeadline(article)}
  >
    ${head(article, context)}${meta(article, context)}${picture(article, context)}
    ${whole ? body(article, context) : nothing}${foot(article, context)}${whole ? related(article, context) : nothing}
    <p id=${NEW_WINDOW} hidden>${say(context, words.opensInNewWindow)}</p>
  </article>`;
}

function head(article: Article, context: CardContext): unknown {
  const line = publisher(article, context);
  const words = article.headline || article.section ? headline(article, context) : nothing;
  const about = article.summary && context.view !== 'teaser' ? summary(article, context) : nothing;
  return isNothing(line, words, about) ? nothing : html`<header class="head">${line}${words}${about}</header>`;
}

function foot(article: Article, context: CardContext): unknown {
  const way = original(article.url, context);
  const note =
    article.isAccessibleForFree === false
      ? html`<p class="note">${say(context, footWords(context.words).forSubscribers)}</p>`
      : nothing;
  if (context.view === 'teaser')
    return isNothing(note, way) ? nothing : html`<footer class="foot">${note}${way}</footer>`;
  const from = source(article, context);
  const short = shortLink(article, context);
  const actions = [share(article, context), follow(article, context)] as const;
  const hasActions = !isNothing(...actions);
  if (isNothing(from, short, note, way) && !hasActions) return nothing;
  return html`<footer class="foot">
    ${from}${short}${note}${way}${hasActions ? html`<div class="actions">${actions[0]}${actions[1]}</div>` : nothing}
  </footer>`;
}

/** There is no box around nothing. */
function isNothing(...rows: readonly unknown[]): boolean {
  return rows.every((row) => row === nothing);
}

function nameWithoutHeadline({ publisher, url }: Article): unknown {
  return publisher?.name ? closed(publisher.name) : url ? host(url) : nothing;
}
