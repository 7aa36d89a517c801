import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { brotli, DIST, PARTS, read } from './files.js';
import { lastRelease } from './last-release.js';

const weigh = (...files: string[]) => files.reduce((sum, file) => sum + brotli(read(file)), 0);

/** Khabar's own code for a default card, as a bundler takes it from npm: without Lit and DOMPurify. */
async function weighLibrary(): Promise<number> {
  const modules = ['index', 'foot/foot', 'body/body'];
  const isPart = (id: string) =>
    /\/(?:dialects\/dialects|foot\/foot|tools\/tools|explain\/explain|body\/body|markup\/markup|locales\/\w+|host-frame)\.js$/.test(
      id,
    );
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'default-card',
        enforce: 'pre',
        resolveId(id, importer, { kind }) {
          if (id === 'default-card') return id;
          // Loaded later, or by the entry below.
          return kind === 'dynamic-import' && importer !== 'default-card' && isPart(id) ? { id, external: true } : null;
        },
        load: (id) =>
          id === 'default-card' ? modules.map((name) => `export * from '${DIST}lib/${name}.js';`).join('\n') : null,
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: 'default-card',
        external: /^(?:lit|dompurify|character-entities-html4)(?:\/|$)/,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as { output: readonly { code?: string }[] };
  return output.reduce((sum, { code }) => sum + (code === undefined ? 0 : brotli(code)), 0);
}

/**
 * Bytes. `most` is what a file may weigh; `aim` is where the design wants it (docs/decisions/0010-rooms-and-weights.md). A file that
 * weighs less than `least` has lost something.
 */
const BUDGETS = {
  'first flight': { weigh: () => weigh('embed.js'), least: 10_000, most: 27_550, aim: 15_500 },
  'default card, opened': {
    weigh: () => weigh('embed.js', 'embed.common.js', 'embed.foot.js', 'embed.body.js', 'embed.tools.js'),
    least: 25_000,
    most: 56_400,
    aim: 40_000,
  },
  'tools for readers': { weigh: () => weigh('embed.tools.js'), least: 2_000, most: 3_000, aim: 3_000 },
  'the same from WordPress': {
    weigh: () =>
      weigh(
        'embed.js',
        'embed.common.js',
        'embed.foot.js',
        'embed.body.js',
        'embed.tools.js',
        'embed.markup.js',
        'embed.dialects.js',
      ),
    least: 30_000,
    most: 83_350,
    aim: 48_500,
  },
  'embed.single.js': { weigh: () => weigh('embed.single.js'), least: 40_000, most: 86_450, aim: 54_000 },
  'own code for npm': { weigh: weighLibrary, least: 15_000, most: 37_050, aim: 27_000 },
} as const;

describe('The weight of', () => {
  const table: Record<string, object> = {};
  afterAll(() => console.table(table));

  for (const [name, budget] of Object.entries(BUDGETS))
    it(`${name} is within its budget`, async () => {
      const now = await budget.weigh();
      const before = (lastRelease.weights as Record<string, number | undefined>)[name];
      table[name] = {
        now,
        [lastRelease.version]: before,
        change: before === undefined ? undefined : now - before,
        most: budget.most,
        aim: budget.aim,
      };
      expect(now).toBeLessThanOrEqual(budget.most);
      expect(now).toBeGreaterThan(budget.least);
    });

  it('each file is that of something', () => {
    expect(read('embed.js')).toContain('khabar-card');
    expect(read('embed.single.js')).toContain('khabar-card');
    const names = [
      'body',
      'ckb',
      'common',
      'dialects',
      'en',
      'explain',
      'fa',
      'foot',
      'fr',
      'frames',
      'he',
      'markup',
      'ps',
      'tools',
      'tr',
      'ur',
    ];
    expect(PARTS).toEqual(names.map((name) => `embed.${name}.js`));
    for (const file of PARTS) expect(read(file), file).toMatch(/^\/\*! khabar [^]+export default/);
  });
});
