import { mayLoad } from '../article/private-network.js';
import { webAddress } from '../article/web-address.js';
import { OEmbedError } from './oembed-error.js';
import { oEmbed } from './oembed.js';
import { addressOption, type PublisherOptions } from './options.js';

/** An article that was asked for. */
export interface FoundArticle {
  /** Any article JSON that the card reads. */
  readonly json: unknown;
  /** The address of that JSON, as the card's `src`. */
  readonly src: string;
}

export interface OEmbedHandlerOptions extends PublisherOptions {
  /**
   * Finds an article by the address of its page, which comes from strangers: compare its host with your own, and look the
   * rest up. `undefined` where there is no such page. What it throws, the handler throws.
   */
  readonly find: (url: URL, request: Request) => FoundArticle | undefined | Promise<FoundArticle | undefined>;
}

const METHODS = 'GET, HEAD, OPTIONS';
/** For pages that ask by themselves. The answer is the same for everybody. */
const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** An answer that is no success (https://oembed.com, 2.3.5). */
class Failure extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 405 | 501,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * An endpoint of oEmbed for all that speak `Request` and `Response`: Workers, Deno, Bun, Next.js, and Node.
 * @throws {OEmbedError} `bad-option` where the frame's address is none
 */
export function oEmbedHandler({ find, ...options }: OEmbedHandlerOptions): (request: Request) => Promise<Response> {
  const frame = addressOption('frame', options.frame);

  async function answer(request: Request): Promise<Response> {
    if (!['GET', 'HEAD'].includes(request.method)) throw new Failure(405, 'GET, or HEAD.');
    const { searchParams } = new URL(request.url);
    const format = searchParams.get('format') || 'json';
    if (format !== 'json') throw new Failure(501, 'JSON is the only format here.');
    const url = webAddress(searchParams.get('url'));
    if (!url) throw new Failure(400, '"url" is missing, or is not an http(s) address.');
    const [maxWidth, maxHeight] = [bound(searchParams, 'maxwidth'), bound(searchParams, 'maxheight')];
    // An address of a private network names no page of a public site, and would be a danger to one that asks for it.
    const found = mayLoad(url, frame) ? await find(new URL(url), request) : undefined;
    if (!found) throw new Failure(404, 'No article has this address.');
    const { json, src } = found;
    const content = articleAnswer(() => oEmbed(json, { ...options, src, url, maxWidth, maxHeight }));
    return response(request, 200, JSON.stringify(content), {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': `public, max-age=${content.cache_age}`,
    });
  }

  return async (request) => {
    if (request.method === 'OPTIONS')
      return response(request, 204, null, { Allow: METHODS, 'Access-Control-Allow-Methods': METHODS });
    try {
      return await answer(request);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { status, message } = error;
      const more: Record<string, string> = status === 405 ? { Allow: METHODS } : {};
      return response(request, status, message, { 'Content-Type': 'text/plain; charset=utf-8', ...more });
    }
  };
}

/** Of the errors, two are about the article. The others are the publisher's own mistakes. */
function articleAnswer<Answer>(write: () => Answer): Answer {
  try {
    return write();
  } catch (cause) {
    if (!(cause instanceof OEmbedError)) throw cause;
    if (cause.code === 'protected') throw new Failure(401, 'Only some readers may have this story.', { cause });
    if (cause.code === 'not-an-article') throw new Failure(404, 'No article has this address.', { cause });
    throw cause;
  }
}

/** A length in CSS pixels that the answer keeps within. An empty one sets no bound. */
function bound(query: URLSearchParams, name: string): number | undefined {
  const stated = query.get(name);
  if (!stated) return undefined;
  const pixels = Math.floor(Number(stated));
  if (!Number.isSafeInteger(pixels) || pixels <= 0) throw new Failure(400, `"${name}" is not a number of pixels.`);
  return pixels;
}

function response(
  { method }: Request,
  status: number,
  content: string | null,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(method === 'HEAD' ? null : content, {
    status,
    // The answer has HTML in it: no browser may take it for a page.
    headers: { ...OPEN, 'X-Content-Type-Options': 'nosniff', ...headers },
  });
}
