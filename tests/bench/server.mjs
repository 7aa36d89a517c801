// The page that embeds (localhost) and, of another origin (127.0.0.1), the publisher and the CDN: one server, which sends
// its texts compressed, as hosts do, and counts the bytes.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { png } from '../server/png.mjs';
import { articleId, bluesky, IMAGE, khabar, mastodon, story, wordpress } from './articles.mjs';

const project = new URL('../../', import.meta.url);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

const FILES = {
  'toots.css': 'node_modules/emfed/toots.css',
  'bluesky.css': 'node_modules/bluesky-post-embed/dist/core.css',
  'bluesky-light.css': 'node_modules/bluesky-post-embed/themes/light.css',
  'x-postpress.js': 'node_modules/x-postpress/build/esm-bundled/src/components/x-postpress.js',
};

const ENTRIES = {
  'vanilla.js': 'tests/bench/pages/vanilla.mjs',
  'plain-lit.js': 'tests/bench/pages/plain-lit.mjs',
  'emfed.js': 'node_modules/emfed/dist/emfed.js',
  'bluesky.js': 'node_modules/bluesky-post-embed/dist/wc.js',
  'module.js': 'dist/lib/index.js',
};

/** As a site with a bundler would serve them; the chunks of one entry lie beside it. */
async function bundle(name, minify) {
  const { output } = await build({
    root: fileURLToPath(project),
    configFile: false,
    logLevel: 'error',
    base: './',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(ENTRIES[name], project)),
        // The package lists its files with side effects for those who build from its root.
        treeshake: { moduleSideEffects: true },
        output: { entryFileNames: name, chunkFileNames: `${name}-[name].js` },
      },
    },
  });
  return output.map(({ fileName, code, source }) => [fileName, code ?? source]);
}

/** A page has a style sheet of its own, and nothing is painted before it is there: this one has 20 kB, compressed. */
function hostStyles() {
  const noise = (number) => createHash('sha256').update(String(number)).digest('hex');
  const rules = Array.from(
    { length: 600 },
    (_, number) => `.c${noise(number).slice(6)} { color: #${noise(number).slice(0, 6)}; }`,
  );
  return `body { max-inline-size: 640px; margin: 24px auto; font-family: serif; }\n${rules.join('\n')}`;
}

function page(contestant, { ids, ...place }) {
  const cards = ids.map((id) => `${contestant.card(id, place)}\n<p>بعد البطاقة.</p>`);
  return `<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<title>${contestant.name}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="/page.css" />
${contestant.head({ ids, ...place })}
</head>
<body>
<h1>مدونة</h1>
<p>قبل البطاقة.</p>
${cards.join('\n')}
</body>
</html>`;
}

/** `readable` leaves the bundles of this bench unminified, for traces. */
export async function startServer(contestants, { readable = false } = {}) {
  const code = new Map();
  for (const [name, path] of Object.entries(FILES)) code.set(name, await readFile(new URL(path, project)));
  const bundles = await Promise.all(Object.keys(ENTRIES).map((name) => bundle(name, !readable)));
  for (const [name, text] of bundles.flat()) code.set(name, text);
  const compressed = new Map();
  let codeBytes = 0;

  /** Code is compressed as well as can be, once; the rest as servers do while somebody waits. */
  function compress(key, text, quality) {
    if (!compressed.has(key)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
      compressed.set(key, brotliCompressSync(text, { params }));
    }
    return compressed.get(key);
  }

  async function sendCode(name, send) {
    if (!code.has(name)) code.set(name, await readFile(new URL(`dist/${name}`, project)));
    const bytes = compress(name, code.get(name), 11);
    codeBytes += bytes.length;
    send(TYPES[extname(name)], bytes, 'br');
  }

  const site = (port) => `http://127.0.0.1:${port}`;
  const place = (port) => ({ site: site(port), code: (name) => `${site(port)}/code/${name}` });

  function answer({ url }, send) {
    const { port } = server.address();
    const { pathname, searchParams } = new URL(url, site(port));
    const sendJson = (make, id) =>
      send('application/json', compress(url, JSON.stringify(make(story(id, site(port)))), 5), 'br');
    const [, folder] = pathname.split('/');
    const name = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));
    // Parts of embed.js are in a folder of their own.
    if (folder === 'code') return sendCode(decodeURIComponent(pathname.slice('/code/'.length)), send);
    if (folder === 'page.css') return send(TYPES['.css'], compress(url, hostStyles(), 5), 'br');
    if (folder === 'picture') return send('image/png', png(IMAGE.width, IMAGE.height));
    if (folder === 'articles') return sendJson(khabar, name.replace('.json', ''));
    if (folder === 'wp-json') return sendJson(wordpress, searchParams.get('include'));
    if (folder === 'api') return sendJson(mastodon, name);
    if (folder === 'xrpc') return sendJson(bluesky, searchParams.get('uri').split('/').at(-1));
    if (folder !== 'page') return false;
    const { cards, paragraphs, height } = Object.fromEntries(
      [...searchParams].map(([key, value]) => [key, Number(value)]),
    );
    const ids = Array.from({ length: cards }, (_, index) => articleId(index, paragraphs));
    const text = page(contestants[Number(name)], { ids, height, ...place(port) });
    return send(TYPES['.html'], compress(url, text, 5), 'br');
  }

  const server = createServer(async (request, response) => {
    const send = (type, bytes, encoding) => {
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Length': bytes.length,
        ...(encoding && { 'Content-Encoding': encoding }),
        'Access-Control-Allow-Origin': '*',
        'Timing-Allow-Origin': '*',
        'Cache-Control': 'max-age=600',
      });
      response.end(bytes);
      return true;
    };
    try {
      if ((await answer(request, send)) === false) response.writeHead(404).end();
    } catch (error) {
      console.error(request.url, error);
      response.writeHead(500).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    /** The address of a contestant's page. `height` is what a card that reserves its space is given. */
    address: (contestant, { cards, paragraphs, height = 0 }) =>
      `http://localhost:${port}/page/${contestants.indexOf(contestant)}?${new URLSearchParams({ cards, paragraphs, height })}`,
    /** Bytes of scripts, styles and frames that were sent since the last call. */
    takeCodeBytes() {
      const bytes = codeBytes;
      codeBytes = 0;
      return bytes;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
