// A second browser, for what the page that runs the tests would not survive: to be left and come back to, to lose its
// network, to be in the background. Tests call visit.ts.
import * as puppeteer from 'puppeteer-core';
import { findBrowsers, readerEnvironment } from '../../../scripts/browsers.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

/** What puppeteer changes so that pages are not kept, and what it leaves off, is undone. */
const LAUNCH = {
  chromium: {
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--lang=en-US'],
  },
  firefox: { browser: 'firefox', extraPrefsFirefox: { 'fission.bfcacheInParent': true } },
};

/** One browser for each engine, from its first visit on. */
const browsers = new Map();
const visits = new Map();
let lastId = 0;

export const VISITS = {
  async 'visit-open'(engine) {
    const visit = await (await browserOf(engine)).open();
    lastId += 1;
    visits.set(lastId, visit);
    return lastId;
  },
  async 'visit-close'(engine, { id }) {
    await visits.get(id)?.close();
    visits.delete(id);
  },
  /** An error of the page is an answer, because the runner prints the stack of every error. */
  async 'visit-do'(engine, { id, action, value }) {
    try {
      return { value: await visits.get(id)[action](value) };
    } catch (error) {
      return { error: String(error) };
    }
  },
};

export async function endVisits() {
  await Promise.all([...browsers.values()].map(async (browser) => (await browser).stop().catch(() => {})));
  browsers.clear();
}

function browserOf(engine) {
  if (!browsers.has(engine)) browsers.set(engine, engine === 'webkit' ? webkit() : withPuppeteer(engine));
  return browsers.get(engine);
}

function pathsOf(engine) {
  return findBrowsers().engines.find(({ name }) => name === engine);
}

async function withPuppeteer(engine) {
  const { executable: executablePath } = pathsOf(engine);
  const browser = await puppeteer.launch({ ...LAUNCH[engine], executablePath, env: readerEnvironment() });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      let page = await context.newPage();
      return {
        goto: (url) => page.goto(url).then(() => true),
        evaluate: (source) =>
          page.evaluate(source).catch(async (error) => {
            if (!String(error).includes('detached Frame')) throw error;
            // A prerendered page has taken the place of the one before, and puppeteer sometimes misses it: to a connection
            // of its own, the page that is shown is the page that there is.
            const again = await puppeteer.connect({ browserWSEndpoint: browser.wsEndpoint() });
            const shown = again.browserContexts().find(({ id }) => id === context.id);
            page = (await shown.pages()).at(-1);
            return page.evaluate(source);
          }),
        offline: (isOffline) => page.setOfflineMode(isOffline),
        /** From here on it is the new one that is spoken to. */
        async tab({ background }) {
          page = await context.newPage({ type: 'tab', background });
        },
        front: () => page.bringToFront(),
        close: () => context.close(),
      };
    },
    stop: () => browser.close(),
  };
}

async function webkit() {
  // A script sent to a page that is just being left is sometimes never answered: then it is sent again.
  const launcher = webkitLauncher({ ...pathsOf('webkit'), env: readerEnvironment(), patience: 4_000 });
  const { webdriver } = launcher;
  return {
    async open() {
      await launcher.startSession('visit', 'about:blank');
      return {
        goto: (url) => webdriver('POST', '/url', { url }),
        evaluate: (source) => webdriver('POST', '/execute/sync', { script: `return ${source}`, args: [] }),
        close: () => launcher.stopSession(),
      };
    },
    stop: () => launcher.stop(),
  };
}
