import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, heard, mount, part, parts, type KhabarCard } from '../support/card.js';

describe('A setting', () => {
  it('does not depend on the case of its letters', async () => {
    const attributes = { view: 'TEASER', theme: ' Dark ' };
    const card = await draw({ article: article(), attributes });
    expect(part(card, 'more')).to.equal(null);
    expect(getComputedStyle(part(card, 'card')!).backgroundColor).to.equal('rgb(23, 24, 26)');
    const bare = await draw({ article: article(), attributes: { related: 'NONE', follow: 'None', share: 'NONE' } });
    for (const name of ['related', 'follow', 'share']) expect(part(bare, name), name).to.equal(null);
  });

  const wrong: [property: keyof KhabarCard, value: unknown][] = [
    ['view', 7],
    ['theme', {}],
    ['follow', ['https://x.com/a']],
    ['share', 5],
    ['shortLink', 7],
    ['reserve', 320],
    ['timeZone', 4],
    ['numerals', []],
    ['calendar', null],
    ['months', true],
    ['headingLevel', 'two'],
    ['related', 0],
    ['timeout', Infinity],
    ['loading', null],
  ];

  for (const [property, value] of wrong) {
    it(`${property} of the wrong kind (${JSON.stringify(value)}) is ignored`, async () => {
      const card = await mount();
      Object.assign(card, { [property]: value, article: article() });
      await heard(card, 'khabar-load');
      expect(part(card, 'headline')!.localName).to.equal('h2');
      expect(parts(card, 'share-link').length).to.equal(5);
    });
  }

  it('src may be a URL', async () => {
    const card = await mount();
    Object.assign(card, { src: new URL(`data:application/json,{}`) });
    expect((await heard(card, 'khabar-error')).error.code).to.equal('bad-address');
  });

  it('has its initial value again once its attribute is removed', async () => {
    const attributes = {
      view: 'teaser',
      'heading-level': '4',
      share: 'none',
      related: 'none',
      theme: 'dark',
      follow: 'none',
    };
    const card = await draw({ article: article(), attributes });
    for (const name of Object.keys(attributes)) card.removeAttribute(name);
    await card.updateComplete;
    for (const name of ['more', 'share', 'related', 'follow']) expect(part(card, name), name).not.to.equal(null);
    expect(part(card, 'headline')!.localName).to.equal('h2');
  });
});

describe('A link that leads nowhere', () => {
  it('is no link, and reports nothing', async () => {
    const card = await mount({
      article: article({ content_html: '<p><a href="javascript:0">نص</a></p>' }),
      attributes: { view: 'article' },
    });
    await heard(card, 'khabar-body');
    expect(part(card, 'body')!.querySelector('a')).to.equal(null);
    expect(part(card, 'body')!.textContent).to.include('نص');
  });
});
