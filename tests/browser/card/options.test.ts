import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { article } from '../support/articles.js';
import { allText, draw, drawWithBody, heard, mount, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { jsonAddress, requestsWith } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

const root = (card: KhabarCard) => card.shadowRoot!.querySelector<HTMLElement>('.root')!;

describe('A card hides', () => {
  for (const [name, gone] of [
    ['section', 'section'],
    ['summary', 'summary'],
    ['byline', 'byline'],
    ['published', 'published'],
    ['updated', 'updated'],
    ['reading-time', 'reading-time'],
    ['picture', 'picture'],
    ['short-link', 'short-link'],
    ['share', 'share'],
    ['follow', 'follow'],
    ['related', 'related'],
    ['tools', 'tools'],
  ] as const)
    it(`${name} where its page says so, and nothing else`, async () => {
      const all = await drawWithBody({ article: article(), attributes: { view: 'article' } });
      const card = await drawWithBody({ article: article(), attributes: { view: 'article', hide: name } });
      const names = (one: KhabarCard) =>
        [...one.shadowRoot!.querySelectorAll('[part]')].map((element) => element.getAttribute('part')!.split(' ')[0]!);
      const inside = new Set(
        [...(part(all, gone)?.querySelectorAll('[part]') ?? [])].map((one) => one.getAttribute('part')),
      );
      // Without a short link, what it offers stands among the channels; without channels nothing is copied.
      const moved = name === 'short-link' || name === 'share' ? ['copy'] : [];
      const left = (list: string[]) =>
        [...new Set(list)].filter((one) => one !== gone && !inside.has(one) && !moved.includes(one));
      expect(part(card, gone)).to.equal(null);
      expect(left(names(card))).to.deep.equal(left(names(all)));
    });

  it('several parts at once, whatever their case and order', async () => {
    const card = await draw({ article: article(), attributes: { hide: ' Byline  reading-time ' } });
    expect([part(card, 'byline'), part(card, 'reading-time')]).to.deep.equal([null, null]);
    expect(part(card, 'published')).not.to.equal(null);
  });

  it('the caption of a picture, and never its credit', async () => {
    const card = await draw({ article: article(), attributes: { hide: 'caption' } });
    expect(textOf(part(card, 'caption'))).to.include('هيئة التراث');
    expect(textOf(part(card, 'caption'))).not.to.include('فلج الملكي');
  });

  it('no attribution', async () => {
    const hide = 'publisher host headline source original credit card body copy toString constructor';
    const card = await drawWithBody({ article: article(), attributes: { hide, view: 'article' } });
    const all = await drawWithBody({ article: article(), attributes: { view: 'article' } });
    expect(allText(card)).to.equal(allText(all));
  });

  it('no beginning of the body in the place of a hidden summary', async () => {
    const card = await drawWithBody({ article: article(), attributes: { hide: 'summary' } });
    expect(part(card, 'excerpt')).to.equal(null);
  });

  it('what its page says later', async () => {
    const card = await draw({ article: article() });
    card.hide = 'byline';
    await card.updateComplete;
    expect(part(card, 'byline')).to.equal(null);
  });
});

describe('A story of which its publisher lets others show a teaser alone', () => {
  const own = () => article({}, { embed: 'teaser' });

  it('is a teaser, whatever the page asks for', async () => {
    const card = await draw({ article: own(), attributes: { view: 'article', open: '' } });
    expect(part(card, 'card')!.dataset['view']).to.equal('teaser');
    expect([part(card, 'body'), part(card, 'summary')]).to.deep.equal([null, null]);
  });

  it('gives no body to the page either', async () => {
    const card = await mount({ article: own() });
    const { article: read } = await heard(card, 'khabar-load');
    expect(read.body).to.equal(undefined);
  });

  it('is followed by one that may be shown whole', async () => {
    const card = await draw({ article: own() });
    card.article = article();
    await waitUntil(() => part(card, 'summary'));
    expect(part(card, 'card')!.dataset['view']).to.equal('summary');
  });
});

describe('A card whose page says by a selector when it is dark', () => {
  const dark = '.dark, [data-theme=dark]';
  const isDark = (card: KhabarCard) => root(card).dataset['theme'] === 'dark';
  const { documentElement, body } = document;

  afterEach(() => {
    documentElement.classList.remove('dark');
    delete body.dataset['theme'];
  });

  for (const [what, set] of [
    ['the root', () => documentElement.classList.add('dark')],
    ['the body', () => (body.dataset['theme'] = 'dark')],
  ] as const)
    it(`is dark while ${what} matches`, async () => {
      const card = await draw({ article: article(), attributes: { dark } });
      expect(isDark(card)).to.equal(false);
      set();
      await waitUntil(() => isDark(card));
      documentElement.classList.remove('dark');
      delete body.dataset['theme'];
      await waitUntil(() => !isDark(card));
    });

  it('is dark from its first drawing on', async () => {
    documentElement.classList.add('dark');
    expect(isDark(await draw({ article: article(), attributes: { dark } }))).to.equal(true);
  });

  it('is dark while something around it matches, through shadow roots', async () => {
    const card = await draw({ article: article(), attributes: { dark } });
    const host = document.createElement('div');
    card.parentElement!.append(host);
    host.attachShadow({ mode: 'open' }).append(card);
    host.classList.add('dark');
    await waitUntil(() => isDark(card));
  });

  for (const theme of ['light', 'dark'])
    it(`is ${theme} where it says so itself`, async () => {
      documentElement.classList.toggle('dark', theme === 'light');
      const card = await draw({ article: article(), attributes: { dark, theme } });
      expect(root(card).dataset['theme']).to.equal(theme);
    });

  it('is as without it where the selector is none, which is said once', async () => {
    const warnings: unknown[] = [];
    replace(console, 'warn', (...line: unknown[]) => warnings.push(line[0]));
    for (let count = 0; count < 2; count++)
      expect(isDark(await draw({ article: article(), attributes: { dark: ':::' } }))).to.equal(false);
    expect(warnings.filter((line) => String(line).includes('dark='))).to.have.length(1);
  });

  it('is dark while something around it matches, also where it was moved to without leaving the page', async function () {
    const card = await draw({ article: article(), attributes: { dark } });
    const place = card.parentElement!;
    const other = document.createElement('div');
    place.append(other);
    if (!('moveBefore' in other)) return this.skip();
    (other as Element & { moveBefore(node: Node, child: Node | null): void }).moveBefore(card, null);
    await card.updateComplete;
    other.className = 'dark';
    await waitUntil(() => isDark(card));
  });

  it('is left alone once it says no selector any more', async () => {
    const card = await drawWithBody({ article: article(), attributes: { dark } });
    card.removeAttribute('dark');
    // Nothing else is drawn any more then.
    await aTimeout(300);
    let updates = 0;
    replace(card, 'requestUpdate', () => updates++);
    documentElement.classList.add('dark');
    await aTimeout(20);
    expect(updates).to.equal(0);
  });

  it('is left alone once it is out of the page', async () => {
    const card = await draw({ article: article(), attributes: { dark } });
    card.remove();
    let updates = 0;
    replace(card, 'requestUpdate', () => updates++);
    documentElement.classList.add('dark');
    await aTimeout(20);
    expect(updates).to.equal(0);
  });
});

describe('A card that loads when the reader asks', () => {
  const folder = () => `click-${Math.round(performance.now() * 1000)}`;

  it('asks nobody before that, and says what will be loaded and from where', async () => {
    const mark = folder();
    const src = await jsonAddress(article(), { unique: mark });
    const card = await mount({ attributes: { src, loading: 'click' }, lang: 'ar' });
    await waitUntil(() => part(card, 'load'));
    await aTimeout(100);
    expect(await requestsWith(mark)).to.have.length(0);
    expect(textOf(root(card))).to.equal(`سيُحمَّل الخبر وصوره من ${new URL(src).host}. اعرض الخبر`);
    expect(part(card, 'card')!.getAttribute('aria-busy')).to.equal('false');
  });

  it('draws the story on a press, and keeps the focus', async () => {
    const card = await mount({ attributes: { src: await jsonAddress(article()), loading: 'click' }, lang: 'ar' });
    await waitUntil(() => part(card, 'load'));
    const button = part(card, 'load')!;
    button.focus();
    button.click();
    await heard(card, 'khabar-load');
    expect(part(card, 'headline')).not.to.equal(null);
    expect(document.activeElement).to.equal(card);
  });

  it('shows the words of its page above the button', async () => {
    const words = document.createElement('p');
    words.textContent = 'عنوان';
    const card = await mount({
      attributes: { src: await jsonAddress(article()), loading: 'click' },
      children: [words],
      lang: 'ar',
    });
    await waitUntil(() => part(card, 'load'));
    expect(words.getBoundingClientRect().bottom).to.be.at.most(part(card, 'load')!.getBoundingClientRect().top);
  });

  it('asks again for another story', async () => {
    const card = await mount({ attributes: { src: await jsonAddress(article()), loading: 'click' }, lang: 'ar' });
    await waitUntil(() => part(card, 'load'));
    part(card, 'load')!.click();
    await heard(card, 'khabar-load');
    card.src = await jsonAddress(article({ title: 'آخر' }));
    await waitUntil(() => part(card, 'load'));
    expect(part(card, 'headline')).to.equal(null);
  });

  it('asks again for a story that takes the place of one that is on its way', async () => {
    const card = await mount({ attributes: { src: await jsonAddress(article()), loading: 'click' }, lang: 'ar' });
    await waitUntil(() => part(card, 'load'));
    part(card, 'load')!.click();
    card.src = await jsonAddress(article({ title: 'آخر' }));
    await card.updateComplete;
    await waitUntil(() => part(card, 'load'));
  });

  it('asks in the language that its page changes to', async () => {
    const card = await mount({ attributes: { src: await jsonAddress(article()), loading: 'click' }, lang: 'ar' });
    await waitUntil(() => part(card, 'load'));
    card.lang = 'tr';
    await waitUntil(() => textOf(part(card, 'load')) === 'Haberi göster');
  });

  it('draws JSON of its own page at once', async () => {
    expect(part(await draw({ article: article(), attributes: { loading: 'click' } }), 'headline')).not.to.equal(null);
  });

  it('says that an address is none without a press', async () => {
    const card = await mount({ attributes: { src: 'http://', loading: 'click' }, lang: 'ar' });
    const { error } = await heard(card, 'khabar-error');
    expect(error.code).to.equal('bad-address');
  });

  it('speaks the language of its page', async () => {
    const src = await jsonAddress(article());
    const card = await mount({ attributes: { src, loading: 'click' }, lang: 'fr' });
    await waitUntil(() => part(card, 'load'));
    expect(textOf(part(card, 'load'))).to.equal('Afficher l’article');
  });
});

describe('The properties of a page', () => {
  it('--khabar-size scales all text', async () => {
    const sizes = async (style: string) => {
      const card = await draw({ article: article(), style });
      return ['headline', 'summary', 'published', 'share'].map((name) =>
        Number.parseFloat(getComputedStyle(part(card, name)!).fontSize),
      );
    };
    const [plain, large] = [await sizes(''), await sizes('--khabar-size: 1.25')];
    large.forEach((size, index) => expect(size).to.be.closeTo(plain[index]! * 1.25, 0.05));
  });

  for (const size of ['18px', 'large'])
    it(`--khabar-size is ignored where it is no number: ${size}`, async () => {
      const card = async (style: string) => getComputedStyle(part(await draw({ article: article(), style }), 'card')!);
      const [plain, odd] = [await card(''), await card(`--khabar-size: ${size}`)];
      expect([odd.fontFamily, odd.fontSize, odd.lineHeight]).to.deep.equal([
        plain.fontFamily,
        plain.fontSize,
        plain.lineHeight,
      ]);
    });

  it('--khabar-radius rounds the paper', async () => {
    const card = await draw({ article: article(), style: '--khabar-radius: 12px' });
    expect(getComputedStyle(part(card, 'card')!).borderRadius).to.equal('12px');
  });

  for (const width of [320, 480, 720])
    it(`--khabar-space is the room beside the content, at ${width} pixels`, async () => {
      const card = await draw({ article: article(), width, style: '--khabar-space: 40px' });
      expect(getComputedStyle(part(card, 'card')!).paddingInlineStart).to.equal('40px');
    });

  for (const space of ['0', '0px', '4px'])
    it(`--khabar-space leaves nothing beyond the paper: ${space}`, async () => {
      const card = await draw({ article: article(), style: `--khabar-space: ${space}; overflow: auto` });
      expect(card.parentElement!.scrollWidth).to.equal(card.parentElement!.clientWidth);
    });
});
