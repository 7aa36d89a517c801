import { expect } from 'chai';
import * as policy from '../../../src/html/policy.js';
import { purify } from '../../../src/body/purify.js';
import { cleaned, cleanedMarkup } from './cleaning.js';
import { honestArticle } from './honest-article.js';

/** Without each of its lines in turn, a list of the policy must fail what it passes with it. */
function expectNeeded<Entry>(list: readonly Entry[], passes: (entry: Entry) => boolean): void {
  const lines = list as Entry[];
  const whole = [...lines];
  whole.forEach((entry, index) => {
    expect(passes(entry), `${JSON.stringify(entry)} with its line`).to.be.true;
    lines.splice(index, 1);
    try {
      expect(passes(entry), `${JSON.stringify(entry)} without its line`).to.be.false;
    } finally {
      lines.splice(0, lines.length, ...whole);
    }
  });
}

const html = `${honestArticle}<ol type="a" start="2" reversed><li value="3">a</li></ol>`;

describe('Each line of the policy is needed', function () {
  this.timeout(60_000);

  it('for an element to stay', () => {
    const counted = (name: string) => cleaned(html).querySelectorAll(name).length;
    const whole = cleaned(html);
    const all = new Map(policy.allowedElements.map((name) => [name, whole.querySelectorAll(name).length]));
    expectNeeded(policy.allowedElements, (name) => {
      // Of a heading the level depends on the others.
      if (/^h\d$/.test(name)) return cleaned(`<${name}>a</${name}>`).querySelector('h3') !== null;
      // The boxes of tables are divs as well, and a box of a publisher serves as one.
      if (name === 'div') return cleaned('<div><p>a</p></div>').querySelector('div') !== null;
      return counted(name) > 0 && counted(name) === all.get(name);
    });
  });

  it('for an attribute of an element to stay', () => {
    expectNeeded(policy.allowedAttributes, (pair) => {
      const [element, name] = pair.split(' ');
      // A link has relations of ours as well.
      if (name === 'dir') return cleaned(html).querySelector('bdo[dir]') !== null;
      return name === 'rel'
        ? cleaned('<a href="/a" rel="nofollow">a</a>').querySelector('[rel~="nofollow"]') !== null
        : cleaned(html).querySelector(`${element}[${name}]:not([alt=""])`) !== null;
    });
  });

  it('for an element or attribute of a formula to stay', () => {
    const formula = (inside: string) => cleaned(`<p><math>${inside}</math></p>`);
    expectNeeded(policy.mathElements, (name) => {
      const inside = `<${name}><mi>a</mi></${name}>`;
      const token = `<${name}>a</${name}>`;
      const isToken = ['mi', 'mn', 'mo', 'ms', 'mtext'].includes(name);
      return name === 'math'
        ? formula('<mi>a</mi>').querySelector('math') !== null
        : formula(`<mn>1</mn>${isToken ? token : inside}`).querySelector(name) !== null;
    });
    expectNeeded(
      policy.mathAttributes,
      (name) =>
        formula(`<mrow ${name}="${name === 'scriptlevel' ? 1 : '1em'}"><mi>a</mi></mrow>`).querySelector(
          `[${name}]`,
        ) !== null,
    );
  });

  it('for what an element holds to go', () => {
    expectNeeded(policy.refusedWithContents, (name) => {
      const element = document.implementation.createHTMLDocument().createElement(name);
      element.append('canary');
      return purify(element, {}).textContent === '';
    });
  });

  it('for an address to be judged', () => {
    const samples: Record<string, string> = {
      href: '<a href="/a">a</a>',
      src: '<img src="/a" alt="a">',
      cite: '<q cite="/a">a</q>',
    };
    expectNeeded(policy.addressAttributes, (name) => cleanedMarkup(samples[name]!).includes('https://news.example/a'));
  });

  it('for a count to be bounded', () => {
    expectNeeded(policy.countingAttributes, (name) => {
      const table = `<table><colgroup ${name}="101"></colgroup><tr><td ${name}="101">a</td><td ${name}="100">a</td></tr></table>`;
      return !cleanedMarkup(table).includes('101');
    });
  });

  it("for a publisher's word on its links to stay", () => {
    expectNeeded(policy.keptLinkRelations, (name) => cleanedMarkup(`<a href="/a" rel="${name}">a</a>`).includes(name));
  });

  it('for an element to be replaced', () => {
    expectNeeded(policy.replacements, ([selectors, name]) =>
      selectors.split(', ').every((selector) => {
        const [element, className = ''] = selector.split('.');
        const tag = element || (name === 'div' ? 'span' : 'div');
        const markup = `<${tag} class="${className}" src="/a" open>canary</${tag}>`;
        // <div> would be the box of anything: it must be the very element that holds the words, or the picture.
        const [other] = cleaned(name === 'summary' ? `<details>${markup}</details>` : markup).querySelectorAll(name);
        return other !== undefined && (className === '' || name !== tag);
      }),
    );
  });

  it('for the parts of a player to go', () => {
    expectNeeded(policy.playerParts, (selector) => cleanedMarkup(`<div class="${selector.slice(1)}">a</div>`) === '');
  });
});
