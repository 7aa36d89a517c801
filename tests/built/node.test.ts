import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

/** Runs a program that has the library from its package, as an app has it. It must end by itself. */
function run(program: string, ...options: string[]): string {
  const file = fileURLToPath(new URL(`apps/${program}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...options], {
    encoding: 'utf8',
    timeout: 50_000,
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe("Lit's server renderer", () => {
  let html: string;
  beforeAll(() => {
    html = run('lit-server.mjs').replace(/<!--.*?-->/g, '');
  });

  it('writes a card with its attributes and its fallback', () => {
    expect(html).toMatch(
      /<khabar-card\s+src="https:\/\/news\.example\/a\.json" view="article" open(?:="")?>\s*<a href="https:\/\/news\.example\/">خبر<\/a><\/khabar-card\s*>/,
    );
  });

  it('writes one within an element of the app', () => {
    expect(html).toMatch(/<khabar-card\s+src="https:\/\/news\.example\/b\.json"[^>]*><p>داخل<\/p><\/khabar-card>/);
  });

  it('writes no shadow tree of a card, which would hide the fallback', () => {
    expect(html.match(/<template/g)).toHaveLength(1);
    expect(html).toMatch(/<app-page[^>]*><template /);
  });
});

describe('A test of an app', () => {
  // Neither has the networks, the layout or all selectors of a browser; an app tests its own page in them.
  it.each(['jsdom', 'happy-dom'])('has a card in its page, draws it, hears of its failure and ends: %s', (library) => {
    expect(JSON.parse(run('page-test.mjs', library))).toEqual({
      isRegistered: true,
      isInstance: true,
      view: 'teaser',
      headingLevel: 3,
      headline: 'عنوان',
      code: 'network',
      faults: [],
    });
  });
});
