/** The test servers (tests/server/answers.mjs lists what they answer) as seen by a test. */

interface Environment {
  secondOrigin: string;
  otherHost: string;
  sharedPresent: boolean;
  ci: boolean;
  everything: boolean;
  wordPress: WordPress | null;
}

let known: Promise<Environment> | undefined;

function environment(): Promise<Environment> {
  return (known ??= fetch('/environment.json').then((answer) => answer.json() as Promise<Environment>));
}

/** A server on another port of this host: another origin, the same site. */
export async function secondOrigin(): Promise<string> {
  return (await environment()).secondOrigin;
}

/** The same server under another host's name: another origin and another site. */
export async function otherHost(): Promise<string> {
  return (await environment()).otherHost;
}

/** Whether the run is asked, by `npm run test:everything`, for what takes too long for every day. */
export async function everything(): Promise<boolean> {
  return (await environment()).everything;
}

export type Params = Record<string, string | number | undefined>;

/** An address on the second origin: `address('/sequence/a', { statuses: '503,200', body: '{}' })`. */
export async function address(path: string, params: Params = {}, origin?: string): Promise<string> {
  const url = new URL(path, origin ?? (await secondOrigin()));
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

/** An address on the second origin that answers this JSON, and whatever else `/json` understands. */
export function jsonAddress(body: unknown, params: Params = {}): Promise<string> {
  return address('/json', { body: JSON.stringify(body), ...params });
}

export interface SeenRequest {
  key: string | null;
  path: string;
  query: string;
  method: string;
  /** Lower-case names: `referer`, `cookie`, `origin`, … */
  headers: Record<string, string | undefined>;
  /** When it came, in milliseconds. */
  at: number;
  /** The whole answer was sent. */
  finished: boolean;
  /** The browser hung up before. */
  aborted: boolean;
}

/** The requests that a server saw under a key or a path (`/dist/embed.js`), preflights included. */
export async function requestsSeen(key?: string, origin?: string): Promise<SeenRequest[]> {
  const answer = await fetch(await address('/count', { key }, origin));
  const { requests } = (await answer.json()) as { requests: SeenRequest[] };
  return requests;
}

/** The requests that the second origin saw with this in their address. */
export async function requestsWith(part: string): Promise<SeenRequest[]> {
  const answer = await fetch(await address('/count', { containing: part }));
  const { requests } = (await answer.json()) as { requests: SeenRequest[] };
  return requests;
}

export interface SiteAnswer {
  /** Objects are sent as JSON, strings as HTML. */
  body: unknown;
  status?: number;
  type?: string;
  /** `false`: without Access-Control-Allow-Origin, as WordPress sends its pages. */
  cors?: boolean;
  /** Milliseconds before the answer. */
  delay?: number;
}

/** Makes the second origin a site that answers so at these addresses (path and query), and its origin. */
export async function site(answers: Record<string, SiteAnswer>): Promise<string> {
  await fetch(await address('/answers'), { method: 'POST', body: JSON.stringify(answers) });
  return secondOrigin();
}

/** Makes a server forget its requests and begin its sequences anew. */
export async function forgetRequests(origin?: string): Promise<void> {
  await fetch(await address('/forget', {}, origin));
}

export interface Page {
  head?: string;
  body?: string;
  csp?: string;
  /** Cross-Origin-Embedder-Policy. */
  coep?: string;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  /** Sent and announced in this encoding; `none` announces nothing. */
  charset?: string;
  /** Of the frame, in CSS pixels. */
  width?: number;
  height?: number;
  /** Where the page comes from; this origin unless told, and a test can look inside only there. */
  origin?: string;
  /** The iframe's own attribute. */
  sandbox?: string;
}

/** Has a server keep a page, and answers where. */
export async function pageAddress(
  content: Omit<Page, 'width' | 'height' | 'origin' | 'sandbox'>,
  origin = location.origin,
): Promise<string> {
  // By POST, because an address has no room for a long page on the runner's own server.
  const answer = await fetch(new URL('/page', origin), { method: 'POST', body: JSON.stringify(content) });
  const { address: path } = (await answer.json()) as { address: string };
  return new URL(path, origin).href;
}

let frames: HTMLIFrameElement[] = [];

/** Opens a page in an iframe at the top of the viewport and answers once it has loaded. Removed after the test. */
export async function openPage(page: Page): Promise<HTMLIFrameElement> {
  const { width = 800, height = 600, origin, sandbox, ...content } = page;
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.title = 'The page under test';
  // In the viewport whatever else is on the page: browsers stop observers and frames in an iframe outside it.
  frame.style.cssText = `position: fixed; inset: 0 auto auto 0; border: 0; width: ${width}px; height: ${height}px;`;
  frame.src = await pageAddress(content, origin);
  frames.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

/** The document of a page that was opened on this origin. */
export function documentOf(frame: HTMLIFrameElement): Document {
  if (!frame.contentDocument) throw new Error('The page is of another origin');
  return frame.contentDocument;
}

afterEach(() => {
  for (const frame of frames) frame.remove();
  frames = [];
});

export const SETS = ['own', 'shared'] as const;
export type FixtureSet = (typeof SETS)[number];

/**
 * Skips where a set of fixtures is absent: the real ones that may lie beside the project. Its own are always there.
 * `before(skipWithout(set))`
 */
export function skipWithout(set: FixtureSet) {
  return async function (this: MochaContext): Promise<void> {
    if (set === 'shared' && !(await environment()).sharedPresent) this.skip();
  };
}

/** `fixture<Item>('own/seed/article.json')` */
export async function fixture<T = unknown>(path: string): Promise<T> {
  const answer = await fetch(`/fixtures/${path}`);
  if (!answer.ok) throw new Error(`No fixture ${path}`);
  return (await answer.json()) as T;
}

export interface WordPressPost {
  id: number;
  /** Decoded. */
  slug: string;
  /** The address of its page, as WordPress writes it. */
  link: string;
}

/** The posts of tests/wordpress/publish.php that tests ask for by name. */
type WordPressPosts = Record<'rich' | 'protected' | 'trap' | 'draft' | 'snippet', WordPressPost>;

export interface WordPress {
  /** Somebody who may write and publish, and whose HTML WordPress cleans. */
  author: { name: string; password: string };
  /** A site at the root of its host. */
  origin: string;
  posts: WordPressPosts;
  /** The same posts on a site in a folder of another host, at whose root there is nothing. */
  folder: { origin: string; home: string; posts: WordPressPosts };
}

/**
 * The real WordPress, which scripts/wordpress.mjs starts. Under CI it must be there; elsewhere a test that needs it
 * skips: `before(async function () { if (!(await wordPress())) this.skip(); })`
 */
export async function wordPress(): Promise<WordPress | undefined> {
  const { wordPress: site, ci } = await environment();
  if (!site && ci) throw new Error('There is no WordPress, and under CI it must be there');
  if (!site) console.warn('Skipped: there is no WordPress (`node scripts/wordpress.mjs` tells why)');
  return site ?? undefined;
}

/** Where an address of the WordPress redirects to, which a page of another origin may not see. */
export async function redirectOf(url: string): Promise<{ status: number; location: string | null }> {
  const answer = await fetch(`/resolve?${new URLSearchParams({ url })}`);
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
  return answer.json() as Promise<{ status: number; location: string | null }>;
}
