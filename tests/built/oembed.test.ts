/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, { types: string; default: string }>;
};
const entry = exports['./oembed']!;

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(entry.default, root)), formats: ['iife'], name: 'khabar' },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as { output: readonly { code?: string }[] };
  return output[0]!.code!;
}

describe('khabar/oembed', () => {
  it('has its types', () => {
    const types = readFileSync(new URL(entry.types, root), 'utf8');
    for (const name of ['oEmbed', 'oEmbedHandler', 'oEmbedLink', 'OEmbedError', 'OEmbedAnswer', 'OEmbedOptions'])
      expect(types).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('runs where there is neither a DOM nor Node, as in a worker at the edge', async () => {
    // A context of its own has the language, and nothing else.
    const worker = { URL, URLSearchParams, Request, Response };
    const source = `
      const answer = khabar.oEmbedHandler({
        frame: 'https://news.example/frame.html',
        find: () => ({ json: { title: 'خبر', content_text: 'نص' }, src: 'https://news.example/42.json' }),
      });
      answer(new Request('https://news.example/oembed?url=https://news.example/42')).then((reply) => reply.json());`;
    const answer = (await runInNewContext(`${await bundle()}\n${source}`, worker)) as { title: string; html: string };
    expect(answer.title).toBe('خبر');
    expect(answer.html).toContain('<a href="https://news.example/42">news.example</a></blockquote><iframe ');
  });

  it('brings neither the card, nor Lit, nor the cleaner', async () => {
    expect(await bundle()).not.toMatch(/customElements|LitElement|DOMPurify/);
  });
});
