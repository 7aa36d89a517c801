// What a card costs its page, beside other ways to show the same story. No test: it passes and fails nothing.
//
// npm run bench                   all, in most of an hour
// npm run bench -- --quick        a glance, in less than a minute: the trend, not the figure
// npm run bench -- --only teaser  some contestants, beside plain Lit
// npm run bench -- --write        writes the tables into docs/performance.md
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BASE, chosen, contestants } from './contestants.mjs';
import { cardHeight, cold, long, many } from './measures.mjs';
import { report, writePage } from './report.mjs';
import { startServer } from './server.mjs';
import { launch } from './visit.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    cards: { type: 'string' },
    paragraphs: { type: 'string', default: '300' },
    rounds: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const cards = Number(values.cards ?? (values.quick ? 15 : 100));
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const paragraphs = Number(values.paragraphs);

const base = contestants.find(({ name }) => name === BASE);
const wanted = values.only ? new Set([base, ...values.only.flatMap(chosen)]) : undefined;
const taking = contestants.filter((contestant) => wanted?.has(contestant) ?? (!values.quick || contestant.quick));

/** Three times as many cards, against as many as in this round's `many`. */
async function growth(place, contestant, round) {
  const before = samples.many[contestant.name][round];
  if (!before) throw new Error('has no figure to grow from');
  const after = await many({ ...place, cards: cards * 3 }, contestant);
  return { loaded: after.loaded / before.loaded, all: after.all / before.all };
}

const MEASURES = {
  cold: { measure: cold, takes: () => true },
  many: { measure: many, takes: (contestant) => contestant.many },
  ...(!values.quick && {
    growth: { measure: growth, takes: (contestant) => contestant.growth },
    long: { measure: long, takes: (contestant) => contestant.long },
  }),
};

const samples = {};
for (const [name, { takes }] of Object.entries(MEASURES)) {
  samples[name] = Object.fromEntries(taking.filter(takes).map((contestant) => [contestant.name, []]));
}

function shuffled(list) {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

const results = new URL('results/', import.meta.url);
await mkdir(results, { recursive: true });
const file = new URL(`${new Date().toISOString().replaceAll(':', '-')}.json`, results);

const server = await startServer(contestants);
const browser = await launch();
try {
  const reserving = taking.find(({ reserves }) => reserves);
  const settings = {
    browser: await browser.version(),
    date: new Date().toISOString().slice(0, 10),
    cards,
    paragraphs,
    rounds,
  };
  const place = { browser, server, cards, paragraphs };
  if (reserving) place.height = await cardHeight(place, reserving);
  // What is measured first pays for the browser's own start.
  await cold(place, base);
  for (let round = 0; round < rounds; round++) {
    for (const [name, { measure, takes }] of Object.entries(MEASURES)) {
      for (const contestant of shuffled(taking.filter(takes))) {
        process.stderr.write(`round ${round + 1} of ${rounds}: ${name}, ${contestant.name}\n`);
        // One that fails leaves a gap in the table, and the others their hour.
        samples[name][contestant.name][round] = await measure(place, contestant, round).catch((error) => {
          console.error(`${contestant.name}: ${error.message}`);
        });
      }
    }
    await writeFile(file, JSON.stringify({ settings, samples }, null, 2));
  }
  const text = report({ settings, samples });
  console.log(`\n${text}`);
  if (values.write) await writePage(text);
} finally {
  await browser.close();
  await server.close();
}
