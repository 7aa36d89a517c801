// Programs that the tests need and Node has not: finds them, and installs their packages where that is harmless: as
// root on a machine with apt-get, that is, in a container or on a CI machine. Elsewhere the scripts only say which
// line to run, because nobody expects a test run to change their computer.
import { spawnSync } from 'node:child_process';
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

/**
 * What `look()` finds once what was missing is installed, where it may be.
 * @param look answers `{ missing: [{ label, packages }] }` and whatever else the caller wants to know
 */
export function prepare(look, { install, say }) {
  const found = look();
  const installable = found.missing.filter((item) => item.packages.length > 0);
  if (!install || installable.length === 0 || !canInstall()) return found;
  installPackages(installable, say);
  return look();
}

/** The line to run on a machine that lacks something; empty where no package would help. */
export function howToInstall(missing) {
  const packages = missing.flatMap((item) => item.packages);
  if (packages.length === 0) return '';
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

function canInstall() {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;
}

function installPackages(missing, say) {
  say(`Installing ${missing.map((item) => item.label).join(', ')} …`);
  const options = ['-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  const apt = (...args) =>
    spawnSync('apt-get', [...options, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  // One call each: a distribution that lacks one of the packages must not keep the others from us.
  for (const { packages } of missing) apt('install', '-y', '--no-install-recommends', ...packages);
}
