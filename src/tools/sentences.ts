import type { Voice } from '../drawing/context.js';
import { bodyWords } from '../language/body-words.js';
import { primaryLanguage } from '../language/direction.js';
import { toolsWords } from '../language/tools-words.js';
import { localVoice } from './voices.js';

/** A piece of text for one utterance. */
export interface Sentence {
  readonly text: string;
  readonly language: string;
  /** Its place in the document, unless it begins or ends with words of the card. No Range: each slows down all changes. */
  readonly place: readonly [start: Text, offset: number, end: Text, offset: number] | undefined;
}

interface Piece {
  /** In the text of its block. */
  readonly at: number;
  /** `undefined` for what the card adds. */
  readonly node: Text | undefined;
}

/** Chromium goes silent after some fifteen seconds of one utterance, and says nothing of it: this many characters take less. */
const LONGEST = 200;
const SILENT = 'audio,video,rp,rt,.label,.unseen';
/** The end of what may be an abbreviation, of one letter or two: «د. سالم», "Dr. Noor". Unicode ends a sentence here. */
const ABBREVIATION = /(?:^|[\s.(])\p{L}{1,2}\.\s*$/u;
/** Up to the last comma that is not near the beginning, else to the end of the last word. */
const BREATH = /^[^]{60,}[،,;؛:–—](?=\s)|^[^]*\s|^[^]*/;

/**
 * The text of elements in sentences, in the order of the document. Pictures, tables and code are said to be what they are.
 * Text in another language is read in the article's where the device has no voice for it.
 */
export function sentencesOf(elements: Iterable<Element>, { language, words }: Voice): readonly Sentence[] {
  const { table, code } = bodyWords(words);
  const { spokenPicture, colon } = toolsWords(words);
  const sentences: Sentence[] = [];
  let spoken = language;
  let block = '';
  let pieces: Piece[] = [];

  function say(text: string, node?: Text): void {
    pieces.push({ at: block.length, node });
    block += text;
  }

  function end(): void {
    let start = 0;
    for (const { segment, index } of new Intl.Segmenter([], { granularity: 'sentence' }).segment(block)) {
      const until = index + segment.length;
      if (until < block.length && ABBREVIATION.test(segment)) continue;
      while (start < until) {
        const rest = block.slice(start, until);
        const sentence = rest.length > LONGEST ? BREATH.exec(rest.slice(0, LONGEST))![0] : rest;
        add(sentence.trim(), start + sentence.search(/\S/));
        start += sentence.length;
      }
    }
    block = '';
    pieces = [];
  }

  function add(text: string, from: number): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const to = from + text.length;
    const [first, last] = [from, to - 1].map((place) => pieces.findLast(({ at }) => at <= place)!);
    sentences.push({
      text,
      language: spoken,
      place: first!.node && last!.node && [first!.node, from - first!.at, last!.node, to - last!.at],
    });
  }

  function visit(node: Node): void {
    // Line ends of HTML are spaces, but in verse.
    if (node instanceof Text) say(node.data.replace(node.parentElement!.matches('.verse') ? / /g : /\s/g, ' '), node);
    if (!(node instanceof Element) || node.matches(SILENT)) return;
    const { localName: name } = node;
    // eslint-disable-next-line no-restricted-globals -- the reader has pressed a button, and nothing has changed since.
    const { display } = getComputedStyle(node);
    if (display === 'none') return;
    const before = spoken;
    const tag = node.getAttribute('lang') ?? before;
    const next = primaryLanguage(tag) === primaryLanguage(before) ? before : localVoice(tag) ? tag : language;
    const isBlock = !/inline|ruby|cell/.test(display) || name === 'br' || next !== before;
    if (isBlock) end();
    spoken = next;
    const alt = node.getAttribute('alt');
    if (alt) say((isBlock ? spokenPicture + colon + ' ' : '') + alt);
    else if (name === 'pre' && !node.matches('.verse')) say(code);
    else if (name === 'math') say(node.textContent);
    else {
      if (name === 'table' && !node.querySelector('caption')) say(table);
      if (name === 'caption') say(table + colon + ' ');
      // A row is one sentence.
      if (node.matches('* + td, * + th')) say(', ');
      node.childNodes.forEach(visit);
    }
    if (isBlock) end();
    spoken = before;
  }

  for (const element of elements) visit(element);
  return sentences;
}
