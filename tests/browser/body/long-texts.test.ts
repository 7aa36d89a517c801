import { expect } from 'chai';
import { cleanedBody, cleanedElement, cleanedMarkup } from './cleaning.js';

/** Letters that Chromium would lay out in a minute, were they in one line box context. */
const MEGABYTE = '+1'.repeat(500_000);
const LONGEST = 10_000;

describe('A text too long to lay out at once', () => {
  it('keeps each letter, in boxes that the browser lays out by themselves', () => {
    const paragraph = cleanedElement(`<p>${MEGABYTE}</p>`);
    expect(paragraph.textContent).to.equal(MEGABYTE);
    expect([...paragraph.children].every(({ className }) => className === 'part')).to.equal(true);
    expect(Math.max(...[...paragraph.children].map(({ textContent }) => textContent!.length))).to.equal(LONGEST);
  });

  it('is parted in a link, in code and in plain text, too', () => {
    // WebKit's parser has parted it once before.
    for (const name of ['a href="/x"', 'code', 'em']) {
      const { children } = cleanedElement(`<p><${name}>${MEGABYTE}</${name.split(' ')[0]}></p>`).firstElementChild!;
      expect(Math.max(...[...children].map(({ textContent }) => textContent.length)), name).to.equal(LONGEST);
      expect([...children].map(({ textContent }) => textContent).join(''), name).to.equal(MEGABYTE);
    }
    expect(cleanedBody({ text: MEGABYTE }).querySelectorAll('.part').length).to.equal(100);
  });

  it('is parted at a space, and never within a letter of two units', () => {
    const [first] = cleanedElement(`<p>${'والفلج نظام '.repeat(2_000)}</p>`).children;
    expect(first!.textContent).to.match(/ $/);
    for (const text of [`a${'😀'.repeat(8_000)}`, '😀'.repeat(8_000)])
      for (const part of cleanedElement(`<p>${text}</p>`).children)
        expect(part.textContent, text.slice(0, 2)).not.to.match(/^[\uDC00-\uDFFF]/);
  });

  it('is longer than a page of an honest one', () => {
    const text = 'والفلج نظام ري. '.repeat(600);
    expect(cleanedMarkup(`<p>${text}</p>`)).not.to.contain('class');
  });
});
