// What a page cannot do to itself: real keys, real clicks, emulated settings. One plugin of our own, because the
// stock one knows nothing of the WebKit launcher and cannot emulate forced colours. Tests call commands.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rememberDriverFailure } from './driver-failures.mjs';
import { endVisits, VISITS } from './visits.mjs';

const screenshots = join(tmpdir(), 'khabar-screenshots');
/** Where pictures are kept that later runs are compared with; written only by a run that is asked to. */
const kept = process.env.UPDATE_SCREENSHOTS
  ? fileURLToPath(new URL('../look/screenshots', import.meta.url))
  : undefined;

export function commands() {
  return {
    name: 'khabar-commands',
    serverStop: endVisits,
    async executeCommand({ command: name, payload, session }) {
      // The runner's own plugins come first and know some of the same words, with another meaning.
      if (!name.startsWith('khabar:')) return;
      try {
        return await execute(name.slice('khabar:'.length), payload, session);
      } catch (error) {
        rememberDriverFailure(session, error);
        throw error;
      }
    },
  };
}

async function execute(command, payload, { id, browser }) {
  if (VISITS[command]) return answered(await VISITS[command](browser.name.toLowerCase(), payload));
  if (browser.type === 'webkit-webdriver') {
    const run = WEBKIT[command];
    if (run) return answered(await run(browser.webdriver, payload));
    if (command in PUPPETEER || command in CHROMIUM) return impossible(browser, command);
  } else if (browser.type === 'puppeteer') {
    const page = browser.getPage(id);
    if (PUPPETEER[command]) return answered(await PUPPETEER[command](page, payload));
    if (CHROMIUM[command]) {
      if (browser.name !== 'Chromium') return impossible(browser, command);
      return answered(await CHROMIUM[command](await devTools(page), payload));
    }
  }
}

/** The runner takes undefined for "not my command". */
function answered(result) {
  return result ?? true;
}

/** An answer and no error, because the runner prints the stack of every error, expected ones too. */
function impossible(browser, command) {
  return { impossible: `${browser.name} cannot do "${command}" here` };
}

const PUPPETEER = {
  async keys(page, { press, type }) {
    if (type !== undefined) return page.keyboard.type(type);
    // Puppeteer knows "Space" in Chromium alone.
    const keys = press.split('+').map((key) => (key === 'Space' ? ' ' : key));
    for (const key of keys) await page.keyboard.down(key);
    for (const key of keys.reverse()) await page.keyboard.up(key);
  },
  click: (page, { x, y }) => page.mouse.click(x, y),
  viewport: (page, { width, height }) => page.setViewport({ width, height }),
  async screenshot(page, { path, clip, keep }) {
    const isKept = keep === true && kept !== undefined;
    const file = join(isKept ? kept : screenshots, path);
    mkdirSync(dirname(file), { recursive: true });
    const png = await page.screenshot({ clip, encoding: 'base64' });
    writeFileSync(file, png, 'base64');
    return { file, png, isKept };
  },
};

// WebDriver's names for the keys that write no character.
const WEBDRIVER_KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

// No "viewport": MiniBrowser's window does not go below 447 px, so a width that was asked for would silently not
// be had. A narrow wrapper or an iframe of that width does the same for container queries.
const WEBKIT = {
  async keys(webdriver, { press, type }) {
    const actions =
      type === undefined
        ? chord(press.split('+').map((key) => WEBDRIVER_KEYS[key] ?? key))
        : [...type].flatMap((character) => chord([character]));
    await webdriver('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  },
  async click(webdriver, { x, y }) {
    const actions = [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await webdriver('POST', '/actions', { actions: [mouse] });
  },
};

function chord(keys) {
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
  return [...down, ...up];
}

/** One DevTools session for each page: what it emulates ends with it. */
const sessions = new WeakMap();

function devTools(page) {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  return sessions.get(page);
}

const CHROMIUM = {
  'emulate-media': (cdp, { features = [], media = '' }) =>
    cdp.send('Emulation.setEmulatedMedia', { media, features }).then(() => true),
  timezone: (cdp, { timeZone }) =>
    cdp.send('Emulation.setTimezoneOverride', { timezoneId: timeZone ?? '' }).then(() => true),
  async heap(cdp) {
    // What only a finalizer, or the DOM's own collector, lets go of is there until the next round.
    for (let round = 0; round < 4; round++) await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize } = await cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
    return { bytes: usedSize + embedderHeapUsedSize, nodes, listeners: jsEventListeners };
  },
  async layouts(cdp) {
    await cdp.send('Performance.enable');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount').value;
  },
  async 'accessibility-tree'(cdp, { root } = {}) {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    return compactTree(nodes, root ? await backendNodeOf(cdp, root) : undefined);
  },
};

/** The element that the test left in a global variable of its page. */
async function backendNodeOf(cdp, variable) {
  const { result } = await cdp.send('Runtime.evaluate', { expression: `globalThis[${JSON.stringify(variable)}]` });
  const { node } = await cdp.send('DOM.describeNode', { objectId: result.objectId });
  await cdp.send('Runtime.releaseObject', { objectId: result.objectId });
  return node.backendNodeId;
}

const PROPERTIES = new Set([
  'atomic',
  'busy',
  'checked',
  'disabled',
  'expanded',
  'focusable',
  'focused',
  'hasPopup',
  'invalid',
  'level',
  'live',
  'modal',
  'pressed',
  'roledescription',
  'selected',
]);

function compactTree(nodes, backendNodeId) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const first =
    backendNodeId === undefined
      ? nodes.find((node) => node.parentId === undefined)
      : nodes.find((node) => node.backendDOMNodeId === backendNodeId);
  if (!first) return [];
  return compact(first);

  function compact(node) {
    const role = node.role?.value ?? 'none';
    // Each text also has boxes, one for each line: layout, nothing that a reader hears.
    if (role === 'InlineTextBox') return [];
    const children = (node.childIds ?? []).flatMap((id) => (byId.has(id) ? compact(byId.get(id)) : []));
    const entry = { role };
    for (const field of ['name', 'description', 'value']) {
      const text = node[field]?.value;
      if (text !== undefined && text !== '') entry[field] = text;
    }
    for (const { name, value } of node.properties ?? []) {
      if (!PROPERTIES.has(name) || value.value === undefined) continue;
      entry[name] = value.type.startsWith('boolean') ? Boolean(value.value) : value.value;
    }
    const saysNothing = role === 'generic' && Object.keys(entry).length === 1;
    if (node.ignored || saysNothing) return children;
    return [children.length > 0 ? { ...entry, children } : entry];
  }
}
