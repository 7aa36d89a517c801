import { closed } from '../article/bidi.js';
import type { Article } from '../article/article.js';
import { compact, languageTag } from '../article/json.js';
import { shortLink } from '../foot/link-template.js';
import { webAddress, type WebAddress } from '../article/web-address.js';
import type { DateSettings } from '../language/dates.js';
import { direction, primaryLanguage } from '../language/direction.js';
import { languageOf } from '../dialects/language-of.js';
import { wordsFor, type Words } from '../language/words.js';
import { channelList, type Channel } from '../foot/channels.js';
import type { BodyState } from './body-controller.js';
import type { CopyState } from './copy-controller.js';

/** How much of the article a card shows. */
export type View = 'summary' | 'article' | 'teaser';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** What a waiting, failed or drawn card needs to say anything at all. */
export interface Voice {
  readonly words: Words;
  /** Language of the article, or, until that is known, of the card's own words. */
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
}

/** What the sections of a drawn card need to know beside the article. They hold no state of their own. */
export interface CardContext extends Voice {
  readonly view: View;
  /** Whether the body is shown. */
  readonly open: boolean;
  readonly headingLevel: HeadingLevel;
  readonly dates: DateSettings;
  readonly body: BodyState;
  readonly copy: CopyState;
  readonly shortLink: WebAddress | undefined;
  /** What is shared and copied: the short link, else the article's own address. */
  readonly shared: WebAddress | undefined;
  /** `undefined`: nothing is offered for sharing. */
  readonly channels: readonly Channel[] | undefined;
  readonly follow: readonly WebAddress[];
  readonly showRelated: boolean;
  /** The publisher's name came after the card was drawn. */
  readonly publisherCameLater: boolean;
  /** CSS pixels of the card's width, for choosing among the sizes of a picture; nothing until an observer tells. */
  readonly width: number | undefined;
  /** The card was asked for before anybody came near: its picture may be what the page is waiting for. */
  readonly isEager: boolean;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
  /** Absent where the device has no share sheet for this. */
  readonly onDeviceShare: (() => void) | undefined;
}

/** A part of the card: nothing but what it draws of an article. */
export type Section<Drawn = unknown> = (article: Article, context: CardContext) => Drawn;

/** The attributes of a card, as its page sets them; any of them may be missing or make no sense. */
export interface CardSettings extends Element {
  readonly view: unknown;
  readonly open: boolean;
  readonly headingLevel: unknown;
  readonly timeZone: unknown;
  readonly numerals: unknown;
  readonly calendar: unknown;
  readonly months: unknown;
  readonly shortLink: unknown;
  readonly share: unknown;
  readonly follow: unknown;
  readonly related: unknown;
}

/** What a card holds and does, for its sections to draw and call. */
export interface CardParts {
  readonly body: BodyState;
  readonly copy: CopyState;
  readonly publisherCameLater: boolean;
  readonly width: number | undefined;
  readonly isEager: boolean;
  readonly onToggle: () => void;
  readonly onCopy: (url: string) => void;
  readonly onDeviceShare: (data: ShareData & { url: string }) => void;
}

/** @param language of the article; while there is none, the card has no other language than that of its words. */
export function voiceOf(language: string | undefined, pageLanguage: string, settings: CardSettings): Voice {
  const words = wordsFor(wordsLanguage(language, pageLanguage, settings));
  const spoken = language ?? words.language;
  return { words, language: spoken, direction: direction(spoken) };
}

/** What the card's own words are to be in. @param language of the article */
export function wordsLanguage(language: string | undefined, pageLanguage: string, settings: CardSettings): string {
  return ownLanguage(settings) ?? language ?? pageLanguage;
}

/** What the page asks the card's own words to be in. */
function ownLanguage(settings: CardSettings): string | undefined {
  return languageTag(settings.getAttribute('lang'));
}

export function cardContext(
  article: Article,
  pageLanguage: string,
  settings: CardSettings,
  { onCopy, onDeviceShare, ...parts }: CardParts,
): CardContext {
  const view = viewOf(settings);
  const language = languageOf(article, pageLanguage);
  const voice = voiceOf(language, pageLanguage, settings);
  const own = ownLanguage(settings) ?? language;
  const link = shortLink(article, string(settings.shortLink));
  const shared = link ?? article.url;
  const data = shared && { title: closed(article.headline ?? ''), url: shared };
  const dates = {
    // A region says more about dates than the language alone, but only of the language that is spoken.
    locale: primaryLanguage(own) === voice.words.language ? own : voice.words.language,
    timeZone: string(settings.timeZone),
    numerals: keyword(settings.numerals),
    calendar: keyword(settings.calendar),
    months: keyword(settings.months),
  };
  const channels = shared && keyword(settings.share) !== 'none' ? channelList(string(settings.share)) : undefined;
  return {
    ...voice,
    ...parts,
    view,
    open: isOpen(settings),
    headingLevel: levelOf(settings.headingLevel),
    dates,
    shortLink: link,
    shared,
    channels,
    follow: accounts(article, string(settings.follow) ?? ''),
    showRelated: showsRelated(settings),
    onCopy: () => shared && onCopy(shared),
    onDeviceShare: data && canShare(data) ? () => onDeviceShare(data) : undefined,
  };
}

/** The body is shown. */
export function isOpen(settings: CardSettings): boolean {
  const view = viewOf(settings);
  return view === 'article' || (view === 'summary' && settings.open);
}

export function viewOf(settings: CardSettings): View {
  const asked = keyword(settings.view);
  return asked === 'article' || asked === 'teaser' ? asked : 'summary';
}

/** Whether related stories have a place in the card. */
export function showsRelated(settings: CardSettings): boolean {
  return viewOf(settings) !== 'teaser' && keyword(settings.related) !== 'none';
}

/** Properties can be set to anything, and only a string is one of their values. */
function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}

/** The value of an enumerated attribute (HTML): ASCII case does not count. */
export function keyword(value: unknown): string {
  return string(value)?.toLowerCase() ?? '';
}

/** Frameworks set properties to the strings of their templates. */
export function levelOf(stated: unknown): HeadingLevel {
  const level = Number(stated);
  return Number.isInteger(level) && level >= 1 && level <= 6 ? (level as HeadingLevel) : 2;
}

/** The article's own accounts, else those that the page names. */
function accounts(article: Article, follow: string): readonly WebAddress[] {
  if (keyword(follow) === 'none') return [];
  const named = article.follow.length > 0 ? article.follow : compact(follow.split(/\s+/).map((url) => webAddress(url)));
  return [...new Set(named)];
}

function canShare(data: ShareData): boolean {
  try {
    return typeof navigator.share === 'function' && navigator.canShare(data);
  } catch {
    return false;
  }
}
