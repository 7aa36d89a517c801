// Unicode Bidirectional Algorithm (UAX #9): what opens an embedding or an isolate, and what closes it.
const PDF = '\u202C';
const PDI = '\u2069';
const FSI = '\u2068';
const OPENS_EMBEDDING = /[\u202A\u202B\u202D\u202E]/;
const OPENS_ISOLATE = /[\u2066-\u2068]/;

/**
 * The same text, with closers appended for every embedding, override and isolate it leaves open, so that in a plain
 * string (shared text, `aria-label`) it cannot reorder the words that follow. The text itself is not altered.
 */
export function closed(text: string): string {
  return text + unbalanced(text).closers;
}

/**
 * The same text for use inside an element that isolates it, such as `<bdi>`. An isolate that the text leaves open would
 * be closed by the element's own end, and the element would then close nothing. Embeddings end with the element.
 */
export function contained(text: string): string {
  return text + closed(text).slice(text.length).replaceAll(PDF, '');
}

/** A name, handle or address for use inside a plain string of another direction. Where markup can go, use `<bdi>`. */
export function isolate(text: string): string {
  const { unopened, closers } = unbalanced(text);
  // A closer too many would end the isolate within the text, and let the rest of it out.
  return FSI.repeat(1 + unopened) + text + closers + PDI;
}

/** What a text leaves open, and how many isolates it closes that it has not opened. */
function unbalanced(text: string): { closers: string; unopened: number } {
  const open: string[] = [];
  // Counted, as looking for one in a long list of embeddings each time would take quadratic time.
  let isolates = 0;
  let unopened = 0;
  for (const character of text) {
    if (OPENS_EMBEDDING.test(character)) open.push(PDF);
    else if (OPENS_ISOLATE.test(character)) {
      open.push(PDI);
      isolates++;
    } else if (character === PDF && open.at(-1) === PDF) open.pop();
    else if (character === PDI && isolates > 0) {
      open.length = open.lastIndexOf(PDI);
      isolates--;
    } else if (character === PDI) unopened++;
  }
  return { closers: open.reverse().join(''), unopened };
}
