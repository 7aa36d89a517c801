import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inCI } from '../../scripts/browsers.mjs';
import { howToInstall, installMissing } from '../../scripts/packages.mjs';
import { missingWebServers, startWebServer } from '../../scripts/web-servers.mjs';
import { blocksOf, textOf } from '../unit/support/documents.js';
import { DIST } from './files.js';

await installMissing(missingWebServers());
const missing = missingWebServers();
for (const { label } of missing)
  console.warn(`!! ${label} IS MISSING: its configuration was not run. ${howToInstall(missing)}`);

const SERVERS = [
  ['nginx', 'nginx'],
  ['apache', 'Apache'],
] as const;

it('The documents for publishers have the files that are run here', () => {
  const code = blocksOf('docs/publishers.md').map((block) => block.code);
  for (const [name] of SERVERS) expect(code).toContain(textOf(`tests/servers/khabar.${name}.conf`).trimEnd());
});

describe.each(SERVERS)('%s', (name, label) => {
  const isMissing = missing.some((one) => one.label === label);

  if (isMissing && inCI)
    it('is there, as under CI it must be', () => {
      expect.fail(howToInstall(missing));
    });

  describe.skipIf(isMissing)('as docs/publishers.md has it', () => {
    let server: Awaited<ReturnType<typeof startWebServer>>;
    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(server.origin + path, {
        headers: { Origin: 'https://blog.example', 'Accept-Encoding': 'identity', ...headers },
      });

    beforeAll(async () => {
      server = await startWebServer(name);
      mkdirSync(`${server.root}/articles`);
      writeFileSync(
        `${server.root}/articles/42.json`,
        JSON.stringify({ title: 'العنوان', content_text: 'ا'.repeat(5000) }),
      );
      writeFileSync(`${server.root}/42.html`, '<!doctype html><title>العنوان</title>');
      cpSync(DIST, `${server.root}/khabar`, { recursive: true });
      cpSync(DIST, `${server.root}/khabar/1.0.0`, { recursive: true });
    });
    afterAll(() => server.stop());

    it('lets every site read an article, for a minute without asking again', async () => {
      const { status, headers } = await ask('/articles/42.json');
      expect([status, headers.get('access-control-allow-origin'), headers.get('content-type')]).toEqual([
        200,
        '*',
        'application/json',
      ]);
      expect(headers.get('cache-control')).toMatch(/^public, max-age=60,/);
    });

    it('lets every site see that there is no article', async () => {
      const { status, headers } = await ask('/articles/43.json');
      expect([status, headers.get('access-control-allow-origin')]).toEqual([404, '*']);
    });

    it('opens nothing else of the site', async () => {
      const { status, headers } = await ask('/42.html');
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, null]);
    });

    it('serves embed.js to every site, isolated ones included, fresh after five minutes', async () => {
      const { headers } = await ask('/khabar/embed.js');
      expect(headers.get('content-type')).toMatch(/^(?:text|application)\/javascript/);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('cache-control')).toMatch(/^public, max-age=300,/);
    });

    it('serves frame.html as a page', async () => {
      expect((await ask('/khabar/frame.html')).headers.get('content-type')).toMatch(/^text\/html/);
    });

    it.each(['/khabar/1.0.0/embed.body.js', '/khabar/1.0.0/article.schema.json'])(
      'serves a file of one version for good: %s',
      async (path) => {
        const { headers } = await ask(path);
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect(headers.get('access-control-allow-origin')).toBe('*');
      },
    );

    it.each(['/khabar/embed.js', '/articles/42.json'])('compresses, and says that it does: %s', async (path) => {
      const { headers } = await ask(path, { 'Accept-Encoding': 'gzip, deflate, br' });
      expect(headers.get('content-encoding')).toMatch(/^(?:gzip|br)$/);
      expect(headers.get('vary')).toMatch(/Accept-Encoding/i);
    });

    it('answers a browser that has the file already with 304, compressed or not', async () => {
      for (const encoding of ['identity', 'gzip, br']) {
        const accepted = { 'Accept-Encoding': encoding };
        const etag = (await ask('/khabar/embed.js', accepted)).headers.get('etag')!;
        const again = await ask('/khabar/embed.js', { ...accepted, 'If-None-Match': etag });
        expect([again.status, again.headers.get('access-control-allow-origin')], encoding).toEqual([304, '*']);
      }
    });
  });
});
