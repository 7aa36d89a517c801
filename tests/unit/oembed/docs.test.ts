/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as khabar from '../../../src/oembed/index.js';
import { attributesOf, FRAME, STORY } from './support.js';

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = file('docs/oembed.md');
const examples = [...page.matchAll(/```(js|json|html)\n([^]*?)\n```/g)].map(([, kind, code = '']) => ({ kind, code }));

type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
// The examples are our own.
const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (modules: Modules) => Promise<unknown>;

/** Runs the example that has this part, and answers one of its names. */
function run(part: string, name: string, modules: Modules = {}): Promise<unknown> {
  const example = examples.find(({ kind, code }) => kind === 'js' && code.includes(part));
  if (!example) throw new Error(`No example has ${part}.`);
  const body = example.code
    .replace(/^import (\{.*\}) from '(.*)';$/gm, 'const $1 = modules["$2"];')
    .replace(/^export default .*$/m, '');
  return new AsyncFunction('modules', `${body}\nreturn ${name};`)({ 'khabar/oembed': khabar, ...modules });
}

const story = { ...STORY, title: 'العنوان', authors: [{ name: 'هدى الوادعية' }] };
const src = 'https://news.example/articles/42.json';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('In the documentation of oEmbed', () => {
  it('the link is what the function writes', async () => {
    const { code } = examples.find(({ kind }) => kind === 'html')!;
    const written = code.replace(/\s+/g, ' ').replace(/ \/>$/, '>');
    expect(written).toBe(await run('const link', 'link'));
  });

  it('the handler answers for the story, and for no other host', async () => {
    vi.stubGlobal('fetch', (address: string) =>
      Promise.resolve(address === src ? Response.json(story) : new Response('', { status: 404 })),
    );
    const answer = (await run('oEmbedHandler({', 'answer')) as (request: Request) => Promise<Response>;
    const ask = (url: string) => answer(new Request(`https://news.example/oembed?url=${encodeURIComponent(url)}`));
    expect(await (await ask('https://news.example/42')).json()).toMatchObject({ title: 'العنوان' });
    expect((await ask('https://news.example/43')).status).toBe(404);
    expect((await ask('https://evil.example/42')).status).toBe(404);
  });

  it('the server of Node passes all on, and goes on after a strange request', async () => {
    let serve: ((request: object, response: object) => void) | undefined;
    const createServer = (listener: typeof serve) => {
      serve = listener;
      return { listen() {} };
    };
    await run('createServer(', 'undefined', {
      'node:http': { createServer },
      './oembed.js': { answer: khabar.oEmbedHandler({ frame: FRAME, find: () => ({ json: story, src }) }) },
    });
    const ask = (url: string, method: string) =>
      new Promise<[number, object, string]>((resolve) => {
        const response = {
          writeHead: (status: number, headers: object) => ({ end: (text: string) => resolve([status, headers, text]) }),
        };
        serve!({ url, method }, response);
      });
    const [status, headers, text] = await ask('/oembed?url=https://news.example/42', 'GET');
    expect(status).toBe(200);
    expect(headers).toHaveProperty('access-control-allow-origin', '*');
    expect(JSON.parse(text)).toHaveProperty('title', 'العنوان');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await ask('//', 'GET')).toEqual([500, undefined, undefined]);
    expect(await ask('/', 'TRACE')).toEqual([500, undefined, undefined]);
  });

  it('the static site has a file for each story', async () => {
    const files = new Map<string, string>();
    const items = [story, { ...story, id: '43', title: 'خبر ثانٍ', url: 'https://news.example/43' }];
    const fs = {
      mkdir: () => Promise.resolve(),
      readFile: () => Promise.resolve(JSON.stringify({ items })),
      writeFile: (name: string, text: string) => Promise.resolve(files.set(name, text)),
    };
    await run("readFile('public/feed.json'", 'undefined', { 'node:fs/promises': fs });
    expect([...files.keys()]).toEqual(['public/oembed/42.json', 'public/oembed/43.json']);
    const { title, html } = JSON.parse(files.get('public/oembed/43.json')!) as khabar.OEmbedAnswer;
    expect(title).toBe('خبر ثانٍ');
    expect(attributesOf(html, 'blockquote')['data-src']).toBe('https://news.example/feed.json#43');
  });

  it('the answer is what the function writes', () => {
    const written = JSON.parse(examples.find(({ kind }) => kind === 'json')!.code) as unknown;
    expect(written).toEqual(khabar.oEmbed(story, { frame: FRAME, src }));
  });

  it('each option is explained, and no other', () => {
    const [, table = ''] = /\| option .*\n.*\n((?:\|.*\n)+)/.exec(page) ?? [];
    const cells = table.split('\n').map((row) => row.split('|')[1] ?? '');
    const explained = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const known = [...file('src/oembed/options.ts').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name);
    expect(new Set(explained)).toEqual(new Set(known));
  });

  it('each code of an error is named', () => {
    const codes = [...file('src/oembed/oembed-error.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, code]) => code!);
    expect(codes).not.toEqual([]);
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  const links = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, to]) => to!);
  it.each(links.filter((to) => !to.startsWith('https:')))('the link to %s leads somewhere', (to) => {
    const [path = '', heading] = to.split('#');
    const target = path === '' ? page : file(`docs/${path}`);
    const headings = [...target.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    if (heading === undefined) expect(headings).not.toEqual([]);
    else expect(headings).toContain(heading);
  });
});
