import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/**
 * The same machine by the name the visitor used for it, at another port: `localhost` stays `localhost`, and a phone
 * that came by the network address keeps using that.
 */
export function originAt(request: IncomingMessage, port: number): string {
  const host = request.headers.host ?? '';
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : 'localhost';
  return `http://${name}:${port}`;
}

export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type: string,
  headers: Record<string, string> = {},
): void {
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

export function sendPage(response: ServerResponse, page: unknown, status = 200): void {
  send(response, status, String(page), 'text/html; charset=utf-8');
}

export function redirect(response: ServerResponse, location: string, status: 301 | 302 = 302): void {
  response.writeHead(status, { Location: location, 'Content-Length': 0 }).end();
}

/**
 * Sends a file from a folder; answers false if there is none, or if it lies outside the folder.
 * @param name path within the folder, decoded
 */
export async function sendFile(
  response: ServerResponse,
  folder: URL,
  name: string,
  headers?: Record<string, string>,
): Promise<boolean> {
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
