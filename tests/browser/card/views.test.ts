import { expect } from 'chai';
import { article } from '../support/articles.js';
import { allText, draw, drawWithBody, heard, mount, part, parts, type KhabarCard } from '../support/card.js';
import { click, press } from '../support/commands.js';
import { jsonAddress } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

function shown(element: HTMLElement | null): boolean {
  return element !== null && element.checkVisibility({ contentVisibilityAuto: true }) && !element.closest('[hidden]');
}

describe('The view', () => {
  it('summary, the default, keeps the body behind a button', async () => {
    const card = await drawWithBody({ article: article() });
    expect(part(card, 'body')!.getAttribute('hidden')).to.equal('until-found');
    expect(shown(part(card, 'more'))).to.equal(true);
    expect(shown(part(card, 'summary'))).to.equal(true);
  });

  it('article shows the body and no button', async () => {
    const card = await drawWithBody({ article: article(), attributes: { view: 'article' } });
    expect(shown(part(card, 'body'))).to.equal(true);
    expect(part(card, 'more')).to.equal(null);
  });

  it('teaser shows picture, section, headline, publisher and date, and nothing else', async () => {
    const card = await draw({ article: article(), attributes: { view: 'teaser' } });
    const drawn = [...card.shadowRoot!.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
    expect([...new Set(drawn)].sort()).to.deep.equal([
      'card',
      'headline',
      'image',
      'picture',
      'published',
      'publisher',
      'section',
    ]);
  });

  it('of an unknown name is the default one', async () => {
    const card = await draw({ article: article(), attributes: { view: 'poster' } });
    expect(part(card, 'more')).not.to.equal(null);
  });

  it('can change while the card stands', async () => {
    const card = await drawWithBody({ article: article() });
    card.view = 'article';
    await card.updateComplete;
    expect(shown(part(card, 'body'))).to.equal(true);
    expect(part(card, 'body')!.textContent).to.include('قاعة الماء');
  });

  it('teaser stays one where open is set, also after the body was drawn', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' }, width: 720 });
    card.view = 'teaser';
    await card.updateComplete;
    expect(part(card, 'card')!.classList.contains('open')).to.equal(false);
  });

  it('links the headline to the original where the story is not all there', async () => {
    const summary = await draw({ article: article() });
    expect(part(summary, 'headline')!.querySelector('a')!.href).to.equal(
      'https://alqafila.example/2026/03/falaj/?utm=1',
    );
    const whole = await draw({ article: article(), attributes: { view: 'article' } });
    expect(part(whole, 'headline')!.querySelector('a')).to.equal(null);
  });
});

describe('A closed card without a summary', () => {
  const [first, second] = ['افتُتح صباح اليوم أول متحف للأفلاج في البلاد.', 'تعرض القاعة الكبرى نموذجًا بطول 40 مترًا.'];
  const drawBody = (content_html: string, attributes = {}) =>
    draw({ article: article({ summary: undefined, content_html }), attributes });
  const excerpt = (card: KhabarCard) =>
    [...(part(card, 'excerpt')?.querySelectorAll('p') ?? [])].map((paragraph) => paragraph.textContent);

  it('shows the first two paragraphs of its body', async () => {
    expect(excerpt(await drawBody(`<h2>قاعة</h2><p>${first}</p><p>${second}</p><p>ثالثة</p>`))).to.deep.equal([
      first,
      second,
    ]);
  });

  it('shows the first alone where two are longer than 400 characters, at most ten lines of it', async () => {
    const card = await drawBody(`<p>${`${first} `.repeat(40)}</p><p>${second}</p>`);
    expect(excerpt(card)).to.have.length(1);
    const paragraph = part(card, 'excerpt')!.querySelector('p')!;
    const lines = paragraph.clientHeight / Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    expect(Math.round(lines)).to.equal(10);
  });

  for (const [what, html] of [
    ['boxes', `<div>${first}</div><div>${second}</div><div>ثالثة</div>`],
    ['boxes within boxes', `<div><div>${first}</div><div><div>${second}</div></div></div>`],
    ['line breaks', `${first}<br><br>${second}<br>\n<br>ثالثة`],
    ['line breaks in one paragraph', `<p>${first}<br><br>${second}<br><br>ثالثة</p>`],
    ['paragraphs with a picture', `<p><img src="/img/60x40.png" alt="صورة">${first}</p><p>${second}</p>`],
    ['words beside paragraphs', `${first}<p>${second}</p>`],
  ] as const)
    it(`shows the first two also where paragraphs are ${what}`, async () => {
      const card = await drawBody(html);
      expect(excerpt(card)).to.deep.equal([first, second]);
      expect(part(card, 'excerpt')!.querySelector('img, br')).to.equal(null);
    });

  it('says no more of a long one than there is room for, at its widest, and has no links where they may be cut', async () => {
    const link = '<a href="/falaj">فلج</a>';
    const card = await drawBody(`<p>${link} ${`${first} `.repeat(40)}${link}</p>`);
    const [text] = excerpt(card);
    expect(text!.length).to.be.within(700, 760);
    expect(text!.endsWith('…')).to.equal(true);
    expect(`<p>فلج ${`${first} `.repeat(40)}`).to.contain(text!.slice(0, -1));
    expect(part(card, 'excerpt')!.querySelector('a')).to.equal(null);
  });

  it('keeps the links of a short one', async () => {
    const card = await drawBody(`<p>${first} <a href="/falaj">فلج</a></p>`);
    expect(part(card, 'excerpt')!.querySelector('a')!.href).to.equal('https://alqafila.example/falaj');
  });

  it('shows the beginning of the next story with the story', async () => {
    const card = await drawBody(`<p>${first}</p>`);
    card.article = article({ summary: undefined, content_html: `<p>${second}</p>` });
    await heard(card, 'khabar-load');
    expect(excerpt(card)).to.deep.equal([second]);
  });

  it('stays where it is while the same story is loaded again', async () => {
    const src = await jsonAddress(article({ summary: undefined, content_html: `<p>${first}</p>` }));
    const card = await draw({ attributes: { src } });
    const shown = part(card, 'excerpt')!.firstElementChild;
    const body = heard(card, 'khabar-body');
    await card.reload();
    await body;
    expect(part(card, 'excerpt')?.firstElementChild).to.equal(shown);
  });

  it('shows no captions, quotations, lists or pictures there', async () => {
    const figure = `<figure><img src="/img/60x40.png" alt=""><figcaption><p>شرح</p></figcaption></figure>`;
    const card = await drawBody(
      `${figure}<blockquote><p>قول</p></blockquote><ul><li><p>بند</p></li></ul><p>${first}</p>`,
    );
    expect(excerpt(card)).to.deep.equal([first]);
  });

  it('shows no words there that the body hides', async () => {
    const card = await drawBody(`<p style="display:none">Secret</p><p>${first}</p>`);
    expect(excerpt(card)).to.deep.equal([first]);
  });

  it('keeps the order of numbers, and leaves footnote marks to the body', async () => {
    const card = await drawBody(
      `<p>النتيجة <bdi dir="ltr">2-1</bdi>.<sup><a href="#n1" id="r1">1</a></sup> <a href="#n1">انظر</a></p><p id="n1">حاشية</p>`,
    );
    expect(excerpt(card)[0]).to.equal('النتيجة 2-1. انظر');
    expect(part(card, 'excerpt')!.querySelector('bdi')!.dir).to.equal('ltr');
    expect(part(card, 'excerpt')!.querySelector('[id], a')).to.equal(null);
  });

  it('gives its place to the body, and takes it again', async () => {
    const card = await drawBody(`<p>${first}</p>`);
    part(card, 'more')!.click();
    await card.updateComplete;
    expect(excerpt(card)).to.deep.equal([]);
    part(card, 'more')!.click();
    await card.updateComplete;
    expect(excerpt(card)).to.deep.equal([first]);
  });

  it('is announced with it, so that nothing moves when it comes', async () => {
    const card = await mount({ article: article({ summary: undefined, content_html: `<p>${first}</p>` }) });
    await heard(card, 'khabar-load');
    expect(excerpt(card)).to.deep.equal([first]);
    expect(part(card, 'share')).not.to.equal(null);
  });

  it('has no more than its button where the body has no paragraph', async () => {
    const card = await drawBody('<ul><li>بند</li></ul>');
    expect(excerpt(card)).to.deep.equal([]);
    expect(part(card, 'excerpt')).to.equal(null);
    expect(shown(part(card, 'more'))).to.equal(true);
  });

  it('leaves a summary alone where there is one', async () => {
    expect(part(await drawWithBody({ article: article() }), 'excerpt')).to.equal(null);
  });
});

describe('A teaser', () => {
  const teaser = (
    own: Record<string, unknown> = {},
    { width = 320, ...extension }: { width?: number } & Record<string, unknown> = {},
  ) => draw({ article: article(own, extension), attributes: { view: 'teaser' }, width });
  const box = (card: KhabarCard, name: string) => part(card, name)!.getBoundingClientRect();

  it('is in one piece where its page has columns', async () => {
    const place = { article: article(), attributes: { view: 'teaser' }, width: 520 };
    const card = await draw({ ...place, style: 'columns: 2; padding-top: 1px' });
    expect(card.shadowRoot!.querySelector('.card')!.getClientRects()).to.have.length(1);
    expect(part(card, 'card')!.getBoundingClientRect().width).to.be.at.most(260);
  });

  it('is read as it is seen: section, headline, publisher with its host, date', async () => {
    const card = await teaser();
    const read = card.shadowRoot!.querySelectorAll(
      '[part=section], [part=headline], [part=publisher], [part=published]',
    );
    const places = [...read].map((element) => element.getBoundingClientRect().top);
    expect(places).to.deep.equal(places.toSorted((one, other) => one - other));
    expect([...read].map((element) => element.getAttribute('part'))).to.deep.equal([
      'section',
      'headline',
      'publisher',
      'published',
    ]);
    expect(part(card, 'publisher')!.textContent).to.contain('alqafila.example');
  });

  it('leads to the story by its headline and its picture, with one tab stop', async () => {
    const card = await teaser();
    const links = [...card.shadowRoot!.querySelectorAll('a')].filter(({ href }) => href.includes('/2026/03/falaj/'));
    expect(links.map((link) => [link.getAttribute('tabindex'), link.getAttribute('aria-hidden')])).to.deep.equal([
      ['-1', 'true'],
      [null, null],
    ]);
    expect(links[0]!.contains(part(card, 'picture'))).to.equal(true);
  });

  it('says what its picture shows where that leads nowhere', async () => {
    const card = await teaser({ url: undefined, external_url: undefined });
    expect(part(card, 'picture')!.closest('[aria-hidden]')).to.equal(null);
  });

  it('has its picture from edge to edge where it is narrow, and beside its words where it is wide', async () => {
    const narrow = await teaser();
    expect(box(narrow, 'image').width).to.equal(box(narrow, 'card').width);
    expect(box(narrow, 'image').bottom).to.be.below(box(narrow, 'headline').top);
    const wide = await teaser({}, { width: 480 });
    expect(box(wide, 'image').width).to.be.within(112, 220);
    expect(box(wide, 'image').right).to.be.below(box(wide, 'headline').left);
  });

  it('shows pictures of every form in one', async () => {
    for (const [width, height] of [
      [800, 1200],
      [3000, 400],
      [600, 600],
    ]) {
      const card = await teaser({}, { image: { width, height } });
      const { width: shown, height: tall } = box(card, 'image');
      expect(shown / tall, `${width} × ${height}`).to.be.closeTo(3 / 2, 0.02);
    }
  });

  it('gives its words all of its width where it has no picture', async () => {
    const card = await teaser({ image: undefined }, { width: 480, image: undefined });
    expect(box(card, 'headline').width).to.be.closeTo(480 - 36, 1);
  });

  it('fills the cell that the page gives it, with its date at the bottom', async () => {
    const card = await teaser();
    Object.assign(card.parentElement!.style, { display: 'grid', height: '900px' });
    expect(box(card, 'card').height).to.equal(900);
    expect(box(card, 'published').bottom).to.be.closeTo(box(card, 'card').bottom, 20);
    expect(box(card, 'headline').bottom).to.be.below(box(card, 'published').top - 200);
  });

  it('cuts no headline, and says a very long one a size smaller', async () => {
    const size = (card: KhabarCard) => parseFloat(getComputedStyle(part(card, 'headline')!).fontSize);
    const long = await teaser({ title: 'وزير الخارجية يبحث مع نظيره مستجدات الأوضاع '.repeat(4) });
    expect(size(long)).to.be.below(size(await teaser()));
    expect(getComputedStyle(part(long, 'headline')!).overflow).to.equal('visible');
  });

  it('says when it was updated where that is all that is known', async () => {
    const card = await teaser({ date_published: undefined });
    expect(part(card, 'updated')!.textContent).to.contain('آخر تحديث');
  });

  it('says that only a part is free to read', async () => {
    const card = await teaser();
    card.article = {
      '@type': 'NewsArticle',
      headline: 'خبر',
      url: 'https://alqafila.example/1',
      isAccessibleForFree: false,
    };
    await new Promise((resolve) => card.addEventListener('khabar-load', resolve, { once: true }));
    expect(allText(card)).to.contain('لمشتركي الموقع');
  });
});

describe('«واصل القراءة»', () => {
  it('is named with the headline', async () => {
    const card = await draw({ article: article() });
    const ids = part(card, 'more')!.getAttribute('aria-labelledby')!.split(' ');
    const names = ids.map((id) => card.shadowRoot!.getElementById(id)!.textContent.trim());
    expect(names.join('، ')).to.equal('واصل القراءة، افتتاح أول متحف للأفلاج في ولاية إزكي');
  });

  it('opens and closes the body, and says so in its state, its word, the attribute and an event', async () => {
    const card = await drawWithBody({ article: article() });
    const more = part(card, 'more')!;
    for (const open of [true, false]) {
      setTimeout(() => more.click());
      const event = await heard(card, 'khabar-toggle');
      await card.updateComplete;
      expect(event.open).to.equal(open);
      expect(card.hasAttribute('open')).to.equal(open);
      expect(more.getAttribute('aria-expanded')).to.equal(String(open));
      expect(more.textContent.trim()).to.equal(open ? 'عرض أقل' : 'واصل القراءة');
      expect(shown(part(card, 'body'))).to.equal(open);
    }
  });

  it('closes again for a framework that sets nothing in the place of false', async () => {
    const card = await drawWithBody({ article: article() });
    const said: unknown[] = [];
    card.addEventListener('khabar-toggle', ({ open }) => said.push(open));
    for (const open of [true, undefined, null, false]) {
      Object.assign(card, { open });
      await card.updateComplete;
    }
    part(card, 'more')!.click();
    await card.updateComplete;
    expect(said).to.deep.equal([true, false, true]);
  });

  it('works by Enter and by Space, and the next Tab is inside the text that it opened', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'more')!.focus();
    for (const [key, open] of [
      ['Enter', true],
      ['Space', false],
      ['Enter', true],
    ] as const) {
      await press(key);
      await card.updateComplete;
      expect(card.open, key).to.equal(open);
      expect(card.shadowRoot!.activeElement).to.equal(part(card, 'more'));
    }
    await press('Tab');
    expect(part(card, 'body')!.contains(card.shadowRoot!.activeElement)).to.equal(true);
  });

  it('leaves nothing to tab to in a closed body', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'more')!.focus();
    await press('Tab');
    expect(part(card, 'source')!.contains(card.shadowRoot!.activeElement)).to.equal(true);
  });

  it('stands once more at the end of the body, closes it, and leads back to where the card begins', async () => {
    const long = article({ content_html: '<p>نص الخبر.</p>'.repeat(200) });
    const card = await drawWithBody({ article: long, attributes: { open: '' } });
    const less = part(card, 'less')!;
    expect(less.getBoundingClientRect().top).to.be.above(part(card, 'body')!.getBoundingClientRect().bottom - 1);
    expect(less.textContent.trim()).to.equal('عرض أقل');
    less.scrollIntoView();
    setTimeout(() => less.click());
    expect((await heard(card, 'khabar-toggle')).open).to.equal(false);
    await waitUntil(() => card.shadowRoot!.activeElement === part(card, 'more'), 'the focus is on the button above');
    expect(part(card, 'less')).to.equal(null);
    expect(card.getBoundingClientRect().top).to.be.within(-1, innerHeight);
  });

  it('follows when find-in-page opens the body', async () => {
    const card = await drawWithBody({ article: article() });
    part(card, 'body')!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await card.updateComplete;
    expect(card.open).to.equal(true);
    expect(part(card, 'more')!.getAttribute('aria-expanded')).to.equal('true');
  });

  it('stands open from the start where the page says open', async () => {
    const card = await drawWithBody({ article: article(), attributes: { open: '' } });
    expect(shown(part(card, 'body'))).to.equal(true);
  });

  it('opens by a click', async () => {
    const card = await drawWithBody({ article: article() });
    await click(part(card, 'more')!);
    await card.updateComplete;
    expect(card.open).to.equal(true);
  });
});

describe('The level of the headings', () => {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`${level} is that of the headline; crossheads and related stories are one below, six at most`, async () => {
      const card = await drawWithBody({ article: article(), attributes: { 'heading-level': String(level), open: '' } });
      const levels = [...card.shadowRoot!.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ localName }) => localName);
      const below = `h${Math.min(6, level + 1)}`;
      expect(levels).to.deep.equal([`h${level}`, below, below]);
    });
  }

  for (const nonsense of ['0', '7', '2.5', 'two', '']) {
    it(`"${nonsense}" means 2`, async () => {
      const card = await draw({ article: article(), attributes: { 'heading-level': nonsense } });
      expect(part(card, 'headline')!.localName).to.equal('h2');
    });
  }

  it('can change, and the body follows', async () => {
    const card = await drawWithBody({ article: article() });
    card.headingLevel = 4;
    await heard(card, 'khabar-body');
    expect(parts(card, 'body')[0]!.querySelector('h5')!.textContent).to.equal('قاعة الماء');
  });
});
