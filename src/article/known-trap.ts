const spelled = (word: string) => [...word].join('\\p{Default_Ignorable_Code_Point}*');
const TRAP = `${spelled('secret')}[\\s\\p{Default_Ignorable_Code_Point}]+${spelled('link')}`;
/** How a summary shows that it was cut. */
const CUT = ' ?\\[? ?(?:…|\\.{3})? ?\\]?';

const KNOWN_TRAP = new RegExp(
  [
    // A line of its own.
    `^[^\\S\\n]*${TRAP}[^\\S\\n]*$\\n?`,
    // Between two sentences in another script, where no author writes it.
    `(?<=[.!?؟…»”]) ?${TRAP}(?= ?["«“(]?[\\p{Script=Arabic}\\p{Script=Hebrew}])`,
    // The end of the text, also cut off or repeated; not of a sentence in its own script.
    ` ?(?<!\\p{sc=Latn}(?<!link) ?)${TRAP}(?:(?=\\s*${TRAP})|${CUT}\\s*(?![^]))`,
  ].join('|'),
  'gimu',
);

/**
 * A text without the link that publishers hide from readers to catch scrapers, as far as a summary made by stripping tags
 * shows it: a line of its own, between two sentences, or the end.
 */
export function withoutKnownTrap(text: string): string {
  return text.replace(KNOWN_TRAP, '');
}
