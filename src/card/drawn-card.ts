import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../article/article.js';
import { closed } from '../article/bidi.js';
import { host } from '../article/web-address.js';
import type { CardContext } from '../drawing/context.js';
import { element } from '../drawing/element.js';
import { lines } from '../drawing/lines.js';
import { HEADLINE, NEW_WINDOW, note, say } from '../drawing/phrases.js';
import { isNothing, section } from '../drawing/section.js';
import { bodyLength } from '../language/reading-time.js';
import { headline } from './head/headline.js';
import { meta } from './head/meta.js';
import { picture } from './head/picture.js';
import { publisher } from './head/publisher.js';
import { summary } from './head/summary.js';
import { withoutHidden } from './hide.js';
import type { ToolsController } from '../tools/tools-controller.js';
import type { body, foot } from './parts.js';
import { teaser } from './teaser.js';

/** Of the parts of Khabar, those that are drawn. */
interface DrawnParts {
  readonly foot: typeof foot.exports;
  readonly body: typeof body.exports;
  readonly tools: ToolsController | undefined;
}

/** Characters of a body that is about as high as a rail beside it. */
const RAIL = 1200;

/** The whole card, in the order in which it is read aloud. */
export function drawnCard(whole: Article, context: CardContext, parts: DrawnParts): TemplateResult {
  const article = withoutHidden(whole, context.hide);
  const { view, open, language, direction, words } = context;
  const isTeaser = view === 'teaser';
  const status = context.body.status;
  const isOpen = open && status !== 'none';
  // Beside a shorter body the rail would stand alone.
  const hasRail = isOpen && article.body && bodyLength(article.body) > RAIL;
  const sentence = section(context, [], () =>
    element('p', { id: NEW_WINDOW, hidden: '' }, say(context, words.opensInNewWindow)),
  );
  return html`<article
    class="card ${direction} ${isOpen ? 'open' : ''} ${hasRail ? 'columns' : ''} ${context.isPartial ? 'partial' : ''}"
    data-view=${view}
    data-body=${status}
    part="card"
    lang=${language}
    dir=${direction}
    aria-labelledby=${article.headline ? HEADLINE : nothing}
    aria-label=${article.headline ? nothing : nameWithoutHeadline(article)}
  >
    ${isTeaser ? teaser(article, context) : story(article, context, parts)}${sentence}
  </article>`;
}

function story(article: Article, context: CardContext, { foot, body, tools }: DrawnParts): unknown {
  const isThere = context.body.status !== 'none';
  return html`${head(article, context)}${meta(article, context)}${
    context.open && isThere ? (tools?.row(context) ?? toolsPlaceholder(context)) : nothing
  }${picture(article, context)}${
    isThere ? (body?.disclosure(article, context) ?? bodyPlaceholder(context)) : nothing
  }${foot?.foot(article, context)}${foot?.related(article, context)}`;
}

function head(article: Article, context: CardContext): unknown {
  const from = publisher(article, context);
  const title = headline(article, context);
  const lead = summary(article, context);
  return isNothing(from, title, lead) ? nothing : html`<header class="head">${from}${title}${lead}</header>`;
}

/** Keeps the room of the tools while their part of Khabar loads. For a voice alone there is none: there may be no voice. */
function toolsPlaceholder({ tools }: CardContext): unknown {
  return tools.includes('text-size') ? html`<div class="tools"></div>` : nothing;
}

/** Stands for the body while its part of Khabar loads. Where the part is lost, a button loads it again. */
function bodyPlaceholder(context: CardContext): unknown {
  const { body, open, words } = context;
  return section(context, [body.status, open], () => {
    if (body.status === 'failed')
      return element(
        'div',
        { class: 'main', part: 'body' },
        note(context, words.bodyFailed),
        element('button', { type: 'button', part: 'more', 'data-action': 'body' }, say(context, words.retry)),
      );
    return element('div', { class: 'main' }, open && lines());
  });
}

function nameWithoutHeadline({ publisher, url }: Article): unknown {
  return publisher?.name ? closed(publisher.name) : url ? host(url) : nothing;
}
