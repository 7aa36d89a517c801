/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { readJsonFeed } from '../../src/article/json-feed.js';
import { compact } from '../../src/article/json.js';
import { timestamp, type Timestamp } from '../../src/article/timestamp.js';
import { escapeHtml, htmlOfText } from '../../src/dialects/attachments.js';
import { address, reading } from './support/articles.js';
import { fixture, isPresent, SETS } from './support/fixtures.js';
import { runs } from './support/runs.js';

interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly propertyNames?: { readonly not: { readonly enum: readonly string[] } };
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const schema = JSON.parse(text('schema/article.schema.json')) as Schema;
const definition = (name: string): Schema => schema.$defs![name]!;

// `true` where Ajv's strict mode would only warn.
const ajv = new Ajv2020({ strict: true, strictTypes: true, strictRequired: false, allErrors: true });
ajv.addFormat('iri', (value: string) => URL.canParse(value));
ajv.addFormat('date', (value: string) => /^\d{4}-\d\d-\d\d$/.test(value) && exists(value));
ajv.addFormat(
  'date-time',
  (value: string) =>
    /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(value) &&
    exists(value),
);
const check = ajv.compile(schema);

/** Whether the calendar has the day: RFC 3339, section 5.7. */
function exists(date: string): boolean {
  const midnight = `${date.slice(0, 10)}T00:00:00.000Z`;
  return !Number.isNaN(Date.parse(midnight)) && new Date(midnight).toISOString() === midnight;
}

function complaints(json: unknown): string[] {
  check(json);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What the schema says of each property of a form, by its path: `_khabar.related[].url`. */
function properties(form: Schema, path = ''): Map<string, Schema> {
  const found = new Map<string, Schema>();
  for (const [name, property] of Object.entries(form.properties ?? {})) {
    const here = path === '' ? name : `${path}.${name}`;
    found.set(here, property);
    for (const [below, inner] of properties(property, here)) found.set(below, inner);
  }
  if (form.$ref) for (const [below, inner] of properties(referenced(form.$ref), path)) found.set(below, inner);
  if (form.items) for (const [below, inner] of properties(form.items, `${path}[]`)) found.set(below, inner);
  return found;
}

function referenced(reference: string): Schema {
  return definition(reference.replace('#/$defs/', ''));
}

const isRead = ([, { $comment = '' }]: [string, Schema]) => !$comment.startsWith('Not read');
const ofItem = properties(definition('item'));
const ofFeed = new Map([...properties(definition('feed'))].filter(([path]) => !path.startsWith('items[]')));
const readOfItem = [...ofItem].filter(isRead).map(([path]) => path);
const readOfFeed = [...ofFeed].filter(isRead).map(([path]) => path);
const marksOfOthers = definition('itemAlone').propertyNames!.not.enum;

/** The first choices of every field. */
const maximal = {
  id: '42',
  url: 'https://news.example/2026/03/فلج/',
  title: 'عاد الماء &amp; الظلّ',
  summary: 'ملخّص الخبر.',
  content_html: '<p>جرى الماء.</p>',
  image: 'https://news.example/falaj.webp',
  date_published: '2026-03-08T09:05:00+04:00',
  date_modified: '2026-03-09',
  language: 'ar-OM',
  authors: [{ name: 'هدى', url: 'https://news.example/huda' }, { name: 'ياسر' }],
  tags: ['الأفلاج', 'الماء'],
  _khabar: {
    about: 'https://news.example/about',
    short_url: 'https://nws.example/42',
    section: 'محليات',
    image: { alt: 'ساقية', caption: 'الساقية صباحًا', credit: 'سالم', width: 1440, height: 960 },
    source: [{ name: 'العمانية', url: 'https://agency.example/' }, { name: 'Wire' }],
    publisher: { name: 'صحيفة المرفأ', url: 'https://news.example/', logo: 'https://news.example/logo.png' },
    follow: [{ url: 'https://x.com/marfa_example' }, { url: 'https://t.me/marfa_example' }],
    related: [
      {
        url: 'https://news.example/41',
        title: 'سوق الفخار',
        image: 'https://news.example/41.webp',
        date_published: '2026-03-07T19:15:00+04:00',
      },
      { url: 'https://news.example/40', title: 'دفتر الأثر' },
    ],
  },
};

/** What is read where there is nothing better. */
const secondChoices = {
  external_url: 'https://agency.example/7',
  content_text: 'جرى الماء.',
  banner_image: 'https://news.example/banner.webp',
};
const forTeasers = { title: 'عاد الماء', content_text: 'جرى الماء.', _khabar: { embed: 'teaser' } } as const;
const thirdChoices = {
  title: 'عاد الماء',
  attachments: [
    { url: 'https://news.example/falaj.mp3', mime_type: 'audio/mpeg' },
    { url: 'https://news.example/falaj.jpg', mime_type: 'image/jpeg' },
  ],
};

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'صحيفة المرفأ',
  home_page_url: 'https://news.example/',
  icon: 'https://news.example/icon.png',
  favicon: 'https://news.example/favicon.png',
  language: 'ar',
  authors: [{ name: 'هيئة التحرير', url: 'https://news.example/desk' }],
  items: [{ id: '42', title: 'عاد الماء' }],
};
const { icon: _, ...feedWithoutIcon } = feed;

describe('the schema', () => {
  it('is a schema of JSON Schema 2020-12', () => {
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
  });

  it('is identified by a name that nobody will try to fetch', () => {
    expect(schema.$id).toMatch(/^urn:/);
  });

  it.each([...ofItem, ...ofFeed])('says what %s is and becomes', (_, { title, description, examples }) => {
    expect([title, description].map((words) => words?.trim())).not.toContain(undefined);
    expect(examples ?? []).not.toEqual([]);
  });

  const withExamples = [...ofItem, ...ofFeed].flatMap(([path, property]) =>
    (property.examples ?? []).map((example) => [path, example, property] as const),
  );
  it.each(withExamples)('allows its own example of %s, %j', (_, example, property) => {
    expect(ajv.compile({ $defs: schema.$defs, ...property })(example)).toBe(true);
  });

  it.each(schema.examples!.map((example) => [example]))('allows its own example %j', (example) => {
    expect(complaints(example)).toEqual([]);
    expect(readJsonFeed(example, {})).toHaveProperty('headline', 'عاد الماء إلى الفلج');
  });
});

describe('articles in Khabar’s own form', () => {
  const document = text('docs/article-json.md');
  const examples = [...document.matchAll(/<!-- jsonFeed -->\s+```json\n([^]*?)\n```/g)].map(([, json]) => json!);

  it.each(examples.map((json, index) => [index + 1, json]))('are as the schema says: example %d', (_, json) => {
    expect(complaints(JSON.parse(String(json)))).toEqual([]);
  });

  it('are in the documentation alone and in a feed', () => {
    expect(examples.map((json) => 'items' in (JSON.parse(json) as object)).sort()).toEqual([false, true]);
  });

  const demo = readdirSync(new URL('demo/publisher/', root)).filter((name) => name.endsWith('.json'));
  const articles = demo.filter((name) => readJsonFeed(JSON.parse(text(`demo/publisher/${name}`)), {}));
  it.each(articles)('are as the schema says in the demo: %s', (name) => {
    expect(complaints(JSON.parse(text(`demo/publisher/${name}`)))).toEqual([]);
  });

  it('are in the demo', () => {
    expect(articles).toEqual(expect.arrayContaining(['falaj.json', 'harbour.json']));
  });

  for (const set of SETS) {
    it.skipIf(!isPresent(set)).each([`${set}/seed/article.json`, `${set}/seed/feed.json`])(
      'are as the schema says: %s',
      (path) => {
        expect(complaints(fixture(path))).toEqual([]);
      },
    );
  }

  it.each([
    ['every field', maximal],
    ['the second choices', secondChoices],
    ['the third choices', thirdChoices],
    ['a story for teasers alone', forTeasers],
    ['a feed', feed],
    ['a feed with every field', { ...feed, items: [maximal, { id: '41', ...thirdChoices }] }],
    ['nothing but a title', { title: 'خبر' }],
    ['nothing but an HTML body', { content_html: '<p>نص</p>' }],
    ['nothing but a plain body', { content_text: 'نص' }],
    ['nothing but an address', { url: 'https://news.example/42' }],
    ['fields that nobody named', { title: 'خبر', _other: { a: 1 }, _khabar: { later: true }, expired: false }],
    ['empty lists', { title: 'خبر', authors: [], tags: [], _khabar: { source: [], follow: [], related: [] } }],
    ['the schema that it follows', { $schema: './article.schema.json', title: 'خبر' }],
    ['a region of many countries', { title: 'noticia', language: 'es-419' }],
    ['a script', { title: 'خبر', language: 'ks-Arab-IN' }],
    ['a moment in UTC', { title: 'خبر', date_published: '2026-03-08T05:05:00.250Z' }],
  ])('may have %s', (_, json) => {
    expect(complaints(json)).toEqual([]);
    expect(readJsonFeed(json, {})).not.toHaveProperty('refused');
  });
});

describe('what the schema refuses', () => {
  const item = (fields: object) => ({ title: 'خبر', ...fields });
  const extended = (fields: object) => item({ image: 'https://news.example/42.webp', _khabar: fields });

  it.each<[string, unknown]>([
    ['a string', '{"title":"خبر"}'],
    ['null', null],
    ['a list of items', [maximal]],
    ['an empty object', {}],
    ['an item with nothing but a summary', { summary: 'نص' }],
    ['an item for teasers with nothing but a body', { content_text: 'نص', _khabar: { embed: 'teaser' } }],
    ['an item with nothing but its extension', { id: '42', _khabar: maximal._khabar }],
    ['a blank title', { title: ' \n' }],
    ['a title that is a number', { title: 42 }],
    ['a title of null', item({ title: null })],
    ['a title as WordPress writes it', { title: { rendered: 'خبر' } }],
    ['an id that is a number', item({ id: 42 })],
    ['an empty id', item({ id: '' })],
    ['an empty summary', item({ summary: '' })],
    ['an empty body', item({ content_html: '' })],
    ['a list of bodies', item({ content_html: ['<p>نص</p>'] })],
    ['a relative address', item({ url: '/42' })],
    ['an address without a scheme', item({ url: 'news.example/42' })],
    ['an address that runs a script', item({ url: 'javascript:alert(1)' })],
    ['an address with a user name', item({ url: 'https://news.example@evil.example/' })],
    ['an address with a blank', item({ url: 'https://news.example/a b' })],
    ['an address with blanks around it', item({ url: ' https://news.example/42 ' })],
    ['an address without a host', item({ url: 'https:///42' })],
    ['an address whose host is none', item({ url: 'https://[news]/42' })],
    ['an address longer than any in honest use', item({ url: `https://news.example/${'a'.repeat(8200)}` })],
    ['a picture of data', item({ image: 'data:image/png;base64,AAAA' })],
    ['a picture as an object', item({ image: { url: 'https://news.example/42.webp' } })],
    ['an attachment without a type', item({ attachments: [{ url: 'https://news.example/42.mp3' }] })],
    ['a date in words', item({ date_published: '8 مارس 2026' })],
    ['a date without an offset', item({ date_published: '2026-03-08T09:05:00' })],
    ['a date without seconds', item({ date_published: '2026-03-08T09:05+04:00' })],
    ['a date with a space', item({ date_published: '2026-03-08 09:05:00+04:00' })],
    ['a date finer than nanoseconds', item({ date_published: '2026-03-08T09:05:00.1234567890Z' })],
    ['a day that does not exist', item({ date_published: '2026-02-30' })],
    ['an hour that does not exist', item({ date_published: '2026-03-08T24:00:00Z' })],
    ['a year of the Persian calendar', item({ date_published: '1404-12-17' })],
    ['a year of the Islamic calendar', item({ date_published: '1447-09-19T09:05:00+04:00' })],
    ['seconds since 1970', item({ date_published: 1_772_946_300 })],
    ['the name of a language', item({ language: 'Arabic' })],
    ['a language tag with an underscore', item({ language: 'ar_OM' })],
    ['a language that is none', item({ language: 'und' })],
    ['one author', item({ authors: { name: 'هدى' } })],
    ['authors as strings', item({ authors: ['هدى'] })],
    ['an author without a name', item({ authors: [{ url: 'https://news.example/huda' }] })],
    ['tags in one string', item({ tags: 'أ، ب' })],
    ['a blank tag', item({ tags: [' '] })],
    ['an extension that is a list', item({ _khabar: [] })],
    ['a short link that is relative', extended({ short_url: '/s/42' })],
    ['a section as an object', extended({ section: { name: 'محليات' } })],
    ['a picture’s width as a string', extended({ image: { width: '1440' } })],
    ['a picture’s height of nothing', extended({ image: { height: 0 } })],
    ['a picture’s width that no number holds', extended({ image: { width: 1e21 } })],
    ['half pixels', extended({ image: { width: 0.5 } })],
    ['the text of a picture that is not there', item({ _khabar: { image: { alt: 'ساقية' } } })],
    [
      'the text of a picture where all that is attached is a sound',
      item({ attachments: [thirdChoices.attachments[0]], _khabar: { image: { alt: 'ساقية' } } }),
    ],
    ['a source as a string', extended({ source: 'العمانية' })],
    ['sources as strings', extended({ source: ['العمانية'] })],
    ['a publisher as a string', extended({ publisher: 'صحيفة المرفأ' })],
    ['a logo as an object', extended({ publisher: { logo: { url: 'https://news.example/logo.png' } } })],
    ['accounts as strings', extended({ follow: ['https://x.com/marfa_example'] })],
    ['a handle', extended({ follow: [{ url: '@marfa_example' }] })],
    ['a related story without a title', extended({ related: [{ url: 'https://news.example/41' }] })],
    ['a related story without an address', extended({ related: [{ title: 'سوق' }] })],
    ['a feed without a version', { title: 'صحيفة', items: [{ id: '42', title: 'خبر' }] }],
    ['a feed of another version', { ...feed, version: 'https://jsonfeed.org/version/1' }],
    ['a feed without a title', { version: feed.version, items: feed.items }],
    ['a feed without items', { ...feed, items: [] }],
    ['a feed whose items are an object', { ...feed, items: {} }],
    ['a feed with an item that has no id', { ...feed, items: [{ title: 'خبر' }] }],
    ['a feed with an item that has nothing', { ...feed, items: [{ id: '42' }] }],
    ['a feed whose home page is relative', { ...feed, home_page_url: '/' }],
    ['a post of WordPress', { id: 42, link: 'https://news.example/42', title: { rendered: 'خبر' } }],
    ['a post of WordPress.com', { ID: 42, URL: 'https://news.example/42', title: 'خبر' }],
    ['a post of Ghost', { id: '42', title: 'خبر', url: 'https://news.example/42', feature_image: null }],
    ['an answer of Ghost', { posts: [{ id: '42', title: 'خبر' }] }],
    ['JSON-LD', { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'خبر' }],
  ])('%s', (_, json) => {
    expect(complaints(json)).not.toEqual([]);
  });

  it.each(marksOfOthers)('an item alone with %s is no item to the reader either', (name) => {
    expect(complaints({ ...maximal, [name]: 'x' })).not.toEqual([]);
    expect(readJsonFeed({ ...maximal, [name]: 'x' }, {})).toBeUndefined();
  });
});

describe('the schema and the reader', () => {
  /** Asked for, and not in the schema: what is read by tolerance is nothing to write. */
  const tolerated = new Map([
    ['author', 'JSON Feed 1.0 had one author'],
    ...['content', 'link', 'description'].map(
      (name) => [name, 'a mark of JSON of another form beside a title'] as const,
    ),
    ['_khabar.related[].external_url', 'a related story may be an item of a feed as it is'],
  ]);
  const toleratedOfFeed = new Map([
    ['author', 'JSON Feed 1.0 had one author'],
    ['feed_url', 'relative addresses, which are not to be written, are resolved against it'],
    ['summary', 'looked for with those of the items, to see whether texts are escaped; a feed has none'],
  ]);

  const items = [maximal, secondChoices, thirdChoices, forTeasers];
  const feeds = [feed, feedWithoutIcon];
  // What is read in place of another field is asked for where that one is missing.
  const without = (json: object, paths: readonly string[]) => compact(paths.map((path) => removed(json, path)));
  const askedOfItem = new Set(items.flatMap((item) => [item, ...without(item, readOfItem)]).flatMap(askedFor));
  const lentByFeed = readOfFeed.filter((path) => path !== 'items');
  const askedOfFeed = new Set(feeds.flatMap((json) => [json, ...without(json, lentByFeed)]).flatMap(askedFor));

  it.each(readOfItem)('both know %s of an item', (path) => {
    expect(askedOfItem).toContain(path);
  });

  it.each(readOfFeed)('both know %s of a feed', (path) => {
    expect(askedOfFeed).toContain(path);
  });

  it('know no field of an item that the other does not', () => {
    const known = [...ofItem.keys(), ...marksOfOthers, ...tolerated.keys(), 'items'];
    expect([...askedOfItem].filter((path) => !known.includes(path))).toEqual([]);
  });

  it('know no field of a feed that the other does not', () => {
    const known = [...ofFeed.keys(), ...toleratedOfFeed.keys()];
    const ownFields = [...askedOfFeed].filter((path) => !path.startsWith('items[]'));
    expect(ownFields.filter((path) => !known.includes(path))).toEqual([]);
  });

  it.each([...ofItem, ...ofFeed].filter((entry) => !isRead(entry)))('agree that %s is not read', (path) => {
    expect([...askedOfItem, ...askedOfFeed]).not.toContain(path);
  });

  it.each([...tolerated.keys()])('agree that %s is read and not to be written', (path) => {
    expect(askedOfItem).toContain(path);
    expect(ofItem.has(path)).toBe(false);
  });

  function changes(path: string, examples: readonly object[]): boolean {
    return examples.some((json) => without(json, [path]).some((other) => outcome(other) !== outcome(json)));
  }

  it.each(readOfItem)('agree that %s of an item reaches the article', (path) => {
    expect(changes(path, items)).toBe(true);
  });

  it.each(lentByFeed)('agree that %s of a feed reaches the article', (path) => {
    expect(changes(path, feeds)).toBe(true);
  });

  it.each([
    ['first', maximal],
    ['second', secondChoices],
    ['third', thirdChoices],
    ['teasers’', forTeasers],
  ])('agree on what the %s choices become', (_, item) => {
    expect(read(item)).toEqual(strictly(item));
  });

  it('agree on what the choices become in a feed', () => {
    expect(read({ ...feed, items: [maximal, { id: '41', ...thirdChoices }] })).toEqual(strictly(maximal));
  });

  it('agree on what a feed gives its items', () => {
    expect(read(feed)).toMatchObject({
      language: 'ar',
      authors: [{ name: 'هيئة التحرير', url: 'https://news.example/desk' }],
      publisher: { name: 'صحيفة المرفأ', url: 'https://news.example/', logo: 'https://news.example/icon.png' },
    });
    expect(read(feedWithoutIcon).publisher?.logo).toBe('https://news.example/favicon.png');
  });
});

describe('any item that the schema allows', () => {
  const options = { seed: 1445, numRuns: runs(300) };

  it('comes with every field that the schema names, sooner or later', () => {
    const seen = fc.sample(anyItem, options).flatMap((item) => [...pathsOf(item)]);
    expect(readOfItem.filter((path) => !seen.includes(path))).toEqual([]);
  });

  it('is read, and nothing of it is lost', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(complaints(item)).toEqual([]);
        expect(read(item)).toEqual(strictly(item));
      }),
      options,
    );
  });

  it('is found in its feed, and nothing of it is lost', () => {
    fc.assert(
      fc.property(anyFeed, ({ json, chosen }) => {
        expect(complaints(json)).toEqual([]);
        expect(read(json, oneLine(chosen.id))).toMatchObject(stated(strictly(chosen)));
      }),
      { ...options, numRuns: runs(100) },
    );
  });

  it('loses nothing either where one of its fields is odd', () => {
    let allowed = 0;
    fc.assert(
      fc.property(anyItem, fc.nat(), anyOddity, (item, place, oddity) => {
        const odd = structuredClone(item);
        const paths = [...pathsOf(item, true)];
        replaced(odd, paths[place % paths.length]!.split('.'), oddity);
        if (!check(odd)) return;
        allowed++;
        expect(read(odd)).toEqual(strictly(odd));
      }),
      { ...options, numRuns: runs(1500) },
    );
    expect(allowed).toBeGreaterThan(100);
  });
});

function read(json: unknown, item?: string): Article {
  return reading(json, { item }).article;
}

function outcome(json: unknown): string {
  return JSON.stringify(readJsonFeed(json, {}) ?? null);
}

/** The paths of all properties that the reader asks for. */
function askedFor(json: unknown): string[] {
  const asked = new Set<string>();
  readJsonFeed(watched(json, '', asked), {});
  return [...asked];
}

function watched(value: unknown, path: string, asked: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => watched(entry, `${path}[]`, asked));
  if (typeof value !== 'object' || value === null) return value;
  const at = (name: string | symbol) => (path === '' ? String(name) : `${path}.${String(name)}`);
  return new Proxy(value, {
    // Object.hasOwn()
    getOwnPropertyDescriptor(target, name) {
      asked.add(at(name));
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    get(target, name) {
      asked.add(at(name));
      return watched(Reflect.get(target, name), at(name), asked);
    },
  });
}

type Json = Record<string, unknown>;

/** Paths of what an article in Khabar's form states; those of single entries of lists, where asked. */
function* pathsOf(json: unknown, eachEntry = false, path = ''): Generator<string> {
  if (Array.isArray(json)) {
    for (const [index, entry] of json.entries()) {
      if (eachEntry) yield `${path}.${index}`;
      yield* pathsOf(entry, eachEntry, eachEntry ? `${path}.${index}` : `${path}[]`);
    }
  } else if (typeof json === 'object' && json !== null) {
    for (const [name, value] of Object.entries(json)) {
      const here = path === '' ? name : `${path}.${name}`;
      yield here;
      yield* pathsOf(value, eachEntry, here);
    }
  }
}

/** A copy without what is at a path, in all entries of a list; nothing where there was nothing. */
function removed(json: object, path: string): object | undefined {
  const copy = structuredClone(json);
  const [last = '', ...above] = path.split('.').reverse();
  const at = above.reverse().reduce<unknown[]>((owners, name) => owners.flatMap((owner) => own(owner, name)), [copy]);
  const holders = at.filter((owner): owner is Json => own(owner, last).length > 0);
  for (const holder of holders) Reflect.deleteProperty(holder, last);
  return holders.length > 0 ? copy : undefined;
}

/** The values of a property: those of a list, where its name ends in `[]`. */
function own(owner: unknown, name: string): readonly unknown[] {
  const value = (owner as Json)[name.replace('[]', '')];
  return value === undefined ? [] : Array.isArray(value) && name.endsWith('[]') ? (value as unknown[]) : [value];
}

function replaced(json: unknown, [name = '', ...below]: readonly string[], value: unknown): void {
  if (below.length > 0) replaced((json as Json)[name], below, value);
  else (json as Json)[name] = value;
}

interface Named {
  readonly name: string;
  readonly url?: string;
}

/** An item as the schema allows it. */
interface Item {
  readonly id?: string;
  readonly url?: string;
  readonly external_url?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly content_html?: string;
  readonly content_text?: string;
  readonly image?: string;
  readonly banner_image?: string;
  readonly attachments?: readonly { readonly url: string; readonly mime_type: string }[];
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly language?: string;
  readonly authors?: readonly Named[];
  readonly tags?: readonly string[];
  readonly _khabar?: {
    readonly short_url?: string;
    readonly section?: string;
    readonly embed?: 'teaser';
    readonly image?: {
      readonly alt?: string;
      readonly caption?: string;
      readonly credit?: string;
      readonly width?: number;
      readonly height?: number;
    };
    readonly source?: readonly Named[];
    readonly publisher?: { readonly name?: string; readonly url?: string; readonly logo?: string };
    readonly follow?: readonly { readonly url: string }[];
    readonly related?: readonly {
      readonly url: string;
      readonly title: string;
      readonly image?: string;
      readonly date_published?: string;
    }[];
  };
}

/** The fields of an article that the item itself states; a feed may lend it what it has none of. */
function stated(value: object): object {
  const isStated = (entry: unknown) => entry !== undefined && !(Array.isArray(entry) && entry.length === 0);
  const entries = Object.entries(value).filter(([, entry]) => isStated(entry));
  return Object.fromEntries(
    entries.map(([name, entry]) => [name, name === 'publisher' ? stated(entry as object) : (entry as unknown)]),
  );
}

/** The article that an item is, read without any tolerance: what cannot be read is thrown. */
function strictly(item: Item): Article {
  const extension = item._khabar ?? {};
  const { source = [], follow = [], related = [], publisher = {} } = extension;
  const link = (value?: string) => (value === undefined ? undefined : address(value));
  const names = (list: readonly Named[] = []) =>
    list.map(({ name, url }) => ({ name: oneLine(name)!, url: link(url) }));
  const picture =
    item.image ?? item.banner_image ?? item.attachments?.find(({ mime_type }) => mime_type.startsWith('image/'))?.url;
  const { alt, caption, credit, width, height } = extension.image ?? {};
  const { name, url, logo } = publisher;
  // Related stories are each shown once, and the article is none of its own.
  const shown = [item.url ?? item.external_url, ...related.map((story) => story.url)].map(link);
  return {
    id: oneLine(item.id),
    url: link(item.url ?? item.external_url),
    headline: oneLine(item.title),
    summary: oneLine(item.summary),
    body: extension.embed ? undefined : bodyOf(item),
    ...(extension.embed && { isTeaserOnly: true }),
    picture:
      picture === undefined
        ? undefined
        : {
            url: address(picture),
            ...{ alt: oneLine(alt), caption: oneLine(caption), credit: oneLine(credit) },
            ...{ width, height },
          },
    published: time(item.date_published),
    updated: time(item.date_modified),
    language: item.language === undefined ? undefined : new Intl.Locale(item.language).toString(),
    section: oneLine(extension.section),
    authors: names(item.authors),
    source: names(source),
    publisher: (name ?? url ?? logo) ? { name: oneLine(name), url: link(url), logo: link(logo) } : undefined,
    shortLink: link(extension.short_url),
    follow: follow.map((account) => address(account.url)),
    related: related
      .filter((story, index) => shown.indexOf(address(story.url)) === index + 1)
      .map((story) => ({
        url: address(story.url),
        headline: oneLine(story.title)!,
        picture: link(story.image),
        published: time(story.date_published),
      })),
    tags: (item.tags ?? []).map((tag) => oneLine(tag)!),
  };
}

function bodyOf({ content_html, content_text, attachments = [] }: Item): Article['body'] {
  const files = new Map(
    attachments
      .filter(({ mime_type }) => !mime_type.startsWith('image/'))
      .map(({ url, mime_type }) => [address(url), mime_type] as const)
      .reverse(),
  );
  if (files.size > 0) {
    const html = content_html ?? (content_text === undefined ? '' : htmlOfText(content_text.trim()));
    const shown = [...files].reverse().map(([url, type]) => {
      const written = escapeHtml(url);
      return type === 'audio/mpeg'
        ? `<figure><audio controls src="${written}"></audio></figure>`
        : `<p><a href="${written}">${escapeHtml(nameOf(url))}</a></p>`;
    });
    return { html: html + shown.join('') };
  }
  if (content_html !== undefined) return { html: content_html };
  return content_text === undefined ? undefined : { text: content_text.trim() };
}

/** Of the file at an address: its last part as readers know it. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  const name = /([^/]+)\/*$/.exec(pathname)?.[1] ?? host;
  return /%(?![\dA-F]{2})/i.test(name) ? name : decodeURIComponent(name);
}

function oneLine(value: string | undefined): string | undefined {
  return value?.trim().split(/\s+/).join(' ');
}

function time(value: string | undefined): Timestamp | undefined {
  if (value === undefined) return undefined;
  const read = timestamp(value);
  if (!read) throw new Error(`${value} is no date`);
  return read;
}

const anyText = fc
  .tuple(
    fc.constantFrom('خبر', 'أمّ السدر', '«الماء»', 'R&amp;D <b>', 'AT&T', '١٢', '✓', ' \n ف'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  .map((parts) => parts.join(''));
const anyAddress = fc.oneof(
  fc.webUrl({ validSchemes: ['https', 'http'], withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://news.example',
    'https://خبر.example/2026/03/عاد-الماء/?م=1#ف',
    'https://news.example:8443/%D8%AE?a=b,c;d',
    'http://127.0.0.1/',
    'https://news.example/a|b^c{d}',
  ),
);
const anyDate = fc
  .tuple(
    fc.date({ min: new Date('1500-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }),
    fc.constantFrom('Z', 'z', '+04:00', '-09:30', '+05:45', '-00:00', '+23:59', undefined),
    fc.boolean(),
  )
  .map(([moment, offset, isPrecise]) => {
    const [date = '', clock = ''] = moment.toISOString().slice(0, -1).split('T');
    return offset === undefined ? date : `${date}T${isPrecise ? clock : clock.slice(0, 8)}${offset}`;
  });
const anyLanguage = fc.constantFrom(
  'ar',
  'ar-OM',
  'ar-ye',
  'fa',
  'ckb',
  'zh-Hant-HK',
  'es-419',
  'ca-valencia',
  'de-1996',
);
const anySize = fc.integer({ min: 1, max: 10_000 });
const anyNames = fc.array(fc.record({ name: anyText, url: anyAddress }, { requiredKeys: ['name'] }), { maxLength: 3 });
const anyStory = fc.record(
  { url: anyAddress, title: anyText, image: anyAddress, date_published: anyDate },
  { requiredKeys: ['url', 'title'] },
);
const anyAttachment = fc.record({
  url: anyAddress,
  mime_type: fc.constantFrom('image/jpeg', 'image/svg+xml', 'audio/mpeg', 'application/pdf'),
});

const anyItem: fc.Arbitrary<Item> = fc
  .record<Item>(
    {
      ...{ id: anyText, url: anyAddress, external_url: anyAddress, title: anyText, summary: anyText },
      ...{ content_html: anyText.map((words) => `<p>${words}</p>`), content_text: anyText },
      ...{ image: anyAddress, banner_image: anyAddress, attachments: fc.array(anyAttachment, { maxLength: 3 }) },
      ...{ date_published: anyDate, date_modified: anyDate, language: anyLanguage, authors: anyNames },
      tags: fc.array(anyText, { maxLength: 3 }),
      _khabar: fc.record(
        {
          ...{ short_url: anyAddress, section: anyText, embed: fc.constant('teaser' as const) },
          image: fc.record(
            { alt: anyText, caption: anyText, credit: anyText, width: anySize, height: anySize },
            { requiredKeys: [] },
          ),
          source: anyNames,
          publisher: fc.record({ name: anyText, url: anyAddress, logo: anyAddress }, { requiredKeys: [] }),
          follow: fc.array(fc.record({ url: anyAddress }), { maxLength: 3 }),
          related: fc.array(anyStory, { maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )
  .map(withoutContradictions);

/** The rules between fields: there is something to draw, and a picture where one is described. */
function withoutContradictions(item: Item): Item {
  const names: readonly (keyof Item)[] = ['title', 'content_html', 'content_text', 'url', 'external_url'];
  const drawn = item._khabar?.embed ? names.filter((name) => !name.startsWith('content')) : names;
  const valid = drawn.some((name) => item[name] !== undefined) ? item : { ...item, title: 'خبر' };
  const { image, ...extension } = valid._khabar ?? {};
  const isPicture = ({ mime_type }: { readonly mime_type: string }) => mime_type.startsWith('image/');
  return !image || valid.image || valid.banner_image || valid.attachments?.some(isPicture)
    ? valid
    : { ...valid, _khabar: extension };
}

/** A feed that knows the extension, and one of its items. */
const anyFeed = fc
  .tuple(
    fc.record(
      {
        version: fc.constant(feed.version),
        ...{ title: anyText, home_page_url: anyAddress, icon: anyAddress, favicon: anyAddress },
        ...{ language: anyLanguage, authors: anyNames },
      },
      { requiredKeys: ['version', 'title'] },
    ),
    fc.uniqueArray(fc.tuple(anyText, anyItem), { minLength: 1, maxLength: 5, selector: ([id]) => oneLine(id) }),
    fc.nat(),
  )
  .map(([fields, entries, place]) => {
    const items = entries.map(([id, item]) => ({ _khabar: {}, ...item, id }));
    return { json: { ...fields, items }, chosen: items[place % items.length]! };
  });

/** What publishers write by mistake, and what they may write though few do. */
const anyOddity: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, 1, 1.5, -1, 1e21, '7', '', ' ', '\n', 'خبر', [], {}, [[]], [{}], [null], ['']],
    ...['javascript:alert(1)', '/42', '//news.example/42', 'https:', 'https://', 'https:///42', 'https:/news.example'],
    ...['https://a b/', 'https://[/', 'https://a:b@news.example/', 'https://news.example\\@evil.example/'],
    ...['https://news.example:99999/', 'https://%00/', 'https://a..b/', 'https://xn--a/', ' https://news.example/'],
    ...['HTTPS://NEWS.EXAMPLE/', 'https://news.example', 'https://news.example?a', 'https://news.example#a'],
    ...['2026', '2026-03', '2026-02-30', '2024-02-29', '0000-01-01', '0999-01-01', '2026-03-08T09:05:00'],
    ...['2026-03-08T09:05Z', '2026-03-08t09:05:00z', '2026-03-08T09:05:00+0400', '2026-03-08T09:05:00.1234567890Z'],
    ...['2026-03-08T23:59:60Z', '2026-03-08T09:05:00+24:00', '2026-03-08T09:05:00.5-00:00'],
    ...['Arabic', 'und', 'und-OM', 'ar_OM', 'AR', 'ar-', 'ar-x-a', 'ar-OM-OM', 'ar-Arab-OM', 'zxx', 'i-klingon', 'xx'],
    ...['image/', 'image/jpeg', 'Image/JPEG', 'image'],
    ...[{ name: 'هدى' }, [{ name: 'هدى' }], ['هدى'], { url: 'https://news.example/7' }, { width: 1 }],
  ),
  fc.jsonValue().filter((value) => typeof value !== 'string'),
);
