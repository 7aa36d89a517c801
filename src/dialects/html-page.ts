import type { WebAddress } from '../article/web-address.js';
import { readArticle, type Reading } from '../article/readers.js';
import { parse } from '../html/parse.js';
import { jsonIn } from './wrapped-json.js';
import { jsonLd } from './json-ld.js';

/** Facts in the HTML of an article's page that lets other sites read it. */
export interface HtmlPage {
  /** It names the REST API of a WordPress, which has more to say. */
  readonly isWordPress: boolean;
  /** The article that it describes in JSON-LD as its own. */
  readonly reading: Reading | undefined;
}

const NOTHING: HtmlPage = { isWordPress: false, reading: undefined };

/**
 * Reads a page's JSON-LD, and of its HTML nothing else. Answers nothing for a page that is beyond the caps of the parser, or on a
 * page that allows no parsing (Trusted Types).
 */
export async function readHtmlPage(html: string, page: WebAddress): Promise<HtmlPage> {
  if (!/<(?:!doctype|html|head|body|script)/i.test(html)) return NOTHING;
  try {
    const content = await parsed(html);
    const isWordPress = content.querySelector('link[rel="https://api.w.org/"]') !== null;
    return { isWordPress, reading: readJsonLd(content, page) };
  } catch {
    return NOTHING;
  }
}

/** Leaves the page that the card stands in a turn after each piece. */
async function parsed(html: string): Promise<Element> {
  const parsing = parse(html);
  for (;;) {
    const { done, value } = parsing.next();
    if (done) return value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function readJsonLd(content: Element, page: WebAddress): Reading | undefined {
  const documents = [...content.querySelectorAll('script[type="application/ld+json" i]')].flatMap(
    ({ textContent }) => jsonIn(textContent) ?? [],
  );
  const result = readArticle(documents, { page, address: page }, [jsonLd]);
  if (!result || 'refused' in result) return undefined;
  const { article } = result;
  // A body that search engines may not quote is not shown elsewhere either.
  const isClosed = article.isAccessibleForFree === false || forbidsQuoting(content);
  return { ...result, article: { ...article, url: article.url ?? page, body: isClosed ? undefined : article.body } };
}

/** `<meta name="robots" content="nosnippet">`, also as `max-snippet:0`. */
function forbidsQuoting(content: Element): boolean {
  return [...content.querySelectorAll('meta[name="robots" i],meta[name="googlebot" i]')].some((meta) =>
    /\bnosnippet\b|\bmax-snippet:\s*0\b/i.test(meta.getAttribute('content') ?? ''),
  );
}
