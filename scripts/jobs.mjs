// Runs programs side by side, so that the cores of the machine are busy while some of them wait.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/**
 * One more than there are cores: the browser tests wait for the network and for timers a part of their time. With two more,
 * what a test waits for came too late on two cores, now and then.
 */
const SLOTS = availableParallelism() + 1;
/** Milliseconds without a word of output after which a program is taken for dead. No single test may take so long. */
const LONGEST_SILENCE = 15 * 60_000;

const running = new Set();
const waiting = [];
let free = SLOTS;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Without this script the programs would go on alone, browsers and all.
  process.once(signal, () => {
    for (const child of running) child.kill('SIGINT');
    process.exit(1);
  });
}

/**
 * Runs a Node program once there is a core for it, and answers its exit code. Its output is printed in one piece, under
 * its title, when it ends. One that is urgent goes before those that wait.
 */
export async function run(title, [script, ...args], { env = {}, isUrgent = false } = {}) {
  if (free === 0) await new Promise((resolve) => (isUrgent ? waiting.unshift(resolve) : waiting.push(resolve)));
  else free -= 1;
  console.log(`· ${title}`);
  const start = performance.now();
  const { code, output } = await outcomeOf(
    spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    }),
  );
  // Passed on directly, so that nobody comes in between.
  const next = waiting.shift();
  if (next) next();
  else free += 1;
  heading(`${title}, ${Math.round((performance.now() - start) / 1000)} s`);
  if (output.trim()) console.log(output.trim());
  return code;
}

function outcomeOf(child) {
  running.add(child);
  return new Promise((resolve) => {
    let output = '';
    const watchdog = setTimeout(() => {
      output += '\nNothing was heard of it for a quarter of an hour; it was stopped.\n';
      // Interrupted first, so that a runner can close its browsers.
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGKILL'), 30_000).unref();
    }, LONGEST_SILENCE);
    const end = (code) => {
      clearTimeout(watchdog);
      running.delete(child);
      resolve({ code, output });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        watchdog.refresh();
      });
    }
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', (code, signal) => end(code ?? signal));
  });
}

export function heading(title) {
  console.log(`\n== ${title} ==\n`);
}
