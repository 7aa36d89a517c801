import { ArticleError } from '../article/article-error.js';

/** White space, zero-width space, and the byte order mark, also as it comes out where it is read as Latin-1. */
const SPACE = '(?:[\\s\\uFEFF\\u200B]|ï»¿)+';
const LEVEL = '(?:Notice|Warning|Deprecated|Strict Standards|Recoverable fatal error)';
/** What programs put before or after JSON, as far as its beginning; see {@link END}. */
const WRAPPER = new RegExp(
  `${SPACE}|(<!--)|((?://)?<!\\[CDATA\\[)|((?://)?\\]\\]>)|((?:<br ?/?>\\s{0,9})?<b>${LEVEL}</b>:|(?:PHP )?${LEVEL}:)`,
  'y',
);
/** HTML, "comment end bang state", too. */
const END_OF_COMMENT = /--!?>/g;
/** How PHP ends a notice, as HTML and as plain text. */
const END_OF_NOTICE = /\bon line (?:<b>\d+<\/b>(?:<br ?\/?>)?|\d+(?!\d))/g;

/**
 * The JSON of an answer that is not JSON as it stands, because a server or a plugin has put something around it: byte
 * order marks, HTML comments, notices of PHP, CDATA. Raw control characters in strings are read, and so is a comma
 * before a closing bracket; a semicolon may end it. Nothing else in a string is altered.
 * @param error what `fetchJson` failed with
 * @throws the error, where the answer is not exactly one JSON object or array all the same
 */
export function wrappedJson(error: unknown): unknown {
  const found = jsonIn(answerText(error));
  if (found !== undefined) return found;
  throw error;
}

/** The text of an answer that is not JSON; empty for any other error. */
export function answerText(error: unknown): string {
  const text = error instanceof ArticleError && error.code === 'not-json' && (error.cause as Error | undefined)?.cause;
  return typeof text === 'string' ? text : '';
}

/** Takes linear time: every character is gone through a fixed number of times. */
export function jsonIn(text: string): unknown {
  const start = afterWrappers(text, 0);
  const value = start === undefined ? undefined : valueAt(text, start);
  if (!value) return undefined;
  const end = value.end + Number(text.charAt(value.end) === ';');
  if (afterWrappers(text, end) !== text.length) return undefined;
  try {
    return JSON.parse(value.json);
  } catch {
    return undefined;
  }
}

/** Where the wrappers that begin at `start` end; `undefined` where one has no end. */
function afterWrappers(text: string, start: number): number | undefined {
  let isNotice = false;
  for (let end = start; ;) {
    WRAPPER.lastIndex = end;
    const wrapper = WRAPPER.exec(text);
    if (!wrapper) {
      // The message of a notice may speak of a line, too.
      END_OF_NOTICE.lastIndex = end;
      if (!isNotice || /[[{]|^$/.test(text.charAt(end)) || !END_OF_NOTICE.test(text)) return end;
      end = END_OF_NOTICE.lastIndex;
      continue;
    }
    end = WRAPPER.lastIndex;
    const [, comment, , , notice] = wrapper;
    if (comment) {
      END_OF_COMMENT.lastIndex = end;
      if (!END_OF_COMMENT.test(text)) return undefined;
      end = END_OF_COMMENT.lastIndex;
    } else if (notice) {
      isNotice = true;
      END_OF_NOTICE.lastIndex = end;
      if (!END_OF_NOTICE.test(text)) return undefined;
      end = END_OF_NOTICE.lastIndex;
    }
  }
}

/** The object or array that begins at `start`, as JSON has it. */
function valueAt(text: string, start: number): { readonly json: string; readonly end: number } | undefined {
  if (!/[[{]/.test(text.charAt(start))) return undefined;
  const parts: string[] = [];
  let depth = 0;
  let copied = start;
  const replace = (at: number, replacement: string) => {
    parts.push(text.slice(copied, at), replacement);
    copied = at + 1;
  };
  let isString = false;
  /** The last character outside strings that is no white space. */
  let last = '';
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"') isString = false;
      else if (character < ' ') replace(at, JSON.stringify(character).slice(1, -1));
      continue;
    }
    if (character <= ' ') continue;
    if (character === '"') isString = true;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    else if (character === ',' && !/[,:[{]/.test(last) && isBeforeBracket(text, at + 1)) replace(at, '');
    last = character;
    if (depth === 0) return { json: parts.join('') + text.slice(copied, at + 1), end: at + 1 };
  }
  return undefined;
}

function isBeforeBracket(text: string, start: number): boolean {
  let at = start;
  while (at < text.length && text.charAt(at) <= ' ') at++;
  return /[\]}]/.test(text.charAt(at));
}
