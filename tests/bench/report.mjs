// Tables in Markdown: ratios to plain Lit, each the median of the ratios of the single rounds.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { BASE } from './contestants.mjs';

const PAGE = new URL('../../docs/performance.md', import.meta.url);
const [BEGIN, END] = ['<!-- written by `npm run bench -- --write` -->', '<!-- until here -->'];

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Of the rounds in which there is such a figure; none: undefined. */
function typical(figures) {
  const had = figures.filter((figure) => Number.isFinite(figure));
  return had.length > 0 ? median(had) : undefined;
}

const none = '–';
const show = (unit, digits) => (value) => (value === undefined ? none : `${value.toFixed(digits)}${unit}`);
const milliseconds = show(' ms', 0);

/** The figure itself. */
const figure = (title, key, format) => ({
  title,
  cell: (own) => format(typical(own.map((sample) => sample?.[key]))),
});

/** The figure against that of plain Lit in the same round; plain Lit's own row says what one is. */
const ratio = (title, key) => ({
  title: `${title} ÷`,
  cell(own, base) {
    if (own === base) return `1 (${milliseconds(typical(own.map((sample) => sample?.[key])))})`;
    return show('', 2)(typical(own.map((sample, round) => sample?.[key] / base[round]?.[key])));
  },
});

const TABLES = {
  cold: {
    title: () => 'One card, cold: 150 ms, 1.6 Mbit/s, CPU ÷ 4',
    columns: [
      figure('code', 'code', (bytes) => show(' kB', 1)(bytes && bytes / 1000)),
      ratio('headline', 'headline'),
      ratio('body', 'body'),
      ratio('blocking', 'blocking'),
      figure('blocking', 'blocking', milliseconds),
      figure('layout shift', 'shift', show('', 3)),
    ],
  },
  many: {
    title: ({ cards }) => `${cards} cards: CPU time of the main thread`,
    columns: [
      ratio('loaded', 'loaded'),
      ratio('scrolled through, in all', 'all'),
      figure('a step of scrolling', 'step', show(' ms', 1)),
    ],
  },
  growth: {
    title: ({ cards }) => `From ${cards} to ${cards * 3} cards: three times is linear`,
    columns: [figure('loaded', 'loaded', show(' ×', 2)), figure('scrolled through, in all', 'all', show(' ×', 2))],
  },
  long: {
    title: ({ paragraphs }) => `One card of ${paragraphs} paragraphs`,
    columns: [ratio('CPU time', 'cpu'), figure('blocking', 'blocking', milliseconds)],
  },
};

/** `samples`: by measure and contestant, one for each round. */
export function report({ settings, samples }) {
  const parts = Object.entries(TABLES)
    .filter(([measure]) => samples[measure])
    .map(([measure, { title, columns }]) => {
      const rows = Object.entries(samples[measure]).map(([name, own]) => [
        name,
        ...columns.map(({ cell }) => cell(own, samples[measure][BASE])),
      ]);
      const lines = [['', ...columns.map((column) => column.title)], ['---', ...columns.map(() => '--:')], ...rows];
      return `**${title(settings)}**\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
    });
  const { browser, rounds, date } = settings;
  return [`${browser}, ${date}; rounds: ${rounds}.`, ...parts].join('\n\n');
}

/** Puts the report into docs/performance.md, in the place of the last. */
export async function writePage(text) {
  const page = await readFile(PAGE, 'utf8');
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  if (after < before) throw new Error('docs/performance.md has lost the marks between which the tables stand.');
  const written = `${page.slice(0, before)}\n\n${text}\n\n${page.slice(after)}`;
  const options = await resolveConfig(PAGE);
  await writeFile(PAGE, await format(written, { ...options, parser: 'markdown' }));
}
