import { expect } from 'chai';
import { version } from '../../../src/version.js';
import { article } from '../support/articles.js';
import { address, documentOf, forgetRequests, jsonAddress, openPage, requestsSeen, site } from '../support/servers.js';
import { drawn, embed, snippet, until, withBody } from './pages.js';

describe('The script tag, on a plain page of another origin', () => {
  for (const [language, more] of Object.entries({
    en: 'Continue reading',
    fa: 'بیشتر بخوانید',
    ur: 'مزید پڑھیں',
    he: 'להמשך קריאה',
    ps: 'نور ولولئ',
    ckb: 'زیاتر بخوێنەوە',
    tr: 'Okumaya devam edin',
    fr: 'Continuer la lecture',
  })) {
    it(`brings the words of the article's language: ${language}`, async () => {
      const page = documentOf(
        await openPage({ body: await snippet({ 'data-src': await jsonAddress(article({ language })) }) }),
      );
      const button = (await drawn(page)).shadowRoot!.querySelector('[part="more"]')!;
      expect(button.textContent.trim()).to.equal(more);
    });
  }

  it('draws the card after itself, body and all', async () => {
    const page = documentOf(await openPage({ body: `<p>before</p>${await snippet()}<p>after</p>` }));
    const card = await withBody(page);
    expect(card.previousElementSibling!.localName).to.equal('script');
    expect(card.nextElementSibling!.textContent).to.equal('after');
    expect(card.shadowRoot!.querySelector('[part="headline"]')!.textContent).to.include('افتتاح أول متحف');
    expect(card.shadowRoot!.textContent).not.to.match(/secret/i);
  });

  it('hands its data attributes to the card', async () => {
    const page = documentOf(
      await openPage({
        body: await snippet({
          'data-view': 'article',
          'data-heading-level': '3',
          'data-theme': 'dark',
          'data-lang': 'en',
        }),
      }),
    );
    const card = await withBody(page);
    expect([card.view, card.headingLevel, card.theme, card.lang]).to.deep.equal(['article', 3, 'dark', 'en']);
    expect(card.shadowRoot!.querySelector('[part="headline"]')!.localName).to.equal('h3');
  });

  it('brings the colours of both themes', async () => {
    for (const [theme, paper] of [
      ['light', 'rgb(255, 254, 251)'],
      ['dark', 'rgb(23, 24, 26)'],
    ]) {
      const page = documentOf(await openPage({ body: await snippet({ 'data-theme': theme! }) }));
      const card = (await drawn(page)).shadowRoot!.querySelector('[part="card"]')!;
      expect(getComputedStyle(card).backgroundColor).to.equal(paper);
    }
  });

  it('draws into a target, also from the head', async () => {
    const page = documentOf(
      await openPage({ head: await snippet({ 'data-target': '#here' }), body: '<main><div id="here"></div></main>' }),
    );
    const card = await drawn(page, '#here > khabar-card');
    expect(card.parentElement!.id).to.equal('here');
  });

  it('draws one card for each of many, and evaluates itself once', async () => {
    const page = documentOf(await openPage({ body: (await snippet()) + (await snippet()) + (await snippet()) }));
    await until(() => page.querySelectorAll('khabar-card').length === 3);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(page.querySelectorAll('khabar-card').length).to.equal(3);
    const lit = (page.defaultView as { litElementVersions?: string[] } | null)?.litElementVersions;
    expect(lit?.length).to.equal(1);
  });

  it('draws nothing twice when it is asked to look again', async () => {
    const page = documentOf(await openPage({ body: await snippet() }));
    await drawn(page);
    page.defaultView!.khabar.scan();
    expect(page.querySelectorAll('khabar-card').length).to.equal(1);
  });

  it('leaves the scripts of others alone', async () => {
    const page = documentOf(
      await openPage({
        body: `<script type="text/plain" src="/other.js" data-src="/x.json"></script>${await snippet()}`,
      }),
    );
    await drawn(page);
    expect(page.querySelectorAll('khabar-card').length).to.equal(1);
  });

  it('leaves alone what is named like it, and is not it', async () => {
    const other = new URL('/page?body=embed.js', location.origin).href.replace('/page', '/other/embed.js');
    const page = documentOf(
      await openPage({ body: `<script src="${other}" data-src="/video"></script>${await snippet()}` }),
    );
    await drawn(page);
    expect(page.querySelectorAll('khabar-card').length).to.equal(1);
  });

  it('draws for a copy of it that comes from another place', async () => {
    const copy = (await embed()).replace('embed.js', 'embed.js?v=2');
    const second = (await snippet()).replace(await embed(), copy).replace('async ', '');
    const page = documentOf(await openPage({ body: (await snippet()).replace('async ', '') + second }));
    await until(() => page.querySelectorAll('khabar-card').length === 2);
  });

  it('says what is wrong with inline JSON that the parser brings after the element', async () => {
    const page = documentOf(
      await openPage({
        head: `<script src="${await embed()}"></script>`,
        body: `<khabar-card><script type="application/json">{bad</script></khabar-card>`,
      }),
    );
    await until(() => page.querySelector('khabar-card')?.shadowRoot?.querySelector('[role="alert"]'));
  });

  it('defines the element for pages that write it themselves', async () => {
    const src = (await jsonAddress(article())).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const page = documentOf(
      await openPage({
        body: `<khabar-card src="${src}"></khabar-card><script async src="${await embed()}"></script>`,
      }),
    );
    await drawn(page);
  });

  it('puts one name into the page, which an element of that id does not take away', async () => {
    const page = documentOf(await openPage({ body: `<div id="khabar"></div>${await snippet()}` }));
    await drawn(page);
    expect(page.defaultView!.khabar.version).to.match(/^\d+\.\d+\.\d+$/);
  });

  it('reads inline JSON that the parser brings after the element', async () => {
    const json = JSON.stringify(article()).replaceAll('<', '\\u003c');
    const page = documentOf(
      await openPage({
        head: `<script src="${await embed()}"></script>`,
        body: `<khabar-card><script type="application/json">${json}</script><a href="/x">x</a></khabar-card>`,
      }),
    );
    await drawn(page);
  });

  it('shows its Arabic words on a page in windows-1256', async () => {
    const page = documentOf(await openPage({ charset: 'windows-1256', body: await snippet() }));
    expect(page.characterSet).to.equal('windows-1256');
    const card = await drawn(page);
    expect(card.shadowRoot!.querySelector('[part="original"]')!.textContent).to.include('افتح الخبر الأصلي');
  });

  it('is pure ASCII', async () => {
    const words = ['fa', 'ur', 'he', 'ps', 'ckb', 'tr', 'fr'];
    const parts = ['body', 'common', 'dialects', 'foot', ...words].map((part) => `${version}/embed.${part}.js`);
    for (const file of [...parts, 'embed.js', 'embed.single.js', 'frame.js', 'frame.html', 'fallback.css']) {
      const text = await (await fetch(await address(`/dist/${file}`))).text();
      expect([...text.matchAll(/[^\x00-\x7F]/g)], file).to.deep.equal([]);
    }
  });

  it('asks the network for the article, its pictures and its own four files, and for nothing else', async () => {
    await forgetRequests();
    const page = documentOf(await openPage({ body: await snippet() }));
    await withBody(page);
    const paths = (await requestsSeen()).map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith('/img/')).sort()).to.deep.equal([
      `/dist/${version}/embed.body.js`,
      `/dist/${version}/embed.common.js`,
      `/dist/${version}/embed.foot.js`,
      '/dist/embed.js',
      '/json',
    ]);
  });

  it('asks for the readers of other dialects without waiting for the article that needs them', async () => {
    await forgetRequests();
    const api = `/wp-json/wp/v2/posts/${Math.round(performance.now())}`;
    const origin = await site({ [api]: { body: {}, delay: 3000 } });
    await openPage({ body: await snippet({ 'data-src': `${origin}${api}` }) });
    for (let seen: unknown[] = []; seen.length === 0;) seen = await requestsSeen(`/dist/${version}/embed.dialects.js`);
    expect((await requestsSeen(api)).map(({ finished }) => finished)).to.deep.equal([false]);
  });

  it('reads an article of WordPress', async () => {
    const api = `/wp-json/wp/v2/posts/${Math.round(performance.now())}`;
    const post = { id: 7, link: 'https://news.example/a/', title: { rendered: 'خبر &amp; صور' } };
    const origin = await site({ [api]: { body: post } });
    const page = documentOf(await openPage({ body: await snippet({ 'data-src': `${origin}${api}` }) }));
    const card = await drawn(page);
    expect(card.shadowRoot!.querySelector('[part="headline"]')!.textContent).to.equal('خبر & صور');
  });

  it('reads inline JSON of another dialect', async () => {
    const inline = JSON.stringify({ '@type': 'NewsArticle', headline: 'خبر', url: 'https://news.example/a/' });
    const body = `<khabar-card><script type="application/json">${inline}</script></khabar-card>`;
    const page = documentOf(await openPage({ body: `${body}<script async src="${await embed()}"></script>` }));
    const card = await drawn(page);
    expect(card.shadowRoot!.querySelector('[part="headline"]')!.textContent).to.equal('خبر');
  });

  it('sends no cookie and no header of its own, and as referrer no more than the origin of the page', async () => {
    await forgetRequests();
    const page = documentOf(await openPage({ body: await snippet() }));
    await drawn(page);
    const [request] = (await requestsSeen()).filter(({ path }) => path === '/json');
    expect(request!.method).to.equal('GET');
    expect(request!.headers['cookie']).to.equal(undefined);
    expect(request!.headers['referer']).to.equal(`${location.origin}/`);
  });
});

describe('A page with a strict policy', () => {
  /** The policy with the two names, but for what a test changes. */
  async function policy(names = 'lit-html khabar'): Promise<string> {
    const other = new URL(await embed()).origin;
    return [
      "default-src 'none'",
      "script-src 'nonce-abc' 'strict-dynamic'",
      "style-src 'none'",
      `connect-src ${other}`,
      `img-src ${other} ${location.origin}`,
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      `trusted-types ${names}`,
    ].join('; ');
  }

  /** Collects what the policy refused, from before the first script runs; and what else went wrong. */
  const collector = `<script nonce="abc">
    window.violations = []; window.errors = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.sample));
    addEventListener('error', (event) => errors.push(event.message));
    const { error } = console; console.error = (...words) => { errors.push('console: ' + words[0]); error(...words); };
  </script>`;

  async function strictPage(csp: string, json: unknown) {
    const src = (await jsonAddress(json)).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const frame = await openPage({
      csp,
      head: collector,
      body: `<khabar-card src="${src}"><a href="/story">العنوان</a></khabar-card><script nonce="abc" async src="${await embed()}"></script>`,
    });
    const view = frame.contentWindow as Window & { violations: string[]; errors: string[] };
    return { page: documentOf(frame), view };
  }

  // What hides the trap is a style attribute, which Chromium reports while it parses even inert HTML.
  const honest = { ...article(), content_html: '<p>نص <b>غامق</b> و<a href="/x">رابط</a>.</p><h2>عنوان</h2>' };

  it('that allows the two names is not violated once, and the card is whole', async () => {
    const { page, view } = await strictPage(await policy(), honest);
    const card = await withBody(page);
    card.open = true;
    await card.updateComplete;
    expect(getComputedStyle(card.shadowRoot!.querySelector('[part="card"]')!).display).to.equal('grid');
    expect(card.shadowRoot!.querySelector('[part="body"] b')!.textContent).to.equal('غامق');
    expect([...view.violations]).to.deep.equal([]);
    expect([...view.errors]).to.deep.equal([]);
  });

  it('is not violated by what stands in the place of frames, lazy pictures, tables and footnotes', async () => {
    const other = new URL(await embed()).origin;
    const content_html = `<p>نص<sup><a href="#n">1</a></sup></p><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>
      <object data="https://evil.example/a.swf"></object><table><tr><td>خلية</td></tr></table><p id="n">حاشية</p>
      <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${other}/img/30x20.png" alt="">
      <noscript><img src="https://count.example/" width="1" height="1"></noscript><script>1</script><link rel="stylesheet" href="https://evil.example/a.css">`;
    const { page, view } = await strictPage(await policy(), { ...article(), content_html });
    const card = await withBody(page);
    card.open = true;
    await card.updateComplete;
    const body = card.shadowRoot!.querySelector('[part="body"]')!;
    body.querySelector<HTMLElement>('sup a')!.click();
    expect(card.shadowRoot!.activeElement?.textContent).to.equal('حاشية');
    expect(body.querySelectorAll('.embed, .table, img')).to.have.length(4);
    expect([...view.violations]).to.deep.equal([]);
    expect([...view.errors]).to.deep.equal([]);
  });

  it('hears of a style attribute from the parser alone', async () => {
    const { page, view } = await strictPage(await policy(), {
      ...article(),
      content_html: '<p style="color: red">a</p><p style="color: green">b</p>',
    });
    await withBody(page);
    expect(view.violations.length).to.be.at.most(2);
    expect(view.violations.filter((violation) => !violation.startsWith('style-src'))).to.deep.equal([]);
    expect([...view.errors]).to.deep.equal([]);
  });

  it('still never shows the bot trap', async () => {
    const { page } = await strictPage(await policy(), article());
    const card = await withBody(page);
    expect(card.shadowRoot!.textContent).not.to.match(/secret/i);
  });

  it('that does not allow them keeps its own content, and one console line names what to add', async () => {
    const { page, view } = await strictPage(await policy("'none'"), honest);
    await until(() => view.errors.length > 0);
    expect([...view.errors].length).to.equal(1);
    expect(view.errors[0]).to.match(/^console: khabar.+lit-html khabar/);
    expect(page.querySelector<HTMLElement>('khabar-card a')!.checkVisibility()).to.equal(true);
  });
});
