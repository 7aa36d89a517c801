import { closed } from '../../article/bidi.js';
import { KhabarCard } from '../../card/khabar-card.js';
import { pageLanguage } from '../../card/around.js';
import { reservedHeights } from '../../card/reserve.js';
import { hidden, hide, MOUNTED } from '../quotation.js';
import { frameAddress } from './frame-address.js';
import { ASK, frameMessage, type FrameMessage } from './frame-message.js';

/** CSS pixels of a frame that has not told its height yet. */
const TYPICAL_HEIGHT = 480;
/** CSS pixels. The page does not trust the frame: its height stays readable, and finite. */
const LEAST_HEIGHT = 80;
const MOST_HEIGHT = 30_000;
/** Characters. */
const LONGEST_TITLE = 300;
/** Milliseconds between two times that a frame becomes lower. */
const BETWEEN_SHRINKS = 1000;

/** The last time that a frame became lower. Heights and widths are CSS pixels. */
interface Shrink {
  /** By `performance.now()`. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Whether the frame took back its old height, because the page's scroll bar went. */
  isUndone?: boolean;
}

/** What the page knows of a frame. */
interface Watched {
  /** Title of the frame while it has no story. */
  readonly name: string;
  /** CSS pixels that the frame asked for last. */
  wanted?: number;
  shrink?: Shrink;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

/** Frames that the page listens to. */
const frames = new Map<HTMLIFrameElement, Watched>();
/** The quotation that is shown until its frame has the card. */
const quotations = new WeakMap<HTMLIFrameElement, HTMLElement>();

/**
 * Listens to a frame that stands in the page, or makes the frame of a snippet, and another one when the page changes the
 * snippet's settings.
 * @param script address of embed.js; frame.html is beside it
 * @param mounted snippets that have their card or frame
 * @param place puts the frame of a snippet into the page, in the place of an earlier one
 */
export function mountFrame(
  snippet: HTMLElement,
  script: string,
  mounted: { has(snippet: HTMLElement): boolean },
  place: (snippet: HTMLElement, frame: HTMLElement) => void,
): void {
  if (snippet instanceof HTMLIFrameElement) return watchFrame(snippet);
  // The page may have changed while this part was on its way.
  if (mounted.has(snippet) || !snippet.isConnected || !URL.canParse('frame.html', script)) return;
  let frame = draw();

  function draw(): HTMLIFrameElement {
    const address = addressFor(snippet, new URL('frame.html', script));
    const next = snippet.nextElementSibling;
    // Turbo and other routers bring back copies of pages, with the frames in them.
    const isCopied = next instanceof HTMLIFrameElement && next.getAttribute('src') === address;
    const drawn = isCopied ? next : frameOf(snippet, address);
    if (snippet.localName === 'blockquote') {
      showUntilReady(drawn, snippet);
      mirror(snippet, drawn);
    }
    place(snippet, drawn);
    watchFrame(drawn);
    return drawn;
  }

  new MutationObserver(() => {
    if (!snippet.isConnected) return;
    // Another address in the same frame would be a step of the Back button.
    if (addressFor(snippet, new URL('frame.html', script)) !== frame.getAttribute('src')) {
      show(snippet);
      frame = draw();
    } else {
      mirror(snippet, frame);
      if (!snippet.hasAttribute(MOUNTED)) place(snippet, frame);
    }
  }).observe(snippet, { attributes: true });
}

/** The address of a frame with the card of a snippet. */
function addressFor(snippet: HTMLElement, page: URL): string {
  const settings: Record<string, string> = {};
  for (const name of KhabarCard.observedAttributes) {
    const value = snippet.getAttribute(`data-${name}`);
    if (value !== null && name !== 'src' && (name !== 'loading' || value === 'click')) settings[name] = value;
  }
  settings['page-lang'] = pageLanguage(snippet);
  const src = snippet.dataset['src'] ?? '';
  return frameAddress(page, settings, URL.canParse(src, snippet.baseURI) ? new URL(src, snippet.baseURI).href : '');
}

/** The height that is known for a container of this width: that of the next lower one. */
function reservedHeight(reserve: string, width: number): number | undefined {
  const heights = reservedHeights(reserve);
  return (heights.findLast((known) => known.width <= width) ?? heights[0])?.height;
}

function frameOf(snippet: HTMLElement, address: string): HTMLIFrameElement {
  const { hash, host } = new URL(address);
  const frame = document.createElement('iframe');
  frame.className = 'khabar-card';
  // Until the headline is known: the words of the snippet, or the host.
  frame.title = plain(snippet.innerText) || (hash && new URL(hash.slice(1)).host) || host;
  // Without allow-same-origin the frame has no origin, and reaches no site's cookies or storage.
  frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  frame.allow = 'web-share; clipboard-write';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.loading = snippet.dataset['loading'] === 'eager' ? 'eager' : 'lazy';
  const width = snippet.parentElement?.clientWidth ?? 0;
  const height = reservedHeight(snippet.dataset['reserve'] ?? '', width) ?? TYPICAL_HEIGHT;
  const style = { display: 'block', 'inline-size': '100%', border: '0', 'block-size': `${height}px` };
  // Set one by one: no Content Security Policy forbids that.
  for (const [name, value] of Object.entries(style)) frame.style.setProperty(name, value);
  frame.src = address;
  return frame;
}

/** Shows the quotation until the frame has its card: the frame may be blocked, or have nothing to show. */
function showUntilReady(frame: HTMLIFrameElement, quotation: HTMLElement): void {
  quotations.set(frame, quotation);
  frame.style.blockSize = '0';
  // The page's reserved space is for one of the two.
  frame.style.setProperty('min-block-size', '0', 'important');
}

function show({ shadowRoot }: HTMLElement): void {
  if (shadowRoot) shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== hidden);
}

/** Hides the frame with its quotation. The id and the look stay with the words, which may be shown beside the frame. */
function mirror(quotation: HTMLElement, frame: HTMLIFrameElement): void {
  if (frame.slot !== quotation.slot) frame.slot = quotation.slot;
  frame.style.display = quotation.hidden || quotation.style.display === 'none' ? 'none' : 'block';
}

/** Listens to a frame from now on. */
function watchFrame(frame: HTMLIFrameElement): void {
  if (frames.size === 0) addEventListener('message', onMessage);
  for (const other of frames.keys()) if (!other.isConnected) frames.delete(other);
  if (frames.has(frame)) return;
  frames.set(frame, { name: frame.title });
  // Its first message may have come before the page listened.
  frame.contentWindow?.postMessage(ASK, '*');
}

function onMessage({ source, data }: MessageEvent<unknown>): void {
  const message = frameMessage(data);
  if (!message || !source) return;
  // A sandboxed frame has no origin to check; its window identifies it.
  for (const frame of frames.keys()) if (frame.contentWindow === source) update(frame, message);
}

function update(frame: HTMLIFrameElement, { state, height, title }: FrameMessage): void {
  const watched = frames.get(frame)!;
  // Until it has something to show, it keeps the height that the page gave it.
  if (state === 'loading') return;
  const name = title ? plain(title) : watched.name;
  if (frame.title !== name) frame.title = name;
  const quotation = quotations.get(frame);
  if (quotation) (state === 'ready' ? hide : show)(quotation);
  frame.style.minBlockSize = '';
  if (state !== 'ready') quotation?.style.setProperty('min-block-size', '0', 'important');
  watched.wanted = Math.ceil(Math.min(Math.max(height, LEAST_HEIGHT), MOST_HEIGHT)) + edges(frame);
  resize(frame, watched, watched.wanted);
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
 * A frame grows at once, and shrinks at most once a second. A frame that grows may give its page a scroll bar, become
 * narrower by it, ask for less, lose the bar, and ask for more again. Such an exchange ends with the greater height.
 */
function resize(frame: HTMLIFrameElement, watched: Watched, height: number): void {
  const { shrink } = watched;
  const now = Number.parseFloat(frame.style.blockSize) || 0;
  const wait = (shrink?.time ?? -BETWEEN_SHRINKS) + BETWEEN_SHRINKS - performance.now();
  if (height > now) {
    if (shrink && wait > 0 && height === shrink.from && frame.clientWidth !== shrink.width) shrink.isUndone = true;
  } else if (height === now || (shrink?.isUndone && now === shrink.from && height === shrink.to)) return;
  else if (wait > 0) {
    watched.timer ??= setTimeout(() => {
      watched.timer = undefined;
      resize(frame, watched, watched.wanted!);
    }, wait);
    return;
  } else watched.shrink = { time: performance.now(), from: now, to: height, width: frame.clientWidth };
  frame.style.blockSize = `${height}px`;
}

function plain(text: string): string {
  return closed(text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed());
}
