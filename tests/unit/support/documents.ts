/** The project's Markdown as tests read it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the documents and the source are, once Khabar is published. A page of the documents has no `.md` there. */
const SITE = 'https://khabar.example/docs';
const SOURCE = /^https:\/\/code\.example\/khabar\/(?:blob|tree)\/main\//;

export const textOf = (path: string) => readFileSync(`${root}${path}`, 'utf8');
export const isThere = (path: string) => existsSync(`${root}${path}`);
/** The files and folders that a path names, whose last parts may have `*` and `**` for anything. */
export function filesOf(pattern: string): string[] {
  const folder = pattern.replace(/[^/]*\*.*$/, '');
  if (folder === pattern) return isThere(pattern) ? [pattern] : [];
  const matcher = new RegExp(
    `^${pattern.replace(/[.+()]/g, '\\$&').replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'))}$`,
  );
  const isDeep = /\*.*\//.test(pattern);
  return readdirSync(`${root}${folder}`, { recursive: isDeep, encoding: 'utf8' })
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`)
    .filter((path) => matcher.test(path));
}

/** Every Markdown file that people read. */
export const DOCUMENTS = ['*.md', 'docs/**/*.md', 'examples/*.md', 'tests/fixtures/*.md'].flatMap(filesOf).sort();

export interface Block {
  readonly language: string;
  readonly code: string;
}

/** The code between fences, with the name of its language. */
export const blocksOf = (path: string): Block[] =>
  [...textOf(path).matchAll(/^ *```(\w*)\n([^]*?)\n *```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));

/** The file without the code between fences. */
const prose = (path: string) => textOf(path).replace(/^ *```[^]*?^ *```$/gm, '');

/** What is set as code within the text: between backticks, or where these cannot say its direction, in an element. */
export const namesIn = (path: string) =>
  [...prose(path).matchAll(/`([^`\n]+)`|<code dir="ltr">([^<]+)<\/code>/g)].map(
    ([, ticked, tagged]) => ticked ?? tagged!,
  );

/** The anchors of a file's headings, as code hosts write them. */
export function anchorsOf(path: string): string[] {
  return [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The links of a file to files of ours: where each leads, and its fragment. */
export function linksOf(path: string): readonly (readonly [link: string, file: string, fragment: string])[] {
  const markdown = [...prose(path).matchAll(/\]\(<?([^()\s>]+(?:\([^()]*\)[^()\s]*)?)>?\)/g)].map(([, to = '']) => to);
  const html = [
    ...prose(path)
      .replace(/`[^`\n]+`/g, '')
      .matchAll(/(?:href|src|srcset)="([^"]+)"/g),
  ].map(([, to = '']) => to);
  return [...new Set([...markdown, ...html])].flatMap((link) => {
    const [address = '', fragment = ''] = link.split('#');
    if (address.startsWith(SITE)) {
      const page = address.slice(SITE.length + 1) || 'README';
      return [[link, `docs/${page.includes('.') ? page : `${page}.md`}`, fragment] as const];
    }
    if (SOURCE.test(address)) return [[link, address.replace(SOURCE, ''), fragment] as const];
    if (/^[a-z]+:/.test(address)) return [];
    return [[link, address === '' ? path : posix.join(posix.dirname(path), address), fragment] as const];
  });
}
