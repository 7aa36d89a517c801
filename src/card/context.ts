import type { Article } from '../article/article.js';
import type { BodyState, CardContext, CopyState, Voice } from '../drawing/context.js';
import { direction, primaryLanguage } from '../language/direction.js';
import { wordsFor } from '../language/words.js';
import { dialects } from './parts.js';
import type { Settings } from './settings.js';

/** State of a card that its sections draw. */
export interface CardState {
  readonly page: string;
  readonly body: BodyState;
  readonly copy: CopyState;
  readonly isPartial: boolean;
  readonly isPublisherLate: boolean;
  readonly lateRelated: CardContext['lateRelated'];
  readonly width: number | undefined;
}

/** The language of the card's own words. @param language of the article */
export function wordsLanguage({ lang }: Settings, page: string, language?: string): string {
  return lang ?? language ?? page;
}

/** @param language of the article; while there is none, the card has no other language than that of its words */
export function voiceOf(settings: Settings, page: string, language?: string): Voice {
  const words = wordsFor(wordsLanguage(settings, page, language));
  const spoken = language ?? words.language;
  return { words, language: spoken, direction: direction(spoken) };
}

export function cardContext(article: Article, settings: Settings, state: CardState): CardContext {
  const language = languageOf(article, state.page);
  const voice = voiceOf(settings, state.page, language);
  const own = wordsLanguage(settings, state.page, language);
  const { timeZone, numerals, calendar, months } = settings;
  return {
    ...voice,
    ...settings,
    ...state,
    shortLink: settings.hide.includes('short-link') ? undefined : settings.shortLink,
    open: isOpen(settings),
    hasExcerpt: showsExcerpt(article, settings),
    // A region says more about dates than the language alone, but only of the language that is spoken.
    dates: {
      locale: primaryLanguage(own) === voice.words.language ? own : voice.words.language,
      timeZone,
      numerals,
      calendar,
      months,
    },
    showRelated: showsRelated(settings),
    isEager: settings.loading === 'eager',
  };
}

/** The language of an article: as it states, else as its letters show, else the page's. */
export function languageOf(article: Article, page: string): string {
  if (article.language) return article.language;
  const before = languagesByLetters.get(article);
  if (before?.page === page) return before.language;
  const language = dialects.exports?.languageByLetters(article, page);
  if (language) languagesByLetters.set(article, { page, language });
  return language ?? page;
}

/** An article is drawn several times, and its letters are counted once. */
const languagesByLetters = new WeakMap<Article, { readonly page: string; readonly language: string }>();

/** Related stories have a place in the card. */
export function showsRelated({ view, related }: Settings): boolean {
  return view !== 'teaser' && related !== 'none';
}

/** The closed card shows where its body begins. */
export function showsExcerpt({ summary, body }: Article, settings: Settings): boolean {
  const { view, open, hide } = settings;
  return view === 'summary' && !open && !summary && !hide.includes('summary') && body !== undefined;
}

/** The body is shown. */
export function isOpen({ view, open }: Settings): boolean {
  return view === 'article' || (view === 'summary' && open);
}
