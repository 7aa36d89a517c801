import { expect } from 'chai';
import * as library from '../../../src/index.js';
import { article, briefArticle } from '../support/articles.js';
import { draw, heard, mount, type KhabarCard } from '../support/card.js';

interface Entry {
  readonly name: string;
  readonly kind?: string;
  readonly static?: boolean;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly fieldName?: string;
  readonly reflects?: boolean;
}
type Lists = Readonly<
  Record<'attributes' | 'members' | 'events' | 'cssParts' | 'cssProperties' | 'cssStates', readonly Entry[]>
>;

async function manifest(): Promise<Lists> {
  const json = (await (await fetch('/dist/custom-elements.json')).json()) as {
    modules: { declarations: (Lists & { tagName?: string })[] }[];
  };
  return json.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'khabar-card')!;
}

const names = (entries: readonly Entry[]) => entries.map(({ name }) => name).sort();
const property = (card: KhabarCard, name: string) => (card as unknown as Record<string, unknown>)[name];
const keywords = ({ type }: Entry) =>
  [...(type?.text ?? '').matchAll(/'([^']+)'|\b(\d)\b/g)].map(([, word, digit]) => word ?? digit!);

describe('The manifest', () => {
  it('has the attributes that the element observes', async () => {
    expect(names((await manifest()).attributes)).to.deep.equal([...library.KhabarCard.observedAttributes].sort());
  });

  it('has the properties and methods that the element has, with the values of a new one', async () => {
    const card = document.createElement('khabar-card');
    for (const { name, kind, default: initial, static: isStatic } of (await manifest()).members) {
      if (isStatic) expect(library.KhabarCard, name).to.have.property(name);
      else if (kind === 'method') expect(property(card, name), name).to.be.a('function');
      else expect(property(card, name), name).to.equal(initial && JSON.parse(initial.replaceAll("'", '"')));
    }
  });

  it('has of each attribute the property, and all values that it takes', async () => {
    let tried = 0;
    for (const attribute of (await manifest()).attributes)
      for (const keyword of keywords(attribute)) {
        const card = document.createElement('khabar-card');
        card.setAttribute(attribute.name, keyword);
        expect(String(property(card, attribute.fieldName!)), attribute.name).to.equal(keyword);
        tried += 1;
      }
    expect(tried).to.be.greaterThan(30);
  });

  it('tells which attribute follows its property', async () => {
    const { attributes } = await manifest();
    const card = await mount();
    card.open = true;
    Object.assign(card, { view: 'teaser', theme: 'dark', headingLevel: 4 });
    await card.updateComplete;
    const reflected = attributes.filter(({ reflects }) => reflects).map(({ name }) => name);
    expect(
      card.getAttributeNames().filter((name) => attributes.some((attribute) => attribute.name === name)),
    ).to.deep.equal(reflected);
  });

  it('has the events of the library, by their names and classes', async () => {
    const { events } = await manifest();
    const classes = Object.entries(library).filter(([name]) => /^Khabar\w+Event$/.test(name));
    const made = classes.map(([name, event]) => {
      const { type } = new (event as unknown as new (...values: unknown[]) => Event)();
      return `${type} ${name}`;
    });
    expect(events.map(({ name, type }) => `${name} ${type!.text}`).sort()).to.deep.equal(made.sort());
  });

  it('has the states of a card that loads, is ready, and has failed', async () => {
    const states = names((await manifest()).cssStates);
    const seen = new Set<string>();
    const look = (card: KhabarCard) =>
      states.filter((state) => card.matches(`:state(${state})`)).forEach((state) => seen.add(state));
    const card = await mount();
    card.loading = 'eager';
    card.src = 'data:application/json,{}';
    await heard(card, 'khabar-error');
    look(card);
    card.article = briefArticle;
    await card.updateComplete;
    look(card);
    await heard(card, 'khabar-load');
    look(card);
    expect([...seen].sort()).to.deep.equal(states);
  });

  it('has all parts of a card that is drawn', async () => {
    const known = names((await manifest()).cssParts);
    const card = await draw({ article: article(), attributes: { view: 'article' } });
    const parts = [...card.shadowRoot!.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
    expect(parts.length).to.be.greaterThan(15);
    expect(parts.filter((part) => !known.includes(part))).to.deep.equal([]);
  });

  it('has the custom properties that the style sheets read', async () => {
    const card = await draw({ article: article(), attributes: { view: 'article' } });
    const rules = card.shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    const css = rules.map(({ cssText }) => cssText).join('\n');
    const read = new Set([...css.matchAll(/var\((--khabar-[\w-]+)/g)].map(([, name]) => name!));
    expect([...read].sort()).to.deep.equal(names((await manifest()).cssProperties));
  });
});
