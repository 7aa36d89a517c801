import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, heard, mount, part, parts, textOf, type KhabarCard } from '../support/card.js';
import { requestsWith, site, type SiteAnswer } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

let turn = 0;

/** A folder of its own for each test: what is fetched is kept for the page's life. */
function unique(): string {
  turn += 1;
  return `site-${Math.round(performance.now())}-${turn}`;
}

const STORY = {
  id: 7,
  date: '2025-11-12T14:08:00',
  date_gmt: '2025-11-12T10:08:00',
  link: 'https://news.example/2025/11/12/souq/',
  title: { rendered: 'افتتاح سوق الأسماك' },
  excerpt: { rendered: '<p>يضم السوق مئة محل.</p>' },
  content: { rendered: '<p>افتُتح السوق اليوم.</p>', protected: false },
  categories: [3, 5],
};

const OTHERS = [7, 8, 9].map((id) => ({
  id,
  link: `https://news.example/${id}/`,
  title: { rendered: `خبر رقم ${id} &#038; صوره` },
  date: '2025-11-11T09:00:00',
  date_gmt: '2025-11-11T05:00:00',
}));

interface Scene {
  story?: object;
  related?: SiteAnswer;
  index?: SiteAnswer;
}

const fields = 'id,link,title,date,date_gmt,jetpack_featured_media_url,_links.wp:featuredmedia,_embedded';
const query = new URLSearchParams({
  categories: '3,5',
  exclude: '7',
  per_page: '4',
  _fields: fields,
  _embed: 'wp:featuredmedia',
}).toString();
const indexQuery = new URLSearchParams({ _fields: 'name,url,home,site_icon_url' }).toString();

/** A WordPress in a folder of its own, and the address of its story. */
async function wordPress({ story = {}, related, index }: Scene): Promise<{ folder: string; src: string }> {
  const folder = unique();
  const api = `/${folder}/wp-json/`;
  const origin = await site({
    [`${api}wp/v2/posts/7?_embed`]: { body: { ...STORY, ...story } },
    ...(related && { [`${api}wp/v2/posts?${query}`]: related }),
    ...(index && { [`${api}?${indexQuery}`]: index }),
  });
  return { folder, src: `${origin}${api}wp/v2/posts/7?_embed` };
}

function tops(card: KhabarCard): Record<string, number> {
  const names = ['publisher', 'headline', 'summary', 'published', 'original', 'share'];
  return Object.fromEntries(names.map((name) => [name, part(card, name)!.getBoundingClientRect().top]));
}

describe('Related stories that the article does not name', () => {
  it('come from the same categories of the same site, without the article itself', async () => {
    const { src } = await wordPress({ related: { body: OTHERS } });
    const card = await draw({ attributes: { src } });
    await waitUntil(() => part(card, 'related'));
    const titles = parts(card, 'related-link').map((link) => textOf(link.querySelector('.title')));
    expect(titles).to.deep.equal(['خبر رقم 8 & صوره', 'خبر رقم 9 & صوره']);
  });

  it('are asked for once the card is drawn, and move nothing of it', async () => {
    const { src } = await wordPress({ related: { body: OTHERS, delay: 300 } });
    const card = await draw({ attributes: { src } });
    expect(part(card, 'related')).to.equal(null);
    const before = tops(card);
    await waitUntil(() => part(card, 'related'));
    expect(tops(card)).to.deep.equal(before);
  });

  it('leave the clean body of the card where it is', async () => {
    const { src } = await wordPress({ related: { body: OTHERS, delay: 300 } });
    const card = await mount({ attributes: { src, view: 'article' } });
    await heard(card, 'khabar-body');
    const paragraph = part(card, 'body')!.querySelector('p');
    await waitUntil(() => part(card, 'related'));
    expect(part(card, 'body')!.querySelector('p')).to.equal(paragraph);
  });

  it('tell the page of no other article', async () => {
    const { src } = await wordPress({ related: { body: OTHERS } });
    const card = await mount({ attributes: { src } });
    let loads = 0;
    card.addEventListener('khabar-load', () => (loads += 1));
    await waitUntil(() => part(card, 'related'));
    expect(loads).to.equal(1);
  });

  for (const [title, attributes] of [
    ['with related="none"', { related: 'none' }],
    ['in a teaser', { view: 'teaser' }],
  ] as const) {
    it(`are not asked for ${title}`, async () => {
      const { folder, src } = await wordPress({ related: { body: OTHERS }, index: { body: { name: 'المرفأ' } } });
      const card = await draw({ attributes: { src, ...attributes } });
      await waitUntil(() => textOf(part(card, 'publisher'))?.includes('المرفأ'));
      expect((await requestsWith(folder)).some(({ query }) => query.includes('categories'))).to.equal(false);
    });
  }

  it('are asked for when a teaser becomes more than that', async () => {
    const { src } = await wordPress({ related: { body: OTHERS } });
    const card = await draw({ attributes: { src, view: 'teaser' } });
    card.view = 'summary';
    await waitUntil(() => part(card, 'related'));
  });

  it('are there after the card was moved while they came', async () => {
    const { src } = await wordPress({ related: { body: OTHERS, delay: 300 } });
    const card = await draw({ attributes: { src } });
    const place = card.parentElement!;
    card.remove();
    await aTimeout(20);
    place.append(card);
    await waitUntil(() => part(card, 'related'));
  });

  it('are simply not there where they cannot be had', async () => {
    const { folder, src } = await wordPress({ related: { body: { code: 'x', message: 'x' }, status: 500 } });
    const card = await draw({ attributes: { src } });
    await waitUntil(async () => (await requestsWith(folder)).length === 3);
    await aTimeout(50);
    expect([part(card, 'related'), part(card, 'failure')]).to.deep.equal([null, null]);
  });

  it('are never asked of a site for an article that the page holds', async () => {
    const { folder, src } = await wordPress({ related: { body: OTHERS } });
    const article = { ...STORY, _links: { self: [{ href: src }] } };
    await draw({ article });
    await aTimeout(50);
    expect(await requestsWith(folder)).to.have.length(0);
  });
});

describe('The room for related stories that come late', () => {
  const LONG =
    'هيئة البيئة تعلن نتائج المسح السنوي للشعاب المرجانية في جزر الديمانيات وتدعو الصيادين والغواصين إلى حمايتها';
  const withTitle = (title: string, count: number) =>
    [8, 9, 10, 11]
      .slice(0, count)
      .map((id) => ({ ...OTHERS[0], id, link: `https://news.example/${id}/`, title: { rendered: title } }));
  const room = (card: KhabarCard) => card.shadowRoot!.querySelector('.late');

  /** Browsers scroll on with what they show. */
  const leaveView = (card: KhabarCard) => {
    card.style.marginTop = '3000px';
    scrollTo(0, 0);
  };

  async function inView(related: SiteAnswer, width: number, attributes = {}): Promise<KhabarCard> {
    const { src } = await wordPress({ related: { delay: 300, ...related } });
    const card = await draw({ attributes: { src, ...attributes }, width });
    room(card)?.scrollIntoView({ block: 'end' });
    return card;
  }

  async function afterwards(related: SiteAnswer, width: number): Promise<[before: number, after: number]> {
    const card = await inView(related, width);
    const before = card.getBoundingClientRect().height;
    await waitUntil(() => !card.shadowRoot!.querySelector('.late .skeleton'));
    await aTimeout(100);
    return [before, card.getBoundingClientRect().height];
  }

  for (const width of [320, 480, 720])
    for (const [what, body] of [
      ['four stories of long headlines', withTitle(LONG, 4)],
      ['one story', withTitle('خبر', 1)],
      ['no story', []],
    ] as const)
      it(`is as high after as before: ${what}, at ${width} pixels`, async () => {
        const [before, after] = await afterwards({ body }, width);
        expect(after).to.equal(before);
      });

  it('stays where the site fails', async () => {
    const [before, after] = await afterwards({ body: {}, status: 404 }, 480);
    expect(after).to.equal(before);
  });

  it('closes once its end is below what is in view', async () => {
    const card = await inView({ body: [] }, 480);
    leaveView(card);
    await waitUntil(() => !room(card));
  });

  it('shows every word of every story once it is below what is in view', async () => {
    const card = await inView({ body: withTitle(LONG, 4) }, 320);
    await waitUntil(() => part(card, 'related'));
    leaveView(card);
    await waitUntil(() => !room(card));
    expect(parts(card, 'related-link').every((link) => link.checkVisibility())).to.equal(true);
    expect(parts(card, 'related-link').every((link) => link.querySelector('.title')!.clientHeight > 80)).to.equal(true);
  });

  it('keeps the focus of a link when it closes', async () => {
    const card = await inView({ body: withTitle('خبر', 2) }, 480);
    await waitUntil(() => part(card, 'related'));
    const link = parts(card, 'related-link')[0]!;
    link.focus();
    leaveView(card);
    await waitUntil(() => !room(card));
    expect(card.shadowRoot!.activeElement).to.equal(link);
  });

  it('is not there where the height is reserved', async () => {
    expect(room(await inView({ body: [] }, 480, { reserve: '320:1400' }))).to.equal(null);
  });

  it('is not there where the article names its stories', async () => {
    expect(room(await draw({ article: article() }))).to.equal(null);
  });
});

describe('The publisher of a WordPress site', () => {
  it('is named in its line once its name has come, with its icon and its host', async () => {
    const icon = `${location.origin}/img/64x64.png`;
    const index = { name: 'المرفأ &amp; البحر', home: 'https://news.example', site_icon_url: icon };
    const { src } = await wordPress({ index: { body: index } });
    const card = await draw({ attributes: { src } });
    expect(textOf(part(card, 'publisher'))).to.equal('news.example');
    await waitUntil(() => part(card, 'publisher')!.querySelector('img'));
    expect(textOf(part(card, 'publisher'))).to.equal('المرفأ & البحر news.example');
  });

  for (const width of [280, 480, 720]) {
    it(`moves nothing of a card of ${width} pixels, however long its name is`, async () => {
      const icon = `${location.origin}/img/64x64.png`;
      const name = 'الصحيفة اليومية الأولى للأخبار والتحليلات والصور من سواحل عُمان وجبالها وباديتها';
      const { src } = await wordPress({ index: { body: { name, site_icon_url: icon }, delay: 200 } });
      const card = await draw({ attributes: { src }, width });
      const before = tops(card);
      await waitUntil(() => part(card, 'publisher')!.querySelector('img')?.complete);
      expect(tops(card)).to.deep.equal(before);
    });
  }

  it('is asked for once by all the cards of a site', async () => {
    const { folder, src } = await wordPress({ index: { body: { name: 'المرفأ' } } });
    const cards = await Promise.all([draw({ attributes: { src } }), draw({ attributes: { src } })]);
    await waitUntil(() => cards.every((card) => textOf(part(card, 'publisher'))?.includes('المرفأ')));
    expect((await requestsWith(folder)).filter(({ path }) => path.endsWith('/wp-json/'))).to.have.length(1);
  });

  it('is not asked for where the post names it', async () => {
    const head = { og_site_name: 'المرفأ' };
    const { folder, src } = await wordPress({ story: { yoast_head_json: head }, related: { body: OTHERS } });
    const card = await draw({ attributes: { src } });
    await waitUntil(() => part(card, 'related'));
    expect(await requestsWith(folder)).to.have.length(2);
  });
});

describe('The accounts of a Ghost site', () => {
  it('are followed once its settings have come', async () => {
    const key = unique();
    const api = '/ghost/api/content';
    const post = {
      id: key,
      title: 'خبر',
      html: '<p>نص</p>',
      url: 'https://news.example/a/',
      published_at: '2025-11-12T14:08:00.000+04:00',
    };
    const origin = await site({
      [`${api}/posts/${key}/?key=${key}`]: { body: { posts: [post] } },
      [`${api}/settings/?key=${key}`]: { body: { settings: { title: 'المرفأ', twitter: '@marfaa' } } },
    });
    const card = await draw({ attributes: { src: `${origin}${api}/posts/${key}/?key=${key}` } });
    expect(parts(card, 'follow-link')).to.have.length(0);
    await waitUntil(() => parts(card, 'follow-link').length > 0);
    expect(parts<HTMLAnchorElement>(card, 'follow-link')[0]!.href).to.equal('https://x.com/marfaa');
  });
});

describe('A story that is not for everybody', () => {
  it('says so, and leads to its publisher, where a part of it is free', async () => {
    const post = { id: '1', title: 'خبر', html: '<p>أوله</p>', url: 'https://news.example/a/', access: false };
    const card = await draw({ article: { posts: [post] } });
    expect(textOf(card.shadowRoot!.querySelector('.note'))).to.equal('الخبر كاملًا متاح لمشتركي الموقع.');
    expect(part<HTMLAnchorElement>(card, 'original')!.href).to.equal('https://news.example/a/');
  });

  it('leads to its publisher where nothing of it is free', async () => {
    const card = await mount({ article: { ...STORY, content: { rendered: '', protected: true } } });
    const { error } = await heard(card, 'khabar-error');
    await card.updateComplete;
    expect(error.code).to.equal('protected');
    expect(part<HTMLAnchorElement>(card, 'original')!.href).to.equal('https://news.example/2025/11/12/souq/');
  });
});

describe('A picture in several sizes', () => {
  it('is loaded in the size that the card has room for', async () => {
    const sizes = { medium: [300, 169], large: [1024, 576], full: [1920, 1080] } as const;
    const media = {
      source_url: `${location.origin}/img/1920x1080.png`,
      media_details: {
        width: 1920,
        height: 1080,
        sizes: Object.fromEntries(
          Object.entries(sizes).map(([name, [width, height]]) => [
            name,
            { width, height, source_url: `${location.origin}/img/${width}x${height}.png` },
          ]),
        ),
      },
    };
    const card = await draw({ article: { ...STORY, _embedded: { 'wp:featuredmedia': [media] } }, width: 280 });
    const image = part<HTMLImageElement>(card, 'image')!;
    await waitUntil(() => image.complete && image.currentSrc !== '');
    const expected = Math.ceil(280 * devicePixelRatio) <= 300 ? '300x169' : '1024x576';
    expect(image.currentSrc).to.equal(`${location.origin}/img/${expected}.png`);
  });
});
