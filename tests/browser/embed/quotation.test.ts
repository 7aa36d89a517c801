import { expect } from '@open-wc/testing';
import { article } from '../support/articles.js';
import { address, documentOf, jsonAddress, openPage } from '../support/servers.js';
import { drawn, embed, headlineOf, moment, quotation, script, snippet, until } from './pages.js';

const isSeen = (element: Element | null) => element?.checkVisibility() ?? false;

describe('The quotation', () => {
  it('becomes a card in its place, with its words as the fallback', async () => {
    const body = `<main><p>قبل</p>${await quotation()}<p>بعد</p></main>${await script()}`;
    const page = documentOf(await openPage({ body }));
    const card = await drawn(page);
    expect(headlineOf(card)).to.include('افتتاح أول متحف');
    expect(card.querySelector('a')!.textContent).to.equal('اقرأ الخبر');
    expect(isSeen(card.querySelector('a'))).to.equal(false);
    expect(isSeen(page.querySelector('blockquote'))).to.equal(false);
    expect(page.querySelector('main')!.innerText.trim()).to.match(/^قبل\s+بعد$/);
  });

  it('shows its words until the article is there', async () => {
    const slow = await jsonAddress(article(), { delay: 2000 });
    const page = documentOf(await openPage({ body: (await quotation({ 'data-src': slow })) + (await script()) }));
    const card = await until(() => page.querySelector('khabar-card'));
    await until(() => card.shadowRoot);
    expect(isSeen(card.querySelector('p'))).to.equal(true);
    await drawn(page);
    expect(isSeen(card.querySelector('p'))).to.equal(false);
  });

  it('keeps its words beside the reason where the article cannot be had', async () => {
    const gone = await jsonAddress({}, { status: 410 });
    const page = documentOf(await openPage({ body: (await quotation({ 'data-src': gone })) + (await script()) }));
    const card = await until(() => page.querySelector('khabar-card'));
    await until(() => card.shadowRoot?.querySelector('[role="alert"]'));
    expect(isSeen(card.querySelector('p'))).to.equal(true);
  });

  it('stands as it is where the script is blocked', async () => {
    const page = documentOf(await openPage({ body: (await quotation()) + (await script()), csp: "script-src 'none'" }));
    await moment();
    expect(isSeen(page.querySelector('blockquote.khabar-card p'))).to.equal(true);
  });

  it('stands there like a clipping with the optional style sheet, past what the page says of quotations', async () => {
    const page = documentOf(
      await openPage({
        head: `<style>blockquote { margin: 3em; border: 5px solid red } blockquote::before { content: '“' }</style><link rel="stylesheet" href="${await address('/dist/fallback.css')}">`,
        body: await quotation(),
      }),
    );
    const style = getComputedStyle(page.querySelector('blockquote')!);
    expect([style.margin, style.borderTopStyle, style.borderRightStyle]).to.deep.equal(['0px', 'double', 'none']);
    expect(getComputedStyle(page.querySelector('blockquote')!, '::before').content).to.equal('none');
  });

  it('hands its data attributes, and its place in the style of the page, to the card', async () => {
    const page = documentOf(
      await openPage({
        lang: 'en',
        body:
          (await quotation({
            id: 'story',
            class: 'wide khabar-card',
            style: 'margin: 7px',
            lang: 'ar',
            dir: 'rtl',
            'data-view': 'teaser',
            'data-lang': 'en',
          })) + (await script()),
      }),
    );
    const card = await drawn(page);
    expect([card.id, card.className, card.view, card.lang]).to.deep.equal([
      'story',
      'wide khabar-card',
      'teaser',
      'en',
    ]);
    expect(getComputedStyle(card).margin).to.equal('7px');
    const words = card.querySelector('p')!;
    expect([words.lang, card.dir]).to.deep.equal(['ar', 'rtl']);
    expect(page.querySelectorAll('#story').length).to.equal(1);
  });

  it('speaks the language of the article, whatever its own words are in', async () => {
    const src = await jsonAddress(article({ language: 'tr' }));
    const page = documentOf(
      await openPage({ body: (await quotation({ lang: 'ar', 'data-src': src })) + (await script()) }),
    );
    const card = await drawn(page);
    expect(card.shadowRoot!.querySelector('[part="more"]')!.textContent.trim()).to.equal('Okumaya devam edin');
  });

  it('may hold inline JSON', async () => {
    const json = JSON.stringify(article({ title: 'خبر من الصفحة' })).replaceAll('<', '\\u003c');
    const content = `<p>عنوان</p><script type="application/json">${json}</script>`;
    const page = documentOf(await openPage({ body: (await quotation({}, content)) + (await script()) }));
    expect(headlineOf(await drawn(page))).to.equal('خبر من الصفحة');
  });

  it('pasted into an HTML card of Ghost becomes a card', async () => {
    const content = `<!--kg-card-begin: html-->\n${await quotation()}\n${await script()}\n<!--kg-card-end: html-->`;
    const page = documentOf(await openPage({ body: `<section class="gh-content">${content}<p>بعد</p></section>` }));
    await drawn(page, 'section > khabar-card');
  });

  it('loses no word that the parser brings after the script has run', async () => {
    const body =
      (await quotation({}, '<p>أول</p>' + '<p>وسط</p>'.repeat(20_000) + '<p class="last">آخر</p>')) + '<p>بعد</p>';
    const page = documentOf(await openPage({ head: `<script src="${await embed()}"></script>`, body }));
    const card = await drawn(page);
    expect(card.querySelectorAll('p').length).to.equal(20_002);
    expect(page.querySelector('blockquote')!.childNodes.length).to.equal(0);
  });

  it('without an address, or without the class, is no snippet', async () => {
    const plain =
      '<blockquote class="khabar-card"><p>أ</p></blockquote><blockquote data-src="/a.json"><p>ب</p></blockquote>';
    const page = documentOf(await openPage({ body: plain + (await quotation()) + (await script()) }));
    await drawn(page);
    expect(page.querySelectorAll('khabar-card').length).to.equal(1);
    expect([...page.querySelectorAll('blockquote')].filter(isSeen).length).to.equal(2);
  });

  it('within the fallback of a card is the words of that card', async () => {
    const src = await jsonAddress(article());
    const body = `<khabar-card>${await quotation()}</khabar-card>${await snippet({ 'data-src': src })}`;
    const page = documentOf(await openPage({ body }));
    await drawn(page, 'script ~ khabar-card');
    expect(page.querySelectorAll('khabar-card').length).to.equal(2);
    expect(isSeen(page.querySelector('khabar-card blockquote'))).to.equal(true);
  });
});

describe('A page that changes after it has loaded', () => {
  const emptyPage = async (body = '<main></main>') => documentOf(await openPage({ body: body + (await script()) }));

  async function ready(page: Document): Promise<HTMLElement> {
    await until(() => (page.defaultView as Partial<Window>).khabar?.scan);
    return page.querySelector('main')!;
  }

  it('has a card for each snippet that comes: a quotation, deep or not, and a script', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = `<div><div>${await quotation()}</div></div>${await quotation()}${await snippet()}`;
    await until(() => page.querySelectorAll('khabar-card').length === 3);
    await drawn(main, 'script + khabar-card');
  });

  it('has a card where a whole body is put in the place of another', async () => {
    const page = await emptyPage();
    await ready(page);
    const body = page.createElement('body');
    body.innerHTML = await quotation();
    page.body.replaceWith(body);
    await drawn(page);
  });

  it('has a card for each of very many', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    const one = await quotation({ 'data-loading': 'lazy' });
    for (let count = 0; count < 150; count++) main.insertAdjacentHTML('beforeend', `<section>${one}</section>`);
    await until(() => page.querySelectorAll('khabar-card').length === 150);
  });

  it('has no second card where the same part is brought back as a copy', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = (await quotation()) + (await snippet());
    await until(() => page.querySelectorAll('khabar-card').length === 2);
    const copy = main.cloneNode(true);
    main.replaceWith(copy);
    await moment();
    expect(page.querySelectorAll('khabar-card').length).to.equal(2);
    await drawn(copy as Element, 'blockquote + khabar-card');
    await drawn(copy as Element, 'script + khabar-card');
  });

  it('loses the card with its snippet, as React and Vue take away what they made', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = `<p>أ</p>${await quotation()}`;
    const made = main.querySelector('blockquote')!;
    await drawn(page);
    main.removeChild(made);
    await until(() => page.querySelectorAll('khabar-card').length === 0);
    main.append(made);
    await drawn(page);
  });

  it('moves the card with its snippet', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = `${await quotation()}<p>أ</p>`;
    await drawn(page);
    main.append(main.querySelector('blockquote')!);
    await until(() => main.lastElementChild!.localName === 'khabar-card');
    expect(main.children.length).to.equal(3);
  });

  it('waits for the target of a script, and follows it from page to page', async () => {
    const head = await snippet({ 'data-target': '#here' });
    const page = documentOf(await openPage({ head, body: '<main></main>' }));
    const main = await ready(page);
    main.innerHTML = '<div id="here"></div>';
    await drawn(page, '#here > khabar-card');
    main.innerHTML = '';
    main.innerHTML = '<section><div id="here"></div></section>';
    await drawn(page, 'section > #here > khabar-card');
    expect(page.querySelectorAll('khabar-card').length).to.equal(1);
  });

  it('does not put back a card that the page has thrown away', async () => {
    const page = documentOf(
      await openPage({ head: await snippet({ 'data-target': '#here' }), body: '<main id="here"></main>' }),
    );
    (await drawn(page)).remove();
    page.body.append('x');
    await moment();
    expect(page.querySelectorAll('khabar-card').length).to.equal(0);
  });

  it('has its shadow trees looked at when it asks for it', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    const root = main.attachShadow({ mode: 'open' });
    root.innerHTML = await quotation();
    page.defaultView!.khabar.scan(root);
    await drawn(root);
  });
});

describe('The script, however it comes', () => {
  for (const [how, tag] of Object.entries({
    'at once': '<script',
    'after the page is parsed': '<script defer',
    'as soon as it can': '<script async',
  })) {
    it(`draws ${how}, in the body and from the head`, async () => {
      const inBody = (await snippet()).replace('<script async', tag);
      const inHead = (await snippet({ 'data-target': '#here' })).replace('<script async', tag);
      const page = documentOf(await openPage({ head: inHead, body: `<main id="here"></main>${inBody}` }));
      await drawn(page, '#here > khabar-card');
      await drawn(page, 'script + khabar-card');
    });
  }

  it('draws when another script brings it', async () => {
    const page = documentOf(await openPage({ body: '<main></main>' }));
    const late = page.createElement('script');
    late.src = await embed();
    late.dataset['src'] = await jsonAddress(article());
    page.querySelector('main')!.append(late);
    await drawn(page, 'script + khabar-card');
  });

  it('draws as one file', async () => {
    const single = (await snippet()).replace('embed.js', 'embed.single.js');
    const page = documentOf(await openPage({ body: single }));
    const card = await drawn(page);
    await until(() => card.shadowRoot!.querySelector('[part="body"] p'));
  });

  it('is evaluated once where one file and many are on the same page', async () => {
    const single = (await snippet()).replace('embed.js', 'embed.single.js').replace('async', '');
    const page = documentOf(await openPage({ body: single + (await snippet()).replace('async', '') }));
    await until(() => page.querySelectorAll('khabar-card').length === 2);
    const lit = (page.defaultView as { litElementVersions?: string[] } | null)?.litElementVersions;
    expect(lit?.length).to.equal(1);
  });

  it('draws where it is pinned by its hash', async () => {
    const hashes = (await (await fetch(await address('/dist/integrity.json'))).json()) as Record<string, string>;
    const pinned = (await snippet({ crossorigin: '', integrity: hashes['embed.single.js']! })).replace(
      'embed.js',
      'embed.single.js',
    );
    await drawn(documentOf(await openPage({ body: pinned })));
  });

  it('is refused by the browser where its hash is another', async () => {
    const hashes = (await (await fetch(await address('/dist/integrity.json'))).json()) as Record<string, string>;
    const other = await snippet({ crossorigin: '', integrity: hashes['embed.single.js']! });
    const page = documentOf(await openPage({ body: (await quotation()) + other }));
    await moment();
    expect(page.querySelectorAll('khabar-card').length).to.equal(0);
  });
});
