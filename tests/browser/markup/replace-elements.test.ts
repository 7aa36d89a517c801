import { expect } from 'chai';
import { cleanedElement, cleanedMarkup } from '../body/cleaning.js';

const names = (element: Element) => [...element.querySelectorAll('*')].map(({ localName }) => localName).join(' ');

describe('What only a class, or another element, says', () => {
  it('keeps the words of two boxes apart', () => {
    for (const name of ['section', 'article', 'aside', 'header', 'footer', 'main', 'nav', 'address', 'center', 'form'])
      expect(cleanedMarkup(`<${name}>a</${name}><${name}>b</${name}>`), name).to.equal('<div>a</div><div>b</div>');
  });

  it('stays said by old elements', () => {
    expect(cleanedMarkup('<p><strike>a</strike><tt>b</tt><acronym title="c">d</acronym></p>')).to.equal(
      '<p><s>a</s><code>b</code><abbr title="c">d</abbr></p>',
    );
    expect(cleanedMarkup('<dir><li>a</li></dir><xmp><b>c</b></xmp>')).to.equal(
      '<ul><li>a</li></ul><pre>&lt;b&gt;c&lt;/b&gt;</pre>',
    );
  });

  it('makes a figure of a picture with a caption as WordPress wrote them', () => {
    const figure = cleanedElement(
      '<div id="attachment_1" class="wp-caption alignnone" style="width: 310px"><img src="/a.jpg" alt="A"><p id="caption" class="wp-caption-text">مطرح</p></div>',
    );
    expect(figure.localName).to.equal('figure');
    expect(names(figure)).to.equal('img figcaption');
  });

  it('makes figures of a gallery as WordPress wrote them', () => {
    const item = (name: string) =>
      `<dl class="gallery-item"><dt class="gallery-icon"><a href="/${name}"><img src="/${name}.jpg"></a></dt><dd class="wp-caption-text gallery-caption">${name}</dd></dl>`;
    const gallery = cleanedElement(
      `<div id="gallery-1" class="gallery gallery-columns-2">${item('a')}${item('b')}<br style="clear: both"></div>`,
    );
    expect(gallery.localName).to.equal('figure');
    expect(names(gallery)).to.equal('figure div a img figcaption figure div a img figcaption br');
  });

  it('keeps the galleries of today as they are', () => {
    const html =
      '<figure class="wp-block-gallery"><figure><img src="/a.jpg" alt="A"><figcaption>a</figcaption></figure><figure><img src="/b.jpg" alt="B"></figure><figcaption>c</figcaption></figure>';
    expect(names(cleanedElement(html))).to.equal('figure img figcaption figure img figcaption');
  });

  it('folds what Ghost folds', () => {
    const toggle = cleanedElement(
      '<div class="kg-card kg-toggle-card" data-kg-toggle-state="close"><div class="kg-toggle-heading"><h4>a</h4><button class="kg-toggle-card-icon"><svg></svg></button></div><div class="kg-toggle-content"><p>b</p></div></div>',
    );
    expect(toggle.localName).to.equal('details');
    expect(names(toggle)).to.equal('summary h3 div p');
  });

  it('leaves the sound or film of a player, without its clock and buttons', () => {
    const body = cleanedElement(
      '<div class="kg-card kg-audio-card"><div class="kg-audio-player-container"><audio src="/a.mp3"></audio><div class="kg-audio-title">a</div><div class="kg-audio-player"><button>x</button><span>0:00</span><div>/<span>3:12</span></div></div></div></div>',
    );
    expect(body.textContent).to.equal('a');
    expect(body.querySelector('audio')).not.to.equal(null);
  });

  it('is not said by what another element contains in a form', () => {
    expect(
      cleanedMarkup(
        '<form><input name="attributes"><input name="replaceWith"><input name="removeAttribute"><p>a</p></form>',
      ),
    ).to.equal('<div><p>a</p></div>');
  });
});
