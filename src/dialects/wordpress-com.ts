import type { Article, Name, Picture } from '../article/article.js';
import { htmlReferences } from './html-references.js';
import { htmlOfBody } from './html-body.js';
import { readPictureIn } from './json-ld.js';
import { namesIn } from './people.js';
import { textOfHtml } from './html-text.js';
import { compact, count, field, isObject, list, markup, text, type JsonObject } from '../article/json.js';
import type { Dialect, ReaderOptions, Refusal } from '../article/readers.js';
import { moment } from './moment.js';
import { webAddress } from '../article/web-address.js';
import { isUncategorized, summaryOf } from './wordpress.js';

/**
 * A post of the WordPress.com REST API 1.1 (developer.wordpress.com/docs/api/1.1/get/sites/$site/posts/$post_ID), or the
 * list that holds it. Sites on WordPress.com answer in the form of WordPress itself too, under `/wp/v2/`.
 */
export const wordPressCom: Dialect = { read };

function read(json: unknown, { item }: ReaderOptions): Article | Refusal | undefined {
  if (typeof field(json, 'error') === 'string' && typeof field(json, 'message') === 'string') return refusal(json);
  const posts = (Array.isArray(field(json, 'posts')) ? list(field(json, 'posts')) : [json]).filter(isPost);
  const isAlone = posts[0] === json;
  const post = item === undefined || isAlone ? posts[0] : posts.find((entry) => text(field(entry, 'ID')) === item);
  if (post) return readPost(post);
  return posts.length > 0 ? { refused: 'not-an-article', message: 'The site has no such post.' } : undefined;
}

function isPost(json: unknown): json is JsonObject {
  return isObject(json) && Object.hasOwn(json, 'ID') && typeof field(json, 'URL') === 'string';
}

function refusal(json: unknown): Refusal {
  const code = text(field(json, 'error')) ?? '';
  const isPrivate = code === 'unauthorized' || code === 'user_cannot_view';
  return { refused: isPrivate ? 'protected' : 'http', message: `WordPress.com refused: ${code}` };
}

function readPost(post: JsonObject): Article | Refusal {
  const html = markup(field(post, 'content'));
  const url = webAddress(field(post, 'URL'));
  const headline = decoded(field(post, 'title'));
  if (headline === undefined && html === undefined && !url)
    return { refused: 'not-an-article', message: 'The post is empty.' };
  const excerpt = field(post, 'excerpt');
  return {
    id: text(field(post, 'ID')),
    url,
    headline,
    summary: typeof excerpt === 'string' ? summaryOf(excerpt, field(post, 'URL'), html) : undefined,
    body: html === undefined ? undefined : { html: htmlOfBody(html) },
    picture: readPicture(post),
    published: moment(field(post, 'date')),
    updated: moment(field(post, 'modified')),
    section: termNames(field(post, 'categories')).at(0),
    authors: readAuthors(post),
    source: [],
    shortLink: webAddress(field(post, 'short_URL')),
    follow: [],
    related: [],
    tags: termNames(field(post, 'tags')),
  };
}

function decoded(html: unknown): string | undefined {
  return textOfHtml(html, htmlReferences);
}

/** Terms by name, and an empty array where there are none, as PHP writes both. */
function termNames(terms: unknown): string[] {
  if (!isObject(terms)) return [];
  const own = Object.values(terms).filter((term) => !isUncategorized(term));
  return compact(own.map((term) => decoded(field(term, 'name'))));
}

function readAuthors(post: JsonObject): Name[] {
  const author = field(post, 'author');
  return namesIn(decoded(field(author, 'name'))).map((name) => ({ name, url: webAddress(field(author, 'URL')) }));
}

function readPicture(post: JsonObject): Picture | undefined {
  const thumbnail = field(post, 'post_thumbnail');
  const url = webAddress(field(thumbnail, 'URL'));
  if (url) return { url, width: count(field(thumbnail, 'width')), height: count(field(thumbnail, 'height')) };
  return readPictureIn(field(post, 'featured_image'));
}
