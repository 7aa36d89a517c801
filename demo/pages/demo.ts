import { type ArticleLinks, queryOf, readChoices, snippetPieces } from './settings.js';

function byId<T extends Element>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`#${id} is missing`);
  return element;
}

const form = byId('switches', HTMLFormElement);
const frame = byId('blog', HTMLIFrameElement);
const alone = byId('alone', HTMLAnchorElement);
const source = byId('source', HTMLAnchorElement);
const snippet = byId('snippet', HTMLElement);
const copy = byId('copy', HTMLButtonElement);
const copied = byId('copied', HTMLElement);
const reserve = byId('reserve', HTMLButtonElement);
const measure = byId('measure', HTMLElement);

const facts = JSON.parse(byId('facts', HTMLScriptElement).text) as {
  readonly articles: Readonly<Record<string, ArticleLinks>>;
  readonly embed: string;
};

/** Known heights of the card as it is chosen now. */
let heights = '';

function update(): void {
  const choices = readChoices(new FormData(form));
  history.replaceState(null, '', queryOf(choices) || location.pathname);

  const article = facts.articles[choices['article']!]!;
  source.href = article.sources[choices['source']!]!;
  snippet.replaceChildren(
    ...snippetPieces(choices, article, { src: facts.embed }, heights).map(([kind, text]) => {
      const span = document.createElement('span');
      span.className = kind;
      span.textContent = text;
      return span;
    }),
  );
  copied.textContent = '';

  frame.dataset['width'] = choices['width'];
  reserve.hidden = choices['embed'] !== 'quotation' && choices['embed'] !== 'element';
  const blog = new URL(`/blog${queryOf(choices, ['width'])}`, location.href);
  if (heights !== '') blog.searchParams.set('reserve', heights);
  const address = blog.href;
  if (alone.href !== address) {
    alone.href = address;
    // Not by `src`: that would make every switch a step of the Back button.
    frame.contentWindow?.location.replace(address);
  }
}

/** Says how wide the card came out: it follows its place, not the window. */
function watchCard(): void {
  const page = frame.contentDocument;
  if (!page?.body) return;
  new ResizeObserver(() => {
    const card = page.querySelector('khabar-card, iframe.khabar-card');
    const width = Math.round(card?.getBoundingClientRect().width ?? 0);
    measure.textContent = `page ${frame.clientWidth} px${width ? ` · card ${width} px` : ''}`;
  }).observe(page.body);
}

async function copySnippet(): Promise<void> {
  try {
    await navigator.clipboard.writeText(snippet.textContent ?? '');
    copied.textContent = 'Copied. Paste it into any page.';
  } catch {
    // Without the clipboard (plain http from another machine) the reader still gets it by one key.
    getSelection()?.selectAllChildren(snippet);
    copied.textContent = 'Selected: copy it with Ctrl+C or ⌘C.';
  }
}

/** The height of the card as it is chosen, at a width of its container, once it has all that it will have. */
async function heightAt(width: number): Promise<number> {
  const page = frame.contentDocument;
  const shown = page?.querySelector('khabar-card');
  if (!page || !shown) throw new Error('There is no card to measure.');
  const box = page.createElement('div');
  box.style.cssText = `position: absolute; visibility: hidden; inset-block-start: 0; inline-size: ${width}px`;
  const card = page.createElement('khabar-card');
  for (const { name, value } of shown.attributes)
    if (!['class', 'style', 'reserve', 'id'].includes(name)) card.setAttribute(name, value);
  card.setAttribute('loading', 'eager');
  box.append(card);
  page.body.append(box);
  let height = 0;
  for (let same = 0; same < 8;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (frame.contentDocument !== page) throw new Error('Another card was chosen meanwhile.');
    const now = Math.ceil(card.getBoundingClientRect().height);
    same = now === height && card.matches(':state(ready), :state(failed)') ? same + 1 : 0;
    height = now;
  }
  box.remove();
  return height;
}

async function reserveHeights(): Promise<void> {
  copied.textContent = 'Measuring…';
  const widths = [280, 320, 360, 480, 640, 720];
  const measured: number[] = [];
  for (const width of widths) measured.push(await heightAt(width));
  // Between two widths a card is hardly higher than at one of them.
  const known = widths.map((width, index) => `${width}:${Math.max(...measured.slice(index, index + 2))}`);
  heights = known.join(' ');
  update();
  copied.textContent = 'Its place is kept from the first moment.';
}

form.addEventListener('change', () => {
  heights = '';
  update();
});
reserve.addEventListener('click', () => {
  reserveHeights().catch((error: unknown) => (copied.textContent = (error as Error).message));
});
form.addEventListener('submit', (event) => event.preventDefault());
frame.addEventListener('load', watchCard);
copy.addEventListener('click', () => void copySnippet());
copy.hidden = false;
update();
watchCard();
