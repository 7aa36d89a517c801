// The script of preview.html: the page of somebody who has pasted the card, and its measure. It runs in a sandbox without
// an origin, and does what the builder around it says, nobody else.
import type { Article } from '../../src/article/article.js';
import { field } from '../../src/article/json.js';
import type { KhabarCard } from '../../src/card/khabar-card.js';
import { WIDTHS } from './heights.js';
import type { Report, Request } from './message.js';
import type { Story } from './snippets.js';

/** Milliseconds between two looks at a height, and how often it must be the same: related stories come late. */
const LOOK = 60;
const SAME_AT_FIRST = 8;
const SAME = 2;

const builder = new URL(location.href).origin;
let shown: KhabarCard | undefined;
let measured = '';
/** Cards that are measured stand here, in view, because browsers stop observers elsewhere, and unseen. */
const box = document.createElement('div');

function say(report: Report): void {
  parent.postMessage({ khabarPreview: report }, '*');
}

function show(request: Request): void {
  const { documentElement, body } = document;
  const { lang, dir, scheme } = request.page;
  documentElement.lang = lang;
  documentElement.dir = dir;
  // As pages say it: by the property, and by what the option `dark` may look for.
  documentElement.style.colorScheme = scheme;
  documentElement.classList.toggle('dark', scheme === 'dark');
  documentElement.dataset['theme'] = scheme;
  body.style.cssText = 'margin: 0; padding: 12px';
  const isNew = !shown;
  shown ??= document.createElement('khabar-card');
  shown.classList.add('shown');
  fill(shown, request);
  if (isNew) body.append(shown);
  const asked = JSON.stringify([request.source, request.attributes, request.properties]);
  if (asked === measured) return;
  measured = asked;
  void measure(request, asked);
}

/** As the snippet will: the same attributes, and the properties that its page gives. */
function fill(card: KhabarCard, { source, attributes, properties }: Request): void {
  const wanted = new Map(attributes);
  // What is looked at is not waited for, but where the wait is what is looked at.
  if (wanted.get('loading') !== 'click') wanted.set('loading', 'eager');
  if ('address' in source) wanted.set('src', source.address);
  for (const name of card.getAttributeNames())
    if (!wanted.has(name) && name !== 'class' && name !== 'open') card.removeAttribute(name);
  for (const [name, value] of wanted) if (card.getAttribute(name) !== value) card.setAttribute(name, value);
  card.style.cssText = '';
  for (const [name, value] of properties) card.style.setProperty(name, value);
  if ('json' in source) card.article = source.json;
}

/** Draws the card once more, at each width, and tells of its story and its heights. */
async function measure(request: Request, asked: string): Promise<void> {
  const { id, read } = request;
  const card = document.createElement('khabar-card');
  fill(card, request);
  card.loading = 'eager';
  box.style.cssText =
    'position: absolute; inset-block-start: 0; inset-inline: 0; block-size: 100vh; overflow: hidden; visibility: hidden; pointer-events: none';
  card.style.display = 'block';
  card.style.inlineSize = `${WIDTHS[0]}px`;
  let isReadable = true;
  let drawn: Article | undefined;
  card.addEventListener('khabar-load', ({ article }) => {
    drawn = article;
    if (asked === measured) say({ id, story: storyOf(card, article) });
  });
  card.addEventListener('khabar-error', ({ error }) => {
    if (asked !== measured) return;
    // Some sites let every origin read but that of a sandbox, `null`.
    if (error.code === 'network' && read !== undefined && isReadable) {
      isReadable = false;
      card.article = read;
      shown!.article = read;
    } else say({ id, failed: error.code, status: error.status });
  });
  box.replaceChildren(card);
  document.body.append(box);
  const heights: [number, number][] = [];
  for (const width of WIDTHS) {
    card.style.inlineSize = `${width}px`;
    const height = await settled(card, heights.length === 0 ? SAME_AT_FIRST : SAME, () => asked === measured);
    if (height === undefined) return;
    heights.push([width, height]);
  }
  // With what a later request told: the publisher's name, and where pictures are.
  if (drawn) say({ id, story: storyOf(card, drawn) });
  say({ id, heights });
  box.replaceChildren();
}

/** The height of a card that is drawn and does not change any more; nothing where it fails, or is not wanted any more. */
async function settled(card: KhabarCard, times: number, isWanted: () => boolean): Promise<number | undefined> {
  let height = 0;
  for (let same = 0; same < times;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    if (!isWanted() || card.matches(':state(failed)')) return undefined;
    const now = Math.ceil(card.getBoundingClientRect().height);
    same = now === height && card.matches(':state(ready)') ? same + 1 : 0;
    height = now;
  }
  return height;
}

/** The story that the card shows, and the origins it has it from. */
function storyOf(card: KhabarCard, article: Article): Story {
  const root = card.shadowRoot!;
  const { headline, summary, url, publisher, published, language } = article;
  const dateShown = root.querySelector('[part="published"] time')?.textContent;
  const media = [...root.querySelectorAll<HTMLMediaElement>('video, audio, source')];
  return {
    headline,
    summary,
    publisher:
      publisher?.name ??
      root.querySelector('[part="publisher"] bdi:not(.host)')?.textContent ??
      (url && new URL(url).host),
    published: published && { iso: published.iso, text: dateShown ?? published.iso.slice(0, 10) },
    url,
    language,
    origins: {
      'connect-src': originsOf(
        performance
          .getEntriesByType('resource')
          .filter((entry) => (entry as PerformanceResourceTiming).initiatorType === 'fetch')
          .map(({ name }) => name),
      ),
      'img-src': originsOf(
        [...root.querySelectorAll('img')].flatMap(({ src, srcset }) => [
          src,
          ...(srcset.match(/https?:[^\s,]+/g) ?? []),
        ]),
      ),
      'media-src': originsOf(media.map(({ src }) => src)),
      'frame-src': originsOf([...root.querySelectorAll('iframe')].map(({ src }) => src)),
    },
  };
}

function originsOf(addresses: readonly string[]): string[] {
  const urls = addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address));
  return [...new Set(urls.filter(({ protocol }) => /^https?:$/.test(protocol)).map(({ origin }) => origin))];
}

// Out of the sandbox it would have the builder's origin, and whoever opens it would speak to it.
if (self.origin === 'null' && parent !== window) {
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const request = field(data, 'khabarPreview');
    if (source === parent && origin === builder && request) show(request as Request);
  });
  say({ isReady: true });
}
