// Writes src/card/icons.ts from the Tabler icon set (MIT), which is needed at development time only:
// the card ships the handful of outlines it draws as plain path data. Run `npm run icons` after changing the list.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const outlines = {
  copy: 'copy',
  check: 'check',
  more: 'chevron-down',
  less: 'chevron-up',
  original: 'external-link',
  device: 'share',
  retry: 'refresh',
  failure: 'alert-circle',
  site: 'world',
  email: 'mail',
  rss: 'rss',
  x: 'brand-x',
  facebook: 'brand-facebook',
  instagram: 'brand-instagram',
  youtube: 'brand-youtube',
  whatsapp: 'brand-whatsapp',
  telegram: 'brand-telegram',
  tiktok: 'brand-tiktok',
  snapchat: 'brand-snapchat',
  threads: 'brand-threads',
  bluesky: 'brand-bluesky',
  mastodon: 'brand-mastodon',
  linkedin: 'brand-linkedin',
  reddit: 'brand-reddit',
  // Nabd is in no maintained set; its name means pulse, and so does its mark.
  nabd: 'heartbeat',
};

const target = new URL('../src/card/icons.ts', import.meta.url);
const folder = new URL('../node_modules/@tabler/icons/icons/outline/', import.meta.url);

async function pathData(name) {
  const svg = await readFile(new URL(`${name}.svg`, folder), 'utf8');
  return [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d).join(' ');
}

export async function iconsSource() {
  const lines = await Promise.all(
    Object.entries(outlines).map(async ([key, name]) => `  ${key}: '${await pathData(name)}',`),
  );
  const source = `// Written by scripts/icons.mjs from Tabler Icons (MIT, https://tabler.io/icons). Do not edit by hand.

/** Path data of every icon the card draws: 24 × 24 outlines, stroked with the colour of the text. */
export const icons = {
${lines.join('\n')}
} as const;

export type IconName = keyof typeof icons;
`;
  return format(source, { ...(await resolveConfig(target.pathname)), parser: 'typescript' });
}

if (process.argv[1] === new URL(import.meta.url).pathname) await writeFile(target, await iconsSource());
