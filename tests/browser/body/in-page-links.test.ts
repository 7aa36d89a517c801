import { expect } from 'chai';
import { cleaned, cleanedMarkup, shadowRoot } from './cleaning.js';

const NOTES = `
  <p>نص<sup id="ref-1"><a href="#note-1">1</a></sup> ونص<sup class="fn" id="ref-2"><a id="link-2" href="https://news.example/2025/11/story/#note-2">2</a></sup>.</p>
  <ol><li id="note-1">الأول <a href="#ref-1">↩</a></li><li id="note-2">الثاني <a href="#link-2">↩</a></li></ol>`;

/** In the page, and the page's address as it was. */
function drawn(html: string, options = {}) {
  const root = shadowRoot();
  root.append(cleaned(html, options));
  const links = [...root.querySelectorAll('a')];
  return { root, links };
}

function click(link: HTMLElement, init: MouseEventInit = {}): boolean {
  // A link that is none of these would open a window, behind which the tests that follow would stand still.
  expect(link.matches('[target]')).to.be.false;
  return link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init }));
}

describe('A footnote', () => {
  const before = location.href;

  afterEach(() => {
    expect(location.href).to.equal(before);
  });

  it('is gone to, and come back from, without another window or another address', () => {
    const { root, links } = drawn(NOTES);
    const notes = [...root.querySelectorAll('li')];
    expect(click(links[0]!)).to.be.false;
    expect(root.activeElement).to.equal(notes[0]);
    click(links[2]!);
    expect(root.activeElement).to.equal(links[0]);
    click(links[1]!);
    expect(root.activeElement).to.equal(notes[1]);
    click(links[3]!);
    expect(root.activeElement).to.equal(links[1]);
  });

  it('leads, for who opens it elsewhere, to its place in the original', () => {
    const { links } = drawn(NOTES);
    expect(links.map(({ href }) => href)).to.deep.equal([
      'https://news.example/2025/11/story/#note-1',
      'https://news.example/2025/11/story/#note-2',
      'https://news.example/2025/11/story/#ref-1',
      'https://news.example/2025/11/story/#link-2',
    ]);
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      const { root, links } = drawn(NOTES);
      root.addEventListener('click', (event) => event.preventDefault(), { once: true });
      click(links[0]!, init);
      expect(root.activeElement).to.equal(null);
    }
  });

  it('does not say that it opens a window', () => {
    const { links } = drawn(NOTES);
    for (const link of links) expect(link.matches('[target], [rel], [aria-describedby]')).to.be.false;
  });

  it('works in an article that has no address', () => {
    const { root, links } = drawn('<p><a href="#n">1</a></p><p id="n">a</p>', { base: undefined });
    click(links[0]!);
    expect(root.activeElement).to.equal(root.querySelectorAll('p')[1]);
  });

  it('is found by the name of an empty element before it', () => {
    for (const name of ['<a name="n"></a>', '<span id="n"></span>', '<a id="n">↑</a>']) {
      const { root, links } = drawn(`<p><a href="#n">1</a></p><p>${name}a</p>`);
      click(links[0]!);
      expect(root.activeElement, name).to.equal(root.querySelectorAll('p')[1]);
    }
  });

  it('is found by a name in Arabic, encoded or not', () => {
    for (const name of ['حاشية', encodeURIComponent('حاشية')]) {
      for (const href of ['حاشية', encodeURIComponent('حاشية')]) {
        const { root, links } = drawn(`<p><a href="#${href}">1</a></p><p id="${name}">a</p>`);
        click(links[0]!);
        expect(root.activeElement?.textContent, `${name} ${href}`).to.equal('a');
      }
    }
  });

  it('in folded text unfolds it', () => {
    const { root, links } = drawn('<p><a href="#n">1</a></p><details><summary>b</summary><p id="n">a</p></details>');
    click(links[0]!);
    expect(root.querySelector('details')!.open).to.be.true;
    expect(root.activeElement?.textContent).to.equal('a');
  });

  for (const [name, html] of Object.entries({
    'of another page': '<a href="/other/#n">a</a><p id="n">b</p>',
    'to nothing': '<a href="#m">a</a><p id="n">b</p>',
    'to the top': '<a href="#">a</a><p id="n">b</p>',
  })) {
    it(`is no link ${name}`, () => {
      expect(cleaned(html).querySelector('a')?.target).to.equal('_blank');
    });
  }

  it('leaves no name, and no mark of the cleaning room', () => {
    const markup = cleanedMarkup(
      `${NOTES}<p data-khabar-target="1" data-khabar-embed>c</p><a data-khabar-link="1" data-khabar-embed href="/a">d</a>`,
    );
    expect(markup).not.to.match(/\bid=|name=|data-|class=/);
  });
});
