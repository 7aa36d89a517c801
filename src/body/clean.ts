import { isHtml, type UncleanBody } from '../article/article.js';
import { cap, capLength } from '../html/caps.js';
import type * as Markup from '../markup/markup.js';
import { controlledPanels, removeHidden } from './hidden.js';
import { markInPageLinks } from './in-page-links.js';
import { parse } from '../html/parse.js';
import { MOST_ELEMENTS, refusedWithContents } from '../html/policy.js';
import { purify, type PurifyOptions } from './purify.js';
import { finishText, tidy, type TidyOptions } from './tidy.js';

declare const cleaned: unique symbol;

/** HTML that has been cleaned. Nothing else may enter the body of a card. */
export type CleanHtml = DocumentFragment & { readonly [cleaned]: true };

export type CleaningOptions = PurifyOptions & Markup.EmbedOptions & TidyOptions;

/** What prepares the markup of publishing systems; a body that {@link isPlain} does without. */
export type Preparation = Pick<typeof Markup, 'prepare' | 'rebuildFormulas'>;

export { isPlain } from './plain.js';

export { relevelHeadings } from './tidy.js';

/** Milliseconds after which the page gets a turn: no long task on a phone that is four times slower. */
const SLICE = 10;
/** Elements that DOMPurify gets at once. */
const PIECE = 200;

/**
 * Cleans an article's body in slices, between which the page goes on.
 * @param pause is awaited before each slice; without an answer the work goes on at once
 * @throws {ArticleError} `too-large` where it is beyond a cap of the policy
 * @throws {TypeError} where the page's Content Security Policy does not allow the Trusted Types policy `khabar`
 * @throws the reason of `signal`, once that is aborted
 */
export async function clean(
  body: UncleanBody,
  options: CleaningOptions,
  markup: Preparation | undefined,
  signal: AbortSignal,
  pause: () => Promise<void> | undefined = () => new Promise((resolve) => setTimeout(resolve)),
): Promise<CleanHtml> {
  const steps = cleaning(body, options, markup);
  for (;;) {
    await pause();
    signal.throwIfAborted();
    for (const start = performance.now(); performance.now() - start < SLICE;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }
}

/** The cleaning, step by step; see {@link clean}. */
export function* cleaning(
  body: UncleanBody,
  options: CleaningOptions,
  markup: Preparation | undefined,
): Generator<void, CleanHtml> {
  const fragment = document.createDocumentFragment();
  if (isHtml(body)) {
    const unclean = yield* parse(body.html);
    const panels = controlledPanels(unclean);
    // Forms must lose their fields' names before anything is asked of them.
    markInPageLinks(unclean, options.base);
    yield;
    if (markup) yield* markup.rebuildFormulas(unclean);
    yield* removeHidden(unclean, panels);
    if (markup) yield* markup.prepare(unclean, options);
    yield* purifyChildren(unclean, fragment, options);
    tidy(fragment, options);
  } else {
    appendParagraphs(fragment, body.text);
    finishText(fragment, options);
  }
  return fragment as CleanHtml;
}

/** Cleans the children of one node into another, so many elements at a time, however the publisher has boxed them. */
function* purifyChildren(from: Node, into: Node, options: PurifyOptions): Generator<void> {
  const piece = from.ownerDocument!.createDocumentFragment();
  let size = 0;
  const flush = () => {
    into.appendChild(purify(piece, options));
    piece.replaceChildren();
  };
  for (const node of [...from.childNodes] as Array<Node & Partial<Element>>) {
    const elements = 1 + (node.getElementsByTagName?.('*').length ?? 0);
    if ((size += elements) > PIECE) {
      flush();
      size = elements;
      yield;
    }
    // What is within a formula is of another namespace, and goes nowhere without it.
    if (elements <= PIECE || node.localName === 'math') piece.append(node);
    else if (!refusedWithContents.includes(node.localName!)) {
      const [box] = purify(node.cloneNode(false), options).children;
      if (box) into.appendChild(box);
      yield* purifyChildren(node, box ?? into, options);
    }
  }
  flush();
  yield;
}

/** Plain text as paragraphs: they end at blank lines, and keep single line ends. */
function appendParagraphs(fragment: DocumentFragment, text: string): void {
  capLength(text);
  cap(text.split('\n').length, MOST_ELEMENTS, 'lines');
  for (const paragraph of text.split(/\n\s*\n/)) {
    if (!paragraph.trim()) continue;
    const element = document.createElement('p');
    for (const line of paragraph.trim().split('\n')) element.append(line, document.createElement('br'));
    element.lastChild!.remove();
    fragment.append(element);
  }
}
