import { closed } from '../../article/bidi.js';
import { ownOptions } from '../../article/json.js';
import { pageLanguage } from '../../card/page-language.js';
import { reservedHeight } from '../../card/reserve.js';
import { ASK, frameMessage, type FrameMessage } from './frame-message.js';
import { hide } from '../quotation.js';

/** CSS pixels of a frame that has not said how high it is. */
const TYPICAL_HEIGHT = 480;
/** CSS pixels. A frame is a stranger to the page: it gets room to be read, and no room without end. */
const LEAST_HEIGHT = 80;
const MOST_HEIGHT = 30_000;
/** Characters. */
const LONGEST_TITLE = 300;
/** Changes of height within a second; no reader opens and closes a card as fast. */
const MOST_CHANGES = 20;
/** Of a height: what a scroll bar that comes and goes may change. */
const SLIGHT = 0.1;

/** What the page knows of a frame. */
interface Watched {
  /** What it is called while it has no story. */
  readonly name: string;
  /** Milliseconds; how often it has changed its height since then. */
  since: number;
  changes: number;
  /** CSS pixels that it asked for too often to be given. */
  wanted?: number | undefined;
}

/** Frames of the page that are heard. */
const frames = new Map<HTMLIFrameElement, Watched>();
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
  frame.title = plain(snippet.innerText) || (hash && new URL(hash.slice(1)).host) || host;
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
  frames.set(frame, { name: frame.title, since: 0, changes: 0 });
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
  const watched = frames.get(frame)!;
  // Until there is something to show, it has the height that its page gave it.
  if (state === 'loading') return;
  const name = title ? plain(title) : watched.name;
  if (frame.title !== name) frame.title = name;
  const quotation = quotations.get(frame);
  if (quotation) hide(quotation, state === 'ready');
  // The room that the page keeps is for one of the two.
  frame.style.minBlockSize = '';
  if (state === 'failed') quotation?.style.setProperty('min-block-size', '0', 'important');
  resize(frame, watched, Math.ceil(Math.min(Math.max(height, LEAST_HEIGHT), MOST_HEIGHT)) + edges(frame));
}

/** CSS pixels of what a page's style sheet puts around the content of a frame, where that is part of its height. */
function edges(frame: HTMLIFrameElement): number {
  const style = getComputedStyle(frame);
  if (style.boxSizing !== 'border-box') return 0;
  return [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth].reduce(
    (sum, length) => sum + Math.ceil(Number.parseFloat(length) || 0),
    0,
  );
}

/**
 * A frame that becomes higher may give its page a scroll bar, and so become narrower, and lower, and so lose the bar: it
 * would go on for ever. One that changes faster than a reader could only grows, and growing has an end; what it has asked
 * for meanwhile it gets when the second is over, if it is more than a scroll bar makes.
 */
function resize(frame: HTMLIFrameElement, watched: Watched, height: number): void {
  const now = Number.parseFloat(frame.style.blockSize) || 0;
  if (watched.wanted !== undefined) watched.wanted = height;
  if (height === now) return;
  const time = performance.now();
  if (time - watched.since > 1000) Object.assign(watched, { since: time, changes: 0 });
  if (++watched.changes <= MOST_CHANGES || height > now) frame.style.blockSize = `${height}px`;
  else if (watched.wanted === undefined) {
    watched.wanted = height;
    setTimeout(() => {
      const { wanted } = watched;
      watched.wanted = undefined;
      const shown = Number.parseFloat(frame.style.blockSize);
      if (wanted! < shown * (1 - SLIGHT)) frame.style.blockSize = `${wanted}px`;
    }, 1000);
  }
}

function plain(text: string): string {
  return closed(text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed());
}
