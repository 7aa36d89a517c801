import { html, nothing } from 'lit';
import type { Article } from '../../article/article.js';
import { instant, type Timestamp } from '../../article/timestamp.js';
import { formatDate, formatMinutes, joinNames } from '../../language/dates.js';
import { charactersPerMinute, readingMinutes } from '../../language/reading-time.js';
import type { CardContext, Section } from '../context.js';
import { linkedName, say, section } from '../templates.js';

/** Who wrote it, when it was published and updated, and how long it takes to read. */
export const meta: Section = (article, context) => {
  const { authors, published, updated, body } = article;
  const minutes =
    body && context.view !== 'teaser' ? readingMinutes(body, charactersPerMinute(context.language)) : undefined;
  return section(context, [authors, published, updated, minutes, context.dates], () => {
    const lines = [byline(article, context), ...dates(article, context), readingTime(minutes, context)];
    const told = lines.filter((line) => line !== nothing);
    return told.length === 0
      ? nothing
      : html`<div class="meta" part="meta">${told.map((line, index) => [index === 0 ? nothing : ' ', line])}</div>`;
  });
};

function byline({ authors }: Article, context: CardContext): unknown {
  if (authors.length === 0) return nothing;
  const names = authors.map((author) => linkedName(author.url, author.name));
  const joined = joinNames(names.length, context.words).map((item) => (typeof item === 'number' ? names[item] : item));
  return html`<p part="byline">${say(context, context.words.by)} ${joined}</p>`;
}

function dates({ published, updated }: Article, context: CardContext): unknown[] {
  const { words } = context;
  const first = published && formatDate(published, words, context.dates);
  const last = updated && formatDate(updated, words, context.dates);
  // Publishing systems stamp a second or two of saving as an update; and a story is not updated before it is out.
  const changed = updated && !(published && (last?.full === first?.full || instant(updated) < instant(published)));
  return [
    published && first ? date('published', words.published, published, first.full, context) : nothing,
    changed && last
      ? date('updated', words.updated, updated, (first?.date === last.date && last.time) || last.full, context)
      : nothing,
  ];
}

function date(part: string, label: string, time: Timestamp, text: string, context: CardContext): unknown {
  return html`<p part=${part}>
    <span class="label">${say(context, label + context.words.colon)}</span>${' '}<time datetime=${time.iso}
      >${say(context, text)}</time
    >
  </p>`;
}

function readingTime(minutes: number | undefined, context: CardContext): unknown {
  const { words, dates } = context;
  if (!minutes) return nothing;
  return html`<p part="reading-time">${say(context, words.readingTime(formatMinutes(minutes, words, dates)))}</p>`;
}
