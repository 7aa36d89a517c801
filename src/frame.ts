// The script of frame.html, which runs after embed.single.js has defined the element: one card in a frame of its own.
import { field, languageTag, ownOptions } from './article/json.js';
import type { KhabarCard } from './card/khabar-card.js';
import { allowedOrigins, frameRequest, isAllowed } from './embedding/frame/frame-address.js';
import type { FrameMessage } from './embedding/frame/frame-message.js';

/** What a page may not say by the query: where the article is, and when it is fetched, are the frame's. */
const KEPT = ['src', 'loading'];

const isAlone = window.top === window;
const settings = new URLSearchParams(location.search);
// location's, as a sandboxed page has no other origin than "null".
const origins = allowedOrigins(
  document.querySelector<HTMLMetaElement>('meta[name="khabar-origins"]')?.content ?? '',
  location.origin,
);
const card = document.createElement('khabar-card');
const ownTitle = document.title;
let state: FrameMessage['state'] = 'loading';
let title: string | undefined;
let sent = '';

function draw(): void {
  const { documentElement, body } = document;
  const language = languageTag(settings.get('page-lang'));
  if (language) documentElement.lang = language;
  const theme = settings.get('theme');
  if (theme === 'light' || theme === 'dark') documentElement.style.colorScheme = theme;
  body.style.margin = '0';
  const { observedAttributes } = customElements.get('khabar-card') as typeof KhabarCard;
  for (const name of observedAttributes) {
    const value = settings.get(name);
    if (value !== null && !KEPT.includes(name)) card.setAttribute(name, value);
  }
  // Whether it is near, the page knows, by its loading="lazy"; a frame out of view cannot know.
  card.loading = 'eager';
  card.addEventListener('khabar-load', ({ article }) => {
    state = 'ready';
    title = article.headline;
    document.title = title ?? ownTitle;
  });
  card.addEventListener('khabar-error', () => (state = 'failed'));
  for (const name of ['khabar-navigate', 'khabar-follow'] as const)
    card.addEventListener(name, (event) => passLink(event, event.url));
  choose();
  body.append(card);
  // Both run in frames that are out of view, where Chromium runs neither ResizeObserver nor animation frames.
  const root = card.shadowRoot!;
  new MutationObserver(send).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const name of ['load', 'error']) root.addEventListener(name, send, ownOptions({ capture: true }));
  // For what changes the height without changing the card: the width, the reader's zoom, a face that arrives.
  new ResizeObserver(send).observe(card);
  addEventListener('hashchange', choose);
  addEventListener('message', onMessage);
}

/** Another site's page that is shown here would be shown under this site's name. */
function choose(): void {
  const { address } = frameRequest(location.hash, location.href);
  const allowed = address && isAllowed(address, origins) ? address : undefined;
  if (!allowed)
    console.error(
      `khabar: this frame draws articles of ${origins.join(' ')} only. Others are listed in its <meta name="khabar-origins">.`,
    );
  const src = allowed?.href ?? '';
  if (src === card.src) return send();
  state = 'loading';
  title = undefined;
  document.title = ownTitle;
  card.src = src;
}

function onMessage({ source, data }: MessageEvent<unknown>): void {
  if (source !== window.parent) return;
  // Khabar's word, and WordPress's.
  if (field(data, 'khabar') === 'ask' || field(data, 'message') === 'ready') send('again');
}

function send(how?: unknown): void {
  const { height } = card.getBoundingClientRect();
  // Nothing is drawn yet, or the frame itself is not shown.
  if (height === 0) return;
  const message: FrameMessage = { state, height, title };
  const text = JSON.stringify(message) + location.hash;
  if (how !== 'again' && text === sent) return;
  sent = text;
  // To whatever page it is: its own address says which article it is about, and the card's height is no secret.
  window.parent.postMessage({ khabar: message }, '*');
  const { secret } = frameRequest(location.hash, location.href);
  if (secret && state !== 'loading')
    window.parent.postMessage({ message: 'height', value: Math.ceil(height), secret }, '*');
}

/** WordPress allows its frames no windows, and opens by itself what leads to the site that the frame is from. */
function passLink(event: Event, url: string): void {
  const { secret } = frameRequest(location.hash, location.href);
  if (!secret || new URL(url).host !== location.host) return;
  event.preventDefault();
  window.parent.postMessage({ message: 'link', value: url, secret }, '*');
}

if (isAlone || !customElements.get('khabar-card')) document.getElementById('alone')!.hidden = !isAlone;
else {
  // Enforced by the browser also where an address that is allowed redirects to one that is not.
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src ${origins.join(' ')}`;
  document.head.append(policy);
  draw();
}
