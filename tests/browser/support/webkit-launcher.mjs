// WebKit for Web Test Runner, over plain WebDriver. The stock launcher would bring webdriverio (250 packages) for
// the same four calls.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../scripts/free-port.mjs';

/** Patience, in milliseconds, is for one command to the page; the driver itself forgets one now and then. */
export function webkitLauncher({ driver, miniBrowser, xvfb, env, patience = 30_000 }) {
  /** The X server and the driver, each the leader of a group with the processes that it starts. */
  const children = new Set();
  let address;
  let webdriverSession;
  let starting;
  let current;
  let watch;

  // The runner's process may end without calling stop(); a stray X server would outlive it.
  process.on('exit', endChildren);

  function endChildren() {
    for (const { pid } of [...children].reverse()) {
      try {
        // Killed, and as a group: a page in an endless loop outlives its browser.
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It was gone already.
      }
    }
  }

  function start(program, args, options) {
    const child = spawn(program, args, { ...options, detached: true });
    children.add(child);
    child.on('exit', () => children.delete(child));
    return child;
  }

  async function call(method, path, body, milliseconds = 30_000) {
    // A page in an endless loop answers no command, and neither does the driver.
    const signal = AbortSignal.timeout(milliseconds);
    const response = await fetch(address + path, { method, body: body && JSON.stringify(body), signal });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit, ${method} ${path}: ${value.error} ${value.message}`);
    return value;
  }

  const send = (method, path, body) => call(method, `/session/${webdriverSession}${path}`, body, patience);

  // One after the other: looking after the window must not come between a key and its release.
  let last = Promise.resolve();
  function inTurn(work) {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  const webdriver = (method, path, body) => inTurn(() => send(method, path, body));

  /** A dialog stops the page for good, and a window that a link opened takes the focus from it. */
  async function tidy() {
    // Asked for by name: other commands wait for the dialog, unhandledPromptBehavior or not.
    const hasDialog = await send('GET', '/alert/text').then(
      () => true,
      () => false,
    );
    if (hasDialog) await send('POST', '/alert/dismiss', {});
    const handles = await send('GET', '/window/handles');
    if (handles.length === 1) return;
    const own = await send('GET', '/window');
    for (const handle of handles.filter((other) => other !== own)) {
      await send('POST', '/window', { handle });
      await send('DELETE', '/window');
    }
    await send('POST', '/window', { handle: own });
  }

  async function startBrowser() {
    // Its own X server even where there is a desktop: there a window could lose the focus in the middle of a test.
    const server = start(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [display] = await answerOf(server, once(server.stdio[3], 'data'));
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const service = start(driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...env, DISPLAY: `:${String(display).trim()}`, GDK_BACKEND: 'x11' },
    });
    await answerOf(service, listening());
    const session = await call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
        },
      },
    });
    webdriverSession = session.sessionId;
    await webdriver('POST', '/window/rect', { width: 800, height: 700 });
    watch = setInterval(() => void inTurn(tidy).catch(() => {}), 500);
  }

  async function listening() {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call('GET', '/status');
      } catch (error) {
        if (attempt === 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  async function stop() {
    const session = webdriverSession;
    starting = undefined;
    webdriverSession = undefined;
    clearInterval(watch);
    if (session) await call('DELETE', `/session/${session}`).catch(() => {});
    endChildren();
  }

  return {
    name: 'WebKit',
    type: 'webkit-webdriver',
    concurrency: 1,
    webdriver,
    async startSession(id, url) {
      current = id;
      try {
        await (starting ??= startBrowser());
        await webdriver('POST', '/url', { url });
      } catch {
        // A crashed browser must cost one test file, not all that follow.
        await stop();
        await (starting = startBrowser());
        await webdriver('POST', '/url', { url });
      }
    },
    isActive: (id) => current === id,
    getBrowserUrl: () => webdriver('GET', '/url'),
    async stopSession() {
      current = undefined;
      // A page that cannot be left is left behind, with its browser: the next file gets a new one.
      await webdriver('POST', '/url', { url: 'about:blank' }).catch(stop);
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKit has no debug mode here');
    },
    stop,
  };
}

/** Rejects when the process ends (or never starts) before it has answered. */
function answerOf(child, answer) {
  return Promise.race([
    answer,
    new Promise((_, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`${child.spawnfile} ended at once (exit code ${code})`)));
    }),
  ]);
}
