import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: { start: string } };

/** All that a newcomer has set: nothing of the test runner's. */
const { VITEST: _vitest, NODE_ENV: _environment, HOST: _host, ...environment } = process.env;
/** `localhost` is both, where the machine has both. */
const hosts = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
)
  ? ['127.0.0.1', '[::1]']
  : ['127.0.0.1'];
// Somebody listens at the first port that the demo is to try.
const occupier = createServer();

let demo: ChildProcess;
let output = '';
let complaints = '';
let blog = '';
let publisher = '';

beforeAll(async () => {
  occupier.listen(0, '127.0.0.1');
  await once(occupier, 'listening');
  demo = spawn(process.execPath, ['node_modules/vite/bin/vite.js'], {
    cwd: fileURLToPath(root),
    env: { ...environment, BROWSER: 'none', PORT: String(occupied()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  demo.stderr!.on('data', (text: Buffer) => (complaints += String(text)));
  await new Promise<void>((resolve, reject) => {
    demo.once('exit', (code) => reject(new Error(`The demo ended with code ${code}: ${complaints}`)));
    demo.stdout!.on('data', (text: Buffer) => {
      output += String(text);
      if (output.includes('Ctrl+C')) resolve();
    });
  });
  [blog = '', publisher = ''] = output.match(/http:\S+/g) ?? [];
}, 120_000);

afterAll(() => {
  occupier.close();
  demo.kill('SIGKILL');
});

function occupied(): number {
  return (occupier.address() as { port: number }).port;
}

async function textOf(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  return response.text();
}

describe('The demo', () => {
  it('is what `npm start` starts after the build', () => {
    expect(scripts.start).toMatch(/ build && vite$/);
  });

  it('takes ports that are free', () => {
    const ports = [blog, publisher].map((address) => Number(new URL(address).port));
    expect(ports[0]).toBeGreaterThan(occupied());
    expect(ports[1]).toBeGreaterThan(ports[0]!);
  });

  it('says how to see changes in snippets', () => {
    expect(output).toContain('run `npx vite build --watch` beside this');
  });

  it.each(hosts)('answers at %s', async (host) => {
    expect(await textOf(blog.replace('localhost', host))).toContain('id="snippet"');
  });

  it.each(['quotation', 'script', 'frame'])('shows the built files in the snippet “%s”', async (snippet) => {
    expect(await textOf(`${blog}blog?embed=${snippet}`)).toContain(`"${publisher}dist/`);
  });

  it('shows the source in the snippet “element”', async () => {
    const page = await textOf(`${blog}blog?embed=element`);
    expect(page).toContain('<khabar-card');
    expect(page).toContain('<script type="module" src="/src/index.ts">');
    expect(page).not.toContain('embed.js');
  });

  it.each(['', 'blog?embed=element'])('serves each module that /%s imports', async (page) => {
    const modules = new Set(addressesIn(await textOf(blog + page)));
    // A set goes on to those that are added meanwhile.
    for (const module of modules)
      for (const address of addressesIn(await textOf(new URL(module, blog).href))) modules.add(address);
    expect(modules.size).toBeGreaterThan(3);
  });

  it('serves an article to other origins', async () => {
    const response = await fetch(`${publisher}articles/falaj.json`);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.json()).toHaveProperty('title');
  });

  it('has an oEmbed answer for each article, which its page links to, and whose frame is there', async () => {
    const { items } = JSON.parse(await textOf(`${publisher}feed.json`)) as { items: { url: string; title: string }[] };
    for (const { url, title } of items) {
      const [, link = ''] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(
        await textOf(url),
      )!;
      const response = await fetch(link.replaceAll('&amp;', '&'));
      expect(response.headers.get('Content-Type')).toContain('application/json');
      const answer = (await response.json()) as { title: string; html: string };
      expect(answer.title).toBe(title);
      const [, frame = '', article = ''] = /<iframe [^>]*src="([^"#]+)#([^"]+)"/.exec(answer.html)!;
      expect(frame).toContain(`${publisher}dist/frame.html?`);
      expect(JSON.parse(await textOf(article))).toHaveProperty('title', title);
    }
  });

  it('has a page for each story', async () => {
    const { items } = JSON.parse(await textOf(`${publisher}feed.json`)) as {
      items: { url: string; title: string; _khabar: { related: { url: string; title: string }[] } }[];
    };
    for (const { url, title } of items.flatMap((item) => [item, ...item._khabar.related]))
      expect(await textOf(url)).toContain(title);
  });

  it('serves the builder, which may ask the publisher, and no other file by its path', async () => {
    expect(await textOf(`${blog}builder`)).toContain("connect-src 'self' https: http:");
    for (const name of ['builder.js', 'builder.css', 'preview.html', 'preview.js', 'embed.single.js', 'integrity.json'])
      expect(await textOf(`${blog}builder/${name}`)).not.toBe('');
    expect((await fetch(`${blog}builder//etc/hostname`)).status).toBe(404);
  });

  it('answers 404 where there is nothing', async () => {
    expect((await fetch(`${blog}nothing`)).status).toBe(404);
  });

  it('ends at Ctrl+C, and has complained of nothing', async () => {
    demo.removeAllListeners('exit');
    demo.kill('SIGINT');
    expect(await once(demo, 'exit')).toEqual([0, null]);
    // The build may be under way.
    expect(complaints.replace(/^dist\/embed\.js is missing.*\n/, '')).toBe('');
  });
});

/** Addresses on the same origin of the modules that a page or a module names. */
function addressesIn(text: string): string[] {
  const inPage = /<script type="module" src="(\/[^"]+)"/g;
  const inModule = /\b(?:from|import) ?\(?"(\/[^"]+)"/g;
  return [inPage, inModule].flatMap((pattern) => [...text.matchAll(pattern)].map(([, address]) => address!));
}
