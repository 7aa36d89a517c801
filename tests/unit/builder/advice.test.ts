import { describe, expect, it } from 'vitest';
import type { WebAddress } from '../../../src/article/web-address.js';
import { reachOf, recipesFor } from '../../../demo/builder/advice.js';

const address = 'https://news.example/stories/a.json?token=1' as WebAddress;

describe('an address that cannot be read', () => {
  it('is of a site that refuses others where an answer comes all the same', async () => {
    expect(await reachOf(address, () => Promise.resolve(new Response()))).toBe('refuses');
  });

  it('is unreachable where none comes', async () => {
    expect(await reachOf(address, () => Promise.reject(new TypeError()))).toBe('unreachable');
  });

  it('is asked for without cookies, and without the reader’s page', async () => {
    let asked: RequestInit | undefined;
    await reachOf(address, (_, init) => {
      asked = init;
      return Promise.resolve(new Response());
    });
    expect(asked).toMatchObject({ mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' });
  });
});

describe('what a publisher must send', () => {
  const recipes = recipesFor(address);

  it.each(['nginx', 'Apache', 'Cloudflare'] as const)('is the header, on %s', (server) => {
    const { text } = recipes.find((recipe) => recipe.server === server)!;
    expect(text).toMatch(/Access-Control-Allow-Origin\W+\*/);
  });

  it.each(['nginx', 'Cloudflare'] as const)('opens the folder of the story alone, on %s', (server) => {
    expect(recipes.find((recipe) => recipe.server === server)!.text).toContain('"/stories/"');
  });

  it('names no key of the address', () => {
    expect(JSON.stringify(recipes)).not.toContain('token');
  });

  it('leaves the quotes of a configuration by no address', () => {
    const evil = recipesFor('https://news.example/a%22;evil"\\/b.json' as WebAddress);
    for (const { text } of evil) expect(text).not.toMatch(/[^\\]";evil|evil"\\\//);
  });
});
