// Tells whoever embeds a card why it has no story: a part of embed.js that is loaded when a card has failed.
import type { ArticleError } from '../article/article-error.js';

const TROUBLESHOOTING = 'https://khabar.example/docs/troubleshooting';

/** fetch-article.ts */
const LOST_PART = 'A part of Khabar could not be loaded.';

/** The fault, the advice, and the heading of docs/troubleshooting.md that says more. */
type Explanation = readonly [wrong: string, advice: string, heading: string];

/** `src` of a card, and the address that it is resolved against. */
interface Asked {
  readonly src: string;
  readonly base: string;
}

/**
 * One line for the console.
 * @param asked `undefined` where the page holds the JSON itself
 */
export function explanation(error: ArticleError, asked: Asked | undefined): string {
  const [wrong, advice, heading] = explain(error, asked);
  return `khabar: no story from ${asked ? place(asked) : 'the JSON in the page'}: ${wrong} ${advice} ${TROUBLESHOOTING}#${heading}`;
}

function explain({ code, status, message, cause }: ArticleError, asked: Asked | undefined): Explanation {
  if (asked && isWithoutScheme(asked.src))
    return [
      'its address has no scheme, so that it means a file of this page’s own site.',
      'Write https:// before it.',
      'an-address-without-https',
    ];
  switch (code) {
    case 'bad-address':
      return ['that is no http(s) address.', 'Give src the address of article JSON.', 'an-address-without-https'];
    case 'network':
      if (message === LOST_PART)
        return [
          `a part of embed.js could not be loaded (${cause instanceof Error ? cause.message : 'no answer'})`,
          'Serve the whole folder dist/ of one version.',
          'a-part-that-is-lost',
        ];
      return [
        'there is no answer that this page may read: the site is down, or sends no CORS headers.',
        'The publisher must send “Access-Control-Allow-Origin: *” with the JSON.',
        'no-answer-or-no-cors-headers',
      ];
    case 'timeout':
      return [message, 'Set timeout="…" (seconds) to wait for longer.', 'a-slow-answer'];
    case 'gone':
    case 'http':
      return [
        `the site answered with status ${status ?? 410}.`,
        status === 404 || status === 410
          ? 'Check the address: there is nothing, or nothing any more.'
          : status === 401 || status === 403
            ? 'It is not public. A card sends no cookies and no keys.'
            : 'Try the address in a browser, or ask the publisher.',
        'an-error-of-the-site',
      ];
    case 'not-json':
      return notJson(textOf(cause));
    case 'too-large':
      return [message, 'Give src the address of one story, not of all.', 'too-large-an-answer'];
    case 'protected':
      return [
        'the publisher gives this story to subscribers alone.',
        'The card leads there.',
        'a-story-for-subscribers',
      ];
    default:
      return [
        `${message}`,
        'Article JSON is an item of a JSON Feed, a post of WordPress or Ghost, or JSON-LD; #id behind the address of a feed chooses an item.',
        'json-that-is-no-story',
      ];
  }
}

function notJson(text: string): Explanation {
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(text))
    return [
      'that is an RSS or Atom feed.',
      'Use the JSON of the same site: feed.json, or /wp-json/wp/v2/posts/… of WordPress.',
      'rss-instead-of-json',
    ];
  if (/^\s*<(?:!doctype|html|head|body)/i.test(text))
    return [
      'that is a web page, neither of a WordPress whose REST API is open nor with JSON-LD of its story.',
      'Use the address of the story’s JSON.',
      'a-web-page-instead-of-json',
    ];
  return ['the answer is not JSON.', 'Open the address in a browser and look for what is in it.', 'broken-json'];
}

/** The answer that was no JSON: the cause of what `JSON.parse` threw (fetch-json.ts). */
function textOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.cause : undefined;
  return typeof text === 'string' ? text : '';
}

/** `news.example/feed.json`: a relative address whose first part is a host, and not the name of a file. */
function isWithoutScheme(src: string): boolean {
  const [, first = ''] = /^((?:[\p{L}\d-]+\.)+\p{L}{2,})(?::\d+)?(?:\/\S|$)/u.exec(src.trim()) ?? [];
  return first !== '' && !/\.(?:json\w*|xml|rss|html?|php|aspx?|txt)$/i.test(first);
}

/** Characters of an address in a line. */
const LONGEST = 100;

/** Host and path alone: the rest may be a key, and all of an address without a host. */
function place({ src, base }: Asked): string {
  if (!URL.canParse(src, base)) {
    const [stated = ''] = src.replace(/^([a-z]+:\/*)[^?#]*@/i, '$1').split(/[?#]/);
    return `src="${stated.slice(0, LONGEST)}"`;
  }
  const { protocol, host, pathname } = new URL(src, base);
  return host ? (host + pathname).slice(0, LONGEST) : `src="${protocol}…"`;
}
