import { expect } from 'chai';
import { cleaned, shadowRoot } from './cleaning.js';
import { waitUntil } from '../support/wait.js';

const ROW = `<tr>${'<th>كلمة</th><td>كلمة أخرى</td>'.repeat(12)}</tr>`;

function drawn(html: string, width: number): ShadowRoot {
  const root = shadowRoot();
  const box = document.createElement('div');
  box.style.width = `${width}px`;
  root.innerHTML = '<style>.table, pre { overflow: auto } td, th { white-space: nowrap }</style>';
  root.append(box);
  box.append(cleaned(html));
  return root;
}

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

describe('A box that scrolls', () => {
  it('is a tab stop with the name of its table', async () => {
    const box = drawn(`<table><caption>الأسعار</caption>${ROW}</table>`, 200).querySelector('.table')!;
    await waitUntil(() => box.hasAttribute('tabindex'));
    expect([box.getAttribute('tabindex'), box.getAttribute('role'), box.getAttribute('aria-label')]).to.deep.equal([
      '0',
      'group',
      'الأسعار',
    ]);
  });

  it('is a tab stop with a name where it holds code', async () => {
    const box = drawn(`<pre><code>${'a = b; '.repeat(100)}</code></pre>`, 200).querySelector('pre')!;
    await waitUntil(() => box.hasAttribute('tabindex'));
    expect(box.getAttribute('aria-label')).to.equal('Code');
  });

  it('is no tab stop any more once there is room', async () => {
    const root = drawn(`<table>${ROW}</table>`, 200);
    const box = root.querySelector('.table')!;
    await waitUntil(() => box.hasAttribute('tabindex'));
    root.querySelector('div')!.style.width = '4000px';
    await waitUntil(() => !box.hasAttribute('tabindex'));
    expect(box.getAttributeNames()).to.deep.equal(['class']);
  });
});

describe('A box that does not scroll', () => {
  it('is no tab stop', async () => {
    const root = drawn(`<table>${ROW}</table><pre><code>a</code></pre>`, 4000);
    await twoFrames();
    await twoFrames();
    expect(root.querySelectorAll('[tabindex], [role], [aria-label]')).to.have.length(0);
  });
});
