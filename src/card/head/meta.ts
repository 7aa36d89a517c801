import { nothing } from 'lit';
import type { Article } from '../../article/article.js';
import { instant, type Timestamp } from '../../article/timestamp.js';
import type { CardContext, Section } from '../../drawing/context.js';
import { element, type Content } from '../../drawing/element.js';
import { isolated, link, say } from '../../drawing/phrases.js';
import { section } from '../../drawing/section.js';
import { formatDate, formatMinutes, joinNames } from '../../language/dates.js';
import { charactersPerMinute, readingMinutes } from '../../language/reading-time.js';

/** Who wrote it, when it was published and updated, and how long it takes to read. */
export const meta: Section = (article, context) => {
  const { authors, published, updated, body } = article;
  const { language, words, dates, hide } = context;
  const isTimed = body && !hide.includes('reading-time');
  const minutes = isTimed ? readingMinutes(body, charactersPerMinute(language)) : undefined;
  return section(context, [authors, published, updated, minutes, dates], () => {
    const lines = [
      byline(article, context),
      ...dateLines(article, context),
      minutes !== undefined &&
        element('p', { part: 'reading-time' }, say(context, words.readingTime(formatMinutes(minutes, words, dates)))),
    ].filter(Boolean);
    return (
      lines.length > 0 &&
      element('div', { class: 'meta', part: 'meta' }, ...lines.flatMap((line) => [line, ' ']).slice(0, -1))
    );
  });
};

/** When it came out. An update is the story's own affair, but where it is all that is known. */
export const teaserDate: Section = ({ published, updated }, context) => {
  const { words, dates } = context;
  const stated = published ?? updated;
  if (!stated) return nothing;
  return section(context, [stated, dates], () =>
    dateLine(published ? 'published' : 'updated', stated, formatDate(stated, words, dates).full, context, 'unseen'),
  );
};

function byline({ authors }: Article, context: CardContext): Content {
  if (authors.length === 0) return undefined;
  const { words } = context;
  const names = authors.map((author) => link(author.url, isolated(author.name, context)));
  return element('p', { part: 'byline' }, say(context, words.by), ' ', joinNames(names, words));
}

function dateLines({ published, updated }: Article, context: CardContext): Content[] {
  const { words, dates } = context;
  const first = published && formatDate(published, words, dates);
  const last = updated && formatDate(updated, words, dates);
  // Publishing systems stamp a second or two of saving as an update; and a story is not updated before it is out.
  const isChanged = last && !(published && (last.full === first?.full || instant(updated) < instant(published)));
  return [
    first && dateLine('published', published, first.full, context),
    isChanged && dateLine('updated', updated, (first?.date === last.date && last.time) || last.full, context),
  ];
}

/** @param labelOfPublished the class of that label: a teaser says it to ears alone */
function dateLine(
  part: 'published' | 'updated',
  { iso }: Timestamp,
  text: string,
  context: CardContext,
  labelOfPublished = 'label',
): Content {
  const { words } = context;
  return element(
    'p',
    { part },
    say(context, [
      element('span', { class: part === 'published' ? labelOfPublished : 'label' }, words[part] + words.colon),
      ' ',
      element('time', { datetime: iso }, text),
    ]),
  );
}
