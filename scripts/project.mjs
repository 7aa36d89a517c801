// What project.json says, and where else it is written. `node scripts/project.mjs cdn=https://…` changes a value in all of these
// files; without a value, the fields of package.json are written anew; `--release` fails while a name is a placeholder.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const read = (file) => readFileSync(new URL(file, root), 'utf8');
const write = (file, text) => text !== read(file) && writeFileSync(new URL(file, root), text);

/** Files with an address or a name of project.json in their text. */
export const MENTIONS = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'src/explain/explain.ts',
  'demo/builder/places.ts',
  ...readdirSync(new URL('docs/', root))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** The values of project.json: homepage, repository, bugs, author, cdn (where `khabar@1/` is), security. */
export const project = JSON.parse(read('project.json'));

/** The fields of package.json that follow from project.json. */
export function packageFields({ homepage, repository, bugs, author }) {
  return { homepage, bugs: { url: bugs }, repository: { type: 'git', url: `git+${repository}.git` }, author };
}

/** Names that nobody can register (RFC 2606). */
const RESERVED = /(?:^|[.@/])(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?![\w.-])/i;

/** The names of the values that are placeholders. */
export function placeholders(values) {
  return Object.keys(values).filter((name) => RESERVED.test(values[name]));
}

/** The text with new values where the old ones stand. All at once: one value may be the beginning of another. */
export function replaceValues(text, before, after) {
  const names = Object.keys(before).sort((one, other) => before[other].length - before[one].length);
  const pattern = names.map((name) => before[name].replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.replace(new RegExp(pattern, 'g'), (value) => after[names.find((name) => before[name] === value)]);
}

function writeEverywhere(changes) {
  const after = { ...project };
  for (const change of changes) {
    const [, name, value] = /^(\w+)=(.+)$/s.exec(change) ?? [];
    if (!name || !(name in project)) throw new Error(`${change} is none of ${Object.keys(project).join('=… ')}=…`);
    after[name] = value.replace(/\/$/, '');
  }
  for (const file of MENTIONS) write(file, replaceValues(read(file), project, after));
  write('project.json', `${JSON.stringify(after, null, 2)}\n`);
  write(
    'package.json',
    `${JSON.stringify({ ...JSON.parse(read('package.json')), ...packageFields(after) }, null, 2)}\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  if (!words.includes('--release')) writeEverywhere(words);
  else if (placeholders(project).length > 0) {
    console.error(
      `project.json has placeholders: ${placeholders(project).join(', ')}. Nothing is published under names that belong to nobody. ` +
        'Set each by `node scripts/project.mjs name=value`, and build again.',
    );
    process.exitCode = 1;
  }
}
