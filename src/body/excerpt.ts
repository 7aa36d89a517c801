/** Characters of an excerpt, about. */
const LENGTH = 400;
/** Of a first paragraph that is longer: as many as its style has room for on the widest paper (body.css). */
const MOST = 750;
const BOXES = 'p, div:not(.table)';
/** Elements that are no paragraphs. */
const OTHER =
  'ul, ol, dl, table, .table, blockquote, figure, pre, hr, h2, h3, h4, h5, h6, section, details, .embed, video, audio';

/** The first two paragraphs of a clean body, for a closed card without a summary; one where two are too long. */
export function excerpt(body: Element): Element[] {
  const [first, second] = paragraphs(body, []);
  if (!first) return [];
  const left = LENGTH - first.textContent.length;
  if (left < 0) shorten(first);
  return second && second.textContent.length <= left ? [first, second] : [first];
}

/** Copies of the first: publishers part them by boxes and by empty lines, too. */
function paragraphs(box: Element, found: Element[]): readonly Element[] {
  let copy = emptyCopy(box);
  let breaks = 0;
  const end = () => {
    finish(copy);
    if (/\p{L}/u.test(copy.textContent) && !copy.querySelector(`math, ${OTHER}`)) found.push(copy);
    copy = emptyCopy(box);
    breaks = 0;
  };
  for (const node of box.childNodes) {
    if (found.length > 1) return found;
    const [isBox, isOther] = [BOXES, OTHER].map((names) => node instanceof Element && node.matches(names));
    if (isBox || isOther) end();
    if (isBox) paragraphs(node as Element, found);
    else if (node.nodeName === 'BR') {
      if (breaks++) end();
    } else if (!isOther && (!breaks || node.textContent!.trim())) {
      if (breaks && copy.firstChild) copy.append(document.createElement('br'));
      breaks = 0;
      copy.append(node.cloneNode(true));
    }
  }
  end();
  return found;
}

function emptyCopy(box: Element): Element {
  const copy = document.createElement('p');
  for (const name of ['lang', 'dir', 'class'])
    if (box.hasAttribute(name)) copy.setAttribute(name, box.getAttribute(name)!);
  return copy;
}

/** Takes out what would stand in the card twice or lead into the closed body, and pictures, but for those of letters. */
function finish(copy: Element): void {
  for (const picture of copy.querySelectorAll('img:not(.letter)')) picture.remove();
  for (const link of copy.querySelectorAll('a:not([target])')) {
    const mark = link.closest('sup');
    if (mark) mark.remove();
    else link.replaceWith(...link.childNodes);
  }
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
}

/** Nobody hears what nobody sees, and the focus goes to no link of which the style may leave nothing. */
function shorten(copy: Element): void {
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  let left = MOST;
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const { data, length } = text;
    if (length > left) text.data = left > 0 ? data.slice(0, left).replace(/\s*\S*$/, '…') : '';
    left -= length;
  }
}
