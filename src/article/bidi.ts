// Unicode Bidirectional Algorithm (UAX #9): what closes an embedding or an override, and what closes an isolate.
const PDF = '\u202C';
const PDI = '\u2069';
const FIRST_ISOLATE = '\u2066';
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * The same text, with closers appended for every embedding, override and isolate it leaves open, so that in a plain
 * string (shared text, `aria-label`) it cannot reorder the words that follow. The text itself is not altered.
 */
export function closed(text: string): string {
  return text + closersOf(text);
}

/**
 * The same text for use inside an element that isolates it, such as `<bdi>`. An isolate that the text leaves open would
 * be closed by the element's own end, and the element would then close nothing. Embeddings end with the element.
 */
export function contained(text: string): string {
  return text + closersOf(text).replaceAll(PDF, '');
}

function closersOf(text: string): string {
  const open: string[] = [];
  // Counted, as looking for one in a long list of embeddings each time would take quadratic time.
  let isolates = 0;
  for (const control of text.match(CONTROLS) ?? []) {
    if (control === PDF) {
      if (open.at(-1) === PDF) open.pop();
    } else if (control !== PDI) {
      const isIsolate = control >= FIRST_ISOLATE;
      open.push(isIsolate ? PDI : PDF);
      isolates += Number(isIsolate);
    } else if (isolates > 0) {
      open.length = open.lastIndexOf(PDI);
      isolates--;
    }
  }
  return open.reverse().join('');
}
