import type { Article, Name, Picture, Publisher, UncleanBody } from '../article/article.js';
import { htmlOfAttachments, htmlOfText, type Attachment } from './attachments.js';
import { isPlaceholder } from '../hidden/placeholder.js';
import { withoutHiddenText } from './hidden-text.js';
import { htmlReferences as names } from './html-references.js';
import { areEscaped, decode, hasMarkup, label as labelOf, plainOf } from './html-text.js';
import { withLikelyLanguage } from './language-of.js';
import { compact, count, field, isObject, languageTag, lines, list, text, type JsonObject } from '../article/json.js';
import type { Dialect, ReaderOptions, Refusal } from '../article/readers.js';
import { networkOf } from '../networks/network.js';
import { htmlOfBody } from './html-body.js';
import { namesIn } from './people.js';
import { cleanSummary } from './summary.js';
import { moment } from './moment.js';
import { siteOf } from './site-address.js';
import { isPageOf } from './wordpress-address.js';
import type { Timestamp } from '../article/timestamp.js';
import { host, webAddress, type WebAddress } from '../article/web-address.js';

/**
 * schema.org `Article` and its subtypes as JSON-LD (https://schema.org/Article, https://www.w3.org/TR/json-ld11/): an
 * object, an array of them, or a `@graph` whose nodes name each other by `@id`.
 */
export const jsonLd: Dialect = { read };

// The subtypes of Article. JobPosting and ClaimReview end like some of them and are something else.
const ARTICLE = /Article$|^(?:Report|(?:SocialMedia|Blog|LiveBlog|DiscussionForum)Posting|APIReference)$/;
const REVIEW = /^(?:Critic|User|Media|Recommendation)?Review$/;

function read(json: unknown, options: ReaderOptions): Article | Refusal | undefined {
  const found = graphOf(json);
  if (!found) return undefined;
  const graph = { ...found, base: siteOf(options) };
  const all = [ARTICLE, REVIEW].flatMap((type) => graph.nodes.filter((node) => isOfType(node, type)));
  const { page } = options;
  const articles = page ? all.filter((node) => isOwn(page, readAddress(node, graph), all.length)) : all;
  const hasHeadline = (node: JsonObject) => first(graph, node, HEADLINE, plainText) !== undefined;
  // Beside the story itself there may be others, of which a page says less.
  const chosen =
    articles.find((node) => hasHeadline(node) && readBody(node)) ?? articles.find(hasHeadline) ?? articles[0];
  const article = chosen && readNode(chosen, graph);
  return article
    ? withLikelyLanguage(article)
    : { refused: 'not-an-article', message: 'There is no Article in this JSON-LD.' };
}

/** Whether an article is that of the page that describes it, not another one that the page lists. */
function isOwn(page: WebAddress, story: WebAddress | undefined, count: number): boolean {
  return story ? host(page) === host(story) && isPageOf(page, story) : count === 1;
}

/** What a site says of itself, whatever page it says it on. */
export interface Site {
  readonly publisher?: Publisher | undefined;
  readonly follow: readonly WebAddress[];
  /** Of the article, as the graph states it. */
  readonly language?: string | undefined;
}

/** The publisher of a graph that stands beside an article of another dialect. */
export function readSite(json: unknown): Site {
  const graph = graphOf(json);
  if (!graph) return { follow: [] };
  const article =
    graph.nodes.find((node) => isOfType(node, ARTICLE)) ?? graph.nodes.find((node) => isOfType(node, /^WebPage$/));
  const organization = objects(graph, field(article, 'publisher'))[0] ?? graph.nodes.find(isOrganization);
  return {
    publisher: readPublisher(organization, graph),
    follow: readAccounts(organization, graph, article && readAddress(article, graph)),
    language: readLanguage(article, graph),
  };
}

/** The nodes of a document, and where to find the one that another names by its `@id`. */
interface Graph {
  readonly nodes: readonly JsonObject[];
  readonly byId: ReadonlyMap<string, JsonObject>;
  /** What relative addresses are resolved against. */
  readonly base?: WebAddress | undefined;
}

/** More than any page has; a document of a million nodes would hold up the page. */
const MOST_NODES = 1000;
/** The same of a node that others name: each of them takes a copy. */
const MOST_PROPERTIES = 100;
/** The same of a property: a list of names may stand in each of a list of authors. */
const MOST_VALUES = 100;
/** Properties that hold the story where the document describes the page around it. */
const INNER = ['mainEntity', 'mainEntityOfPage', '@graph'];
const MARKS = ['@type', '@graph', '@context'];

function graphOf(json: unknown): Graph | undefined {
  const roots = list(json).filter(isObject);
  if (!roots.some((root) => MARKS.some((mark) => Object.hasOwn(root, mark)))) return undefined;
  // What is added to a set while it is gone through has its turn, too.
  const nodes = new Set(roots.slice(0, MOST_NODES));
  for (const node of nodes) {
    for (const inner of INNER.flatMap((name) => list(field(node, name)).slice(0, MOST_NODES)))
      if (isObject(inner) && nodes.size < MOST_NODES) nodes.add(inner);
  }
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = text(field(node, '@id'));
    // `{"@id": …}` alone is a name, not what it names.
    const properties = Object.keys(node).length;
    if (id !== undefined && !byId.has(id) && properties > 1 && properties <= MOST_PROPERTIES) byId.set(id, node);
  }
  return { nodes: [...nodes], byId };
}

/** `NewsArticle`, also where it is written `schema:NewsArticle` or `https://schema.org/NewsArticle`. */
function isOfType(node: JsonObject, type: RegExp): boolean {
  const names = compact(list(field(node, '@type')).map(text));
  return names.some((name) => type.test(name.replace(/^.*[/:#]/, '')));
}

function isOrganization(node: JsonObject): boolean {
  return isOfType(node, /(?:Organization|Corporation)$/);
}

/** The values of a property: lists are written as arrays, as `{"@list": […]}` and as `{"@set": […]}`. */
function values(value: unknown): readonly unknown[] {
  const entries = list(value).slice(0, MOST_VALUES);
  return entries
    .flatMap((entry) => list(field(entry, '@list') ?? field(entry, '@set') ?? entry).slice(0, MOST_VALUES))
    .slice(0, MOST_VALUES);
}

/** The values that are nodes, those named by `@id` with what the graph knows of them. */
function objects(graph: Graph, value: unknown): JsonObject[] {
  return compact(values(value).map((entry) => resolved(graph, entry)));
}

function resolved({ byId }: Graph, value: unknown): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const node = byId.get(text(field(value, '@id')) ?? '');
  return node ? { ...node, ...value } : value;
}

/** What is made of the first usable value of the first of these properties that has one. */
function first<Read>(
  graph: Graph,
  node: unknown,
  properties: readonly string[],
  read: (value: unknown, graph: Graph) => Read | undefined,
): Read | undefined {
  for (const property of properties) {
    for (const value of values(field(node, property))) {
      const result = read(value, graph);
      if (result !== undefined) return result;
    }
  }
  return undefined;
}

/** A literal: a string, or `{"@value": …}` with the language of the string beside it. */
function literal(value: unknown): unknown {
  return isObject(value) ? field(value, '@value') : value;
}

function plainText(value: unknown): string | undefined {
  return text(literal(value));
}

/** A name or a tag. */
function label(value: unknown): string | undefined {
  return labelOf(plainText(value), names);
}

const HEADLINE = ['headline', 'name', 'alternativeHeadline'];

function readNode(node: JsonObject, whole: Graph): Article | undefined {
  const body = readBody(node);
  const organization =
    objects(whole, field(node, 'publisher'))[0] ??
    objects(whole, field(node, 'sourceOrganization'))[0] ??
    (field(node, 'publisher') === undefined ? whole.nodes.find(isOrganization) : undefined);
  const url = readAddress(node, whole);
  const graph = { ...whole, base: url ?? whole.base };
  const statedHeadline = first(graph, node, HEADLINE, plainText);
  const statedSummary = first(graph, node, ['description', 'abstract'], plainText);
  const isEscaped = areEscaped([statedHeadline, statedSummary]);
  const headline = plainOf(statedHeadline, isEscaped, names);
  if (headline === undefined && !body && !url) return undefined;
  const summary = plainOf(statedSummary, isEscaped, names);
  const tags = values(field(node, 'keywords')).flatMap((keyword) =>
    // One string with commas, Latin or Arabic, or a list, or a list of DefinedTerm.
    (label(isObject(keyword) ? (field(keyword, 'name') ?? keyword) : keyword) ?? '').split(/[,،]/).map(text),
  );
  return {
    id: first(graph, node, ['identifier'], (value) =>
      plainText(isObject(value) ? (field(value, 'value') ?? value) : value),
    ),
    url,
    headline,
    summary: cleanSummary(summary),
    body: withMedia(body, node, graph),
    picture: readPicture(node, graph),
    published: first(graph, node, ['datePublished', 'dateCreated'], readMoment),
    updated: first(graph, node, ['dateModified'], readMoment),
    language: readLanguage(node, graph),
    section: first(graph, node, ['articleSection'], readSection),
    authors: readNames(node, graph),
    source: [],
    publisher: readPublisher(organization, graph) ?? readPublisher(values(field(node, 'publisher'))[0], graph),
    follow: readAccounts(organization, graph, url),
    related: [],
    tags: compact(tags),
    // Also `https://schema.org/False`.
    isAccessibleForFree: /(?:^|\/)false$/i.test(String(first(graph, node, ['isAccessibleForFree'], literalOrBoolean)))
      ? false
      : undefined,
  };
}

function readMoment(value: unknown): Timestamp | undefined {
  return moment(literal(value) ?? value);
}

/** One section; old versions of Yoast SEO put all categories into it. */
function readSection(value: unknown): string | undefined {
  const stated = label(value);
  return stated && /,\S|,.*,/.test(stated) ? text(stated.split(',')[0]) : stated;
}

function literalOrBoolean(value: unknown): string | boolean | undefined {
  const stated = literal(value);
  return typeof stated === 'boolean' || typeof stated === 'string' ? stated : undefined;
}

/** Plain text by the standard; some sites put the HTML of the page there all the same. */
function readBody(node: JsonObject): UncleanBody | undefined {
  for (const property of ['articleBody', 'reviewBody', 'text']) {
    // Some write each paragraph as a value of its own; the values of other lists are one text in several languages.
    const parts = values(field(node, property));
    const joined = parts.every((part) => typeof part === 'string') ? [parts.join('\n\n')] : parts;
    const body = compact(joined.map(bodyOf))[0];
    if (body) return body;
  }
  // A LiveBlogPosting has its text in its updates.
  const updates = values(field(node, 'liveBlogUpdate')).flatMap((update) =>
    compact([field(update, 'headline'), field(update, 'articleBody')].map((part) => lines(literal(part)))),
  );
  return bodyOf(updates.join('\n\n'));
}

function bodyOf(value: unknown): UncleanBody | undefined {
  const stated = lines(literal(value));
  if (stated === undefined) return undefined;
  const shown = !hasMarkup(stated) && areEscaped([stated]) ? decode(stated, names) : stated;
  if (hasMarkup(shown)) return { html: htmlOfBody(shown) };
  const words = lines(withoutHiddenText(shown.trim()));
  if (words === undefined) return undefined;
  // Where no blank line parts the paragraphs, each line is one.
  return { text: /\n\s*\n/.test(words) ? words : words.replaceAll('\n', '\n\n') };
}

/** The body with the sound and the films that the page holds: a player, or a link where only a player's page is known. */
function withMedia(body: UncleanBody | undefined, node: JsonObject, graph: Graph): UncleanBody | undefined {
  const media = ['audio', 'video'].flatMap((kind) =>
    objects(graph, field(node, kind)).map((medium): Attachment => {
      const file = first(graph, medium, ['contentUrl'], addressOf);
      return {
        url: file ?? first(graph, medium, ['embedUrl', 'url'], addressOf),
        type: file && first(graph, medium, ['encodingFormat'], plainText),
        title: first(graph, medium, ['name', 'headline'], label),
      };
    }),
  );
  if (media.length === 0) return body;
  const stated = body && ('html' in body ? body.html : body.text);
  const html = htmlOfAttachments(media, stated ?? '');
  if (html === '') return body;
  return { html: (body && 'text' in body ? htmlOfText(body.text) : (stated ?? '')) + html };
}

function readAddress(node: JsonObject, graph: Graph): WebAddress | undefined {
  const address = (value: unknown) =>
    isObject(value)
      ? (first(graph, resolved(graph, value), ['url'], addressOf) ??
        addressIn(literal(value), graph) ??
        // JSON-LD 1.1 has contexts that call it `id`.
        pageAddress(field(value, '@id') ?? field(value, 'id'), graph))
      : addressIn(value, graph);
  return first(graph, node, ['url', 'mainEntityOfPage'], address) ?? pageAddress(field(node, '@id'), graph);
}

/** An address as a string, or as the name of what is there. */
function addressOf(value: unknown, graph: Graph): WebAddress | undefined {
  return addressIn(isObject(value) ? (field(value, '@value') ?? field(value, '@id')) : value, graph);
}

/** A path, or the file of a picture. */
const RELATIVE = /^\s*(?:\.{0,2}\/\S*|[^\s:]{1,999}\.(?:jpe?g|png|webp|avif|gif|svg))\s*$/i;

/** Words stand where addresses belong, too: only what looks like a path is resolved. `&amp;` is what HTML makes of `&`. */
function addressIn(value: unknown, { base }: Graph): WebAddress | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = /&(?:amp|#0*38);/i.test(value) ? decode(value) : value;
  // The scheme of the page that it stood in is not known.
  const address = plain.replace(/^\s*\/\/(?=[^/])/, 'https://');
  return webAddress(address, RELATIVE.test(address) ? base : undefined);
}

/** An `@id` with a fragment names a node, not a page. */
function pageAddress(id: unknown, graph: Graph): WebAddress | undefined {
  const address = addressIn(id, graph);
  return address?.includes('#') ? undefined : address;
}

const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;

function readPicture(node: JsonObject, graph: Graph): Picture | undefined {
  const pictures = compact(values(field(node, 'image')).map((image) => pictureOf(image, graph)));
  // Search engines ask for a square, 4:3 and 16:9, in any order.
  const wide = pictures.find(({ width, height }) => width && height && width > height * 1.2);
  return wide ?? pictures[0] ?? first(graph, node, ['associatedMedia', 'thumbnailUrl'], pictureOf);
}

/** The one reader of pictures for all dialects: an address, an object with one, or the first usable of a list. */
export function readPictureIn(value: unknown, base?: WebAddress): Picture | undefined {
  return first({ nodes: [], byId: new Map(), base }, { value }, ['value'], pictureOf);
}

function pictureOf(value: unknown, graph: Graph): Picture | undefined {
  const image = resolved(graph, value);
  if (!image) {
    const url = addressIn(value, graph);
    return url && !isPlaceholder(url) ? { url } : undefined;
  }
  const id = addressIn(field(image, '@id'), graph);
  const url =
    first(graph, image, ['contentUrl', 'url', 'src', 'source_url', 'href', '@value'], addressOf) ??
    (id && PICTURE_FILE.test(new URL(id).pathname) ? id : undefined);
  const width = first(graph, image, ['width'], pixels);
  const height = first(graph, image, ['height'], pixels);
  if (!url || isPlaceholder(url, width, height)) return undefined;
  return {
    url,
    alt: first(graph, image, ['alt', 'alt_text'], label),
    caption: first(graph, image, ['caption'], (caption) =>
      label(isObject(caption) ? (field(caption, 'text') ?? caption) : caption),
    ),
    credit: first(graph, image, ['creditText', 'credit'], label),
    width,
    height,
  };
}

/** `1200`, `"1200"`, `"1200px"` or a QuantitativeValue. */
function pixels(value: unknown): number | undefined {
  const stated = isObject(value) ? (field(value, 'value') ?? literal(value)) : value;
  return count(typeof stated === 'string' ? stated.replace(/px$/i, '') : stated);
}

/** An author is a name, or a Person or an Organization with one or several. An address is no name. */
function readNames(node: JsonObject, graph: Graph): Name[] {
  const authors = values(field(node, 'author')).filter((value) => value !== '');
  return (authors.length > 0 ? authors : values(field(node, 'creator'))).flatMap((value) => {
    const person = resolved(graph, value);
    const stated = person ? compact(values(field(person, 'name')).map(label)) : [];
    const parts = person ? compact([field(person, 'givenName'), field(person, 'familyName')].map(label)) : [];
    if (stated.length === 0 && parts.length > 0) stated.push(parts.join(' '));
    const urls = person ? values(field(person, 'url')) : [];
    return (stated.length > 0 ? stated : [label(value)]).flatMap((names, index) => {
      // Of as many names as addresses each has its own.
      const own = stated.length > 1 && urls.length === stated.length ? { url: urls[index] } : person;
      const url = own && first(graph, own, ['url'], addressOf);
      return namesIn(names)
        .filter((name) => !webAddress(name))
        .map((name) => ({ name, url }));
    });
  });
}

function readPublisher(value: unknown, graph: Graph): Publisher | undefined {
  const node = resolved(graph, value);
  const name = node ? (first(graph, node, ['name', 'legalName'], label) ?? label(node)) : label(value);
  if (!node) return name === undefined || webAddress(name) ? undefined : { name };
  const url = first(graph, node, ['url'], addressOf);
  const logo = first(graph, node, ['logo', 'image'], pictureOf)?.url;
  return (name ?? url ?? logo) ? { name, url, logo } : undefined;
}

/** `sameAs` lists pages that show who somebody is: accounts, also long dead ones, encyclopedias and the site itself. */
function readAccounts(organization: JsonObject | undefined, graph: Graph, story?: WebAddress): readonly WebAddress[] {
  const home = organization && first(graph, organization, ['url'], addressOf);
  const pages = compact(values(field(organization, 'sameAs')).map((entry) => addressOf(entry, graph)));
  const own = compact([home, story]).map(host);
  const isOwn = (address: WebAddress) =>
    networkOf(address) === undefined &&
    own.some((one) => `.${host(address)}`.endsWith(`.${one}`) || one.endsWith(`.${host(address)}`));
  return [...new Set(pages)].filter(
    (address) => !isOwn(address) && !/(^|\.)(?:wiki(?:pedia|data)\.org|plus\.google\.com)$/.test(host(address)),
  );
}

/** A tag, or a Language with its tag in `alternateName`. */
function readLanguage(node: JsonObject | undefined, graph: Graph): string | undefined {
  return first(graph, node, ['inLanguage'], (value) =>
    isObject(value)
      ? first(graph, resolved(graph, value), ['alternateName', 'name', '@value', '@id'], (name) => languageTag(name))
      : languageTag(value),
  );
}
