import { expect } from 'chai';
import fc from 'fast-check';
import { cleaning, isPlain } from '../../../src/body/clean.js';
import { fixture, SETS, skipWithout } from '../support/servers.js';
import { cleanedMarkup, OPTIONS, written } from './cleaning.js';

function withoutPreparation(html: string): string {
  const steps = cleaning({ html }, OPTIONS, undefined);
  for (;;) {
    const step = steps.next();
    if (step.done) return written(step.value);
  }
}

describe('A plain body', () => {
  for (const html of [
    '<p>a <b>b</b> <a href="https://news.example/x" title="y">c</a></p><h2 dir="rtl">d</h2>',
    '<p>a<br/>b</p><ul><li>c</li></ul><a href=\'/x\' style="display:none">Secret Link</a>',
    '<p>5 < 6 & 7 > 2</p>',
    'words alone [1]',
  ])
    it(`needs no preparation: ${html}`, () => {
      expect(isPlain(html)).to.be.true;
      expect(withoutPreparation(html)).to.equal(cleanedMarkup(html));
    });

  for (const html of [
    '<iframe src="/x"></iframe>',
    '<p class="x">a</p>',
    '<p data-x="y">a</p>',
    '<p><img src="/a.jpg"></p>',
    '<p>https://youtu.be/x</p>',
    '<p><span style="text-decoration:line-through">50</span></p>',
    '<p style="background:url(/a.jpg)"></p>',
    '<p>[vc_row]a[/vc_row]</p>',
    '<table><tr><td>a</td></tr></table>',
    '<x-a>a</x-a>',
    '<pre>a</pre>',
    '<!-- a --><p>b</p>',
    '<p title="<b>">a</p><math></math>',
    '<p a="b">c</p>',
    '<blockquote cite="https://x.example/1"></blockquote>',
  ])
    it(`is none where there is something to prepare: ${html}`, () => {
      expect(isPlain(html)).to.be.false;
    });

  it('is the same with and without its preparation, whatever plain elements it is made of', () => {
    const tag = fc.constantFrom('p', 'b', 'a href="/x"', 'h2', 'ul', 'li', 'div', 'span', 'figure', 'br', 'em');
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name.split(' ')[0]}>`),
      fc.constantFrom('كلمة', 'a', ' ', '1', '&lt;'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const html = pieces.join('');
        expect(isPlain(html), html).to.be.true;
        expect(withoutPreparation(html), html).to.equal(cleanedMarkup(html));
      }),
      { numRuns: 200, seed: 20251112 },
    );
  });

  for (const set of SETS)
    describe(`(${set})`, () => {
      before(skipWithout(set));
      it('is that of the reference article', async () => {
        const { content_html } = await fixture<{ content_html: string }>(`${set}/seed/article.json`);
        expect(isPlain(content_html)).to.be.true;
        expect(withoutPreparation(content_html)).to.equal(cleanedMarkup(content_html));
      });
    });
});
