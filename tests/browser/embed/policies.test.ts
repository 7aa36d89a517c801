import { expect } from 'chai';
import { article } from '../support/articles.js';
import {
  address,
  documentOf,
  jsonAddress,
  openPage,
  otherHost,
  requestsWith,
  secondOrigin,
  type Page,
} from '../support/servers.js';
import { attributes, drawn, embed, integrity, quotation, until, withBody } from './pages.js';

/** What stands in an article that a strict page's own parser has nothing to report of. */
const honest = { ...article(), content_html: '<p>نص <b>غامق</b> و<a href="/x">رابط</a>.</p>' };

const collector = `<script nonce="abc">
  window.violations = []; window.failures = [];
  addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));
  addEventListener('khabar-error', (event) => failures.push(event.error.code));
</script>`;

type View = Window & { violations: string[]; failures: string[] };

async function open(page: Page) {
  const frame = await openPage({ ...page, head: collector + (page.head ?? '') });
  return { page: documentOf(frame), view: frame.contentWindow as View };
}

const tag = (src: string, more: Record<string, string> = {}) =>
  `<script async${attributes({ nonce: 'abc', src, ...more })}></script>`;

async function policy(scripts: string, other = ''): Promise<string> {
  const origin = await secondOrigin();
  const rules = [
    "default-src 'none'",
    `script-src ${scripts}`,
    `connect-src ${origin}`,
    `img-src ${origin} ${location.origin}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html khabar',
  ];
  return rules.join('; ') + other;
}

describe('A page under a policy', () => {
  for (const [name, scripts, file] of [
    ['of a nonce alone', "'nonce-abc'", 'embed.js'],
    ["of a nonce and 'strict-dynamic'", "'nonce-abc' 'strict-dynamic'", 'embed.js'],
    ["of a nonce and 'strict-dynamic', with the single file", "'nonce-abc' 'strict-dynamic'", 'embed.single.js'],
  ] as const)
    it(`${name} has a whole card from a quotation, and nothing to report`, async () => {
      const src = { 'data-src': await jsonAddress(honest) };
      const { page, view } = await open({
        csp: await policy(scripts),
        body: (await quotation(src)) + tag(await address(`/dist/${file}`)),
      });
      await withBody(page);
      expect([...view.violations]).to.deep.equal([]);
    });

  it('that names the host of the script has a whole card', async () => {
    const src = { 'data-src': await jsonAddress(honest) };
    const { page, view } = await open({
      csp: await policy(`'nonce-abc' ${await secondOrigin()}`),
      body: (await quotation(src)) + tag(await embed(), { nonce: '' }),
    });
    await withBody(page);
    expect([...view.violations]).to.deep.equal([]);
  });

  it('that allows no frame style has a frame all the same', async () => {
    const { page, view } = await open({
      csp: await policy("'nonce-abc'", `; frame-src ${await secondOrigin()}`),
      body: (await quotation({ 'data-frame': '' })) + tag(await address('/framed//embed.js')),
    });
    const framed = await until(() => page.querySelector<HTMLElement>('iframe.khabar-card'));
    await until(() => !page.querySelector('blockquote')!.checkVisibility());
    expect(framed.clientHeight).to.be.greaterThan(300);
    expect([...view.violations]).to.deep.equal([]);
  });

  it('that allows no style has nothing to report of a quotation whose style another script has set', async () => {
    const src = { 'data-src': await jsonAddress(honest) };
    const { page, view } = await open({
      csp: await policy("'nonce-abc'"),
      body: `${await quotation(src)}<script nonce="abc">document.querySelector('blockquote').style.margin = '7px'</script>${tag(await embed())}`,
    });
    const card = await withBody(page);
    expect(getComputedStyle(card).marginTop).to.equal('7px');
    expect([...view.violations]).to.deep.equal([]);
  });

  it('that does not allow the publisher says that the site cannot be reached, and keeps the words', async () => {
    const src = { 'data-src': await jsonAddress(honest) };
    const csp = (await policy("'nonce-abc'")).replace(/connect-src [^;]+/, "connect-src 'self'");
    const { page, view } = await open({ csp, body: (await quotation(src)) + tag(await embed()) });
    const card = await until(() => page.querySelector('khabar-card'));
    await until(() => card.shadowRoot?.querySelector('[role="alert"]'));
    expect([...view.failures]).to.deep.equal(['network']);
    expect(card.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('that allows no pictures has the card, with what the picture shows and its caption', async () => {
    const src = { 'data-src': await jsonAddress(honest) };
    const csp = (await policy("'nonce-abc'")).replace(/img-src [^;]+/, "img-src 'none'");
    const { page } = await open({ csp, body: (await quotation(src)) + tag(await embed()) });
    const card = await drawn(page);
    expect(card.shadowRoot!.querySelector('[part="caption"]')!.textContent).to.include('فلج الملكي');
    expect(card.shadowRoot!.querySelector<HTMLImageElement>('[part="image"]')!.alt).to.equal('قناة ماء بين النخيل');
  });

  it('that keeps its own address from everybody sends the origin to the publisher, and no more', async () => {
    const key = `referrer-${Math.round(performance.now())}`;
    const src = { 'data-src': await jsonAddress(honest, { key }) };
    const { page } = await open({
      head: '<meta name="referrer" content="no-referrer">',
      body: (await quotation(src)) + tag(await embed()),
    });
    await drawn(page);
    const [request] = await requestsWith(key);
    expect(request!.headers['referer']).to.be.oneOf([undefined, `${location.origin}/`]);
  });
});

describe('A page that embeds only what allows it (Cross-Origin-Embedder-Policy: require-corp)', () => {
  for (const file of ['embed.js', 'embed.single.js'])
    it(`has the text of the story, and the words of a picture that does not: ${file}`, async () => {
      const image = `${await otherHost()}/img/1200x801.png`;
      const src = { 'data-src': await jsonAddress({ ...honest, image }) };
      const { page } = await open({
        coep: 'require-corp',
        body: (await quotation(src)) + tag(await address(`/dist/${file}`), { crossorigin: '' }),
      });
      const card = await withBody(page);
      const picture = card.shadowRoot!.querySelector<HTMLImageElement>('[part="image"]')!;
      await until(() => picture.hasAttribute('data-broken'));
      expect(picture.alt).to.equal('قناة ماء بين النخيل');
      expect(card.shadowRoot!.querySelector('[part="caption"]')!.checkVisibility()).to.equal(true);
    });
});

describe('A script that is pinned', () => {
  it('under a strict policy draws the whole card from one file', async () => {
    const hashes = await integrity();
    const src = { 'data-src': await jsonAddress(honest) };
    const single = await address('/dist/embed.single.js');
    const { page, view } = await open({
      csp: await policy("'nonce-abc' 'strict-dynamic'"),
      body: (await quotation(src)) + tag(single, { integrity: hashes['embed.single.js']!, crossorigin: '' }),
    });
    await withBody(page);
    expect([...view.violations]).to.deep.equal([]);
  });
});
