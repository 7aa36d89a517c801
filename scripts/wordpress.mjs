// A real WordPress for the tests: Debian's package, over a database of its own in a temporary folder, with posts that
// tests/wordpress/publish.php writes. Alone: `node scripts/wordpress.mjs` starts it and prints its addresses.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';
import { findProgram, howToInstall, installMissing } from './packages.mjs';

const CODE = '/usr/share/wordpress';
const SECOND = 1000;
const ours = (path) => fileURLToPath(new URL(`../tests/wordpress/${path}`, import.meta.url));

const findPhp = () => findProgram(['php']);
// On Debian it is where an ordinary user's PATH does not lead.
const findDatabase = () => findProgram(['mariadbd'], ['/usr/sbin/mariadbd']);

// Nothing that is installed here starts a service by itself.
const NEEDED = [
  {
    label: 'PHP with MariaDB',
    // php-cgi is not run, but without it WordPress's package would bring Apache.
    packages: ['php-cgi', 'php-cli', 'php-mysql', 'php-gd', 'php-mbstring', 'mariadb-server-core'],
    isThere() {
      if (!findPhp() || !findDatabase()) return false;
      const modules = spawnSync(findPhp(), ['-m'], { encoding: 'utf8' }).stdout.split('\n');
      return ['mysqli', 'gd', 'mbstring'].every((name) => modules.includes(name));
    },
  },
  {
    label: 'WordPress',
    // The package asks for a web server; this is a small one that stays off.
    packages: ['mini-httpd', 'php', 'wordpress', 'wordpress-l10n'],
    isThere: () => ['wp-settings.php', 'wp-content/languages/ar.mo'].every((file) => existsSync(join(CODE, file))),
  },
];

/** What WordPress lacks to be started here. */
export function missingForWordPress() {
  return NEEDED.filter((item) => !item.isThere()).map(({ label, packages }) => ({ label, packages }));
}

/**
 * Answers `{ site, stop() }`. `site` is plain data: a site at the root of its host, and the same posts again on one that
 * is in a folder of another host (`folder`). Each post is `{ id, slug, link }`. `author` is the name, and the password for
 * programs, of somebody who may publish and whose HTML is cleaned.
 */
export async function startWordPress() {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-wordpress-'));
  const children = new Set();

  function start(program, args, env = {}) {
    // The leader of a group: PHP's server has workers, which outlive it.
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      detached: true,
    });
    const started = { child, output: '', errors: '', ended: once(child, 'close') };
    child.stdout.on('data', (data) => (started.output += data));
    // Both servers write their log here, of which only the end is ever of interest.
    child.stderr.on('data', (data) => (started.errors = (started.errors + data).slice(-4000)));
    children.add(started);
    // Its number may be given to another process.
    started.ended.catch(() => {}).finally(() => children.delete(started));
    return started;
  }

  function kill() {
    for (const { child } of children) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It was gone already.
      }
    }
  }

  function clean() {
    kill();
    // Until they are gone, the servers may still write.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }

  function interrupted(signal) {
    clean();
    // Node ends a process by a signal only while nobody listens to it.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  }

  process.on('exit', clean);
  for (const signal of SIGNALS) process.once(signal, interrupted);

  async function stop() {
    kill();
    await Promise.allSettled([...children].map(({ ended }) => ended));
    clean();
    process.off('exit', clean);
    for (const signal of SIGNALS) process.off(signal, interrupted);
  }

  try {
    return { site: await startAll({ folder, start }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

async function startAll({ folder, start }) {
  const site = join(folder, 'site');
  const socket = join(folder, 'database.sock');
  const port = await freePort();
  const content = join(site, 'wp-content');
  mkdirSync(join(content, 'uploads'), { recursive: true });
  mkdirSync(join(content, 'plugins'));
  mkdirSync(join(content, 'themes'));
  symlinkSync(ours('theme'), join(content, 'themes/khabar-test'));
  symlinkSync(join(CODE, 'wp-includes'), join(site, 'wp-includes'));
  // The site in a folder has the same files.
  symlinkSync(site, join(site, 'blog'));

  const database = start(findDatabase(), [
    '--no-defaults',
    `--datadir=${mkdtempSync(join(folder, 'data-'))}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'database.pid')}`,
    // Reached through the socket alone, in a folder that is closed to other users; so there are no accounts, and no
    // tables of accounts that would have to be made first.
    '--skip-networking',
    '--skip-grant-tables',
    // Nobody wants it back after a power cut.
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-buffer-pool-size=32M',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ]);
  await ready('MariaDB', database, () => answersOn(socket), 30 * SECOND);

  const settings = {
    KHABAR_WORDPRESS_CODE: CODE,
    KHABAR_WORDPRESS_CONTENT: content,
    KHABAR_WORDPRESS_SOCKET: socket,
    KHABAR_WORDPRESS_PORT: String(port),
  };
  const publishing = start(findPhp(), ['-d', 'memory_limit=256M', ours('publish.php')], settings);
  const [code] = await inTime('Publishing the posts', publishing, publishing.ended, 60 * SECOND);
  if (code !== 0) throw new Error(`The posts could not be published:\n${publishing.errors}${publishing.output}`);
  const published = JSON.parse(publishing.output);

  const server = start(
    findPhp(),
    [
      '-d',
      'memory_limit=256M',
      '-d',
      'display_errors=stderr',
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      site,
      ours('router.php'),
    ],
    // A browser asks for several things at once, and one worker would answer them one after the other.
    { ...settings, PHP_CLI_SERVER_WORKERS: '4' },
  );
  const origin = `http://127.0.0.1:${port}`;
  const folderOrigin = `http://localhost:${port}`;
  await ready('WordPress', server, () => isAnswered(`${origin}/wp-json/wp/v2/posts`), 30 * SECOND);

  const moved = ([name, post]) => [name, { ...post, link: post.link.replace(origin, `${folderOrigin}/blog`) }];
  return {
    version: published.version,
    author: published.author,
    origin,
    posts: published.posts,
    folder: {
      origin: folderOrigin,
      home: `${folderOrigin}/blog`,
      posts: Object.fromEntries(Object.entries(published.posts).map(moved)),
    },
  };
}

async function ready(name, started, isReady, timeout) {
  const giveUp = new AbortController();
  const asking = (async () => {
    while (!giveUp.signal.aborted && !(await isReady())) await wait(50);
  })();
  const ended = started.ended.then(([code, signal]) => {
    throw new Error(`${name} ended at once (${code ?? signal}):\n${started.errors}`);
  });
  ended.catch(() => {});
  try {
    await inTime(name, started, Promise.race([asking, ended]), timeout);
  } finally {
    giveUp.abort();
  }
}

async function inTime(name, started, promise, timeout) {
  const timer = new AbortController();
  const tooLong = wait(timeout, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${name}: not ready within ${timeout / SECOND} seconds\n${started.errors}`);
  });
  tooLong.catch(() => {});
  try {
    return await Promise.race([promise, tooLong]);
  } finally {
    timer.abort();
  }
}

/** MariaDB speaks first. */
function answersOn(socket) {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const done = (answer) => {
      connection.destroy();
      resolve(answer);
    };
    connection.once('data', () => done(true));
    connection.once('error', () => done(false));
    connection.once('close', () => done(false));
  });
}

async function isAnswered(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await installMissing(missingForWordPress());
  const missing = missingForWordPress();
  if (missing.length === 0) {
    const { version, origin, posts, folder } = (await startWordPress()).site;
    console.log(`WordPress ${version}: ${origin}/ and, in a folder, ${folder.home}/`);
    for (const [name, { id, link }] of Object.entries(posts)) {
      console.log(`\n${name}\n  ${decodeURI(link)}\n  ${origin}/wp-json/wp/v2/posts/${id}?_embed`);
    }
    console.log('\nCtrl+C ends it.');
  } else {
    for (const { label } of missing) console.log(`${label}: missing`);
    console.log(howToInstall(missing));
    process.exitCode = 1;
  }
}
