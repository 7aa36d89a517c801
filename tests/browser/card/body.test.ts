import { expect } from 'chai';
import { article } from '../support/articles.js';
import { drawWithBody, mount, part, textOf } from '../support/card.js';
import { waitUntil } from '../support/wait.js';

const { content_html: _, ...bare } = article({ title: 'خبر طويل' });

describe('A body that is beyond a cap', () => {
  for (const view of ['summary', 'article']) {
    it(`is no failed article: in view="${view}" the card shows its summary and the way to the original`, async () => {
      let failures = 0;
      const card = await mount({
        article: { ...bare, content_html: '<p>نص</p>'.repeat(20_001) },
        attributes: { view, open: '' },
      });
      card.addEventListener('khabar-error', () => (failures += 1));
      await waitUntil(() => part(card, 'body')?.getAttribute('aria-busy') === 'false');
      expect(failures).to.equal(0);
      expect(textOf(part(card, 'body'))).to.equal('تعذّر عرض نص الخبر هنا. يمكنك قراءته في موقع الناشر.');
      expect(part(card, 'failure')).to.equal(null);
      expect(textOf(part(card, 'summary'))).to.include('خرائط ومخطوطات');
      expect(part<HTMLAnchorElement>(card, 'original')?.href).to.equal(bare.url);
    });
  }
});

describe('A footnote of a card', () => {
  it('is no way out of the card, and leaves the address of the page alone', async () => {
    const card = await drawWithBody({
      article: { ...bare, content_html: '<p>نص<sup><a href="#n">1</a></sup></p><p id="n">حاشية</p>' },
      attributes: { view: 'article' },
    });
    let left = 0;
    card.addEventListener('khabar-navigate', () => (left += 1));
    const before = location.href;
    part(card, 'body')!.querySelector<HTMLElement>('sup a')!.click();
    expect(card.shadowRoot!.activeElement?.textContent).to.equal('حاشية');
    expect(left).to.equal(0);
    expect(location.href).to.equal(before);
  });
});

describe('A word of the card in the body', () => {
  it('is in the language of the card, and follows it', async () => {
    const card = await drawWithBody({
      article: {
        ...bare,
        // Only a table that scrolls has a name.
        content_html: `<table><tr>${'<td>كلمة</td>'.repeat(60)}</tr></table><iframe src="https://charts.example/"></iframe>`,
      },
      attributes: { view: 'article' },
    });
    const words = () => [
      part(card, 'body')!.querySelector('.table')?.getAttribute('aria-label'),
      part(card, 'body')!.querySelector('.embed bdi')?.textContent,
    ];
    await waitUntil(() => words()[0]);
    expect(words()).to.deep.equal(['جدول', 'محتوى مضمّن']);
    card.setAttribute('lang', 'en');
    await waitUntil(() => words()[0] === 'Table');
    expect(words()).to.deep.equal(['Table', 'Embedded content']);
  });
});
