// Where the time of one contestant goes: records a trace of Chromium's, and prints what its main thread spends its CPU
// time on, which layouts and recalculations of style scripts forced and from where, and the longest tasks.
//
// node tests/bench/trace.mjs 'khabar, lazy, article' --walk
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chosen, contestants } from './contestants.mjs';
import { startServer } from './server.mjs';
import { launch, open, walk } from './visit.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cards: { type: 'string', default: '20' },
    paragraphs: { type: 'string', default: '10' },
    // The walk alone, not the loading before it.
    walk: { type: 'boolean', default: false },
    steps: { type: 'string', default: '20' },
    // Network and CPU of the cold load.
    slow: { type: 'boolean', default: false },
    // Real names in `khabar, module` and `plain Lit`.
    readable: { type: 'boolean', default: false },
    // A file to keep the trace in, for DevTools.
    keep: { type: 'string' },
  },
});

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.stack',
  'disabled-by-default-v8.cpu_profiler',
];

async function record(contestant) {
  const server = await startServer(contestants, { readable: values.readable });
  const browser = await launch();
  try {
    const { cards, paragraphs, slow, steps } = values;
    const visit = await open(browser, server.address(contestant, { cards, paragraphs }), { slow });
    const { tracing } = visit.page;
    if (!values.walk) await tracing.start({ categories: CATEGORIES });
    await visit.load();
    await visit.quiet();
    if (values.walk) {
      await tracing.start({ categories: CATEGORIES });
      await walk(visit.page, { steps: Number(steps) });
      await visit.quiet();
    }
    const text = Buffer.from(await tracing.stop()).toString();
    if (values.keep) await writeFile(values.keep, text);
    return JSON.parse(text).traceEvents;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The events of the page's main thread: of the renderer that asked for its files. The browser's own pages have others. */
function mainThread(events) {
  const names = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const threads = names.map(({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid));
  const requests = (thread) =>
    thread.filter(({ name, args }) => name === 'ResourceSendRequest' && /^http:/.test(args.data.url)).length;
  const pid = threads.toSorted((a, b) => requests(b) - requests(a) || b.length - a.length)[0][0].pid;
  return {
    spans: threads
      .find(([event]) => event.pid === pid)
      .filter(({ ph }) => ph === 'X')
      .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur),
    samples: events.filter((event) => event.pid === pid && event.name === 'ProfileChunk'),
  };
}

/** CPU time of an event in milliseconds; of those that have none, time by the clock. */
const cost = ({ tdur, dur = 0 }) => (tdur ?? dur) / 1000;

/** Gives each event its children, and the time that is its own. */
function nest(spans) {
  const open = [];
  for (const span of spans) {
    while (open.length > 0 && open.at(-1).ts + open.at(-1).dur <= span.ts) open.pop();
    span.own = cost(span);
    span.task = open[0] ?? span;
    if (open.length > 0) open.at(-1).own -= span.own;
    open.push(span);
  }
}

/** Sums by a key, greatest first. */
function sums(items, keyOf, valueOf) {
  const totals = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const { time, count } = totals.get(key) ?? { time: 0, count: 0 };
    totals.set(key, { time: time + valueOf(item), count: count + 1 });
  }
  return [...totals].map(([key, total]) => ({ key, ...total })).toSorted((a, b) => b.time - a.time);
}

function print(title, rows, most = 15) {
  console.log(`\n${title}`);
  for (const { key, time, count } of rows.slice(0, most)) {
    console.log(`${time.toFixed(1).padStart(9)} ms ${String(count).padStart(7)} ×  ${key}`);
  }
}

// Functions that the bench evaluates in the page go by long names of Puppeteer's.
const file = (url) => (url.startsWith('pptr:') ? 'bench' : url.split('/').at(-1).split('?')[0]);
/** What the browser brings has no file. */
const place = ({ functionName, url, lineNumber, columnNumber }) =>
  `${functionName || '(anonymous)'}${url ? ` ${file(url)}:${lineNumber}:${columnNumber}` : ''}`;

const stackOf = ({ args }) => args.beginData?.stackTrace ?? args.data?.stackTrace ?? [];

/** Functions by the time of their own, by V8's sampling profiler. */
function functions(chunks) {
  const nodes = new Map();
  const samples = [];
  for (const { args } of chunks) {
    const { cpuProfile = {}, timeDeltas = [] } = args.data;
    for (const node of cpuProfile.nodes ?? []) nodes.set(node.id, node.callFrame);
    for (const [index, id] of (cpuProfile.samples ?? []).entries()) {
      // A sample's delta is the time since the one before, which ran until then.
      if (samples.length > 0) samples.at(-1).time = timeDeltas[index] / 1000;
      samples.push({ id, time: 0 });
    }
  }
  const running = samples.filter(({ id }) => !['(idle)', '(program)', '(root)'].includes(nodes.get(id)?.functionName));
  return sums(
    running,
    ({ id }) => place(nodes.get(id)),
    ({ time }) => time,
  );
}

const [contestant] = chosen(positionals.join(' ') || 'khabar, lazy, article');
const { spans, samples } = mainThread(await record(contestant));
nest(spans);
const tasks = spans.filter((span) => span.task === span);
console.log(
  `${contestant.name}: ${values.cards} cards of ${values.paragraphs} paragraphs, ${values.walk ? `${values.steps} steps of scrolling` : 'loaded'}; ` +
    `${tasks.reduce((total, task) => total + cost(task), 0).toFixed(0)} ms of CPU time in tasks, the trace's own with it`,
);
print(
  'Events of the main thread, by CPU time of their own',
  sums(
    spans,
    ({ name }) => name,
    ({ own }) => own,
  ),
  25,
);
print('Functions, by time of their own (sampled)', functions(samples), 30);
for (const [name, title] of [
  ['Layout', 'Layouts'],
  ['UpdateLayoutTree', 'Recalculations of style'],
]) {
  const all = spans.filter((span) => span.name === name);
  // Where no script runs there is no stack.
  const forced = all.filter((span) => stackOf(span).length > 0);
  console.log(`\n${title}: ${all.length}, of which scripts forced ${forced.length}`);
  const byStack = (span) => stackOf(span).slice(0, 4).map(place).join(' ← ');
  print(`${title} that scripts forced, by where`, sums(forced, byStack, cost), 12);
}
print(
  'Tasks longer than 50 ms, and what they do',
  tasks
    .filter((task) => cost(task) > 50)
    .map((task) => {
      const parts = sums(
        spans.filter((span) => span.task === task),
        ({ name }) => name,
        ({ own }) => own,
      );
      return {
        time: cost(task),
        count: 1,
        key: parts
          .slice(0, 4)
          .map(({ key, time }) => `${key} ${time.toFixed(0)}`)
          .join(', '),
      };
    })
    .toSorted((a, b) => b.time - a.time),
);
