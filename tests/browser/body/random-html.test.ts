import { expect } from 'chai';
import fc from 'fast-check';
import { ArticleError } from '../../../src/article/article-error.js';
import { everything } from '../support/servers.js';
import { intruders } from './allow-list.js';
import { cleaned, cleanedMarkup, parsed, shadowRoot } from './cleaning.js';

const ELEMENTS = [
  ...[
    'p',
    'div',
    'span',
    'a',
    'b',
    'i',
    'h1',
    'h2',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'caption',
    'figure',
    'img',
    'picture',
  ],
  ...['video', 'audio', 'source', 'details', 'summary', 'q', 'time', 'font', 'center', 'section', 'nobr', 'ruby', 'rt'],
  ...[
    'script',
    'style',
    'noscript',
    'noembed',
    'noframes',
    'xmp',
    'textarea',
    'title',
    'iframe',
    'object',
    'embed',
    'plaintext',
  ],
  ...['svg', 'math', 'foreignObject', 'desc', 'annotation-xml', 'mtext', 'mglyph', 'mi', 'use', 'animate', 'set'],
  ...[
    'template',
    'slot',
    'x-card',
    'khabar-card',
    'form',
    'input',
    'select',
    'option',
    'button',
    'dialog',
    'body',
    'html',
  ],
  ...[
    'head',
    'base',
    'meta',
    'link',
    'frameset',
    'frame',
    'applet',
    'map',
    'area',
    'marquee',
    'amp-img',
    'label',
    'canvas',
  ],
];
const CLOBBERED = [
  ...[
    'attributes',
    'getAttribute',
    'removeAttribute',
    'setAttribute',
    'parentNode',
    'parentElement',
    'childNodes',
    'nodeName',
  ],
  ...[
    'querySelectorAll',
    'body',
    'documentElement',
    'ownerDocument',
    'remove',
    'replaceWith',
    'firstChild',
    'append',
    'write',
  ],
];
const RUN = 'canary()';
const ADDRESSES = [
  ...[
    `javascript:${RUN}`,
    `JaVa\tScript:${RUN}`,
    ` javascript:${RUN}`,
    'data:text/html,x',
    'blob:https://x.example/1',
    'file:///x',
  ],
  ...[
    'https://a@evil.example/',
    'https://news.example/a',
    '/a',
    '#note',
    '//x.example/a',
    'mailto:a@b.example',
    'http://127.0.0.1/',
  ],
];

const text = fc.constantFrom(
  'نص',
  'a',
  ' ',
  '&lt;img src=x:x onerror=canary()&gt;',
  ']]>',
  '--><img src=x:x onerror=canary()>',
  '</',
  '\u202E',
  '&',
  '"',
  '\0',
);
const quoted = (value: string) => `"${value.replaceAll('"', '&quot;')}"`;
const attribute = fc.oneof(
  fc.constantFrom('onclick', 'onerror', 'onload', 'ONFOCUS', 'ontoggle', 'on').map((name) => `${name}="${RUN}"`),
  fc
    .tuple(
      fc.constantFrom(
        'href',
        'src',
        'srcset',
        'cite',
        'action',
        'formaction',
        'data',
        'poster',
        'background',
        'xlink:href',
        'data-src',
        'data-href',
        'ping',
        'srcdoc',
      ),
      fc.constantFrom(...ADDRESSES),
    )
    .map(([name, value]) => `${name}=${quoted(value)}`),
  fc.tuple(fc.constantFrom('id', 'name'), fc.constantFrom(...CLOBBERED, 'note')).map((pair) => pair.join('=')),
  fc.constantFrom(
    ...[
      'style="position:fixed"',
      'style="display:none"',
      'class=embed',
      'class="gallery"',
      'is=x-card',
      'slot=a',
      'part=card',
    ],
    ...[
      'popover',
      'autofocus',
      'tabindex=1',
      'contenteditable',
      'hidden',
      'aria-hidden=true',
      'data-khabar-embed data-khabar-link=1',
    ],
    ...[
      'data-khabar-target=1',
      'shadowrootmode=open',
      'target=_top',
      'rel=opener',
      'dir=rtl',
      'lang=ar',
      'open',
      'colspan=9999',
    ],
  ),
);
const opening = fc
  .tuple(fc.constantFrom(...ELEMENTS), fc.array(attribute, { maxLength: 4 }))
  .map(([name, attributes]) => `<${[name, ...attributes].join(' ')}>`);
const closing = fc.constantFrom(...ELEMENTS).map((name) => `</${name}>`);
const special = fc.constantFrom(
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<?xml ?>',
  '<!doctype html>',
  '<!',
  '<p title="',
  '">',
  "<b a='",
  "'>",
);
/** Unclosed, misnested and broken off as it comes. */
const soup = fc
  .array(
    fc.oneof(
      { arbitrary: opening, weight: 5 },
      { arbitrary: closing, weight: 3 },
      { arbitrary: text, weight: 2 },
      special,
    ),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));
/** Nested as a tree: what comes of the elements that soup seldom closes. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    fc
      .tuple(opening, fc.array(tie('tree'), { maxLength: 4 }))
      .map(([start, inside]) => `${start}${inside.join('')}</${/^<([^ >]+)/.exec(start)![1]}>`),
  ),
}));
const html = fc.oneof(soup, tree);
const isThorough = await everything();
const runs = (everyDay: number) => ({ numRuns: isThorough ? 20 * everyDay : everyDay, seed: 20251112 });
const RUNS = runs(400);

const globals = globalThis as { canary?: () => void };

describe('HTML of dangerous parts, put together at random', function () {
  this.timeout(isThorough ? 900_000 : 30_000);

  let ran: string[] = [];
  let current = '';

  before(() => {
    globals.canary = () => ran.push(current);
  });

  after(() => {
    delete globals.canary;
  });

  it('is dangerous', () => {
    const samples = fc.sample(html, RUNS);
    expect(samples.filter((sample) => intruders(parsed(sample)).length > 0).length).to.be.greaterThan(RUNS.numRuns / 2);
  });

  it('leaves nothing that may not stand in a card, not even when it is parsed again', () => {
    fc.assert(
      fc.property(html, (sample) => {
        expect(intruders(cleaned(sample))).to.deep.equal([]);
        const again = parsed(cleanedMarkup(sample));
        // Parsed apart from the page, a link within the body is one to its original.
        expect(intruders(again)).to.deep.equal([]);
      }),
      RUNS,
    );
  });

  it('leaves nothing that may not stand in a card where it stands within honest markup', () => {
    fc.assert(
      fc.property(html, (sample) => {
        expect(intruders(cleaned(`<div><p>a</p>${sample}</div><p>b</p>`))).to.deep.equal([]);
      }),
      RUNS,
    );
  });

  it('runs nothing in the page', async () => {
    ran = [];
    fc.assert(
      fc.property(html, (sample) => {
        current = sample;
        const root = shadowRoot();
        root.append(cleaned(sample));
        for (const element of root.querySelectorAll('*'))
          for (const type of ['error', 'load', 'focus', 'toggle']) element.dispatchEvent(new Event(type));
      }),
      runs(150),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ran).to.deep.equal([]);
  });

  it('is refused, if at all, with an ArticleError', () => {
    fc.assert(
      fc.property(fc.array(html, { minLength: 1, maxLength: 60 }), (samples) => {
        try {
          cleaned(samples.join(''));
        } catch (error) {
          expect(error).to.be.instanceOf(ArticleError);
        }
      }),
      runs(60),
    );
  });
});
