import { expect } from 'chai';
import { article } from '../support/articles.js';
import { address, documentOf, jsonAddress, openPage } from '../support/servers.js';
import { drawn, embed, headlineOf, integrity, moment, quotation, script, snippet, until } from './pages.js';

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
    expect(page.querySelector('blockquote')!.childNodes.length).to.equal(20_002);
  });

  it('runs no script of its own twice', async () => {
    const content = '<p>عنوان</p><script>window.runs = (window.runs ?? 0) + 1</script><p>آخر</p>';
    const page = documentOf(
      await openPage({
        head: `<script src="${await embed()}"></script>`,
        body: (await quotation({}, content)) + '<p>بعد</p>',
      }),
    );
    await drawn(page);
    expect((page.defaultView as Window & { runs?: number }).runs).to.equal(1);
  });

  it('keeps its own words, with their listeners, hidden beside the card', async () => {
    const page = documentOf(await openPage({ body: await quotation() }));
    const link = page.querySelector('blockquote a')!;
    const late = page.createElement('script');
    late.src = await embed();
    page.body.append(late);
    const card = await drawn(page);
    expect([link.parentElement!.localName, isSeen(link)]).to.deep.equal(['blockquote', false]);
    expect(card.querySelector('a')).not.to.equal(link);
  });

  it('loses no word either where something stands after the page’s body, or its own text is in no element', async () => {
    const words = '<p>أول</p>' + '<p>وسط</p>'.repeat(20_000) + 'آخر';
    const page = documentOf(
      await openPage({
        head: `<script>new MutationObserver((_, observer) => { if (!document.body) return; observer.disconnect(); document.documentElement.append(document.createElement('div')) }).observe(document, { childList: true, subtree: true })</script><script src="${await embed()}"></script>`,
        body: await quotation({ lang: 'ar', 'data-src': await jsonAddress({}, { status: 410 }) }, words),
      }),
    );
    const card = await until(() => page.querySelector('khabar-card'));
    expect(card.querySelectorAll('p').length).to.equal(20_001);
    const bare = [...card.querySelectorAll('span')].find(({ textContent }) => textContent === 'آخر');
    expect([bare?.lang, isSeen(bare ?? null)]).to.deep.equal(['ar', true]);
  });

  it('is out of sight whatever the page says of quotations, and takes no style of its own for it', async () => {
    const page = documentOf(
      await openPage({
        head: '<style>#page blockquote { all: revert !important; display: block !important }</style>',
        body: `<div id="page">${await quotation({ style: 'display: block !important' })}</div>${await script()}`,
      }),
    );
    await drawn(page);
    const quoted = page.querySelector('blockquote')!;
    expect([isSeen(quoted), quoted.hidden, quoted.style.cssText]).to.deep.equal([
      false,
      false,
      'display: block !important;',
    ]);
  });

  it('that has a closed shadow tree of the page’s own harms nothing else', async () => {
    const own = '<template shadowrootmode="closed">من الصفحة</template>';
    const page = documentOf(
      await openPage({ body: (await quotation({}, own)) + (await quotation()) + (await script()) }),
    );
    await until(() => page.querySelectorAll('khabar-card:state(ready)').length === 2);
  });

  it('hands its place among the slots of another element to the card', async () => {
    const page = documentOf(
      await openPage({ body: `<div id="tabs">${await quotation({ slot: 'panel' })}</div>${await script()}` }),
    );
    page.querySelector('#tabs')!.attachShadow({ mode: 'open' }).innerHTML = '<slot name="panel"></slot>';
    expect(isSeen(await drawn(page))).to.equal(true);
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

  it('has the words of a quotation in its card also where that is brought back as a copy', async () => {
    const gone = { 'data-src': await jsonAddress({}, { status: 410 }) };
    const page = await emptyPage(`<main>${await quotation(gone)}</main>`);
    const main = await ready(page);
    await until(() => page.querySelector('khabar-card')?.matches(':state(failed)'));
    const copy = main.cloneNode(true) as Element;
    main.replaceWith(copy);
    await until(() => copy.querySelector('khabar-card')?.matches(':state(failed)'));
    expect([...page.querySelectorAll('khabar-card')].map(({ textContent }) => textContent)).to.deep.equal([
      'عنوان قديماقرأ الخبر',
    ]);
    expect(isSeen(copy.querySelector('khabar-card a'))).to.equal(true);
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

  it('hands on to the card what it says of the quotation later', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = await quotation({ class: 'khabar-card entering', style: 'opacity: 0' });
    const quoted = main.querySelector('blockquote')!;
    const card = await drawn(page);
    expect([card.className, card.style.opacity]).to.deep.equal(['khabar-card entering', '0']);
    quoted.classList.remove('entering');
    quoted.style.opacity = '';
    await until(() => card.className === 'khabar-card' && card.style.opacity === '');
    for (const hide of [() => (quoted.hidden = true), () => (quoted.style.display = 'none')]) {
      hide();
      await until(() => !isSeen(card));
      quoted.hidden = false;
      quoted.style.display = '';
      await until(() => isSeen(card));
    }
    expect(main.querySelectorAll('khabar-card').length).to.equal(1);
  });

  it('has the card where a snippet comes back within something else', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = `${await quotation()}${await snippet()}<section></section>`;
    await until(() => page.querySelectorAll('khabar-card').length === 2);
    for (const name of ['blockquote', 'script']) {
      const made = main.querySelector(name)!;
      made.remove();
      await moment();
      const box = page.createElement('article');
      box.append(made);
      main.append(box);
      await drawn(box, `${name} + khabar-card`);
    }
    const [box] = main.querySelectorAll('article');
    box!.remove();
    await moment();
    main.append(box!.firstElementChild!);
    await drawn(main, ':scope > blockquote + khabar-card');
  });

  it('has other words in the card where it writes others into the quotation', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = await quotation();
    const card = await drawn(page);
    main.querySelector('blockquote')!.innerHTML = '<p>كلمات أخرى</p>';
    await until(() => card.textContent === 'كلمات أخرى');
  });

  it('has in the card what it changes within the words, and on them', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = await quotation();
    const card = await drawn(page);
    const link = main.querySelector<HTMLAnchorElement>('blockquote a')!;
    link.href = 'https://news.example/43';
    link.firstChild!.nodeValue = 'اقرأ خبرًا آخر';
    await until(() => card.querySelector('a')?.textContent === 'اقرأ خبرًا آخر');
    expect(card.querySelector('a')!.href).to.equal('https://news.example/43');
  });

  it('keeps the card from lazy loaders, which take data-src away from whatever has it', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = await quotation();
    const card = await drawn(page);
    main.querySelector('blockquote')!.removeAttribute('data-src');
    await moment();
    expect(card.shadowRoot!.querySelector('[part="headline"]')).not.to.equal(null);
  });

  for (const [what, clobber] of Object.entries({
    'a form with a field named matches': '<form><input name="matches"></form>',
    'a form with a field named querySelectorAll': '<form><b>x</b><input name="querySelectorAll"></form>',
    'a form with a field named nodeType': '<form><b>x</b><input name="nodeType"></form>',
    'an element named querySelectorAll': '<img name="querySelectorAll" alt="">',
    'an element named addEventListener': '<form name="addEventListener"></form>',
  }))
    it(`has the cards that come together with ${what}`, async () => {
      const page = await emptyPage();
      const main = await ready(page);
      main.innerHTML = `${clobber}<div>${await quotation()}</div>`;
      await drawn(main);
      const early = documentOf(await openPage({ body: clobber + (await quotation()) + (await script()) }));
      await until(() => [...early.getElementsByTagName('khabar-card')].some((card) => card.matches(':state(ready)')));
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

  it('does not put back the card of a quotation that it has thrown away alone', async () => {
    const page = await emptyPage();
    const main = await ready(page);
    main.innerHTML = await quotation();
    (await drawn(page)).remove();
    main.append('x');
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

  it('draws as a module', async () => {
    const module = (await snippet()).replace('<script async', '<script type="module"');
    const card = await drawn(documentOf(await openPage({ body: module })), 'script + khabar-card');
    await until(() => card.shadowRoot!.querySelector('[part="body"] p'));
  });

  it('draws where another script evaluates it as a text, as jQuery does', async () => {
    const page = documentOf(await openPage({ body: '<main></main>' }));
    page.querySelector('main')!.innerHTML = await snippet();
    const text = await (await fetch(await embed())).text();
    (page.defaultView as Window & typeof globalThis).eval(text);
    const card = await drawn(page, 'script + khabar-card');
    await until(() => card.shadowRoot!.querySelector('[part="body"] p'));
  });

  it('leaves a page that is XML as it is, and says so', async () => {
    const frame = document.createElement('iframe');
    const xml = `<html xmlns="http://www.w3.org/1999/xhtml"><body><blockquote class="khabar-card" data-src="/a.json"><p>كلمات</p></blockquote><script src="${(await embed()).replaceAll('&', '&amp;')}"></script></body></html>`;
    frame.src = URL.createObjectURL(new Blob([xml], { type: 'application/xhtml+xml' }));
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    await moment();
    const page = frame.contentDocument!;
    expect([page.contentType, isSeen(page.querySelector('blockquote p'))]).to.deep.equal([
      'application/xhtml+xml',
      true,
    ]);
    frame.remove();
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
    const hashes = await integrity();
    const pinned = (await snippet({ crossorigin: '', integrity: hashes['embed.single.js']! })).replace(
      'embed.js',
      'embed.single.js',
    );
    await drawn(documentOf(await openPage({ body: pinned })));
  });

  it('is refused by the browser where its hash is another', async () => {
    const hashes = await integrity();
    const other = await snippet({ crossorigin: '', integrity: hashes['embed.single.js']! });
    const page = documentOf(await openPage({ body: (await quotation()) + other }));
    await moment();
    expect(page.querySelectorAll('khabar-card').length).to.equal(0);
  });
});
