import { languageTag } from '../article/json.js';

const text = (stated: unknown) => (typeof stated === 'string' ? stated.trim() : undefined);

/** An enumerated attribute (HTML): ASCII case does not count, and an unknown keyword means the first one. */
const oneOf =
  <Keyword extends string>(...keywords: readonly [Keyword, ...Keyword[]]) =>
  (stated: unknown) => {
    const asked = text(stated)?.toLowerCase();
    return keywords.find((keyword) => keyword === asked) ?? keywords[0];
  };

/** Frameworks set properties to the strings of their templates. */
const headingLevel = (stated: unknown) => ([1, 2, 3, 4, 5, 6] as const).find((level) => level === Number(stated)) ?? 2;

const TOOLS = ['text-size', 'listen'] as const;

const toolList = (stated: unknown): readonly (typeof TOOLS)[number][] => {
  const asked = text(stated)?.toLowerCase();
  return TOOLS.filter((tool) => !asked || asked.split(/\s+/).includes(tool));
};

/** Seconds. Timers take no infinity. */
const LONGEST_TIMEOUT = 86_400;

/**
 * The attributes of a card, each written once: its sentence, how Lit converts it (`type`, `reflect`), its initial value
 * (`initial`), and how a drawing reads it (`read`). The attribute of the property `timeZone` is `time-zone`.
 */
export const SETTINGS = {
  /** Address of article JSON, resolved against the document. A fragment picks one item of a feed. */
  src: { read: (stated: unknown) => (stated == null ? undefined : `${stated as string}`) },
  /**
   * `summary` (default): the body behind a button; `article`: body open; `teaser`: the compact card of a front page.
   */
  view: { initial: 'summary', read: oneOf('summary', 'article', 'teaser') },
  /** Whether the body of a `summary` is shown; reflects, as on `<details>`. */
  open: { type: Boolean, reflect: true, initial: false, read: Boolean },
  /** `lazy` (default) fetches when the card nears the viewport, `eager` at once, `click` when the reader presses a button. */
  loading: { initial: 'lazy', read: oneOf('lazy', 'eager', 'click') },
  /** Level of the headline, 1 to 6, 2 by default; all other headings follow it. */
  headingLevel: { type: Number, initial: 2, read: headingLevel },
  /** `auto` (default): the `color-scheme` of the page where the card stands. */
  theme: { initial: 'auto', read: oneOf('auto', 'light', 'dark') },
  /** Selector of what makes the page dark: with `theme="auto"` the card is dark while something around it matches. */
  dark: { read: (stated: unknown) => text(stated) ?? '' },
  /** Language of the card's own words (BCP 47); by default the article's, then the page's. */
  lang: { read: languageTag },
  /** IANA zone for dates; by default the offset that the article states. */
  timeZone: { read: text },
  /** Digits of dates and reading time. */
  numerals: { initial: 'auto', read: oneOf('auto', 'latn', 'arab', 'arabext') },
  /** Calendar of dates; `dual`: the usual one, then Umm al-Qura. */
  calendar: { initial: 'auto', read: oneOf('auto', 'gregory', 'persian', 'islamic-umalqura', 'dual') },
  /** Arabic names of the Gregorian months. */
  months: { initial: 'auto', read: oneOf('auto', 'gulf', 'levant', 'morocco', 'algeria', 'dual') },
  /** URL template such as `https://atm.om/?p={id}`, for articles without a short link. */
  shortLink: { read: text },
  /**
   * Channels, space-separated: `whatsapp`, `x`, `facebook`, `telegram`, `email`, which are the default, `linkedin`, `bluesky`, `mastodon`,
   * `threads`, `reddit`; or `none`.
   */
  share: { read: (stated: unknown) => text(stated) ?? '' },
  /** `auto` (default), addresses of accounts for articles that name none, or `none`. */
  follow: { initial: 'auto', read: (stated: unknown) => text(stated) ?? 'auto' },
  /** Whether related stories are shown. */
  related: { initial: 'auto', read: oneOf('auto', 'none') },
  /** Tools for readers of an open body: `text-size`, `listen`, both by default, or `none`. */
  tools: { read: toolList },
  /**
   * Parts that are not drawn, space-separated: `section`, `summary`, `byline`, `published`, `updated`, `reading-time`, `picture`, `caption`,
   * `short-link`, `share`, `follow`, `related`, `tools`.
   */
  hide: { read: (stated: unknown) => text(stated)?.toLowerCase().split(/\s+/) ?? [] },
  /** Seconds for headers and body together; 10 by default. */
  timeout: {
    type: Number,
    initial: 10,
    read: (stated: unknown) => (Number(stated) > 0 && Number(stated) <= LONGEST_TIMEOUT ? Number(stated) : 10),
  },
  /** Known card heights by container width, such as `320:812 480:760` (CSS pixels). */
  reserve: { read: (stated: unknown) => text(stated) ?? '' },
} as const;

export type Settings = { readonly [Name in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[Name]['read']> };

/** Attributes that say `none` where `hide` has their names. */
const NONE_WHERE_HIDDEN = ['share', 'follow', 'related', 'tools'];

/** The settings of a card as they are now. Properties can be set to anything. */
export function readSettings(card: object): Settings {
  const stated = card as Record<string, unknown>;
  const hidden = SETTINGS.hide.read(stated['hide']);
  return Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { read }]) => [
      name,
      read(NONE_WHERE_HIDDEN.includes(name) && hidden.includes(name) ? 'none' : stated[name]),
    ]),
  ) as Settings;
}

/** `time-zone` of `timeZone`. */
export function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
