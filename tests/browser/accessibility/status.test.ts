import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { jsonAddress } from '../support/servers.js';
import { all, between, controls, focused, status, until } from './cards.js';
import { inArabic, states } from './states.js';

describe('Copying', () => {
  it('57 is announced again when it is done again: the place is emptied in between', async () => {
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    const card = await draw({ article: article() });
    const said: (string | undefined)[] = [];
    new MutationObserver(() => said.push(textOf(status(card)))).observe(status(card), {
      childList: true,
      subtree: true,
      characterData: true,
    });
    for (const times of [1, 3]) {
      part(card, 'copy')!.click();
      await until(() => said.length === times);
    }
    expect(said).to.deep.equal(['تم نسخ الرابط', '', 'تم نسخ الرابط']);
  });

  it('58 shows that it is done in words and in another icon, not by colour alone', async () => {
    const icon = (card: KhabarCard) => part(card, 'copy')!.querySelector('path')!.getAttribute('d');
    const before = icon(await draw({ article: article() }));
    const card = await states['copied']!(inArabic);
    expect(status(card).checkVisibility()).to.equal(true);
    expect(icon(card)).not.to.equal(before);
  });

  it('59 that is refused says so, and leaves the address selected', async () => {
    const card = await states['not copied']!(inArabic);
    await until(() => card.shadowRoot!.activeElement?.localName === 'input');
    const field = card.shadowRoot!.activeElement as HTMLInputElement;
    expect(textOf(status(card))).to.include('تعذّر نسخ الرابط');
    expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).to.equal('https://qfl.example/4207');
  });

  it('64 stays said: nothing takes it away by itself', async () => {
    // Were a timer to take it away, it would be set when it is said.
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    const card = await drawWithBody({ article: article() });
    const timers: number[] = [];
    const set = window.setTimeout;
    replace(window, 'setTimeout', ((task: () => void, delay = 0) => {
      timers.push(delay);
      return set(task, delay);
    }) as typeof setTimeout);
    part(card, 'copy')!.click();
    await until(() => textOf(status(card)) !== '');
    await card.updateComplete;
    expect(timers.filter((delay) => delay > 10)).to.deep.equal([]);
  });
});

describe('A retry', () => {
  it('63 that fails keeps the focus on its button', async () => {
    const card = await mount({ attributes: { src: await jsonAddress('x', { status: 404 }) }, lang: 'ar' });
    await heard(card, 'khabar-error');
    part(card, 'retry')!.focus();
    part(card, 'retry')!.click();
    await heard(card, 'khabar-error');
    await card.updateComplete;
    expect(focused()).to.equal(part(card, 'retry'));
  });

  it('63 that succeeds takes no focus from elsewhere in the page', async () => {
    const card = await mount({ attributes: { src: 'javascript:' }, lang: 'ar' });
    await heard(card, 'khabar-error');
    const { before } = between(card);
    card.src = await jsonAddress(article());
    await heard(card, 'khabar-load');
    await card.updateComplete;
    expect(document.activeElement).to.equal(before);
  });

  it('63 is offered with a way to the story itself, where its address is known', async () => {
    const card = await states['protected']!(inArabic);
    expect(controls(card).map(textOf)).to.deep.equal(['افتح الخبر الأصلي (يُفتح في نافذة جديدة)']);
    expect(all(card, '[role=alert]').length).to.equal(1);
  });
});
