// Debian's nginx and Apache for the tests, each with the configuration that docs/publishers.md gives to publishers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { findProgram } from './packages.mjs';

const MODULES = '/usr/lib/apache2/modules';
const SECOND = 1000;

// apache2-bin has no service. Debian's nginx has one, which starts where packages may start services; in containers they may not.
const SERVERS = {
  nginx: {
    label: 'nginx',
    packages: ['nginx'],
    find: () => existsSync('/etc/nginx/mime.types') && findProgram(['nginx'], ['/usr/sbin/nginx']),
    main: (folder, site) => `
      daemon off;
      worker_processes 1;
      ${process.getuid?.() === 0 ? 'user www-data;' : ''}
      pid ${folder}/nginx.pid;
      error_log stderr warn;
      events {}
      http {
        include /etc/nginx/mime.types;
        access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
        include ${site};
      }`,
    here: (text, port) => text.replace('listen 80;', `listen 127.0.0.1:${port};`),
    options: (main, folder) => ['-p', folder, '-c', main],
  },
  apache: {
    label: 'Apache',
    packages: ['apache2-bin'],
    find: () => existsSync(`${MODULES}/mod_brotli.so`) && findProgram(['apache2'], ['/usr/sbin/apache2']),
    main: (folder, site, port) => `
      ServerRoot ${folder}
      ServerName localhost
      Listen 127.0.0.1:${port}
      PidFile ${folder}/apache.pid
      DefaultRuntimeDir ${folder}
      Mutex file:${folder}
      ErrorLog ${folder}/error.log
      ${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
      ${['mpm_event', 'authz_core', 'mime', 'dir', 'filter', 'headers', 'brotli', 'deflate']
        .filter((name) => existsSync(`${MODULES}/mod_${name}.so`))
        .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
        .join('\n')}
      TypesConfig /etc/mime.types
      Include ${site}`,
    here: (text, port) => text.replace('*:80', `*:${port}`),
    options: (main) => ['-X', '-f', main],
  },
};

/** What is missing of the servers, to be installed. */
export function missingWebServers() {
  return Object.values(SERVERS)
    .filter(({ find }) => !find())
    .map(({ label, packages }) => ({ label, packages }));
}

/**
 * Starts a server with a file of tests/servers/. Answers `{ origin, root, stop() }`; `root` is the folder that it serves.
 * @param {'nginx' | 'apache'} name
 */
export async function startWebServer(name) {
  const { label, find, main, here, options } = SERVERS[name];
  const folder = mkdtempSync(join(tmpdir(), `khabar-${name}-`));
  // The server's workers are another user.
  chmodSync(folder, 0o755);
  const root = join(folder, 'news');
  mkdirSync(root);
  const port = await freePort();
  const text = readFileSync(new URL(`../tests/servers/khabar.${name}.conf`, import.meta.url), 'utf8');
  const site = join(folder, 'site.conf');
  writeFileSync(site, here(text, port).replaceAll('/srv/news', root));
  const settings = join(folder, 'main.conf');
  writeFileSync(settings, main(folder, site, port));

  const child = spawn(find(), options(settings, folder), { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  for (const end = Date.now() + 20 * SECOND; !(await answersOn(port)); await wait(50))
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`${label} did not start: ${output}`);
    }
  return { origin: `http://127.0.0.1:${port}`, root, stop };
}

function answersOn(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
