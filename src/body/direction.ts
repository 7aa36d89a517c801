/** Blocks of words, each of which may be in a script of its own. */
export const BLOCKS_OF_WORDS = 'p, li, td, th, caption, figcaption, dt, dd, h2, h3, h4, h5, h6, blockquote, summary';
const BLOCKS = `${BLOCKS_OF_WORDS}, div`;
export const HOLDS_BLOCKS = 'p, li, td, dd, div, blockquote, h2, h3, h4, h5, h6, pre, figure, details';
const LISTS = 'ul, ol, dl';
const CODE = 'pre, code, kbd, samp';

/** Letters that are read from right to left, and letters that are not. */
const RIGHT_TO_LEFT = /(?=\p{L})[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}]/u;
const LEFT_TO_RIGHT = /(?=\p{L})[^\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}]/u;

/** International telephone numbers (ITU-T E.123): their groups would change places among Arabic words. */
const TELEPHONE = /\(?\+[\d۰-۹](?:[\s().\-/]{0,2}[\d۰-۹]){6,16}/g;
const TELEPHONE_ALONE = /^[+\d۰-۹\s().\-/]+$/;

/**
 * Gives each block without a letter of the article's script its own direction, code the one that code has, and telephone
 * numbers theirs. Not `dir="auto"`: an Arabic sentence may begin with a Latin name.
 */
export function setDirections(fragment: DocumentFragment, article: 'ltr' | 'rtl'): void {
  const foreign = article === 'rtl' ? 'ltr' : 'rtl';
  const [own, other] = article === 'rtl' ? [RIGHT_TO_LEFT, LEFT_TO_RIGHT] : [LEFT_TO_RIGHT, RIGHT_TO_LEFT];
  for (const block of fragment.querySelectorAll(BLOCKS)) {
    if (block.getAttribute('dir') === 'auto') block.removeAttribute('dir');
    if (block.closest('[dir]') || block.querySelector(`${HOLDS_BLOCKS}, math, video, audio, .embed`)) continue;
    const { textContent } = block;
    if (!own.test(textContent) && other.test(textContent)) block.setAttribute('dir', foreign);
  }
  // The marks of a list stand where its lines begin.
  for (const list of fragment.querySelectorAll(LISTS))
    if (list.childElementCount > 0 && [...list.children].every((item) => item.getAttribute('dir') === foreign)) {
      list.setAttribute('dir', foreign);
      for (const item of list.children) item.removeAttribute('dir');
    }
  if (article === 'ltr') return;
  for (const code of fragment.querySelectorAll(CODE))
    if (!code.matches('[dir], .verse, pre *')) code.setAttribute('dir', 'ltr');
  isolateTelephones(fragment);
}

function isolateTelephones(fragment: DocumentFragment): void {
  for (const link of fragment.querySelectorAll('a[href^="tel:"]'))
    if (TELEPHONE_ALONE.test(link.textContent)) link.setAttribute('dir', 'ltr');
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue!.includes('+')) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('[dir]')?.getAttribute('dir') === 'ltr' || text.parentElement?.closest('math'))
      continue;
    const parts: (string | Element)[] = [];
    let end = 0;
    for (const { index, 0: number } of text.data.matchAll(TELEPHONE)) {
      const isolate = document.createElement('bdi');
      isolate.dir = 'ltr';
      isolate.textContent = number;
      parts.push(text.data.slice(end, index), isolate);
      end = index + number.length;
    }
    if (end > 0) text.replaceWith(...parts, text.data.slice(end));
  }
}
