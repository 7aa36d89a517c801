// The script of frame.html: draws one card. embed.single.js runs before it and defines the element.
import { field, languageTag } from './article/json.js';
import type { KhabarCard } from './card/khabar-card.js';
import { allowedOrigins, frameRequest, isAllowed } from './embedding/frame/frame-address.js';
import type { FrameMessage } from './embedding/frame/frame-message.js';

/** Attributes that the query cannot set: the frame decides where the article is from, and sees no page that is dark. */
const OWN_ATTRIBUTES = ['src', 'dark'];

const isAlone = window.top === window;
const settings = new URLSearchParams(location.search);
// By `location`: a sandboxed page's own origin is "null".
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
  setTheme(settings.get('theme'));
  body.style.margin = '0';
  const { observedAttributes } = customElements.get('khabar-card') as typeof KhabarCard;
  for (const name of observedAttributes) {
    const value = settings.get(name);
    if (value !== null && !OWN_ATTRIBUTES.includes(name)) card.setAttribute(name, value);
  }
  // The `loading="lazy"` of the page's frame decides; in here nobody knows whether it is in view.
  if (card.loading !== 'click') card.loading = 'eager';
  card.addEventListener('khabar-load', ({ article }) => {
    state = 'ready';
    title = article.headline;
    document.title = title ?? ownTitle;
  });
  card.addEventListener('khabar-error', () => (state = 'failed'));
  for (const name of ['khabar-navigate', 'khabar-follow'] as const)
    card.addEventListener(name, (event) => passLink(event, event.url));
  loadArticle();
  body.append(card);
  // Chromium runs neither ResizeObserver nor animation frames in a frame that is out of view. These two do run.
  const root = card.shadowRoot!;
  new MutationObserver(send).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const name of ['load', 'error']) root.addEventListener(name, send, { capture: true });
  // The width, the reader's zoom and a font that arrives change the height, and not the card.
  new ResizeObserver(send).observe(card);
  addEventListener('hashchange', loadArticle);
  addEventListener('message', onMessage);
}

/** Shows no other site's article: it would appear under this site's name. */
function loadArticle(): void {
  const { address } = frameRequest(location.hash, location.href);
  const allowed = address && isAllowed(address, origins) ? address : undefined;
  if (!allowed)
    console.error(
      `khabar: this frame draws articles of ${origins.join(' ')} only. Others are listed in its <meta name="khabar-origins">.`,
    );
  const src = allowed?.href ?? '';
  if (src === card.src) return send();
  state = card.loading === 'click' ? 'asking' : 'loading';
  title = undefined;
  document.title = ownTitle;
  card.src = src;
}

/** Of the frame's page too, whose scroll bars and background are seen. */
function setTheme(theme: unknown): void {
  document.documentElement.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
}

function onMessage({ source, data }: MessageEvent<unknown>): void {
  if (source !== window.parent) return;
  const theme = field(field(data, 'khabar'), 'theme');
  if (theme === 'auto' || theme === 'light' || theme === 'dark') {
    card.theme = theme;
    setTheme(theme);
  }
  // Khabar's question, and WordPress's.
  if (field(data, 'khabar') === 'ask' || field(data, 'message') === 'ready') send('again');
}

function send(how?: unknown): void {
  const { height } = card.getBoundingClientRect();
  // Nothing is drawn yet, or the frame is hidden.
  if (height === 0) return;
  const message: FrameMessage = { state, height, title };
  const text = JSON.stringify(message) + location.hash;
  if (how !== 'again' && text === sent) return;
  sent = text;
  // To any page: the frame's own address names the article, and the card's height is no secret.
  window.parent.postMessage({ khabar: message }, '*');
  const { secret } = frameRequest(location.hash, location.href);
  if (secret && state !== 'loading')
    window.parent.postMessage({ message: 'height', value: Math.ceil(height), secret }, '*');
}

/** WordPress forbids its frames to open windows, and opens links to the frame's own site itself. */
function passLink(event: Event, url: string): void {
  const { secret } = frameRequest(location.hash, location.href);
  if (!secret || new URL(url).host !== location.host) return;
  event.preventDefault();
  window.parent.postMessage({ message: 'link', value: url, secret }, '*');
}

if (isAlone || !customElements.get('khabar-card')) document.getElementById('alone')!.hidden = !isAlone;
else {
  // So the browser also refuses a redirect from an allowed address to another one.
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src ${origins.join(' ')}`;
  document.head.append(policy);
  draw();
}
