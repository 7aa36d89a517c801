// The style sheets of docs/theming.md, each on a card of its own.
import { expect } from 'chai';
import { itInChromium, violations } from '../accessibility/reading.js';
import { article } from '../support/articles.js';
import { drawWithBody, heard, mount, type KhabarCard } from '../support/card.js';
import { address, jsonAddress } from '../support/servers.js';

interface Example {
  readonly title: string;
  readonly css: string;
}

async function examples(): Promise<Example[]> {
  const text = await (await fetch('/docs/theming.md')).text();
  return [...text.matchAll(/^##+ (.+)\n\n(?:[^#`]+\n\n)?```css\n([^]*?)\n```$/gm)].map(([, title = '', css = '']) => ({
    title,
    css,
  }));
}

/** Runs while a style sheet is in the page. */
async function styled<Result>(css: string, look: () => Result | Promise<Result>): Promise<Result> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  try {
    return await look();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }
}

/** What each element of the card looks like. The tint is seen only where the pointer is. */
function looksOf(card: KhabarCard): string {
  const tint = getComputedStyle(card.shadowRoot!.querySelector('.root')!).getPropertyValue('--own-tint');
  const looks = [card, ...card.shadowRoot!.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    return ['color', 'background-color', 'border-top-color', 'border-radius', 'font', 'padding', 'width', 'height']
      .map((name) => style.getPropertyValue(name))
      .join(';');
  });
  return [tint, ...looks].join('\n');
}

/** The card or the part that a rule is for. */
function targetOf(selector: string, card: KhabarCard): Element {
  const [, name] = /::part\((\w[\w-]*)\)/.exec(selector) ?? [];
  const target = name === undefined ? card : card.shadowRoot!.querySelector(`[part~="${name}"]`);
  if (!target) throw new Error(`The card has no part ${name}`);
  return target;
}

interface Declaration {
  readonly selector: string;
  /** All of the declaration's rule: a border without a style has no width. */
  readonly rule: string;
  readonly written: string;
  readonly longhands: readonly string[];
}

function declarationsOf(css: string): Declaration[] {
  return [...css.matchAll(/^([^{}]+) \{\n([^}]*)\}/gm)].flatMap(([, selector = '', body = '']) =>
    [...body.matchAll(/^ {2}([\w-]+: [^;]+);$/gm)].map(([, written = '']) => {
      const isProperty = written.startsWith('--');
      const { style } = document.createElement('i');
      style.cssText = written;
      return { selector, rule: isProperty ? written : body, written, longhands: [...style] };
    }),
  );
}

async function expectEffect(css: string, card: KhabarCard): Promise<void> {
  for (const { selector, rule, written, longhands } of declarationsOf(css)) {
    expect(longhands, `${written} is known to the browser`).not.to.have.lengthOf(0);
    // No pointer is over the card here.
    const target = selector.replace(':hover', '');
    const look = () => {
      const style = getComputedStyle(targetOf(target, card));
      return written.startsWith('--') ? [looksOf(card)] : longhands.map((name) => style.getPropertyValue(name));
    };
    const before = look();
    // Transitions would still be at their beginning.
    const after = await styled(`${target} { ${rule}; transition: none }`, look);
    expect(after, `${selector} { ${written} } changes nothing`).not.to.deep.equal(before);
  }
}

const isState = ({ css }: Example) => css.includes(':state(');

describe('A style sheet of the documentation', () => {
  it('is there ten times, and once for the states', async () => {
    const all = await examples();
    expect(all.map(({ title }) => /^(\d+)\./.exec(title)?.[1])).to.deep.equal([
      ...Array.from({ length: 10 }, (_, index) => String(index + 1)),
      undefined,
    ]);
    expect(all.filter(isState)).to.have.lengthOf(1);
  });

  it('takes effect with each of its lines', async () => {
    for (const { css } of (await examples()).filter((example) => !isState(example))) {
      const card = await drawWithBody({ article: article() });
      await expectEffect(css, card);
    }
  });

  it('takes effect while a card waits, and when it failed', async () => {
    const { css } = (await examples()).find(isState)!;
    const waiting = await mount({
      attributes: { src: await jsonAddress(article(), { delay: 3000 }), loading: 'eager' },
    });
    const failed = await mount({ attributes: { src: await address('/no-such-address.json'), loading: 'eager' } });
    await heard(failed, 'khabar-error');
    await failed.updateComplete;
    expect([getComputedStyle(waiting).opacity, getComputedStyle(failed).outlineStyle]).to.deep.equal(['1', 'none']);
    await styled(css, () => {
      expect([getComputedStyle(waiting).opacity, getComputedStyle(failed).outlineStyle]).to.deep.equal([
        '0.7',
        'dashed',
      ]);
    });
  });

  itInChromium('keeps text at 7:1', async () => {
    for (const { title, css } of (await examples()).filter((example) => !isState(example)))
      for (const scheme of ['light', 'dark'])
        await styled(css, async () => {
          const card = await drawWithBody({ article: article(), style: `color-scheme: ${scheme}` });
          expect(
            await violations(card, 'color-contrast', 'color-contrast-enhanced'),
            `${title}, ${scheme}`,
          ).to.deep.equal([]);
        });
  });
});
