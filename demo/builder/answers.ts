import { field, isObject, list, text } from '../../src/article/json.js';
import { jsonFeed } from '../../src/article/json-feed.js';
import { readArticle } from '../../src/article/readers.js';
import { webAddress, type WebAddress } from '../../src/article/web-address.js';
import { dialects } from '../../src/dialects/readers.js';

export interface Offer {
  /** The fragment that picks the story: `feed.json#42`. */
  readonly id: string;
  readonly headline: string;
  readonly published: string | undefined;
}

/** The kind of an answer, and what to paste instead where it is no article. */
export type Answer =
  | { readonly kind: 'json'; readonly json: unknown; readonly stories: readonly Offer[] }
  | { readonly kind: 'rss' | 'oembed' | 'html' | 'text'; readonly instead: readonly WebAddress[] };

/** As many as somebody looks through. */
const MOST_STORIES = 50;

/** @param address where the answer came from */
export function readAnswer(answer: string, address: WebAddress): Answer {
  const start = answer.replace(/^[\s\u{FEFF}]+/u, '').slice(0, 2000);
  try {
    const json = JSON.parse(answer.replace(/^\u{FEFF}/u, '')) as unknown;
    if (isOEmbed(json)) return { kind: 'oembed', instead: pageOfOEmbed(json, address) };
    return { kind: 'json', json, stories: storiesOf(json) };
  } catch {
    if (/<(?:rss|rdf:RDF|feed)[\s>]/i.test(start)) return { kind: 'rss', instead: besideRss(answer, address) };
    return /^<(?:!doctype html|html|head|!--)/i.test(start)
      ? { kind: 'html', instead: jsonOfPage(answer, address) }
      : { kind: 'text', instead: [] };
  }
}

/** The stories of a feed, or of another list, where there is more than one. */
export function storiesOf(json: unknown): readonly Offer[] {
  const ids = [json, ...['items', 'posts'].map((name) => field(json, name))]
    .filter((value) => Array.isArray(value))
    .flatMap(list)
    .filter(isObject)
    .map((entry) => text(field(entry, 'id') ?? field(entry, 'ID')))
    .filter((id) => id !== undefined);
  const stories = [...new Set(ids)].slice(0, MOST_STORIES).flatMap((id): Offer[] => {
    const read = readArticle(json, { item: id }, [jsonFeed, ...dialects]);
    if (!read || 'refused' in read || read.article.id !== id) return [];
    const { headline, url, published } = read.article;
    return [{ id, headline: headline ?? url ?? id, published: published?.iso }];
  });
  return stories.length > 1 ? stories : [];
}

/** https://oembed.com */
function isOEmbed(json: unknown): boolean {
  return (
    ['rich', 'video', 'photo', 'link'].includes(String(field(json, 'type'))) &&
    /^1/.test(String(field(json, 'version'))) &&
    field(json, 'items') === undefined
  );
}

/** The page that an oEmbed answer is about is in the request. */
function pageOfOEmbed(json: unknown, address: WebAddress): WebAddress[] {
  return addresses([new URL(address).searchParams.get('url'), field(json, 'url')], address);
}

/** What lies beside a feed of WordPress, told by its generator or its name. */
function besideRss(answer: string, address: WebAddress): WebAddress[] {
  const { pathname } = new URL(address);
  const root = pathname.match(/^(.*\/)(?:[^/]+\/)?feed\/?$/)?.[1];
  const isWordPress = /<generator>[^<]*wordpress/i.test(answer.slice(0, 20_000)) || root !== undefined;
  const first = /<(?:item|entry)[\s>].*?<link>\s*(https?:[^<\s]+)\s*<\/link>/is.exec(answer.slice(0, 200_000))?.[1];
  const posts = new URL('/wp-json/wp/v2/posts?_embed', address).href;
  return isWordPress ? addresses([first?.replaceAll('&amp;', '&'), posts], address) : [];
}

/** The JSON that a page names as another form of itself: `<link rel="alternate" type="application/feed+json" href="…">`. */
function jsonOfPage(answer: string, address: WebAddress): WebAddress[] {
  const links = answer.slice(0, 200_000).match(/<link\b[^>]*>/gi) ?? [];
  const named = links
    .filter(
      (link) => /type=["']?application\/(?:feed\+)?json["'\s>]/i.test(link) && /rel=["']?[^"'>]*alternate/i.test(link),
    )
    .map((link) => /\bhref=(?:"([^"]*)"|'([^']*)')/i.exec(link))
    .map((found) => (found?.[1] ?? found?.[2])?.replaceAll('&amp;', '&').replaceAll('&#038;', '&'));
  return addresses(named, address);
}

function addresses(stated: readonly unknown[], base: WebAddress): WebAddress[] {
  return [...new Set(stated.map((value) => webAddress(value, base)).filter((found) => found !== undefined))];
}
