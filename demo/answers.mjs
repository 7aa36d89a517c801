import { readFile, realpath } from 'node:fs/promises';
import { extname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/**
 * The same machine by the name the visitor used for it, at another port: `localhost` stays `localhost`, and a phone
 * that came by the network address keeps using that.
 * @param {Request} request
 * @param {number} port
 */
export function originAt(request, port) {
  const host = request.headers.host ?? '';
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : 'localhost';
  return `http://${name}:${port}`;
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string | Buffer} body
 * @param {string} type
 * @param {Record<string, string>} [headers]
 */
export function send(response, status, body, type, headers = {}) {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    // A demo is edited and reloaded: nothing may come from an old copy.
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/**
 * @param {Response} response
 * @param {unknown} page
 * @param {number} [status]
 */
export function sendPage(response, page, status = 200) {
  send(response, status, String(page), TYPES['.html']);
}

/**
 * @param {Response} response
 * @param {string} location
 * @param {301 | 302} [status]
 */
export function redirect(response, location, status = 302) {
  response.writeHead(status, { Location: location, 'Content-Length': 0 }).end();
}

/**
 * Sends a file from a folder; answers false if there is none, or if it lies outside the folder.
 * @param {Response} response
 * @param {URL} folder
 * @param {string} name path within the folder, decoded
 * @param {Record<string, string>} [headers]
 */
export async function sendFile(response, folder, name, headers) {
  try {
    const root = await realpath(fileURLToPath(folder));
    const path = await realpath(fileURLToPath(new URL(`./${encodeURI(name)}`, folder)));
    if (!path.startsWith(root + sep)) return false;
    send(response, 200, await readFile(path), TYPES[extname(path)] ?? 'application/octet-stream', headers);
    return true;
  } catch {
    return false;
  }
}
