import { html, nothing } from 'lit';
import type { Article } from '../article/article.js';
import type { CardContext } from '../drawing/context.js';
import { forSubscribers } from '../drawing/for-subscribers.js';
import { inNewWindow } from '../drawing/phrases.js';
import { isNothing } from '../drawing/section.js';
import { headline } from './head/headline.js';
import { teaserDate } from './head/meta.js';
import { picture } from './head/picture.js';
import { publisher } from './head/publisher.js';

/** The card of a front page, in the order in which it is read: the way to the story, whose it is, and when it came out. */
export function teaser(article: Article, context: CardContext): unknown {
  const title = headline(article, context);
  const imprint = [forSubscribers(article, context), publisher(article, context), teaserDate(article, context)];
  return html`${pictureLink(article, context)}${isNothing(title) ? nothing : html`<header class="head">${title}</header>`}${
    isNothing(...imprint) ? nothing : html`<footer class="imprint">${imprint}</footer>`
  }`;
}

/** For a pointer alone: the headline is the same link for the keyboard and for assistive technology. */
function pictureLink(article: Article, context: CardContext): unknown {
  const shown = picture(article, context);
  if (!article.picture || !article.url || !article.headline) return shown;
  return html`<a
    class="view"
    href=${article.url}
    target=${inNewWindow.target}
    rel=${inNewWindow.rel}
    tabindex="-1"
    aria-hidden="true"
    >${shown}</a
  >`;
}
