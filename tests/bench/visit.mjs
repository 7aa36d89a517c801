// A visit to a contestant's page, in a browser of its own kind of quiet: no network but ours, a new profile each time.
import * as puppeteer from 'puppeteer-core';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowsers } from '../../scripts/browsers.mjs';
import { FIRST_WORDS, LAST_WORDS } from './articles.mjs';

const VIEWPORT = { width: 1024, height: 768 };
const STEP = 600;
/** For hundreds of cards that are slow. */
const PATIENCE = 180_000;

export async function launch() {
  const { engines } = findBrowsers();
  const chromium = engines.find(({ name }) => name === 'chromium');
  if (!chromium) throw new Error('The bench needs Chromium: its counts of CPU time are nowhere else.');
  return puppeteer.launch({
    executablePath: chromium.executable,
    defaultViewport: VIEWPORT,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      // A frame's work is then on the page's main thread, where it is counted and slowed down like everything else.
      '--disable-site-isolation-trials',
      '--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes,OriginKeyedProcessesByDefault',
    ],
  });
}

/** Runs in the page and in each of its frames, from their beginning: what is painted when, what moves, what blocks. */
function watch({ host, headline, body }, words) {
  const seen = { shift: 0, tasks: [] };
  Object.defineProperty(window, 'khabarBench', { value: seen });
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('layout-shift', ({ value }) => (seen.shift += value));
  observe('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));

  const isShown = (element) => element?.getBoundingClientRect().height > 0;
  const wanted = Object.entries({ headline, body }).filter(([, selector]) => selector);
  /** An animation frame's callback runs before its paint, a message that it sends after it. */
  const afterPaint = (call) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = call;
    port2.postMessage(null);
  };
  const look = () => {
    const element = host && document.querySelector(host);
    const root = element?.shadowRoot ?? element ?? document;
    for (const [part, selector] of wanted) {
      if (seen[part]) continue;
      const candidate = root.querySelector(selector);
      if (!isShown(candidate) || !candidate.textContent.includes(words[part])) continue;
      seen[part] = true;
      afterPaint(() => (seen[part] = performance.timeOrigin + performance.now()));
    }
    if (wanted.some(([part]) => !seen[part])) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Opens a page of its own context; `find` has it watched. `slow` is the network and the machine of a reader with an old telephone. */
export async function open(browser, address, { find, slow = false } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  page.setDefaultTimeout(PATIENCE);
  if (find) await page.evaluateOnNewDocument(watch, find, { headline: FIRST_WORDS, body: LAST_WORDS });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    const bytesPerSecond = 1_600_000 / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  // Ticks of the thread, which other programs do not spend.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  return {
    page,
    load: () => page.goto(address, { waitUntil: 'load' }),
    metrics: () => metrics(session),
    quiet: (options) => quiet(page, session, options),
    close: () => context.close(),
  };
}

/** CPU time in milliseconds, and counts, since the page was opened. */
async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  const value = Object.fromEntries(list.map((metric) => [metric.name, metric.value]));
  return {
    cpu: value.TaskDuration * 1000,
    script: value.ScriptDuration * 1000,
    layout: value.LayoutDuration * 1000,
    style: value.RecalcStyleDuration * 1000,
    layouts: value.LayoutCount,
    styles: value.RecalcStyleCount,
    nodes: value.Nodes,
  };
}

/** Quiet is a page that asks for nothing, and whose main thread has little to do; one that never rests gets five seconds. */
async function quiet(page, session, { find, drawn = 0 } = {}) {
  if (find) await page.waitForFunction(areDrawn, { polling: 250 }, find, FIRST_WORDS, drawn);
  await page.waitForNetworkIdle({ idleTime: 500, timeout: PATIENCE });
  let { cpu: before } = await metrics(session);
  for (let polls = 0, calm = 0; polls < 20 && calm < 2; polls++) {
    await wait(250);
    const { cpu } = await metrics(session);
    calm = cpu - before < 50 ? calm + 1 : 0;
    before = cpu;
  }
}

/** Runs in the page. */
function areDrawn({ host, headline }, words, count) {
  const elements = [...document.querySelectorAll(host ?? headline)];
  const drawn = elements.filter((element) => {
    const found = host ? (element.shadowRoot ?? element).querySelector(headline) : element;
    return found?.textContent.includes(words);
  });
  return drawn.length >= count;
}

/** Scrolls to the end as a reader with a wheel does, or for a number of steps; answers how many they were. */
export async function walk(page, { steps = Infinity } = {}) {
  for (let step = 1; step <= steps; step++) {
    const atEnd = await page.evaluate(
      (distance) =>
        new Promise((resolve) => {
          scrollBy(0, distance);
          const { scrollHeight } = document.documentElement;
          const reached = scrollY + innerHeight >= scrollHeight - 1;
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(reached), 30)));
        }),
      STEP,
    );
    if (atEnd) return step;
  }
  return steps;
}
