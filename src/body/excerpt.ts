/** Characters of an excerpt, about. Its style cuts a first paragraph that is longer (body.css). */
const LENGTH = 400;
/** What is more, or other, than words. */
const NO_WORDS = 'img, video, audio, .embed, math, table';

/** The first two paragraphs of a clean body, for a closed card without a summary; one where two are too long. */
export function excerpt(body: Element): Element[] {
  const [first, second] = [...body.querySelectorAll('p')].filter(isProse);
  if (!first) return [];
  const isRoomy = second && first.textContent.length + second.textContent.length <= LENGTH;
  return [first, isRoomy && second].filter((one) => one instanceof Element).map(copyOf);
}

function isProse(paragraph: Element): boolean {
  return (
    paragraph.closest('blockquote, figure, li, td, th, aside, details, section') === null &&
    paragraph.querySelector(NO_WORDS) === null &&
    /\p{L}/u.test(paragraph.textContent)
  );
}

/** What would stand in the card twice, or leads into the closed body, stays there. */
function copyOf(paragraph: Element): Element {
  const copy = paragraph.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a:not([target])')) {
    const mark = link.closest('sup');
    if (mark) mark.remove();
    else link.replaceWith(...link.childNodes);
  }
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  return copy;
}
