/** The letters and digits of a text: what it says, whatever its case, marks, punctuation and spaces. */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The digits of a text, in one row. */
export function digits(text: string): string {
  return text.replace(/\P{Nd}/gu, '');
}
