/**
 * The demo: two sites on two ports, because a card on a blog and the article it shows have two origins in real life, and
 * cross-origin rules are half of what an embed has to get right. Vite serves the blog, the publisher is a plain server.
 *
 * Settings, all optional: PORT (of the demo; the publisher takes the next one), HOST (the address to bind; only this
 * machine by default), BROWSER=none (do not open a browser).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin, type ViteDevServer } from 'vite';
import { send } from './answers.js';

const HOST = process.env['HOST'];
// Both families: `localhost` means ::1 to one browser and 127.0.0.1 to another.
const addresses: readonly string[] = HOST ? [HOST] : ['127.0.0.1', '::1'];
const folder = normalizePath(fileURLToPath(new URL('.', import.meta.url)));

/** Vite starts again when its configuration changes, this file included; the demo stays where it is. */
const kept = globalThis as { khabarDemoPort?: number };

/** Opens a server at an address; answers nothing if this machine has no such address. */
function listen(server: Server, address: string, port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 still has the other address.
      const isAbsent = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      if (isAbsent && addresses.length > 1) resolve(undefined);
      else reject(error);
    });
    server.listen(port, address, () => resolve(server));
  });
}

/** Opens servers at the first port, from `port` on, that is free on every address. */
async function open(site: RequestListener, port: number): Promise<{ port: number; servers: Server[] }> {
  const servers: Server[] = [];
  try {
    for (const address of addresses) {
      const server = await listen(createServer(site), address, port);
      if (server) servers.push(server);
    }
    return { port, servers };
  } catch (error) {
    close(servers);
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' && port < 65535) return open(site, port + 1);
    throw error;
  }
}

function close(servers: readonly Server[]): void {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

async function firstFreePort(from: number): Promise<number> {
  const { port, servers } = await open(() => {}, from);
  close(servers);
  return port;
}

/** The address of the demo at a port, as people on this machine write it. */
function addressAt(port: number): string {
  const name = HOST && HOST !== '0.0.0.0' && HOST !== '::' ? HOST : 'localhost';
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}

/** Vite listens at one address alone; what comes by another one is handed to it. */
async function openOtherAddresses({ httpServer, config }: ViteDevServer): Promise<Server[]> {
  const servers = addresses.slice(1).map((address) => {
    const server = createServer((...request) => httpServer?.emit('request', ...request));
    server.on('upgrade', (...request) => httpServer?.emit('upgrade', ...request));
    return listen(server, address, config.server.port);
  });
  return (await Promise.all(servers)).filter((server) => server !== undefined);
}

function printAddresses(blog: number, publisher: number): void {
  console.log(`Khabar demo: ${addressAt(blog)}`);
  console.log(`The publisher (articles, pictures, embed.js): ${addressAt(publisher)}`);
  console.log('Snippets show the built embed.js: run `npx vite build --watch` beside this to see changes in them.');
  console.log('The snippet “element” is served from src/: changes show at once.');
  if (!existsSync(new URL('../dist/embed.js', import.meta.url))) {
    console.warn('dist/embed.js is missing, so no card will appear. Run `npm run build` first.');
  }
  console.log('Ctrl+C to stop.');
}

function openBrowser(address: string): void {
  const [command, ...options] =
    process.platform === 'darwin'
      ? (['open', address] as const)
      : process.platform === 'win32'
        ? (['cmd', '/c', 'start', '', address] as const)
        : (['xdg-open', address] as const);
  // No browser to open is no reason to complain: the address is printed.
  spawn(command, options, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** Serves the demo where Vite is started as a server. */
export function demo(): Plugin {
  let isRestart = false;
  let servers: Server[] = [];
  let stop = () => {};

  return {
    name: 'demo',
    apply: (_, { command, isPreview }) => command === 'serve' && !isPreview && !process.env['VITEST'],

    async config(config) {
      // Those of the build are not served, and would each be prepared.
      for (const name of Object.keys(config.environments ?? {}))
        if (name !== 'client' && name !== 'ssr') delete config.environments![name];
      isRestart = kept.khabarDemoPort !== undefined;
      const port = (kept.khabarDemoPort ??= await firstFreePort(Number(process.env['PORT']) || 4000));
      return {
        appType: 'custom',
        server: {
          host: addresses[0]!,
          port,
          strictPort: true,
          // Whoever opens the demo to others does not know by which names they come.
          allowedHosts: HOST ? true : [],
        },
        // Without a condition "development", so that Lit is the one that is shipped.
        resolve: { conditions: ['module', 'browser', 'production'] },
        optimizeDeps: { entries: ['src/index.ts'] },
      };
    },

    configureServer(server) {
      // Loaded anew for each request, so that changes show at once.
      const load = async <Module>(file: string) => (await server.ssrLoadModule(file)) as Module;
      let publisherPort = Promise.resolve(0);

      server.httpServer?.once('listening', () => {
        const publisher = open((request, response) => {
          Promise.all([load<typeof import('./publisher-site.js')>('/demo/publisher-site.ts'), publisherPort])
            .then(([{ publisherSite }, port]) => publisherSite(port)(request, response))
            .catch((error: Error) => fail(error, response));
        }, server.config.server.port + 1);
        publisherPort = publisher.then(({ port }) => port);
        Promise.all([publisher, openOtherAddresses(server)]).then(
          ([{ port, servers: ofPublisher }, others]) => {
            servers = [...ofPublisher, ...others];
            if (isRestart) return;
            printAddresses(server.config.server.port, port);
            if (process.stdout.isTTY && !process.env['CI'] && process.env['BROWSER'] !== 'none')
              openBrowser(addressAt(server.config.server.port));
          },
          (error: unknown) => {
            console.error(error);
            process.exit(1);
          },
        );
      });

      stop = () => void server.close().finally(() => process.exit());
      process.once('SIGINT', stop);

      function fail(error: Error, response: Parameters<RequestListener>[1]) {
        server.ssrFixStacktrace(error);
        console.error(error);
        if (!response.headersSent) send(response, 500, 'Something broke; see the terminal.', 'text/plain');
      }

      server.middlewares.use((request, response, next) => {
        Promise.all([load<typeof import('./blog-site.js')>('/demo/blog-site.ts'), publisherPort])
          .then(([{ sendBlogPage }, port]) => sendBlogPage(request, response, port))
          .then((isSent) => isSent || next())
          .catch((error: Error) => fail(error, response));
      });
      // After Vite, whose answer this is not.
      return () => server.middlewares.use((_, response) => send(response, 404, 'Not found', 'text/plain'));
    },

    closeServer() {
      close(servers);
      process.off('SIGINT', stop);
    },

    hotUpdate({ file, modules }) {
      // What the pages are made of is no module of theirs.
      if (this.environment.name === 'client' && modules.length === 0 && file.startsWith(folder))
        this.environment.hot.send({ type: 'full-reload' });
    },
  };
}
