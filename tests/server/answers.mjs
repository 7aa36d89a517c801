// What the test servers answer: the built files, the fixtures, pictures, whole pages, and scripted good and bad
// answers for the code that fetches. Every request is remembered, so that a test can ask what was sent.
//
// Every address takes: `key=` (a name to count it by), `delay=` (milliseconds before the answer begins),
// `cors=0` (no Access-Control-Allow-Origin), `cache=` (the Cache-Control header; no-store unless told).
import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { inCI } from '../../scripts/browsers.mjs';
import { folders, sharedPresent } from '../fixtures/folders.mjs';
import { everything } from '../everything.mjs';
import { page } from './page.mjs';
import { png } from './png.mjs';
import { publisher } from './publisher.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(project, 'dist');
const examples = join(project, 'examples');
const builder = join(project, 'site/builder');

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  // Without a charset on purpose: that is how most hosts send scripts.
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const JSON_TEXT = '{"title":"A title","content_html":"';

async function bundle(entry) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bundle' } },
  });
  return output[0].code;
}

/**
 * One set of answers with a memory of its own. `handle(request, response)` answers whether the address was one
 * of its own, once the headers are out. `environment` is what `/environment.json` tells the tests.
 */
export function createAnswers({ environment = () => ({}) } = {}) {
  let seen = [];
  const turns = new Map();
  const pages = new Map();
  const scenes = new Map();
  const cdn = new Map();
  const bundles = new Map();

  const ROUTES = {
    '/environment.json': ({ send }) => send(200, { sharedPresent, ci: inCI, everything, ...environment() }),

    '/dist/': (exchange) => sendFile(exchange, dist),
    /**
     * `/framed/<origins>/frame.html`: the built frame, as a site has it that lists these origins (by commas), and that has
     * no https, as is so of all servers here.
     */
    '/framed/': async (exchange) => {
      const [, origins, file] = /^(.*?)\/((?:\d+\.\d+\.\d+\/)?[^/]+)$/.exec(exchange.rest);
      if (file !== 'frame.html') return sendFile({ ...exchange, rest: file }, dist);
      const html = await readFile(join(dist, file), 'utf8');
      const changed = html
        .replace('name="khabar-origins" content=""', `name="khabar-origins" content="${origins.replaceAll(',', ' ')}"`)
        .replaceAll("'self' https:", "'self' https: http:");
      return exchange.send(200, changed, { 'Content-Type': TYPES['.html'] });
    },

    /** `/builder/index.html`: the built builder, as the demo serves it: its policy allows what has no https. */
    '/builder/': async (exchange) => {
      if (!exchange.rest.endsWith('.html')) return sendFile(exchange, builder);
      const html = await readFile(join(builder, basename(exchange.rest)), 'utf8');
      return exchange.send(200, html.replaceAll("'self' https:", "'self' https: http:"), {
        'Content-Type': TYPES['.html'],
      });
    },

    /** `/javascript/mootools/mootools.js`: libraries of pages, from where Debian's packages put them. */
    '/javascript/': (exchange) => sendFile(exchange, '/usr/share/javascript'),

    /** A newspaper with oEmbed: publisher.mjs. */
    '/publisher/': publisher,

    '/examples/': (exchange) => sendFile(exchange, examples),

    /** `/bundle/tests/….js`: a script of the tests with all that it imports, in one file. */
    '/bundle/': async ({ rest, send }) => {
      bundles.set(rest, bundles.get(rest) ?? bundle(join(project, normalize(rest))));
      return send(200, await bundles.get(rest), { 'Content-Type': TYPES['.js'] });
    },
    /** `/fixtures/own/seed/article.json` */
    '/fixtures/own/': (exchange) => sendFile(exchange, folders.own),
    '/fixtures/shared/': (exchange) => sendFile(exchange, folders.shared),

    /** `/img/1200x800.png`: a picture of that size. Another name: `?width=&height=`. */
    '/img/': ({ rest, param, send }) => {
      const [, width, height] = /(\d+)x(\d+)/.exec(rest) ?? [];
      const picture = png(Number(width ?? param('width', 640)), Number(height ?? param('height', 360)));
      return send(Number(param('status', 200)), picture, { 'Content-Type': 'image/png' });
    },

    /** `?body=…&head=…&csp=…&lang=…&dir=…&charset=…`; or the same as JSON by POST, which answers an address. */
    '/page': async ({ request, url, send }) => {
      if (request.method === 'POST') {
        const address = `/page/${pages.size + 1}`;
        pages.set(address, JSON.parse(await textOf(request)));
        return send(200, { address });
      }
      const { headers, content } = page(Object.fromEntries(url.searchParams));
      return send(200, content, headers);
    },
    '/page/': ({ url, send }) => {
      if (!pages.has(url.pathname)) return send(404, 'no such page');
      const { headers, content } = page(pages.get(url.pathname));
      return send(200, content, headers);
    },

    /** `?body=…&status=200&type=application/json&retry-after=…`; `expose=0` hides Retry-After from scripts. */
    '/json': (exchange) => scripted(exchange, Number(exchange.param('status', 200))),

    /** `/sequence/<key>?statuses=503,reset,200&body=…`: one after the other, then the last again and again. */
    '/sequence/': (exchange) => {
      const statuses = exchange.param('statuses', '200').split(',');
      const turn = turns.get(exchange.rest) ?? 0;
      turns.set(exchange.rest, turn + 1);
      const status = statuses[Math.min(turn, statuses.length - 1)];
      if (status === 'reset') return ROUTES['/reset'](exchange);
      if (status === 'never') return ROUTES['/never'](exchange);
      if (status === 'drip') return ROUTES['/drip'](exchange);
      return scripted(exchange, Number(status));
    },

    /** Breaks the connection in the middle of the body. */
    '/reset': async ({ response, head }) => {
      response.writeHead(200, head({ 'Content-Type': 'application/json', 'Content-Length': '1000' }));
      response.write(JSON_TEXT);
      // Long enough for the headers to reach the page: it is the body that breaks.
      await wait(50);
      response.destroy();
    },

    '/never': () => {},

    /** `/lost/<key>/embed.js?times=1`: the built files; each chunk of embed.js is lost that often on its way. */
    '/lost/': async (exchange) => {
      const [, key, file] = /^([^/]*)\/(.*)$/.exec(exchange.rest);
      if (file === 'embed.js') turns.set(exchange.rest.replace(file, 'times'), Number(exchange.param('times', 1)));
      else {
        const lost = turns.get(exchange.rest) ?? 0;
        turns.set(exchange.rest, lost + 1);
        // No broken connection: browsers may repeat such a request on their own, and nobody could count.
        if (lost < turns.get(`${key}/times`)) return exchange.send(503, '');
      }
      return sendFile({ ...exchange, rest: file }, dist);
    },

    /**
     * `/cdn/<key>/khabar@1/dist/embed.js`: the built files, as jsDelivr serves a package. `khabar@1` moves on to the last release, and browsers
     * keep what it answers for a week; `khabar@1.0.0` never changes. `/cdn/<key>/release?version=1.1.0&keeps=1.0.0` releases
     * a version whose folder `dist/` has the parts of earlier ones too; `?says=1.2.3` mixes up its parts.
     */
    '/cdn/': async ({ rest, param, send }) => {
      const [, key, path] = /^([^/]*)\/(.*)$/.exec(rest);
      const releases = cdn.get(key) ?? [];
      if (path === 'release') {
        cdn.set(key, [
          ...releases,
          { version: param('version'), keeps: param('keeps', '').split(' '), says: param('says') },
        ]);
        return send(200, '');
      }
      const [, range, folder, file] = /^khabar@([\d.]+)\/dist\/(?:([\d.]+)\/)?([\w.]+)$/.exec(path) ?? [];
      const release = releases.findLast(({ version }) => version === range || version.startsWith(`${range}.`));
      if (!release || (folder && ![release.version, ...release.keeps].includes(folder))) return send(404, 'Not found');
      const { version } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
      const text = await readFile(join(dist, folder ? version : '', file), 'utf8');
      const isFixed = release.version === range;
      return send(200, text.replaceAll(version, folder ? (release.says ?? folder) : release.version), {
        'Content-Type': 'application/javascript; charset=utf-8',
        'Cache-Control': `public, max-age=${isFixed ? '31536000, immutable' : '604800'}`,
        'X-Content-Type-Options': 'nosniff',
      });
    },

    /** `?claimed=N&body=…`: a body that is longer, or shorter, than its Content-Length says. */
    '/length': ({ response, param, head }) => {
      const { socket } = response;
      const body = param('body', '{}');
      const headers = head({ 'Content-Type': 'application/json', 'Content-Length': param('claimed', '0') });
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      // Past Node, which would not lie.
      socket.end(`HTTP/1.1 200 OK\r\n${lines.join('')}Connection: close\r\n\r\n${body}`);
    },

    /** `?bytes=N`: valid JSON of N bytes that is a thousand times smaller on its way. */
    '/compressed': ({ response, param, head }) => {
      response.writeHead(200, head({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }));
      response.end(gzipSync(jsonOf(Number(param('bytes', 200)))));
    },

    /** `?bytes=200&step=10&every=50&body=…`: a body that trickles in. */
    '/drip': async ({ response, param, head }) => {
      const content = Buffer.from(param('body') ?? jsonOf(Number(param('bytes', 200))));
      const step = Number(param('step', 10));
      response.writeHead(200, head({ 'Content-Type': param('type', 'application/json') }));
      for (let at = 0; at < content.length && !response.destroyed; at += step) {
        response.write(content.subarray(at, at + step));
        await wait(Number(param('every', 50)));
      }
      response.end();
    },

    /** `?bytes=N&length=1`: N bytes of valid JSON as fast as they are read; `length=1` tells the length first. */
    '/huge': async ({ response, param, head }) => {
      const bytes = Number(param('bytes', 10_000_000));
      const length = param('length') === '1' ? { 'Content-Length': String(bytes) } : {};
      response.writeHead(200, head({ 'Content-Type': 'application/json', ...length }));
      const hungUp = new Promise((resolve) => response.once('close', resolve));
      for (const piece of piecesOf(bytes)) {
        if (response.destroyed) return;
        if (!response.write(piece)) await Promise.race([drained(response), hungUp]);
      }
      response.end();
    },

    /** `?to=…&status=302` */
    '/redirect': ({ param, send }) => send(Number(param('status', 302)), '', { Location: param('to', '/json') }),

    /** `?url=…`: where an address of the WordPress redirects to; a page of another origin is not told. */
    '/resolve': async ({ param, send }) => {
      const { wordPress } = environment();
      const isOurs = [wordPress?.origin, wordPress?.folder.origin].includes(originOf(param('url', '')));
      if (!isOurs) return send(400, 'no address of the WordPress');
      const { status, headers } = await fetch(param('url'), { redirect: 'manual' });
      return send(200, { status, location: headers.get('Location') });
    },

    /** `?body=…&status=200`: HTML where JSON was asked for. */
    '/html': ({ param, send }) =>
      send(Number(param('status', 200)), param('body', '<!doctype html><title>A page</title><p>No JSON here.'), {
        'Content-Type': 'text/html; charset=utf-8',
      }),

    /**
     * By POST: `{ "/2025/story/?a=1": { "body": …, "status": 200, "type": "…", "cors": false } }`. From then on these very
     * addresses answer so; objects are sent as JSON.
     */
    '/answers': async ({ request, send }) => {
      for (const [address, answer] of Object.entries(JSON.parse(await textOf(request)))) scenes.set(address, answer);
      return send(200, {});
    },

    /** `?key=…` counts the requests of that key, of that path, or all; `?containing=…` those with that in their address. */
    '/count': ({ param, send }) => {
      const key = param('key');
      const part = param('containing', '');
      const requests = seen.filter(
        (entry) => (!key || entry.key === key || entry.path === key) && (entry.path + entry.query).includes(part),
      );
      return send(200, { count: requests.length, requests });
    },

    /** Forgets all requests, and where each sequence stood. */
    '/forget': ({ send }) => {
      seen = [];
      scenes.clear();
      turns.clear();
      return send(200, {});
    },
  };

  async function handle(request, response) {
    const url = new URL(request.url, 'http://localhost');
    if (isOfASite(url)) {
      const exchange = exchangeOf(request, response, url, '');
      remember(exchange);
      await answerOfASite(exchange);
      return true;
    }
    const prefix = Object.keys(ROUTES).find((path) =>
      path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path,
    );
    if (!prefix) return false;
    const exchange = exchangeOf(request, response, url, url.pathname.slice(prefix.length));
    if (!['/count', '/forget', '/answers', '/environment.json'].includes(prefix)) remember(exchange);
    const { param, send } = exchange;
    // No Access-Control-Allow-Headers: a request with headers of its own is refused, as by most news sites.
    if (request.method === 'OPTIONS') await send(204, '');
    else {
      if (param('delay')) await wait(Number(param('delay')));
      if (!response.destroyed) await ROUTES[prefix](exchange);
    }
    return true;
  }

  function isOfASite({ pathname, search }) {
    return scenes.has(pathname + search) || pathname.includes('/wp-json/') || search.includes('rest_route=');
  }

  /** An address of a site that no test has spoken of is answered as most servers would: with a page, and without CORS. */
  async function answerOfASite({ url, response }) {
    const { delay = 0, ...answer } = scenes.get(url.pathname + url.search) ?? {
      status: 404,
      body: '<!doctype html>',
      cors: false,
    };
    const isText = typeof answer.body === 'string';
    await wait(delay);
    response.writeHead(answer.status ?? 200, {
      'Content-Type': answer.type ?? (isText ? 'text/html; charset=utf-8' : 'application/json'),
      ...(answer.cors === false ? {} : { 'Access-Control-Allow-Origin': '*' }),
    });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  }

  function remember({ request, response, url, rest, param }) {
    const entry = {
      key: param('key') ?? (url.pathname.startsWith('/sequence/') ? rest : null),
      path: url.pathname,
      query: url.search,
      method: request.method,
      headers: request.headers,
      at: Date.now(),
      finished: false,
      aborted: false,
    };
    seen.push(entry);
    response.on('finish', () => (entry.finished = true));
    response.on('close', () => (entry.aborted = !entry.finished));
  }

  return { handle };
}

/** Everything that a route needs: what was asked for, and ways to answer. */
function exchangeOf(request, response, url, rest) {
  const param = (name, otherwise) => url.searchParams.get(name) ?? otherwise;
  const head = (headers = {}) => ({
    ...(param('cors') === '0' ? {} : { 'Access-Control-Allow-Origin': '*' }),
    'Cache-Control': param('cache', 'no-store'),
    ...headers,
  });
  const send = (status, content, headers) => {
    const isData = typeof content === 'object' && !Buffer.isBuffer(content);
    const bytes = isData ? JSON.stringify(content) : content;
    response.writeHead(status, head({ 'Content-Type': isData ? 'application/json' : 'text/plain', ...headers }));
    response.end(bytes);
  };
  return { request, response, url, rest: decodeURIComponent(rest), param, head, send };
}

function scripted({ param, send }, status) {
  const headers = { 'Content-Type': param('type', 'application/json') };
  const retryAfter = param('retry-after');
  if (retryAfter !== undefined && status >= 300) {
    headers['Retry-After'] = retryAfter;
    if (param('expose') !== '0') headers['Access-Control-Expose-Headers'] = 'Retry-After';
  }
  return send(status, param('body', '{}'), headers);
}

function sendFile({ request, response, rest, head, send }, folder) {
  const file = normalize(join(folder, rest));
  if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return send(404, 'no such file');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, head({ 'Content-Type': type, 'Content-Length': String(statSync(file).size) }));
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

function originOf(address) {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

async function textOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function jsonOf(bytes) {
  return [...piecesOf(bytes)].join('');
}

function* piecesOf(bytes) {
  yield JSON_TEXT;
  const end = '"}';
  let left = bytes - JSON_TEXT.length - end.length;
  for (; left > 0; left -= 65_536) yield 'x'.repeat(Math.min(left, 65_536));
  yield end;
}

function drained(response) {
  return new Promise((resolve) => response.once('drain', resolve));
}
