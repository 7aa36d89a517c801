import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, drawWithBody, part, parts, textOf } from '../support/card.js';
import { all, between, controls, walk } from './cards.js';
import { heardOf, itInChromium } from './reading.js';

const HEADLINE = 'افتتاح أول متحف للأفلاج في ولاية إزكي';

describe('The structure of a card', () => {
  itInChromium('1 is one article, named by its headline', async () => {
    const articles = (await heardOf(await drawWithBody({ article: article() }))).filter(
      ({ role }) => role === 'article',
    );
    expect(articles.map(({ name }) => name)).to.deep.equal([HEADLINE]);
  });

  itInChromium('2 begins in the article: the element itself says nothing', async () => {
    const [first] = await heardOf(await draw({ article: article() }));
    expect(first!.role).to.equal('article');
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`3 has its headline at level ${level} where the page asks for it`, async () => {
      const card = await draw({ article: article(), attributes: { 'heading-level': String(level) } });
      expect(part(card, 'headline')!.localName).to.equal(`h${level}`);
    });

    it(`4 has its other headings one level below ${level}, and none below the sixth`, async () => {
      const card = await drawWithBody({
        article: article(),
        attributes: { 'heading-level': String(level), view: 'article' },
      });
      const others = all(card, 'h1, h2, h3, h4, h5, h6').filter((heading) => heading !== part(card, 'headline'));
      expect(others.map(textOf)).to.deep.equal(['قاعة الماء', 'قد يُعجبك أيضًا']);
      expect(new Set(others.map(({ localName }) => localName))).to.deep.equal(new Set([`h${Math.min(6, level + 1)}`]));
    });
  }

  it('5 adds no landmarks, so that two cards have none of the same name', async () => {
    const card = await drawWithBody({ article: article(), attributes: { view: 'article' } });
    const LANDMARKS = 'main, nav, aside, form, search, section[aria-label], section[aria-labelledby], [role=region]';
    expect(all(card, LANDMARKS)).to.deep.equal([]);
  });

  itInChromium('6 has no header, footer or main of the page', async () => {
    const roles = (await heardOf(await drawWithBody({ article: article(), attributes: { view: 'article' } }))).map(
      ({ role }) => role,
    );
    for (const role of ['banner', 'contentinfo', 'main', 'navigation', 'region', 'complementary'])
      expect(roles).not.to.include(role);
  });

  it('7 has lists with names, which Safari keeps as lists', async () => {
    const card = await draw({ article: article() });
    const lists = all<HTMLUListElement>(card, 'ul');
    const named = lists.map((list) => [
      list.getAttribute('role'),
      textOf(card.shadowRoot!.getElementById(list.getAttribute('aria-labelledby')!)),
      list.children.length,
    ]);
    expect(named).to.deep.equal([
      ['list', 'شارك', 5],
      ['list', 'تابعنا', 2],
      ['list', 'قد يُعجبك أيضًا', 2],
    ]);
  });

  it('8 is read in the order of a newspaper', async () => {
    const card = await drawWithBody({ article: article(), attributes: { view: 'article' } });
    const order =
      'publisher section headline summary byline published updated reading-time picture caption body source short-link original share follow related';
    const places = order.split(' ').map((name) => all(card, '*').indexOf(part(card, name)!));
    expect(places).not.to.include(-1);
    expect(places.toSorted((one, other) => one - other)).to.deep.equal(places);
  });

  it('9 keeps that order for the keyboard at every width', async () => {
    const orders: string[] = [];
    for (const width of [320, 480, 720]) {
      const card = await drawWithBody({ article: article(), attributes: { open: '' }, width });
      const { after } = between(card);
      orders.push((await walk('Tab', after)).map(textOf).join());
    }
    expect(new Set(orders).size).to.equal(1);
  });

  const sparse: Record<string, unknown>[] = [
    { title: 'خبر' },
    { title: 'خبر', url: 'https://alqafila.example/1' },
    { content_html: '<p></p><h2> </h2><ul></ul>', title: 'خبر' },
    { content_html: '<p>نص</p>', url: 'https://alqafila.example/1' },
    { title: 'خبر', authors: [], tags: [], _khabar: { source: [], related: [], follow: [] } },
    { title: 'خبر', image: 'https://alqafila.example/p.jpg' },
  ];
  for (const json of sparse) {
    it(`10 has nothing empty in a card of ${JSON.stringify(json).replaceAll('"', '')}`, async () => {
      const card = json['content_html'] ? await drawWithBody({ article: json }) : await draw({ article: json });
      const empty = all(card, 'h1, h2, h3, h4, h5, h6, ul, ol, li, figcaption, p:not([role]), a, button').filter(
        (element) => !element.closest('[hidden]') && textOf(element) === '',
      );
      expect(empty.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    });
  }

  it('11 has no id twice, and no reference that leads nowhere', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    const ids = all(card, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    const references = ['aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((name) =>
      all(card, `[${name}]`).flatMap((element) => element.getAttribute(name)!.split(' ')),
    );
    expect(references.length).to.be.greaterThan(5);
    expect(references.filter((id) => !ids.includes(id))).to.deep.equal([]);
  });

  it('12 names nothing whose role takes no name', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    // ARIA 1.2, "Roles which cannot be named": what has no role but that of a plain box or line.
    const NAMELESS = 'p, div:not([role]), span:not([role]), bdi, b, small, time';
    expect(all(card, NAMELESS).filter((element) => element.matches('[aria-label], [aria-labelledby]'))).to.deep.equal(
      [],
    );
  });

  it('12 uses no attribute of ARIA that does not exist', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    const used = new Set(all(card, '*').flatMap((element) => element.getAttributeNames()));
    expect([...used].filter((name) => name.startsWith('aria-')).sort()).to.deep.equal([
      'aria-busy',
      'aria-controls',
      'aria-describedby',
      'aria-expanded',
      'aria-hidden',
      'aria-label',
      'aria-labelledby',
    ]);
  });
});

describe('The names in a card', () => {
  const LATIN_ALONE = /^[^\u0600-\u06ff]*$/;

  itInChromium('13 are those of all its links and buttons, in its language', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    const named = (await heardOf(card)).filter(({ role }) => role === 'link' || role === 'button');
    expect(named.length).to.equal(controls(card).length);
    // An author, a source and a story of another language keep their own names.
    expect(named.map(({ name }) => name ?? '').filter((name) => LATIN_ALONE.test(name))).to.deep.equal([
      'Layla Noor',
      'Reuters',
      'The falaj, explained (2026).',
    ]);
  });

  itInChromium('14 say what is continued to be read', async () => {
    const buttons = (await heardOf(await drawWithBody({ article: article() }))).filter(({ role }) => role === 'button');
    expect(buttons.map(({ name }) => name)).to.include(`واصل القراءة ${HEADLINE}`);
  });

  itInChromium('15 hold the words that are seen', async () => {
    const card = await drawWithBody({ article: article() });
    // Isolates, which no eye sees, stand in names only.
    const plain = (text: string) =>
      text
        .replace(/[\u2066-\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    const names = (await heardOf(card)).map(({ name }) => plain(name ?? ''));
    for (const control of controls(card)) {
      const copy = control.cloneNode(true) as Element;
      for (const unseen of copy.querySelectorAll('.unseen')) unseen.remove();
      const seen = [...copy.querySelectorAll('.title')].map(({ textContent }) => textContent)[0] ?? copy.textContent;
      expect(
        names.filter((name) => name.includes(plain(seen))),
        seen,
      ).not.to.deep.equal([]);
    }
  });

  it('16 are none of the icons’, which nobody hears or tabs to', async () => {
    const card = await draw({ article: article() });
    const icons = all<SVGElement>(card, 'svg');
    expect(icons.length).to.be.greaterThan(8);
    expect(
      icons.filter((icon) => icon.ariaHidden !== 'true' || icon.getAttribute('focusable') !== 'false'),
    ).to.deep.equal([]);
  });

  it('17 say of channels which network, and that it opens a new window', async () => {
    const card = await draw({ article: article() });
    expect(parts(card, 'share-link').map(textOf)).to.deep.equal([
      'مشاركة على واتساب (يُفتح في نافذة جديدة)',
      'مشاركة على إكس (يُفتح في نافذة جديدة)',
      'مشاركة على فيسبوك (يُفتح في نافذة جديدة)',
      'مشاركة على تلغرام (يُفتح في نافذة جديدة)',
      'مشاركة بالبريد الإلكتروني (يُفتح في نافذة جديدة)',
    ]);
  });

  it('18 differ where the addresses differ', async () => {
    const follow = [{ url: 'https://x.com/alqafila' }, { url: 'https://x.com/alqafila_en' }];
    const card = await draw({ article: article({}, { follow }) });
    const links = all<HTMLAnchorElement>(card, 'a[href]').filter((link) => !link.closest('[hidden]'));
    const addresses = new Map<string, Set<string>>();
    for (const link of links) {
      const name = textOf(link)!;
      addresses.set(name, (addresses.get(name) ?? new Set()).add(link.href));
    }
    expect([...addresses].filter(([, hrefs]) => hrefs.size > 1)).to.deep.equal([]);
  });

  it('19 hold the whole short link, however narrow the card is', async () => {
    const short_url = 'https://qfl.example/s/a-short-link-that-is-not-so-short/';
    const card = await draw({ article: article({}, { short_url }), width: 240 });
    expect(textOf(part(card, 'short-link'))).to.include('qfl.example/s/a-short-link-that-is-not-so-short/');
  });

  it('20 say what is copied', async () => {
    expect(textOf(part(await draw({ article: article() }), 'copy'))).to.equal('نسخ الرابط');
  });
});
