import { queryOf, readChoices, snippetPieces } from './settings.mjs';

/**
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function byId(id, type) {
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
const measure = byId('measure', HTMLElement);

/** @type {{ articles: Record<string, import('./settings.mjs').ArticleLinks>, embed: string }} */
const facts = JSON.parse(byId('facts', HTMLScriptElement).text);

function update() {
  const choices = readChoices(new FormData(form));
  history.replaceState(null, '', queryOf(choices) || location.pathname);

  const article = facts.articles[choices.article];
  source.href = article.sources[choices.source];
  snippet.replaceChildren(
    ...snippetPieces(choices, article, facts.embed).map(([kind, text]) => {
      const span = document.createElement('span');
      span.className = kind;
      span.textContent = text;
      return span;
    }),
  );
  copied.textContent = '';

  frame.dataset.width = choices.width;
  const address = new URL(`/blog${queryOf(choices, ['width'])}`, location.href).href;
  if (alone.href !== address) {
    alone.href = address;
    // Not by `src`: that would make every switch a step of the Back button.
    frame.contentWindow?.location.replace(address);
  }
}

/** Says how wide the card came out: it follows its place, not the window. */
function watchCard() {
  const page = frame.contentDocument;
  if (!page?.body) return;
  new ResizeObserver(() => {
    const card = page.querySelector('khabar-card');
    const width = Math.round(card?.getBoundingClientRect().width ?? 0);
    measure.textContent = `page ${frame.clientWidth} px${width ? ` · card ${width} px` : ''}`;
  }).observe(page.body);
}

async function copySnippet() {
  try {
    await navigator.clipboard.writeText(snippet.textContent ?? '');
    copied.textContent = 'Copied. Paste it into any page.';
  } catch {
    // Without the clipboard (plain http from another machine) the reader still gets it by one key.
    getSelection()?.selectAllChildren(snippet);
    copied.textContent = 'Selected: copy it with Ctrl+C or ⌘C.';
  }
}

form.addEventListener('change', update);
form.addEventListener('submit', (event) => event.preventDefault());
frame.addEventListener('load', watchCard);
copy.addEventListener('click', copySnippet);
copy.hidden = false;
watchCard();
