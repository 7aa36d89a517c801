import { expect } from 'chai';
import { article } from '../support/articles.js';
import { documentOf, jsonAddress, openPage, pageAddress } from '../support/servers.js';
import { drawn, headlineOf, moment, quotation, script, snippet, until } from './pages.js';

const story = async (title: string) => ({ 'data-src': await jsonAddress(article({ title })) });
const keep = (head: string, body: string) => pageAddress({ head, body, lang: 'ar', dir: 'rtl' });
const NOTES = `<script>window.errors ??= []; addEventListener('error', (event) => errors.push(event.message)); addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)))</script>`;

interface Site extends Window {
  Turbo: { visit(path: string): void; renderStreamMessage(message: string): void };
  errors: string[];
}

describe('A site that changes pages with Turbo', () => {
  const turbo = '<script src="/node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>';

  /** Three pages: two with a story of their own, by quotation and by script, and one without. */
  async function open() {
    const head = NOTES + turbo + (await script());
    const second = await keep(head, `<h1>ثانية</h1>${await quotation(await story('الخبر الثاني'))}`);
    const third = await keep(head, `<h1>ثالثة</h1>${await snippet(await story('الخبر الثالث'))}`);
    const first = await openPage({
      head,
      lang: 'ar',
      dir: 'rtl',
      body: `<h1>أولى</h1>${await quotation(await story('الخبر الأول'))}`,
    });
    const view = first.contentWindow as Site;
    const shown = (name: string) => until(() => view.document.querySelector('h1')?.textContent === name);
    const go = async (path: string, name: string) => {
      view.Turbo.visit(path);
      await shown(name);
    };
    return { view, go, shown, second, third };
  }

  const one = (view: Window, headline: string) =>
    until(() => {
      const [card, ...others] = view.document.querySelectorAll('khabar-card');
      return (
        card?.shadowRoot?.querySelector('[part="headline"]') && others.length === 0 && headlineOf(card) === headline
      );
    });

  it('has the card of each page, there and back', async function () {
    this.timeout(30_000);
    const { view, go, shown, second, third } = await open();
    await one(view, 'الخبر الأول');
    await go(second, 'ثانية');
    await one(view, 'الخبر الثاني');
    await go(third, 'ثالثة');
    await one(view, 'الخبر الثالث');
    view.history.back();
    await shown('ثانية');
    await one(view, 'الخبر الثاني');
    view.history.forward();
    await shown('ثالثة');
    await one(view, 'الخبر الثالث');
    await moment();
    await one(view, 'الخبر الثالث');
    expect([...view.errors]).to.deep.equal([]);
  });

  it('has one card where each page has a place for it, and a script of its own', async () => {
    const head = NOTES + turbo;
    const body = async (title: string) =>
      `<h1>${title}</h1><div id="here"></div><section>${await snippet({ 'data-target': '#here', ...(await story(title)) })}</section>`;
    const frame = await openPage({ head, lang: 'ar', dir: 'rtl', body: await body('أولى') });
    const view = frame.contentWindow as Site;
    await one(view, 'أولى');
    view.Turbo.visit(await keep(head, await body('ثانية')));
    await one(view, 'ثانية');
    view.history.back();
    await one(view, 'أولى');
    await moment();
    await one(view, 'أولى');
    expect([...view.errors]).to.deep.equal([]);
  });

  it('has its card once where it morphs a part of a page into a newer one', async () => {
    const version = async (title: string) => quotation({ id: 'story', ...(await story(title)) });
    const frame = await openPage({
      head: NOTES + turbo + (await script()),
      lang: 'ar',
      dir: 'rtl',
      body: `<main id="main">${await version('الأولى')}<p>بعد</p></main>`,
    });
    const view = frame.contentWindow as Site;
    await one(view, 'الأولى');
    view.Turbo.renderStreamMessage(
      `<turbo-stream action="update" method="morph" target="main"><template>${await version('الثانية')}<p>بعد</p></template></turbo-stream>`,
    );
    await one(view, 'الثانية');
    expect(view.document.querySelector('main')!.innerText.match(/بعد|عنوان قديم/g)).to.deep.equal(['بعد']);
    expect([...view.errors]).to.deep.equal([]);
  });
});

describe('A part of a page that Turbo morphs into the same again', () => {
  const turbo = '<script src="/node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>';

  for (const [what, make] of Object.entries({
    'a quotation': async () => quotation(await story('الأولى')),
    'a script': async () => snippet(await story('الأولى')),
  }))
    it(`keeps the card of ${what}`, async () => {
      const same = `${await make()}<p>بعد</p>`;
      const head = NOTES + turbo + (await script());
      const frame = await openPage({ head, lang: 'ar', dir: 'rtl', body: `<main id="main">${same}</main>` });
      const view = frame.contentWindow as Site;
      await drawn(view.document);
      let removed = 0;
      new MutationObserver((records) => {
        for (const { removedNodes } of records)
          for (const node of removedNodes) if (node.nodeName === 'KHABAR-CARD') removed += 1;
      }).observe(view.document.body, { childList: true, subtree: true });
      view.Turbo.renderStreamMessage(
        `<turbo-stream action="update" method="morph" target="main"><template>${same}</template></turbo-stream>`,
      );
      await until(() => removed > 0);
      await moment();
      await drawn(view.document);
      expect(view.document.querySelectorAll('khabar-card').length).to.equal(1);
      expect([...view.errors]).to.deep.equal([]);
    });
});

for (const framework of ['react', 'vue'])
  describe(`An application of ${framework} that knows of quotations alone`, () => {
    interface Story {
      key: string;
      src: string;
      words: string;
      view?: string;
      summary?: string;
      look?: string;
    }
    type Application = Site & { show(stories?: readonly Story[]): Promise<void> | void };

    async function open(body = '<main></main>') {
      const app = `<script src="/bundle/tests/browser/embed/apps/${framework}.js"></script>`;
      const frame = await openPage({ head: NOTES, body: `${body}${app}${await script()}`, lang: 'ar', dir: 'rtl' });
      const view = frame.contentWindow as Application;
      const headlines = (expected: readonly string[]) =>
        until(() => {
          const cards = [...view.document.querySelectorAll('khabar-card')];
          const seen = cards.map((card) => card.shadowRoot?.querySelector('[part="headline"]')?.textContent.trim());
          return String(seen) === String(expected);
        });
      return { view, headlines };
    }

    const storyOf = async (title: string, key = title): Promise<Story> => ({
      key,
      words: title,
      src: await jsonAddress(article({ title })),
    });

    it('adds, orders and takes away stories, and ends, without an error', async () => {
      const { view, headlines } = await open();
      const [first, second, third] = [await storyOf('أول'), await storyOf('ثان'), await storyOf('ثالث')];
      await view.show([first, second]);
      await headlines(['أول', 'ثان']);
      await view.show([third, second, first]);
      await headlines(['ثالث', 'ثان', 'أول']);
      await view.show([second]);
      await headlines(['ثان']);
      await view.show();
      await headlines([]);
      expect(view.document.querySelector('main')!.innerText.trim()).to.equal('لا أخبار');
      await view.show([first]);
      await headlines(['أول']);
      expect([...view.errors]).to.deep.equal([]);
    });

    it('has another story, and other words, where it changes those of a quotation', async () => {
      const { view, headlines } = await open();
      await view.show([await storyOf('أول', 'same')]);
      await headlines(['أول']);
      const next = await storyOf('ثان', 'same');
      await view.show([{ ...next, view: 'teaser' }]);
      await headlines(['ثان']);
      const card = view.document.querySelector('khabar-card')!;
      expect([card.view, card.textContent]).to.deep.equal(['teaser', 'ثاناقرأ']);
      await view.show([next]);
      await until(() => !card.hasAttribute('view'));
      expect([...view.errors]).to.deep.equal([]);
    });

    it('may add words to a quotation, and take them away', async () => {
      const { view, headlines } = await open();
      const first = await storyOf('أول', 'same');
      const words = () => view.document.querySelector('khabar-card')!.textContent;
      await view.show([first]);
      await headlines(['أول']);
      await view.show([{ ...first, summary: 'ملخص' }]);
      await until(() => words().includes('ملخص'));
      await view.show([first]);
      await until(() => !words().includes('ملخص'));
      await view.show();
      await headlines([]);
      expect([...view.errors]).to.deep.equal([]);
    });

    it('may change the classes of a quotation', async () => {
      const { view, headlines } = await open();
      const first = await storyOf('أول', 'same');
      await view.show([{ ...first, look: 'entering' }]);
      await headlines(['أول']);
      const card = view.document.querySelector('khabar-card')!;
      expect(card.classList.contains('entering')).to.equal(true);
      await view.show([{ ...first, look: 'here' }]);
      await until(() => card.className === 'khabar-card here');
      expect([card.isConnected, card.checkVisibility()]).to.deep.equal([true, true]);
    });
  });

describe('A site that changes parts of its pages with htmx', () => {
  it('has a card for the quotation that comes, and none for the one that goes', async () => {
    const part = await keep('', await quotation(await story('الخبر الثاني')));
    const frame = await openPage({
      head: `${NOTES}<script src="/node_modules/htmx.org/dist/htmx.min.js"></script>`,
      body: `<main>${await quotation(await story('الخبر الأول'))}</main><button hx-get="${part}" hx-target="main" hx-swap="innerHTML">آخر</button>${await script()}`,
    });
    const page = documentOf(frame);
    expect(headlineOf(await drawn(page))).to.equal('الخبر الأول');
    page.querySelector('button')!.click();
    await until(() => {
      const cards = page.querySelectorAll('khabar-card');
      return cards.length === 1 && cards[0]!.shadowRoot?.textContent.includes('الخبر الثاني');
    });
    expect([...(frame.contentWindow as Site).errors]).to.deep.equal([]);
  });
});
