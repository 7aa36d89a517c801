import { text } from '../article/json.js';

/** More than any article has, and longer than any list of names. */
const LONGEST = 5000;

/** What stands before a name; `كتب` also means books, so that a name has to follow it. */
const BYLINE = /^(?:(?:written )?by|بقلم)(?:\s?[:/–—-]\s?|\s)(?=\S)|^(?:إعداد|نویسنده|מאת)\s?:\s?(?=\S)/i;
const BYLINE_IF_NAME = /^(?:كتب|كتبت|كتبه|كتبته)(?:\s?[:/–—-]\s?|\s)(?=\S)/;
/** What programs write where there is no name. */
const NO_NAME = /^(?:null|undefined|\[object Object\])$/;
/** A semicolon may end a character reference. */
const SEPARATOR = /[|؛]|(?<!&#?\w{1,31});/;

/** `desk@news.example (Name)`, as RSS has it, and `Name <desk@news.example>`. */
const NAME_BEHIND_ADDRESS = /^[^\s<>()@]{1,99}@[^\s<>()@]{1,99} ?\(([^()]+)\)$/;
const NAME_BEFORE_ADDRESS = /^"?([^<>@"]+)"? ?<[^\s<>@]{1,99}@[^\s<>@]{1,99}>$/;

/** Words with which the names of houses, offices and teams begin, in Arabic and in Persian. */
const HOUSE =
  /^(?:وزارة|هيئة|مؤسسة|جمعية|مركز|وكالة|صحيفة|جريدة|مجلة|قناة|إذاعة|شبكة|شركة|دار|جامعة|كلية|معهد|لجنة|مجلس|اتحاد|نقابة|بنك|مكتب|قسم|إدارة|دائرة|مديرية|فريق|غرفة|منظمة|حزب|حكومة|سفارة|مدرسة|نادي|برنامج|خبرگزاری|گروه|سازمان|روزنامه|موسسه|مرکز|وزارت|شرکت|دانشگاه|پژوهشگاه|سرویس|بخش|انجمن|بنیاد|دفتر|تحریریه)$/;

/**
 * The names in a string: the one reader for all dialects. `|`, `;` and `؛` part names; « و » does only where all that it
 * parts are names of persons; see {@link isPerson}. What stands before a name (`By`, «بقلم», «كتب») is left out.
 */
export function namesIn(stated: string | undefined): string[] {
  const parts = (stated ?? '').slice(0, LONGEST).split(SEPARATOR);
  const names = parts.flatMap((part) => {
    const name = nameIn(part);
    return name === undefined || NO_NAME.test(name) ? [] : persons(name);
  });
  return [...new Set(names)];
}

function nameIn(part: string): string | undefined {
  const words = (text(part) ?? '').replace(BYLINE, '');
  const behind = words.replace(BYLINE_IF_NAME, '');
  const name = isPerson(behind) && !behind.startsWith('و') ? behind : words;
  return text((NAME_BEHIND_ADDRESS.exec(name) ?? NAME_BEFORE_ADDRESS.exec(name))?.[1] ?? name);
}

function persons(name: string): string[] {
  const parts = name.split(' و ');
  return parts.every(isPerson) ? parts : [name];
}

/** Two to four words of letters, of which the first has no article and names no house. */
function isPerson(name: string): boolean {
  const words = name.split(' ');
  const [first = ''] = words;
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^[\p{L}\p{M}\u200C'’.-]+$/u.test(word)) &&
    !/^ال|^و$/.test(first) &&
    !HOUSE.test(first)
  );
}
