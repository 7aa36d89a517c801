// Chromium and Firefox for Web Test Runner, which shows one page to one test file after the other. What a test
// leaves behind must not reach the next: a tab that a link opened takes the focus away, and in a page that nobody
// sees observers and animation frames stand still; a dialog stops the page for good; so does an endless loop.
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';

const PATIENCE = 30_000;

export function puppeteerLauncher(launchOptions) {
  // Nobody listens to the hundred requests of each test file, and Firefox takes half of its time to report them.
  const options = { networkEnabled: false, issuesEnabled: false, ...launchOptions };
  const launcher = chromeLauncher({ puppeteer, launchOptions: options, createPage });
  const stopSession = launcher.stopSession.bind(launcher);
  let own;

  async function createPage({ context }) {
    context.off('targetcreated', closeOthers);
    own = await context.newPage();
    own.on('dialog', (dialog) => dialog.dismiss().catch(() => {}));
    context.on('targetcreated', closeOthers);
    return own;
  }

  async function closeOthers() {
    const pages = await own.browserContext().pages();
    const others = pages.filter((page) => page !== own);
    if (others.length === 0) return;
    await Promise.all(others.map((page) => page.close().catch(() => {})));
    await own.bringToFront().catch(() => {});
  }

  /** Ends a browser that answers no longer; the launcher starts another for the next file. */
  function abandonBrowser() {
    const { browser } = launcher;
    launcher.browser = undefined;
    launcher.activePages.clear();
    launcher.inactivePages.length = 0;
    try {
      // Puppeteer starts a browser as the leader of a group, so that this reaches its renderers too.
      process.kill(-browser.process().pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }

  launcher.stopSession = async (id) => {
    let timer;
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('The page did not let itself be left')), PATIENCE);
    });
    try {
      return await Promise.race([stopSession(id), tooLong]);
    } catch (error) {
      abandonBrowser();
      return { errors: [{ message: error.message }] };
    } finally {
      clearTimeout(timer);
    }
  };

  return launcher;
}
