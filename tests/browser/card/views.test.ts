import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, part, parts, heard } from '../support/card.js';
import { click, press } from '../support/commands.js';

function shown(element: HTMLElement | null): boolean {
  return element !== null && element.checkVisibility({ contentVisibilityAuto: true }) && !element.closest('[hidden]');
}

describe('The view', () => {
  it('summary, the default, keeps the body behind a button', async () => {
    const card = await drawWithBody({ article: article() });
    expect(part(card, 'body')!.getAttribute('hidden')).to.equal('until-found');
    expect(shown(part(card, 'more'))).to.equal(true);
    expect(shown(part(card, 'summary'))).to.equal(true);
  });

  it('article shows the body and no button', async () => {
    const card = await drawWithBody({ article: article(), attributes: { view: 'article' } });
    expect(shown(part(card, 'body'))).to.equal(true);
    expect(part(card, 'more')).to.equal(null);
  });

  it('teaser shows picture, headline, dates and the way to the original, and nothing else', async () => {
    const card = await draw({ article: article(), attributes: { view: 'teaser' } });
    const drawn = [...card.shadowRoot!.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
    expect([...new Set(drawn)].sort()).to.deep.equal(
      [
        'byline',
        'caption',
        'card',
        'headline',
        'image',
        'meta',
        'original',
        'picture',
        'published',
        'publisher',
        'section',
        'updated',
      ].sort(),
    );
  });

  it('of an unknown name is the default one', async () => {
    const card = await draw({ article: article(), attributes: { view: 'poster' } });
    expect(part(card, 'more')).not.to.equal(null);
  });

  it('can change while the card stands', async () => {
    const card = await drawWithBody({ article: article() });
    card.view = 'article';
    await card.updateComplete;
    expect(shown(part(card, 'body'))).to.equal(true);
    expect(part(card, 'body')!.textContent).to.include('قاعة الماء');
  });

  it('teaser stays one where open is set, also after the body was drawn', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' }, width: 720 });
    card.view = 'teaser';
    await card.updateComplete;
    expect(part(card, 'card')!.classList.contains('open')).to.equal(false);
  });

  it('links the headline to the original where the story is not all there', async () => {
    const summary = await draw({ article: article() });
    expect(part(summary, 'headline')!.querySelector('a')!.href).to.equal(
      'https://alqafila.example/2026/03/falaj/?utm=1',
    );
    const whole = await draw({ article: article(), attributes: { view: 'article' } });
    expect(part(whole, 'headline')!.querySelector('a')).to.equal(null);
  });
});

describe('«واصل القراءة»', () => {
  it('is named with the headline', async () => {
    const card = await draw({ article: article() });
    const ids = part(card, 'more')!.getAttribute('aria-labelledby')!.split(' ');
    const names = ids.map((id) => card.shadowRoot!.getElementById(id)!.textContent.trim());
    expect(names.join('، ')).to.equal('واصل القراءة، افتتاح أول متحف للأفلاج في ولاية إزكي');
  });

  it('opens and closes the body, and says so in its state, its word, the attribute and an event', async () => {
    const card = await drawWithBody({ article: article() });
    const more = part(card, 'more')!;
    for (const open of [true, false]) {
      setTimeout(() => more.click());
      const event = await heard(card, 'khabar-toggle');
      await card.updateComplete;
      expect(event.open).to.equal(open);
      expect(card.hasAttribute('open')).to.equal(open);
      expect(more.getAttribute('aria-expanded')).to.equal(String(open));
      expect(more.textContent.trim()).to.equal(open ? 'عرض أقل' : 'واصل القراءة');
      expect(shown(part(card, 'body'))).to.equal(open);
    }
  });

  it('closes again for a framework that sets nothing in the place of false', async () => {
    const card = await drawWithBody({ article: article() });
    const said: unknown[] = [];
    card.addEventListener('khabar-toggle', ({ open }) => said.push(open));
    for (const open of [true, undefined, null, false]) {
      Object.assign(card, { open });
      await card.updateComplete;
    }
    part(card, 'more')!.click();
    await card.updateComplete;
    expect(said).to.deep.equal([true, false, true]);
  });

  it('works by Enter and by Space, and the next Tab is inside the text that it opened', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'more')!.focus();
    for (const [key, open] of [
      ['Enter', true],
      ['Space', false],
      ['Enter', true],
    ] as const) {
      await press(key);
      await card.updateComplete;
      expect(card.open, key).to.equal(open);
      expect(card.shadowRoot!.activeElement).to.equal(part(card, 'more'));
    }
    await press('Tab');
    expect(part(card, 'body')!.contains(card.shadowRoot!.activeElement)).to.equal(true);
  });

  it('leaves nothing to tab to in a closed body', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'more')!.focus();
    await press('Tab');
    expect(part(card, 'source')!.contains(card.shadowRoot!.activeElement)).to.equal(true);
  });

  it('follows when find-in-page opens the body', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'body')!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await card.updateComplete;
    expect(card.open).to.equal(true);
    expect(part(card, 'more')!.getAttribute('aria-expanded')).to.equal('true');
  });

  it('stands open from the start where the page says open', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    expect(shown(part(card, 'body'))).to.equal(true);
  });

  it('opens by a click', async () => {
    const card = await drawWithBody({ article: article() });
    await click(part(card, 'more')!);
    await card.updateComplete;
    expect(card.open).to.equal(true);
  });
});

describe('The level of the headings', () => {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`${level} is that of the headline; crossheads and related stories are one below, six at most`, async () => {
      const card = await drawWithBody({ article: article(), attributes: { 'heading-level': String(level), open: '' } });
      const levels = [...card.shadowRoot!.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ localName }) => localName);
      const below = `h${Math.min(6, level + 1)}`;
      expect(levels).to.deep.equal([`h${level}`, below, below]);
    });
  }

  for (const nonsense of ['0', '7', '2.5', 'two', '']) {
    it(`"${nonsense}" means 2`, async () => {
      const card = await draw({ article: article(), attributes: { 'heading-level': nonsense } });
      expect(part(card, 'headline')!.localName).to.equal('h2');
    });
  }

  it('can change, and the body follows', async () => {
    const card = await drawWithBody({ article: article() });
    card.headingLevel = 4;
    await heard(card, 'khabar-body');
    expect(parts(card, 'body')[0]!.querySelector('h5')!.textContent).to.equal('قاعة الماء');
  });
});
