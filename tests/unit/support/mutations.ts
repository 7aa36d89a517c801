/** What can go wrong with an answer that was good, one value at a time. */
import { wrongTypes } from './articles.js';

/** Where a value stands. */
export interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
  readonly path: string;
}

/** Every place of the JSON, but of those in lists that differ in their index alone only the first and the last. */
export function placesOf(json: unknown): readonly Place[] {
  const first = new Map<string, Place>();
  const last = new Map<string, Place>();
  const visit = (value: unknown, path: string, pattern: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const place = { parent: value as Record<string, unknown>, key, path: `${path}.${key}` };
      const kind = `${pattern}.${Array.isArray(value) ? '*' : key}`;
      if (first.has(kind)) last.set(kind, place);
      else first.set(kind, place);
      visit(part, place.path, kind);
    }
  };
  visit(json, '', '');
  return [...first.values(), ...last.values()];
}

const HUGE = 200_000;
const DEEP = 5000;

function nested(wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'خبر';
  for (let depth = 0; depth < DEEP; depth++) value = wrap(value);
  return value;
}

/** Stands for a value that is taken from another place of the same JSON. */
const OTHER = Symbol('the value of another place');
const REMOVED = Symbol('nothing');

export const mutations: readonly (readonly [name: string, value: unknown])[] = [
  ...wrongTypes,
  ['removed', REMOVED],
  ['swapped', OTHER],
  ['swapped again', OTHER],
  ['minus one', -1],
  ['a number beyond all numbers', 1e308],
  ['huge', 'خ'.repeat(HUGE)],
  ['huge with white space', ' '.repeat(HUGE) + 'x'],
  ['huge with open tags', '<a '.repeat(HUGE / 3)],
  ['huge with references', '&#38;'.repeat(HUGE / 5)],
  ['a huge list', Array<string>(HUGE / 100).fill('خبر')],
  ['deep in lists', nested((inner) => [inner])],
  [
    'deep in objects',
    nested((inner) => ({ '@type': 'NewsArticle', mainEntity: inner, image: inner, rendered: inner })),
  ],
  ['half a character', '\uD83D'],
  ['direction marks alone', '\u200F\u202E'],
  ['a script', 'javascript:alert(1)'],
  ['an address with a password', 'https://u:p@evil.example/'],
  ['the name of a node', { '@id': '#nobody' }],
  ['__proto__', JSON.parse('{"__proto__":{"title":"junk","name":"junk","url":"https://junk.example/"}}')],
  ['words', 'خبر &amp; <b>آخر</b>'],
];

/** Changes the JSON in place, as copies of large answers take long; what it gives back takes the change back. */
export function mutate({ parent, key }: Place, mutation: number, other: Place): () => void {
  const before = parent[key];
  const [, replacement] = mutations[mutation]!;
  const value = replacement === OTHER ? other.parent[other.key] : replacement;
  const isContained = Object.hasOwn(parent, key);
  if (value !== REMOVED) parent[key] = value;
  else if (Array.isArray(parent)) parent[key as never] = null as never;
  else delete parent[key];
  return () => {
    if (isContained) parent[key] = before;
    else delete parent[key];
  };
}
