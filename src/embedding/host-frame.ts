import { closed } from '../article/bidi.js';
import { ownOptions } from '../article/json.js';
import { pageLanguage } from '../card/page-language.js';
import { reservedHeight } from '../card/reserve.js';
import { ASK, frameMessage, type FrameMessage } from './frame-message.js';
import { hide } from './quotation.js';

/** CSS pixels of a frame that has not said how high it is. */
const TYPICAL_HEIGHT = 480;
/** CSS pixels. A frame is a stranger to the page: it gets room to be read, and no room without end. */
const LEAST_HEIGHT = 80;
const MOST_HEIGHT = 30_000;
/** Characters. */
const LONGEST_TITLE = 300;
/** Changes of height within a second; no reader opens and closes a card as fast. */
const MOST_CHANGES = 20;

/** Frames of the page, and how often each has changed its height since when. */
const frames = new Map<HTMLIFrameElement, { since: number; changes: number }>();
/** The words that stand for a frame until it has its card. */
const quotations = new WeakMap<HTMLIFrameElement, HTMLElement>();

/**
 * The address of a frame with the card of a snippet.
 * @param settings attributes of the card
 * @param page the address of frame.html
 */
export function frameAddress(snippet: HTMLElement, settings: ReadonlyMap<string, string>, page: URL): string {
  for (const [name, value] of settings) if (name !== 'src' && name !== 'loading') page.searchParams.set(name, value);
  page.searchParams.set('page-lang', pageLanguage(snippet));
  // In the fragment the article's address, which may carry a token, reaches no server's log.
  const src = settings.get('src') ?? '';
  page.hash = URL.canParse(src, snippet.baseURI) ? new URL(src, snippet.baseURI).href : '';
  return page.href;
}

/** A frame of this address, with the card of a snippet. */
export function frameOf(
  snippet: HTMLElement,
  settings: ReadonlyMap<string, string>,
  address: string,
): HTMLIFrameElement {
  const { hash, host } = new URL(address);
  const frame = document.createElement('iframe');
  frame.className = 'khabar-card';
  // Until the headline is known, what the page calls it, or where it is from.
  frame.title = plain(snippet.textContent) || (hash && new URL(hash.slice(1)).host) || host;
  // Without allow-same-origin: what is in the frame is nobody's, and can reach neither site's cookies nor storage.
  frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  frame.allow = 'web-share; clipboard-write';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.loading = settings.get('loading') === 'eager' ? 'eager' : 'lazy';
  const width = snippet.parentElement?.clientWidth ?? 0;
  const height = reservedHeight(settings.get('reserve') ?? '', width) ?? TYPICAL_HEIGHT;
  const style = { display: 'block', 'inline-size': '100%', border: '0', 'block-size': `${height}px` };
  // Set one by one, which no Content Security Policy forbids.
  for (const [name, value] of Object.entries(style)) frame.style.setProperty(name, value);
  frame.src = address;
  watchFrame(frame);
  return frame;
}

/** Leaves the page its own words until the frame has its card: it may be blocked, and may have nothing to show. */
export function standFor(frame: HTMLIFrameElement, quotation: HTMLElement): void {
  quotations.set(frame, quotation);
  frame.style.blockSize = '0';
  // Past the room that the page keeps for whichever of the two is shown.
  frame.style.setProperty('min-block-size', '0', 'important');
}

/** Hears a frame, from now on. */
export function watchFrame(frame: HTMLIFrameElement): void {
  if (frames.size === 0) addEventListener('message', onMessage, ownOptions({}));
  for (const other of frames.keys()) if (!other.isConnected) frames.delete(other);
  if (frames.has(frame)) return;
  frames.set(frame, { since: 0, changes: 0 });
  // Its first words may have come before there was anybody to hear them.
  frame.contentWindow?.postMessage(ASK, '*');
}

function onMessage({ source, data }: MessageEvent<unknown>): void {
  const message = frameMessage(data);
  if (!message || !source) return;
  // The origin says nothing: a sandboxed frame has none. Its window says all.
  for (const frame of frames.keys()) if (frame.contentWindow === source) obey(frame, message);
}

function obey(frame: HTMLIFrameElement, { state, height, title }: FrameMessage): void {
  if (title) frame.title = plain(title);
  const quotation = quotations.get(frame);
  if (quotation && state === 'loading') return;
  if (quotation && state === 'ready') hide(quotation);
  frame.style.minBlockSize = '';
  const size = Math.ceil(Math.min(Math.max(height, LEAST_HEIGHT), MOST_HEIGHT));
  const now = Number.parseFloat(frame.style.blockSize) || 0;
  if (size === now || !mayChange(frame, size > now)) return;
  frame.style.blockSize = `${size}px`;
}

/**
 * A frame that becomes higher may give its page a scroll bar, and so become narrower, and lower, and so lose the bar: it
 * would go on for ever. One that changes faster than a reader could only grows, and growing has an end.
 */
function mayChange(frame: HTMLIFrameElement, isHigher: boolean): boolean {
  const pace = frames.get(frame)!;
  const now = performance.now();
  if (now - pace.since > 1000) Object.assign(pace, { since: now, changes: 0 });
  return ++pace.changes <= MOST_CHANGES || isHigher;
}

function plain(text: string): string {
  return closed(text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed());
}
