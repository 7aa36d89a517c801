// Finds what the browser tests need: the three engines, the Arabic fonts, and libraries that pages of today still have.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findProgram, howToInstall, isExecutable } from './packages.mjs';

export const inCI = !['', '0', 'false'].includes((process.env.CI ?? '').toLowerCase());

/** Every test runs with the clock of a reader in New York, so that code which leaks the reader's zone is caught. */
export const READER_TIME_ZONE = 'America/New_York';

/** LC_* would win over LANG, and under LANG=C WebKitGTK's navigator.language is "C", which is no language tag. */
export function readerEnvironment(extra = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LC_'));
  return {
    ...Object.fromEntries(inherited),
    TZ: READER_TIME_ZONE,
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US',
    ...extra,
  };
}

const ENGINES = {
  chromium: {
    label: 'Chromium',
    variable: 'CHROMIUM_PATH',
    packages: ['chromium'],
    find() {
      const executable = findProgram(
        ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'],
        [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
        ],
      );
      return executable && { executable };
    },
  },
  firefox: {
    label: 'Firefox',
    variable: 'FIREFOX_PATH',
    packages: ['firefox-esr'],
    find() {
      const executable = findProgram(['firefox-esr', 'firefox'], ['/Applications/Firefox.app/Contents/MacOS/firefox']);
      return executable && { executable };
    },
  },
  webkit: {
    label: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb'],
    find() {
      const driver = findProgram(['WebKitWebDriver']);
      const xvfb = findProgram(['Xvfb']);
      const miniBrowser = MINI_BROWSERS.find((path) => existsSync(path));
      return driver && xvfb && miniBrowser && { driver, xvfb, miniBrowser };
    },
  },
};

const MINI_BROWSERS = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].flatMap((version) => [
  `/usr/lib/x86_64-linux-gnu/${version}/MiniBrowser`,
  `/usr/lib/aarch64-linux-gnu/${version}/MiniBrowser`,
  `/usr/libexec/${version}/MiniBrowser`,
]);

const FONTS = {
  label: 'Arabic fonts',
  families: ['Noto Naskh Arabic', 'Noto Sans Arabic'],
  packages: ['fontconfig', 'fonts-noto-core'],
};

/** Debian packages them as files for web servers; npm has no builds of them for a `<script>`. */
const LIBRARIES = {
  label: 'MooTools, Prototype and Dojo',
  files: ['mootools/mootools.js', 'prototype/prototype.js', 'dojo/dojo.js'],
  packages: ['libjs-mootools', 'libjs-prototype', 'libjs-dojo-core'],
};

/** The engines to test in, each with its paths; what is missing; and which engines BROWSERS leaves out. */
export function findBrowsers() {
  const { wanted, leftOut } = wantedEngines();
  return { ...look(wanted), leftOut };
}

function wantedEngines() {
  const all = Object.keys(ENGINES);
  const asked = process.env.BROWSERS?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (!asked?.length) return { wanted: all, leftOut: [] };
  const unknown = asked.filter((name) => ![...all, 'none'].includes(name));
  if (unknown.length > 0) throw new Error(`BROWSERS: unknown ${unknown.join(', ')}; known are ${all.join(', ')}, none`);
  return {
    wanted: all.filter((name) => asked.includes(name)),
    leftOut: all.filter((name) => !asked.includes(name)).map((name) => ENGINES[name].label),
  };
}

function look(wanted) {
  const engines = [];
  const missing = [];
  for (const name of wanted) {
    const { label, packages, variable, find } = ENGINES[name];
    const chosen = variable && process.env[variable];
    // A path that somebody chose is used or reported, never replaced by another browser.
    if (chosen && !isExecutable(chosen)) {
      missing.push({ name, label: `${label} (${variable} names no program)`, packages: [], isEngine: true });
      continue;
    }
    const paths = chosen ? { executable: chosen } : find();
    if (paths) engines.push({ name, label, ...paths });
    else missing.push({ name, label, packages, isEngine: true });
  }
  if (wanted.length > 0 && !hasFonts())
    missing.push({
      name: 'fonts',
      label: FONTS.label,
      packages: FONTS.packages,
      isEngine: false,
      without: 'layout was measured with other fonts',
    });
  if (wanted.length > 0 && !LIBRARIES.files.every((file) => existsSync(`/usr/share/javascript/${file}`)))
    missing.push({
      name: 'libraries',
      label: LIBRARIES.label,
      packages: LIBRARIES.packages,
      isEngine: false,
      without: 'no card was tested beside them',
    });
  return { engines, missing };
}

/** Without an Arabic font every letter is a box of one width, and tests that measure the layout mean nothing. */
function hasFonts() {
  // Other systems bring Arabic fonts of their own and have no fc-list.
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  return list.status === 0 && FONTS.families.every((family) => list.stdout.includes(family));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { engines, missing } = findBrowsers();
  for (const { label, ...paths } of engines) console.log(`${label}: ${paths.executable ?? paths.miniBrowser}`);
  for (const { label } of missing) console.log(`${label}: missing`);
  if (missing.length > 0) {
    console.log(howToInstall(missing));
    process.exitCode = 1;
  }
}
