import { aTimeout, fixture, html } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import type { ArticleErrorCode } from '../../../src/index.js';
import { words as arabic } from '../../../src/language/locales/ar.js';
import { words as english } from '../../../src/language/locales/en.js';
import { article } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { skipWaits } from '../support/clock.js';
import { address, jsonAddress, site, type Params } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

let turn = 0;
const own = () => ({ key: `failure-${performance.now()}-${(turn += 1)}` });
const fresh = (path: string, params: Params = {}) => address(path, { ...own(), ...params });
const json = (body: unknown, params: Params = {}) => jsonAddress(body, { ...own(), ...params });

const PROTECTED = 'https://news.example/2026/closed/';

/** A story of WordPress that asks for a password. */
async function protectedStory(): Promise<string> {
  const path = `/wp-json/wp/v2/posts/${own().key}`;
  const content = { rendered: '', protected: true };
  const post = {
    id: 7,
    link: PROTECTED,
    title: { rendered: 'خبر' },
    content,
    excerpt: { rendered: '', protected: true },
  };
  return (await site({ [path]: { body: post } })) + path;
}

interface Kind {
  code: ArticleErrorCode;
  why: string;
  source: () => Promise<string>;
  attributes?: Record<string, string>;
  /** Whether trying again can help. */
  retry: boolean;
  original?: string;
  /** Whether something else made it fail. */
  cause?: boolean;
}

const kinds: Kind[] = [
  { code: 'network', why: 'a refusal', source: () => json(article(), { cors: 0 }), retry: true, cause: true },
  {
    code: 'network',
    why: 'a dead port',
    source: () => Promise.resolve('http://localhost:1/'),
    retry: true,
    cause: true,
  },
  { code: 'network', why: 'a connection that breaks', source: () => fresh('/reset'), retry: true, cause: true },
  {
    code: 'timeout',
    why: 'silence',
    source: () => fresh('/never'),
    attributes: { timeout: '0.3' },
    retry: true,
    cause: true,
  },
  { code: 'http', why: '404', source: () => json({ message: 'no' }, { status: 404 }), retry: true, cause: true },
  {
    code: 'http',
    why: '503, again and again',
    source: () => json({ code: 1 }, { status: 503 }),
    retry: true,
    cause: true,
  },
  { code: 'gone', why: '410', source: () => json({}, { status: 410 }), retry: false },
  { code: 'not-json', why: 'a page', source: () => fresh('/html'), retry: true, cause: true },
  { code: 'not-an-article', why: 'other JSON', source: () => json({ hello: 'world' }), retry: false },
  { code: 'too-large', why: 'ten megabytes', source: () => fresh('/huge'), retry: false },
  { code: 'protected', why: 'a password', source: protectedStory, retry: false, original: PROTECTED },
  { code: 'bad-address', why: 'a script', source: () => Promise.resolve('javascript:alert(1)'), retry: false },
  { code: 'bad-address', why: 'nothing', source: () => Promise.resolve(''), retry: false },
];

function link(): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = 'https://alqafila.example/2026/03/falaj/';
  element.textContent = 'افتتاح أول متحف للأفلاج';
  return element;
}

async function failed(kind: Kind, lang = 'ar', children: Node[] = []) {
  const card = await mount({ attributes: { lang, src: await kind.source(), ...kind.attributes }, children });
  const said: string[] = [];
  const alert = () => card.shadowRoot!.querySelector('[role="alert"]');
  const listening = new MutationObserver(() => {
    const words = textOf(alert());
    if (words && words !== said.at(-1)) said.push(words);
  });
  listening.observe(card.shadowRoot!, { subtree: true, childList: true, characterData: true });
  const { error } = await heard(card, 'khabar-error');
  await card.updateComplete;
  return { card, error, said };
}

describe('A failure', () => {
  // Some are those of the third try.
  beforeEach(() => void skipWaits());

  for (const kind of kinds) {
    const { code, why, retry, original, cause } = kind;
    describe(`of the kind ${code}: ${why}`, () => {
      it('is said in its own sentence, once', async function () {
        this.timeout(20_000);
        const { card, error, said } = await failed(kind);
        expect(error.code).to.equal(code);
        expect(card.matches(':state(failed)')).to.equal(true);
        await aTimeout(100);
        expect(said).to.deep.equal([`${arabic.failed} ${arabic.failure[code]}`]);
      });

      it('leaves the fallback, and what there is to be done', async function () {
        this.timeout(20_000);
        const fallback = link();
        const { card } = await failed(kind, 'en', [fallback]);
        expect(textOf(card.shadowRoot!.querySelector('[role="alert"]'))).to.equal(
          `${english.failed} ${english.failure[code]}`,
        );
        expect(fallback.checkVisibility()).to.equal(true);
        expect(part(card, 'retry') !== null).to.equal(retry);
        expect(part<HTMLAnchorElement>(card, 'original')?.href).to.equal(original);
      });

      it(`carries ${cause ? 'what caused it' : 'no cause'}, and never its address`, async function () {
        this.timeout(20_000);
        const source = await kind.source();
        const { error } = await failed({ ...kind, source: () => Promise.resolve(source) });
        expect(error.cause !== undefined).to.equal(cause ?? false);
        for (let told: unknown = error; told instanceof Error; told = told.cause) {
          expect(`${told.name} ${told.message}`).not.to.include(source || '//');
        }
      });
    });
  }

  it('has a sentence of its own for each kind, in each language', () => {
    for (const { failure } of [arabic, english]) {
      const sentences = Object.values(failure);
      expect(new Set(sentences).size).to.equal(sentences.length);
    }
  });

  it('does not claim to know whether the network is dead or the site refuses', () => {
    expect(arabic.failure.network).to.match(/^تعذّر الوصول إلى الموقع/);
  });
});

describe('The focus', () => {
  async function withFallback(src: string): Promise<{ card: KhabarCard; fallback: HTMLAnchorElement }> {
    const fallback = link();
    const card = await mount({ attributes: { src }, children: [fallback] });
    fallback.focus();
    return { card, fallback };
  }

  it('stays on the fallback when the article cannot be had', async () => {
    const { card, fallback } = await withFallback(await json({}, { status: 410, delay: 200 }));
    await heard(card, 'khabar-error');
    await aTimeout(100);
    expect(document.activeElement).to.equal(fallback);
  });

  it('goes to the card when the headline takes the place of the fallback that had it', async () => {
    const { card } = await withFallback(await json(article(), { delay: 200 }));
    await heard(card, 'khabar-load');
    await aTimeout(100);
    expect(card.shadowRoot!.activeElement).to.equal(part(card, 'card'));
  });

  for (const [what, status] of [
    ['is drawn', 200],
    ['fails', 410],
  ] as const) {
    it(`stays wherever else the reader is when a card ${what}`, async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="a field" />`);
      const card = await mount({ attributes: { src: await json(article(), { status, delay: 200 }) } });
      field.focus();
      await heard(card, status === 200 ? 'khabar-load' : 'khabar-error');
      await aTimeout(100);
      expect(document.activeElement).to.equal(field);
    });
  }

  it('stays on the publisher’s link when the card speaks another language', async () => {
    const publisher = { name: 'صحيفة', url: 'https://news.example/' };
    const card = await draw({ article: article({}, { publisher }) });
    const link = part(card, 'publisher')!.querySelector('a')!;
    link.focus();
    card.lang = 'fa';
    await waitUntil(() => card.shadowRoot!.textContent.includes('ناشر'));
    await card.updateComplete;
    expect(card.shadowRoot!.activeElement).to.equal(link);
  });

  it('stays on what is pressed while the body comes', async () => {
    const card = await draw({ article: article() });
    part(card, 'more')!.focus();
    part(card, 'more')!.click();
    await waitUntil(() => part(card, 'body')!.querySelector('p'));
    expect(card.shadowRoot!.activeElement).to.equal(part(card, 'more'));
  });
});

describe('A button of the card', () => {
  it('does what it says although the page prevents the default of every press', async () => {
    const card = await draw({ article: article() });
    const prevent = (event: Event) => event.preventDefault();
    document.addEventListener('click', prevent, true);
    try {
      part(card, 'more')!.click();
    } finally {
      document.removeEventListener('click', prevent, true);
    }
    expect(card.open).to.equal(true);
  });
});

describe('A picture that fails', () => {
  const broken = () => fresh('/html');
  const gone = (picture: Element) =>
    waitUntil(() => picture.hasAttribute('data-broken'), 'the picture is known to fail');

  it('leaves its description and its caption', async () => {
    const card = await draw({ article: article({ image: await broken() }) });
    const picture = part<HTMLImageElement>(card, 'image')!;
    await gone(picture);
    expect(picture.alt).to.equal('قناة ماء بين النخيل');
    expect(picture.checkVisibility()).to.equal(true);
    expect(picture.getBoundingClientRect().height).to.be.below(60);
    expect(textOf(part(card, 'caption'))).to.include('فلج الملكي');
  });

  it('without a description leaves its caption, and no hole', async () => {
    const card = await draw({ article: article({ image: await broken() }, { image: { caption: 'فلج الملكي' } }) });
    const picture = part<HTMLImageElement>(card, 'image')!;
    await gone(picture);
    expect(picture.getBoundingClientRect().height).to.equal(0);
    expect(textOf(part(card, 'caption'))).to.equal('فلج الملكي');
  });

  it('in the body leaves its description and its caption, and no hole', async () => {
    const figure = `<figure><img src="${await broken()}" alt="ساقية" width="1200" height="800"><figcaption>بعد المطر</figcaption></figure>`;
    const card = await drawWithBody({
      article: article({ content_html: `<p>نص</p>${figure}` }),
      attributes: { view: 'article' },
    });
    const picture = part(card, 'body')!.querySelector('img')!;
    picture.scrollIntoView();
    await waitUntil(() => !picture.isConnected, 'its description is in its place');
    const figureOnCard = part(card, 'body')!.querySelector('figure')!;
    expect(figureOnCard.innerText.trim()).to.match(/^ساقية\n+بعد المطر$/);
    expect(figureOnCard.getBoundingClientRect().height).to.be.below(90);
  });

  it('of a related story leaves its title', async () => {
    const related = [{ url: 'https://alqafila.example/1', title: 'ترميم حصن', image: await broken() }];
    const card = await draw({ article: article({}, { related }) });
    const picture = part(card, 'related')!.querySelector('img')!;
    picture.scrollIntoView();
    await gone(picture);
    expect(picture.getBoundingClientRect().height).to.equal(0);
    expect(textOf(part(card, 'related-link'))).to.equal('ترميم حصن');
  });
});

describe('Whoever embeds a card without a story', () => {
  /** What is written into the console from now on, of this kind alone. */
  function explained(): string[] {
    const lines: string[] = [];
    replace(console, 'warn', (line: unknown) => String(line).includes('no story from') && lines.push(String(line)));
    return lines;
  }

  it('is told the reason in one line of the console, once for each card, however often it is tried', async () => {
    const lines = explained();
    const src = await jsonAddress('none', { status: 404 });
    const card = await mount({ attributes: { src } });
    await heard(card, 'khabar-error');
    await waitUntil(() => lines.length > 0);
    await card.reload();
    await aTimeout(50);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include(`${new URL(src).host}/json: the site answered with status 404.`);
    await heard(await mount({ attributes: { src } }), 'khabar-error');
    await waitUntil(() => lines.length === 2);
  });

  it('is told again for another address', async () => {
    const lines = explained();
    const card = await mount({ attributes: { src: await jsonAddress('none', { status: 404 }) } });
    await heard(card, 'khabar-error');
    card.src = 'http://';
    await waitUntil(() => lines.length === 2);
    expect(lines[1]).to.include('no http(s) address');
  });

  it('is told nothing where there is a story', async () => {
    const lines = explained();
    await draw({ article: article() });
    await aTimeout(50);
    expect(lines).to.deep.equal([]);
  });
});
