import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MENTIONS, packageFields, placeholders, project, replaceValues } from '../../../scripts/project.mjs';

const root = new URL('../../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, unknown> & { scripts: Record<string, string> };

const own = { ...project, homepage: 'https://khabar.dev', cdn: 'https://cdn.jsdelivr.net/npm' };
const real = {
  ...own,
  repository: 'https://github.com/a/khabar',
  bugs: 'https://github.com/a/khabar/issues',
  author: 'A',
  security: 'security@khabar.dev',
};

describe('The addresses and names of the project', () => {
  it('are in package.json as in project.json', () => {
    expect(manifest).toMatchObject(packageFields(project));
  });

  it('name the page that the console sends people to', () => {
    expect(read('src/explain/explain.ts')).toContain(`'${project.homepage}/docs/troubleshooting'`);
  });

  it('name whom SECURITY.md says to write to', () => {
    expect(read('SECURITY.md')).toContain(project.security);
  });

  it.each(MENTIONS)('give each snippet the path that a CDN of npm has: %s', (file) => {
    const snippets = [...read(file).matchAll(/https:\/\/[^\s"'`<>]*\/(?:embed(?:\.single)?|frame)\.js/g)].map(
      ([all]) => all,
    );
    const paths = snippets.map((address) => address.replace(/@\d[\d.]*\/dist\/(?:embed|embed\.single|frame)\.js$/, ''));
    expect(new Set(paths)).toEqual(new Set(paths.length > 0 ? [`${project.cdn}/khabar`] : []));
  });

  it('lead from the page of the package to documents that are there', () => {
    const links = [...read('README.md').matchAll(/\]\(([^)#]+)/g)].map(([, to]) => to!);
    // npm shows the README on a page of its own, where a relative link leads nowhere.
    expect(links.filter((to) => !to.startsWith('https://'))).toEqual([]);
    const documents = links
      .filter((to) => to.startsWith(project.homepage))
      .map((to) => to.slice(project.homepage.length));
    const files = links
      .filter((to) => to.startsWith(project.repository))
      .map((to) => to.slice(project.repository.length).replace(/^\/(?:blob|tree)\/main\//, ''));
    expect(documents.length).toBeGreaterThan(3);
    // The home page is the demo, and /docs the index of the documents.
    const sources = documents.map((path) =>
      path === '' ? 'demo/plugin.ts' : path === '/docs' ? 'docs/README.md' : `.${path}.md`,
    );
    expect(sources.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
    expect(files.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe('A new value', () => {
  it('takes the place of the old one, also where one begins another', () => {
    const text = `${real.bugs}/1 ${real.repository}/blob ${real.cdn}/khabar@1/`;
    const moved = { ...real, repository: 'https://codeberg.org/a/khabar', bugs: 'https://bugs.khabar.dev' };
    expect(replaceValues(text, real, moved)).toBe(
      'https://bugs.khabar.dev/1 https://codeberg.org/a/khabar/blob https://cdn.jsdelivr.net/npm/khabar@1/',
    );
  });
});

describe('A release', () => {
  const values = (host: string) => Object.fromEntries(Object.keys(project).map((name) => [name, `https://${host}/`]));

  it.each(['khabar.example', 'a.example.com', 'example.org', 'khabar.test', 'x.invalid'])(
    'is refused under a name that nobody owns: %s',
    (host) => {
      expect(placeholders({ ...real, ...values(host) })).toEqual(Object.keys(project));
      expect(placeholders({ ...real, security: `security@${host}` })).toEqual(['security']);
    },
  );

  it('is made under names that somebody owns', () => {
    expect(placeholders(real)).toEqual([]);
    expect(placeholders({ ...real, cdn: 'https://example.khabar.dev' })).toEqual([]);
  });

  it('asks before it is published', () => {
    expect(manifest.scripts['prepublishOnly']).toBe('node scripts/project.mjs --release');
    const script = fileURLToPath(new URL('scripts/project.mjs', root));
    const { status, stderr } = spawnSync(process.execPath, [script, '--release'], { encoding: 'utf8' });
    const names = placeholders(project);
    expect([status, stderr]).toEqual(names.length > 0 ? [1, expect.stringContaining(names.join(', '))] : [0, '']);
  });
});
