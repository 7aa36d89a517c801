/**
 * The demo: two sites on two ports, because a card on a blog and the article it shows have two origins in real life,
 * and cross-origin rules are half of what an embed has to get right.
 *
 * Settings, all optional: PORT (of the demo; the publisher takes the next one), HOST (the address to bind; only this
 * machine by default), BROWSER=none (do not open a browser).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { blogSite } from './blog-site.mjs';
import { publisherSite } from './publisher-site.mjs';

/** @typedef {import('node:http').Server} Server */
/** @typedef {import('node:http').RequestListener} RequestListener */

// Both families: `localhost` means ::1 to one browser and 127.0.0.1 to another.
const addresses = process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '::1'];

/**
 * @param {RequestListener} site
 * @param {string} address
 * @param {number} port
 * @returns {Promise<Server>}
 */
function listen(site, address, port) {
  return new Promise((resolve, reject) => {
    const server = createServer(site);
    server.once('error', reject);
    server.listen(port, address, () => resolve(server));
  });
}

/**
 * Opens a site at the first port, from `port` on, that is free on every address.
 * @param {RequestListener} site
 * @param {number} port
 * @returns {Promise<{ port: number, servers: Server[] }>}
 */
async function open(site, port) {
  /** @type {Server[]} */
  const servers = [];
  for (const address of addresses) {
    try {
      servers.push(await listen(site, address, port));
    } catch (error) {
      const code = /** @type {NodeJS.ErrnoException} */ (error).code;
      // A machine without IPv6 still has the other address.
      if ((code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') && addresses.length > 1) continue;
      servers.forEach((server) => server.close());
      if (code === 'EADDRINUSE' && port < 65535) return open(site, port + 1);
      throw error;
    }
  }
  return { port, servers };
}

/** @param {string} address */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  // No browser to open is no reason to complain: the address is printed.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

const wanted = Number(process.env.PORT) || 4000;
/** Each site has to know the other's port, and knows it once both are open. */
const ports = { blog: 0, publisher: 0 };
const blog = await open(blogSite(ports), wanted);
ports.blog = blog.port;
const publisher = await open(publisherSite(ports), blog.port + 1);
ports.publisher = publisher.port;

const name =
  process.env.HOST && process.env.HOST !== '0.0.0.0' && process.env.HOST !== '::' ? process.env.HOST : 'localhost';
const address = `http://${name.includes(':') ? `[${name}]` : name}:${blog.port}/`;
console.log(`Khabar demo: ${address}`);
console.log(`The publisher (articles, pictures, embed.js): ${address.replace(/\d+\/$/, `${publisher.port}/`)}`);
if (!existsSync(new URL('../dist/embed.js', import.meta.url))) {
  console.warn('dist/embed.js is missing, so no card will appear. Run `npm run build` first.');
}
console.log('Ctrl+C to stop.');

if (process.stdout.isTTY && !process.env.CI && process.env.BROWSER !== 'none') openBrowser(address);

function stop() {
  for (const server of [...blog.servers, ...publisher.servers]) {
    server.close();
    server.closeAllConnections();
  }
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
