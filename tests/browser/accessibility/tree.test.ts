// @engines chromium
// No other engine tells a test what it tells assistive technology.
import { getSnapshotConfig, writeFile } from '@web/test-runner-commands';
import { expect } from 'chai';
import { draw, drawWithBody } from '../support/card.js';
import { accessibilityTree, type AccessibleNode } from '../support/commands.js';
import { fixture, SETS, skipWithout } from '../support/servers.js';
import { describeInChromium } from './reading.js';

const REVIEWED = 'reference.tree.txt';

interface Reference {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly _khabar: {
    readonly short_url: string;
    readonly section: string;
    readonly image: { readonly alt: string; readonly caption: string; readonly credit: string };
    readonly source: readonly { readonly name: string }[];
    readonly publisher: { readonly name: string };
    readonly related: readonly { readonly title: string }[];
  };
}

/** What the publisher wrote, and what stands in its place in a file of ours. */
function placeholders({ url, title, summary, content_html, _khabar: khabar }: Reference): [string, string][] {
  const body = new DOMParser().parseFromString(content_html, 'text/html');
  const numbered = (what: string, texts: readonly string[]) =>
    texts.map((text, index): [string, string] => [text, `${what} ${index + 1}`]);
  const textsOf = (selector: string) => [...body.querySelectorAll(selector)].map(({ textContent }) => textContent);
  const short = new URL(khabar.short_url);
  const texts: [string, string][] = [
    [title, 'headline'],
    [summary, 'summary'],
    [khabar.section, 'section'],
    [khabar.publisher.name, 'publisher'],
    [khabar.image.alt, 'alternative text'],
    [khabar.image.caption, 'caption'],
    [khabar.image.credit, 'credit'],
    [short.host + short.pathname + short.search, 'short address'],
    [new URL(url).host, 'host'],
    ...numbered('crosshead', textsOf('h2')),
    ...numbered('body paragraph', textsOf('p:not(:has([style]))')),
    ...numbered(
      'source',
      khabar.source.map(({ name }) => name),
    ),
    ...numbered(
      'related headline',
      khabar.related.map(({ title }) => title),
    ),
  ];
  const merged = new Map<string, string>();
  for (const [text, what] of texts) merged.set(text, merged.has(text) ? `${merged.get(text)} = ${what}` : what);
  // A shorter text may be a part of a longer one.
  return [...merged].sort(([one], [other]) => other.length - one.length);
}

const STATES = ['expanded', 'busy', 'pressed', 'disabled', 'live', 'atomic', 'hasPopup', 'modal'];

/** One line for each thing that is told, indented under what holds it. */
function lines(nodes: readonly AccessibleNode[], known: readonly [string, string][], parent = ''): string[] {
  const written = (text: string) =>
    known.reduce((rest, [text, placeholder]) => rest.replaceAll(text, `«${placeholder}»`), text).trim();
  return nodes.flatMap((node) => {
    const { role, name = '', description, value, children = [] } = node;
    // The text that a name was made of, or white space.
    const isSaid = role === 'StaticText' && (name.trim() === '' || name.trim() === parent.trim());
    if (isSaid) return [];
    const states = [...(role === 'heading' ? ['level'] : []), ...STATES].filter((state) => node[state] !== undefined);
    const line = [
      role,
      name.trim() && `"${written(name)}"`,
      description && written(description),
      value !== undefined && `[${written(String(value))}]`,
      ...states.map((state) => `${state}=${String(node[state])}`),
    ];
    return [line.filter(Boolean).join(' '), ...lines(children, known, name).map((child) => `  ${child}`)];
  });
}

const states: Record<string, Record<string, string>> = {
  closed: {},
  open: { open: '' },
  article: { view: 'article' },
  teaser: { view: 'teaser' },
};

for (const set of SETS)
  describeInChromium(`The accessibility tree of the reference article (${set})`, () => {
    before(skipWithout(set));

    it('8 is as it was reviewed: roles, names, levels, states and their order', async () => {
      const article = await fixture<Reference>(`${set}/seed/article.json`);
      const told: string[] = [];
      for (const [state, attributes] of Object.entries(states)) {
        const card = await (state === 'teaser' ? draw : drawWithBody)({ article, attributes });
        const tree = lines(await accessibilityTree(card), placeholders(article));
        told.push(`${state}:`, ...tree, '');
        card.remove();
      }
      const text = told.join('\n');
      if ((await getSnapshotConfig()).updateSnapshots) await writeFile({ path: REVIEWED, content: text });
      const reviewed = await fetch(new URL(REVIEWED, import.meta.url)).then((answer) => answer.text());
      expect(text).to.equal(reviewed);
    });
  });
