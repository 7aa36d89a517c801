import { isHtml, type UncleanBody } from '../article/article.js';
import { noteAnchors } from './anchors.js';
import { checkElements, checkLength } from './caps.js';
import { linkEmbeds, type EmbedOptions } from './embeds.js';
import { removeHidden } from './hidden.js';
import { keepMeanings } from './meanings.js';
import { parse } from './parse.js';
import { bringPictures } from './pictures.js';
import { refusedWithContents } from './policy.js';
import { purify, type PurifyOptions } from './purify.js';
import { tidy, type TidyOptions } from './tidy.js';

declare const cleaned: unique symbol;

/** HTML that has been through the cleaning room. Nothing else may enter the body of a card. */
export type CleanHtml = DocumentFragment & { readonly [cleaned]: true };

export type CleaningOptions = PurifyOptions & EmbedOptions & TidyOptions;

export { relevelHeadings } from './tidy.js';

/** Milliseconds after which the page gets a turn: on a phone four times slower they are still no long task. */
const SLICE = 10;
/** Elements that DOMPurify is given at once. */
const PIECE = 200;

/**
 * Cleans an article's body, and lets the page go on in between.
 * @param pause comes before each slice of the work; nothing where there is no need to wait
 * @throws {ArticleError} `too-large` where it is beyond a cap of the policy
 * @throws {TypeError} where the page's Content Security Policy does not allow the Trusted Types policy `khabar`
 * @throws the reason of `signal`, once that is aborted
 */
export async function clean(
  body: UncleanBody,
  options: CleaningOptions,
  signal: AbortSignal,
  pause: () => Promise<void> | undefined = () => new Promise((resolve) => setTimeout(resolve)),
): Promise<CleanHtml> {
  const steps = cleaning(body, options);
  for (;;) {
    await pause();
    signal.throwIfAborted();
    for (const start = performance.now(); performance.now() - start < SLICE;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }
}

/** The cleaning itself, step by step; see {@link clean}. */
export function* cleaning(body: UncleanBody, options: CleaningOptions): Generator<void, CleanHtml> {
  const fragment = document.createDocumentFragment();
  if (isHtml(body)) {
    const unclean = yield* parse(body.html);
    // In this order: what is hidden is known by what cleaning strips, and forms must have lost their fields' names.
    const preparations = [
      () => noteAnchors(unclean, options.base),
      () => removeHidden(unclean),
      () => bringPictures(unclean, options.base),
      () => keepMeanings(unclean),
      () => linkEmbeds(unclean, options),
    ];
    for (const prepare of preparations) {
      yield;
      prepare();
    }
    yield* purified(unclean, fragment, options);
    tidy(fragment, options);
  } else fragment.append(...paragraphs(body.text));
  return fragment as CleanHtml;
}

/** Cleans what stands in one node into another, so many elements at a time, however the publisher has boxed them. */
function* purified(from: Node, into: Node, options: PurifyOptions): Generator<void> {
  const piece = from.ownerDocument!.createDocumentFragment();
  let size = 0;
  for (const node of [...from.childNodes]) {
    const elements = isElement(node) ? 1 + node.getElementsByTagName('*').length : 1;
    if (size + elements > PIECE) {
      into.appendChild(purify(piece, options));
      piece.replaceChildren();
      size = 0;
      yield;
    }
    if (elements <= PIECE) {
      piece.append(node);
      size += elements;
    } else if (!refusedWithContents.includes((node as Element).localName)) {
      const [box] = purify(node.cloneNode(false), options).children;
      if (box) into.appendChild(box);
      yield* purified(node, box ?? into, options);
    }
  }
  into.appendChild(purify(piece, options));
  yield;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** Plain text as paragraphs: blank lines part them, single line ends stay line ends. */
function paragraphs(text: string): Element[] {
  checkLength(text);
  checkElements(text.split('\n').length);
  const elements = text.split(/\n\s*\n/).map((paragraph) => {
    const element = document.createElement('p');
    // Not entries(): Prototype.js gives arrays another one.
    paragraph
      .trim()
      .split('\n')
      .forEach((line, index) => {
        if (index > 0) element.append(document.createElement('br'));
        element.append(line);
      });
    return element;
  });
  return elements.filter(({ textContent }) => textContent.trim() !== '');
}
