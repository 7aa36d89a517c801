// What embed.js costs a page that changes all the time, and has no snippet: the time of the page's own changes, of what
// follows them before the next task, and of their layout, with embed.js and without, in turns and in the same browser.
// `npm run bench:observer`.
import * as puppeteer from 'puppeteer-core';
import { findBrowsers } from '../../scripts/browsers.mjs';
import { startServer } from '../server/server.mjs';

const ROUNDS = 15;

/** How a page changes; each runs in the page, in one task. */
const CHANGES = {
  '5000 elements, one by one, in 100 steps': async () => {
    for (let count = 0; count < 5000; count++) {
      const item = document.createElement('li');
      item.textContent = String(count);
      document.querySelector('#list').append(item);
      if (count % 50 === 0) await null;
    }
  },
  'a list of 5000, replaced at once': () => {
    document.querySelector('#list').innerHTML = '<li><a href="#"><b>x</b> y</a></li>'.repeat(5000);
  },
  '2000 texts, changed': () => {
    for (let count = 0; count < 2000; count++) document.querySelector('#text').textContent = String(count);
  },
  '500 small parts of 10 elements each': async () => {
    for (let count = 0; count < 500; count++) {
      const part = document.createElement('div');
      part.innerHTML = '<p><i>x</i></p>'.repeat(5);
      document.querySelector('#list').append(part);
      if (count % 10 === 0) await null;
    }
  },
};

/** A page of some 20 000 elements, as large ones are. */
const rest = '<section><h2>x</h2><p>y <a href="#">z</a></p><p>y</p></section>'.repeat(4000);
const body = (script) => `<ul id="list"></ul><p id="text"></p><div>${rest}</div>${script}`;

async function open(browser, origin, script) {
  const answer = await fetch(`${origin}/page`, { method: 'POST', body: JSON.stringify({ body: body(script) }) });
  const page = await browser.newPage();
  await page.goto(origin + (await answer.json()).address, { waitUntil: 'load' });
  return page;
}

/** Milliseconds. */
async function time(page, change) {
  return page.evaluate(async (source) => {
    const run = (0, eval)(source);
    document.querySelector('#list').replaceChildren();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    await run();
    // Observers are called when the task's own code has ended, before this.
    await null;
    await null;
    // A page that changes is laid out anew, with embed.js or without.
    void document.body.offsetHeight;
    return performance.now() - start;
  }, `(${change})`);
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

const { engines } = findBrowsers();
const server = await startServer();
try {
  for (const { name, label, executable } of engines.filter((engine) => engine.name !== 'webkit')) {
    const browser = await puppeteer.launch({
      browser: name === 'firefox' ? 'firefox' : 'chrome',
      executablePath: executable,
      args: name === 'firefox' ? [] : ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    const without = await open(browser, server.origin, '');
    const withEmbed = await open(browser, server.origin, `<script src="/dist/embed.js"></script>`);
    const rows = {};
    for (const [title, change] of Object.entries(CHANGES)) {
      const times = { without: [], with: [] };
      for (let round = 0; round < ROUNDS; round++) {
        // The tab in front is the one that is not slowed down.
        await without.bringToFront();
        times.without.push(await time(without, change));
        await withEmbed.bringToFront();
        times.with.push(await time(withEmbed, change));
      }
      const [base, measured] = [median(times.without), median(times.with)];
      rows[title] = {
        'without (ms)': base.toFixed(1),
        'with embed.js (ms)': measured.toFixed(1),
        ratio: (measured / base).toFixed(2),
      };
    }
    console.log(`\n${label}, medians of ${ROUNDS} rounds`);
    console.table(rows);
    await browser.close();
  }
} finally {
  await server.close();
}
