// Finds the programs that the tests need beside Node, and installs their packages where that is harmless: as root on a
// machine with apt-get, which is a container or a CI machine. Elsewhere the scripts only say which line to run, because
// nobody expects a test run to change their computer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first that exists of programs by name, then of whole paths. */
export function findProgram(names, paths = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...paths].find(isExecutable);
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The line to run on a machine that lacks something; empty where no package would help. */
export function howToInstall(missing) {
  const packages = missing.flatMap((item) => item.packages);
  if (packages.length === 0) return '';
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Installs what is missing with apt-get, where that is harmless; elsewhere does nothing.
 * @param missing lists `{ label, packages }`
 */
export async function installMissing(missing, { say = console.log } = {}) {
  const installable = missing.filter(({ packages }) => packages.length > 0);
  if (installable.length === 0 || !canInstall()) return;
  say(`Installing ${installable.map(({ label }) => label).join(', ')} …`);
  await aptGet('update');
  const install = (packages) => aptGet('install', '-y', '--no-install-recommends', ...packages);
  if ((await install(installable.flatMap(({ packages }) => packages))) === 0) return;
  // One call each: a distribution that lacks one of the packages still gets the others.
  for (const { packages } of installable) await install(packages);
}

function canInstall() {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;
}

/** Answers the exit code. What apt-get prints is shown only if it fails. */
async function aptGet(...args) {
  const options = ['-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn('apt-get', [...options, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const [code] = await once(child, 'close');
  if (code !== 0) console.error(output);
  return code;
}
