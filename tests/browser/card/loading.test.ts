import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { ArticleError } from '../../../src/index.js';
import { article, briefArticle } from '../support/articles.js';
import { draw, mount, part, parts, textOf, type KhabarCard, heard } from '../support/card.js';
import { press } from '../support/commands.js';
import { address, jsonAddress, requestsSeen } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

function script(json: unknown): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.textContent = typeof json === 'string' ? json : JSON.stringify(json);
  return element;
}

function link(): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = 'https://alqafila.example/2026/03/falaj/';
  element.textContent = 'افتتاح أول متحف للأفلاج';
  return element;
}

function isShown(element: Element): boolean {
  return (element as HTMLElement).getClientRects().length > 0;
}

async function failure(card: KhabarCard): Promise<ArticleError> {
  const { error } = await heard(card, 'khabar-error');
  await card.updateComplete;
  return error;
}

describe('The source of the article', () => {
  it('is the address in src, of an item alone', async () => {
    const card = await draw({ attributes: { src: await jsonAddress(article()) } });
    expect(textOf(part(card, 'headline'))).to.equal('افتتاح أول متحف للأفلاج في ولاية إزكي');
  });

  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'القافلة',
    items: [
      { id: '1', title: 'الأول', url: 'https://alqafila.example/1' },
      { id: 'https://alqafila.example/?p=2', title: 'الثاني', url: 'https://alqafila.example/2' },
    ],
  };

  it('is the first item of a feed', async () => {
    const card = await draw({ attributes: { src: await jsonAddress(feed) } });
    expect(textOf(part(card, 'headline'))).to.equal('الأول');
  });

  it('is the item of a feed that the fragment names, percent-encoded or not', async () => {
    const base = await jsonAddress(feed);
    for (const item of ['https://alqafila.example/?p=2', encodeURIComponent('https://alqafila.example/?p=2')]) {
      const card = await draw({ attributes: { src: `${base}#${item}` } });
      expect(textOf(part(card, 'headline'))).to.equal('الثاني');
    }
  });

  it('is not another item where the named one is not in the feed', async () => {
    const card = await mount({ attributes: { src: `${await jsonAddress(feed)}#9` } });
    expect((await failure(card)).code).to.equal('not-an-article');
  });

  it('is the inline JSON before src', async () => {
    const key = `inline-${Math.random()}`;
    const card = await draw({
      attributes: { src: await jsonAddress(article({ title: 'من العنوان' }), { key }) },
      children: [script(article({ title: 'من الصفحة' }))],
    });
    expect(textOf(part(card, 'headline'))).to.equal('من الصفحة');
    expect(await requestsSeen(key)).to.deep.equal([]);
  });

  it('is the property before inline JSON', async () => {
    const card = await draw({ article: article({ title: 'من الخاصية' }), children: [script(article())] });
    expect(textOf(part(card, 'headline'))).to.equal('من الخاصية');
  });

  it('is inline JSON that the page adds after the card', async () => {
    const card = await mount();
    await card.updateComplete;
    card.append(script(article({ title: 'متأخر' })));
    await heard(card, 'khabar-load');
    expect(textOf(part(card, 'headline'))).to.equal('متأخر');
  });

  it('changes with src, and a late answer of the old one never replaces the new', async () => {
    const slow = await jsonAddress(article({ title: 'القديم' }), { delay: 400 });
    const card = await mount({ attributes: { src: slow } });
    await aTimeout(50);
    card.src = await jsonAddress(article({ title: 'الجديد' }));
    await heard(card, 'khabar-load');
    expect(textOf(part(card, 'headline'))).to.equal('الجديد');
    await aTimeout(600);
    expect(textOf(part(card, 'headline'))).to.equal('الجديد');
  });

  it('is asked for again by reload(), which settles when it is drawn', async () => {
    const src = await address(`/sequence/reload-${Math.random()}`, {
      statuses: '200',
      body: JSON.stringify(briefArticle),
    });
    const card = await draw({ attributes: { src } });
    let drawn = 0;
    card.addEventListener('khabar-load', () => drawn++);
    await card.reload();
    expect(drawn).to.equal(1);
  });

  it('never appears in the card: not in a link, a picture, a shared text, nor an event', async () => {
    const src = `${await jsonAddress(article({ url: undefined }), { token: 'sesame' })}`;
    const card = await mount({ attributes: { src } });
    const { article: loaded } = await heard(card, 'khabar-load');
    expect(JSON.stringify(loaded)).not.to.include('sesame');
    expect(card.shadowRoot!.innerHTML).not.to.include('sesame');
    expect(card.shadowRoot!.innerHTML).not.to.include(new URL(src).host);
  });
});

describe('While the article is on its way', () => {
  it('a card without a fallback shows a skeleton, named as loading', async () => {
    const card = await mount({ attributes: { src: await address('/never'), lang: 'ar' } });
    await waitUntil(() => card.matches(':state(loading)'));
    const root = card.shadowRoot!.querySelector('article')!;
    expect(root.getAttribute('aria-busy')).to.equal('true');
    expect(root.getAttribute('aria-label')).to.equal('جارٍ تحميل الخبر…');
    expect(isShown(card.shadowRoot!.querySelector('.skeleton')!)).to.equal(true);
  });

  it('the fallback stays, and no skeleton is shown, until the headline is drawn', async () => {
    const fallback = link();
    const card = await mount({
      attributes: { src: await jsonAddress(article(), { delay: 300 }) },
      children: [fallback],
    });
    await waitUntil(() => card.matches(':state(loading)'));
    expect(isShown(fallback)).to.equal(true);
    expect(card.shadowRoot!.querySelector('.skeleton')).to.equal(null);
    await heard(card, 'khabar-load');
    expect(isShown(fallback)).to.equal(false);
    expect(card.contains(fallback)).to.equal(true);
  });

  it('inline JSON is never read as text, whatever the page does to its scripts', async () => {
    const style = document.createElement('style');
    style.textContent = 'script { display: block !important }';
    document.head.append(style);
    const inline = script('{ broken');
    const card = await mount({ children: [inline] });
    await failure(card);
    expect(isShown(inline)).to.equal(false);
    style.remove();
  });

  it('a card that was taken out says no longer that it loads', async () => {
    const card = await mount({ attributes: { src: await address('/never') } });
    await waitUntil(() => card.matches(':state(loading)'));
    card.remove();
    expect(card.matches(':state(loading)')).to.equal(false);
  });

  it('a card without anything to load is not loading', async () => {
    const card = await mount();
    await card.updateComplete;
    expect(card.matches(':state(loading)')).to.equal(false);
    expect(card.shadowRoot!.querySelector('.skeleton')).to.equal(null);
    expect(card.getBoundingClientRect().height).to.equal(0);
  });

  it('the card says in its states that it loads, and then that it is ready', async () => {
    const card = await mount({ attributes: { src: await jsonAddress(briefArticle, { delay: 100 }) } });
    await waitUntil(() => card.matches(':state(loading)'));
    await heard(card, 'khabar-load');
    expect(card.matches(':state(ready)')).to.equal(true);
    expect(card.matches(':state(loading)')).to.equal(false);
  });
});

describe('A card', () => {
  it('asks once for what several cards show', async () => {
    const key = `shared-${Math.random()}`;
    const src = await jsonAddress(briefArticle, { key, delay: 50 });
    const cards = await Promise.all([1, 2, 3].map(() => mount({ attributes: { src } })));
    await Promise.all(cards.map((card) => heard(card, 'khabar-load')));
    expect((await requestsSeen(key)).length).to.equal(1);
  });

  it('that is moved while it loads goes on loading, with the same request', async () => {
    const key = `moved-${Math.random()}`;
    const card = await mount({ attributes: { src: await jsonAddress(briefArticle, { delay: 200, key }) } });
    await waitUntil(() => card.matches(':state(loading)'));
    document.body.append(card);
    await heard(card, 'khabar-load');
    card.remove();
    expect((await requestsSeen(key)).length).to.equal(1);
  });

  it('that is taken out while it loads is not drawn until it is put back', async () => {
    const card = await mount({
      attributes: { src: await jsonAddress(briefArticle, { delay: 100, key: 'taken-out' }) },
    });
    const place = card.parentElement!;
    await waitUntil(() => card.matches(':state(loading)'));
    card.remove();
    await aTimeout(300);
    expect(part(card, 'headline')).to.equal(null);
    place.append(card);
    await heard(card, 'khabar-load');
  });
});

describe('A failure', () => {
  const failures: [code: string, source: () => Promise<string>, retry: boolean][] = [
    ['network', () => jsonAddress(article(), { cors: 0 }), true],
    ['http', () => jsonAddress({}, { status: 404 }), true],
    ['gone', () => jsonAddress({}, { status: 410 }), false],
    ['not-json', () => address('/html'), true],
    ['not-an-article', () => jsonAddress({ hello: 'world' }), false],
    ['bad-address', () => Promise.resolve('javascript:alert(1)'), false],
    ['bad-address', () => Promise.resolve(''), false],
  ];

  for (const [code, source, retry] of failures) {
    it(`of the kind ${code} is said in the language of the card, with the fallback beside it`, async function () {
      // Where asking again can help, it is asked again before it is called a failure.
      this.timeout(20_000);
      const fallback = link();
      const card = await mount({ attributes: { src: await source(), lang: 'ar' }, children: [fallback] });
      const error = await failure(card);
      expect(error).to.be.instanceOf(ArticleError);
      expect(error.code).to.equal(code);
      const alert = card.shadowRoot!.querySelector('[role="alert"]')!;
      expect(textOf(alert)).to.match(/^تعذّر تحميل الخبر .{10,}/);
      expect(isShown(fallback)).to.equal(true);
      expect(card.matches(':state(failed)')).to.equal(true);
      expect(part(card, 'retry') !== null).to.equal(retry);
    });
  }

  it('speaks the language of the page where the card names none', async () => {
    const card = await mount({ attributes: { src: '' }, lang: 'ar-OM' });
    await failure(card);
    const root = card.shadowRoot!.querySelector('article')!;
    expect([root.lang, root.dir]).to.deep.equal(['ar', 'rtl']);
  });

  it('ends when the retry succeeds, and the reader who pressed it finds the focus in the story', async () => {
    const src = await address(`/sequence/retry-${Math.random()}`, {
      statuses: '404,200',
      body: JSON.stringify(briefArticle),
    });
    const card = await mount({ attributes: { src } });
    await failure(card);
    part(card, 'retry')!.focus();
    const drawn = heard(card, 'khabar-load');
    await press('Enter');
    await drawn;
    await waitUntil(() => card.shadowRoot!.activeElement === part(card, 'card'));
    expect(part(card, 'failure')).to.equal(null);
  });

  it('that repeats keeps the focus on the retry button and is announced again', async () => {
    const card = await mount({ attributes: { src: await jsonAddress({}, { status: 404 }) } });
    await failure(card);
    const retry = part(card, 'retry')!;
    retry.focus();
    const failed = failure(card);
    await press('Enter');
    await failed;
    expect(card.shadowRoot!.activeElement).to.equal(retry);
    expect(retry.isConnected).to.equal(true);
  });

  it('of a reload takes nothing away that is drawn', async () => {
    const src = await address(`/sequence/reload-${Math.random()}`, {
      statuses: '200,404',
      body: JSON.stringify(briefArticle),
    });
    const card = await draw({ attributes: { src } });
    const failed = failure(card);
    await card.reload();
    expect((await failed).code).to.equal('http');
    expect(textOf(part(card, 'headline'))).to.equal('Harbour reopens after storm');
  });

  it('says that it is trying while it tries again', async () => {
    const src = await address(`/sequence/trying-${Math.random()}`, { statuses: '404,never', body: '{}' });
    const card = await mount({ attributes: { src, lang: 'ar' } });
    await failure(card);
    part(card, 'retry')!.click();
    await waitUntil(() => textOf(card.shadowRoot!.querySelector('[role="alert"]'))!.includes('جارٍ تحميل الخبر…'));
  });

  it('leaves the fallback the direction that it has in the page', async () => {
    const fallback = link();
    const card = await mount({ attributes: { src: '' }, lang: 'sd', dir: 'rtl', children: [fallback] });
    await failure(card);
    expect(getComputedStyle(fallback).direction).to.equal('rtl');
    expect(getComputedStyle(part(card, 'failure')!).direction).to.equal('ltr');
  });

  it('carries its cause', async () => {
    const card = await mount({ attributes: { src: await address('/html') } });
    expect((await failure(card)).cause).to.be.instanceOf(SyntaxError);
  });

  it('has the words of the card where the page is in a language that it does not speak', async () => {
    const card = await mount({ attributes: { src: '' }, lang: 'sw' });
    await failure(card);
    expect(parts(card, 'card')[0]!.lang).to.equal('en');
  });
});
