import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import type { ArticleError } from '../../../src/index.js';
import { allText, draw, drawWithBody, heard, mount, part, parts, textOf, type KhabarCard } from '../support/card.js';
import { openPage, redirectOf, wordPress, type WordPress } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

// The posts are written in tests/wordpress/publish.php.
const HEADLINE = 'الرياح & الأمواج: مدّ هذا الشتاء “أعلى” من المعتاد، والخسائر < 5٪';
const SITE_NAME = 'جريدة المنارة & أخبار الساحل';

describe('A post of a real WordPress', () => {
  let site: WordPress;
  before(async function () {
    const running = await wordPress();
    if (!running) this.skip();
    else site = running;
  });

  /** The address that the documents tell a blogger to write. */
  function api(path: string | number, home = site.origin): string {
    return `${home}/wp-json/wp/v2/posts/${path}?_embed`;
  }

  const src = (address: string) => ({ attributes: { src: address } });
  const drawRich = () => drawWithBody(src(api(site.posts.rich.id)));

  async function errorOf(address: string): Promise<ArticleError> {
    const card = await mount(src(address));
    return (await heard(card, 'khabar-error')).error;
  }

  /** A card in a page of its own, which has been answered nothing yet, and what it asks for, in order. */
  async function freshCard(address: string, width = 480): Promise<{ card: KhabarCard; asked: string[] }> {
    const frame = await openPage({
      width,
      head: `
        <script>
          window.asked = [];
          const ask = fetch;
          window.fetch = (address, options) => {
            asked.push(address);
            return ask(address, options);
          };
        </script>
        <script type="module" src="/src/index.ts"></script>`,
      body: '<khabar-card></khabar-card>',
    });
    const { asked, customElements, document } = frame.contentWindow as Window & typeof globalThis & { asked: string[] };
    await customElements.whenDefined('khabar-card');
    const card = document.querySelector('khabar-card')!;
    card.src = address;
    await heard(card, 'khabar-load');
    return { card, asked };
  }

  const isLoaded = (image: HTMLImageElement) =>
    waitUntil(() => image.complete && image.naturalWidth > 0, `${image.currentSrc} is loaded`, { timeout: 5000 });

  /** Long enough for a request that should not be there to be made. */
  const allIsAsked = () => aTimeout(500);

  describe('is drawn', () => {
    it('with its title decoded once, a bare < and typographic quotes included', async () => {
      expect(textOf(part(await drawRich(), 'headline'))).to.equal(HEADLINE);
    });

    it('with its written excerpt', async () => {
      expect(textOf(part(await drawRich(), 'summary')!.querySelector('p:last-child'))).to.equal(
        'رصدت محطة رأس الريح أعلى مدّ منذ 1998 & لم تُسجّل سوى أضرار طفيفة.',
      );
    });

    it('with its author, who has a page of the site', async () => {
      const byline = part(await drawRich(), 'byline')!;
      expect(textOf(byline.querySelector('a bdi, bdi'))).to.equal('سالم بن ناصر الحبسي');
      expect(byline.querySelector('a')!.href).to.equal(`${site.origin}/author/salim/`);
    });

    it('with its first category as the section', async () => {
      expect(textOf(part(await drawRich(), 'section'))).to.equal('أخبار الساحل & البحر');
    });

    it('with its dates in the clock of Muscat, to a reader in New York', async () => {
      const card = await drawRich();
      expect(textOf(part(card, 'published'))).to.equal('نُشر في: الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م');
      expect(part(card, 'published')!.querySelector('time')!.dateTime).to.equal('2025-11-12T14:08:00+04:00');
      expect(textOf(part(card, 'updated'))).to.equal('آخر تحديث: 5:40\u00A0م');
    });

    it('with its picture, whose every size can be loaded', async () => {
      const image = part<HTMLImageElement>(await drawRich(), 'image')!;
      expect(image.alt).to.equal('منارة بيضاء على رأس صخري عند الغروب');
      const candidates = image.srcset.split(', ').map((candidate) => candidate.split(' '));
      expect(candidates.map(([, width]) => width)).to.deep.equal(['300w', '768w', '1024w', '1536w', '1920w']);
      for (const [address, width] of candidates) {
        const size = new Image();
        size.src = address!;
        await isLoaded(size);
        expect(`${size.naturalWidth}w`).to.equal(width);
      }
    });

    it('with the caption of its picture as text', async () => {
      const caption = part(await drawRich(), 'caption')!;
      expect(textOf(caption)).to.equal('منارة رأس الريح كما بدت مساء الثلاثاء');
      expect(caption.querySelector('em')).to.equal(null);
    });

    it('with the blocks of its body, their links leading to its own site', async () => {
      const body = part(await drawRich(), 'body')!;
      expect(textOf(body.querySelector('h3'))).to.equal('ليلة على الرصيف');
      expect([...body.querySelectorAll('ul > li')].map(textOf)).to.deep.equal([
        'ارتفاع المدّ: 3.4 متر',
        'سرعة الرياح: 62 كم/س',
      ]);
      expect(textOf(body.querySelector('blockquote p'))).to.equal('رأينا الموج يعلو السور ثم يعود.');
      expect(textOf(body.querySelector('td'))).to.equal('1998');
      expect([...body.querySelectorAll('figcaption')].map(textOf)).to.deep.equal([
        'المرفأ القديم صباح الأربعاء',
        'صور من الأرشيف',
        'أعلى ما سُجّل',
      ]);
      expect([...body.querySelectorAll('a')].map((link) => link.href)).to.deep.equal([
        `${site.origin}/about/station/`,
        // Of its map, which is a frame.
        'https://maps.example/embed',
      ]);
    });

    it('with its short link, which redirects to its page', async () => {
      const { id, link } = site.posts.rich;
      const shortLink = part<HTMLAnchorElement>(await drawRich(), 'short-link')!.href;
      expect(shortLink).to.equal(`${site.origin}/?p=${id}`);
      expect(await redirectOf(shortLink)).to.deep.equal({ status: 301, location: link });
    });

    it('with a link to its page', async () => {
      const original = part<HTMLAnchorElement>(await drawRich(), 'original')!;
      expect(original.href).to.equal(site.posts.rich.link);
    });
  });

  describe('is clean', () => {
    it('of the scripts and frames that its author could put in', async () => {
      const card = await drawRich();
      expect(card.shadowRoot!.querySelectorAll('script, iframe, [part~="body"] style')).to.have.length(0);
      const handlers = [...card.shadowRoot!.querySelectorAll('[part~="body"], [part~="body"] *')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      );
      expect(handlers).to.deep.equal([]);
      expect(document.documentElement.dataset.stolen).to.equal(undefined);
      expect(allText(card)).not.to.include('dataset');
    });

    it('of the hidden link in its body', async () => {
      const card = await drawRich();
      expect(allText(card)).not.to.match(/secret/i);
      expect(card.shadowRoot!.querySelector('[href*="secret"]')).to.equal(null);
    });

    it('of the hidden words in an excerpt that WordPress made', async () => {
      const { excerpt } = (await (await fetch(api(site.posts.trap.id))).json()) as { excerpt: { rendered: string } };
      expect(excerpt.rendered, 'the trap is set').to.include('Secret Link');
      const card = await drawWithBody(src(api(site.posts.trap.id)));
      expect(allText(card)).to.include('عادت العبّارة إلى العمل صباح اليوم.');
      expect(allText(card)).not.to.match(/secret/i);
    });
  });

  describe('is completed after it is drawn', () => {
    for (const width of [320, 480, 800]) {
      it(`by the name of its site, which moves nothing on a page of ${width} pixels`, async () => {
        const { card } = await freshCard(api(site.posts.rich.id), width);
        const top = () => part(card, 'headline')!.getBoundingClientRect().top;
        const before = top();
        expect(textOf(part(card, 'publisher'))).not.to.include(SITE_NAME);
        await waitUntil(() => textOf(part(card, 'publisher'))!.includes(SITE_NAME), 'the name comes');
        expect(top()).to.equal(before);
        await isLoaded(part(card, 'publisher')!.querySelector('img')!);
        expect(top()).to.equal(before);
      });
    }

    it('by four other stories of its categories', async () => {
      const { card } = await freshCard(api(site.posts.rich.id));
      expect(part(card, 'related')).to.equal(null);
      await waitUntil(() => part(card, 'related'), 'the stories come');
      const links = parts<HTMLAnchorElement>(card, 'related-link');
      expect(links).to.have.length(4);
      expect(links.map((link) => link.href)).not.to.include(site.posts.rich.link);
      const titles = links.map((link) => textOf(link.querySelector('.title')));
      expect(titles).to.include('ترميم برج المراقبة & فتحه للزوار');
    });

    it('by their dates in Muscat, also of a story that is of the day before in UTC', async () => {
      const card = await draw(src(api(site.posts.rich.id)));
      await waitUntil(() => part(card, 'related'), 'the stories come');
      const story = parts(card, 'related-link').find((link) => textOf(link)!.includes('صيادو الرأس'));
      expect(textOf(story!.querySelector('time'))).to.equal('السبت، 8 نوفمبر 2025');
    });

    it('by their pictures, in a size for where they stand', async () => {
      const card = await draw(src(api(site.posts.rich.id)));
      await waitUntil(() => part(card, 'related'), 'the stories come');
      const pictures = [...part(card, 'related')!.querySelectorAll('img')];
      expect(pictures).not.to.have.length(0);
      for (const picture of pictures) {
        // Lazy ones wait until they are near.
        picture.scrollIntoView();
        await isLoaded(picture);
        expect(picture.naturalWidth).to.equal(300);
      }
    });

    it('by no more than three requests to its site', async () => {
      const { card, asked } = await freshCard(api(site.posts.rich.id));
      await waitUntil(() => part(card, 'related') && textOf(part(card, 'publisher'))!.includes(SITE_NAME));
      await allIsAsked();
      expect(asked).to.have.length(3);
    });
  });

  describe('is found', () => {
    it('by its slug, in a list of one', async () => {
      const slug = encodeURIComponent(site.posts.rich.slug);
      const card = await draw(src(`${site.origin}/wp-json/wp/v2/posts?slug=${slug}&_embed`));
      expect(textOf(part(card, 'headline'))).to.equal(HEADLINE);
    });

    it('where the API is asked by rest_route', async () => {
      const { id } = site.posts.rich;
      const card = await draw(src(`${site.origin}/?rest_route=/wp/v2/posts/${id}&_embed=1`));
      expect(textOf(part(card, 'headline'))).to.equal(HEADLINE);
      expect(part<HTMLAnchorElement>(card, 'short-link')!.href).to.equal(`${site.origin}/?p=${id}`);
      await waitUntil(() => part(card, 'related') && textOf(part(card, 'publisher'))!.includes(SITE_NAME));
    });

    it('by the address of its page, which is asked once and then the API', async () => {
      const { card, asked } = await freshCard(site.posts.rich.link);
      expect(textOf(part(card, 'headline'))).to.equal(HEADLINE);
      expect(part<HTMLAnchorElement>(card, 'short-link')!.href).to.equal(`${site.origin}/?p=${site.posts.rich.id}`);
      await allIsAsked();
      expect(asked[0]).to.equal(site.posts.rich.link);
      expect(asked[1]).to.include(`${site.origin}/wp-json/wp/v2/posts?slug=`);
      expect(asked.filter((address) => address === site.posts.rich.link)).to.have.length(1);
      expect(asked.length).to.be.at.most(3);
    });

    it('by its short link', async () => {
      const card = await draw(src(`${site.origin}/?p=${site.posts.rich.id}`));
      expect(textOf(part(card, 'headline'))).to.equal(HEADLINE);
    });

    it('by the address of its page on a site in a folder', async () => {
      const { home, posts } = site.folder;
      const { card, asked } = await freshCard(posts.rich.link);
      expect(textOf(part(card, 'headline'))).to.equal(HEADLINE);
      const shortLink = part<HTMLAnchorElement>(card, 'short-link')!.href;
      expect(shortLink).to.equal(`${home}/?p=${posts.rich.id}`);
      expect(await redirectOf(shortLink)).to.deep.equal({ status: 301, location: posts.rich.link });
      await allIsAsked();
      expect(asked.length).to.be.at.most(3);
    });

    it('in a folder, and completed from there', async () => {
      const card = await draw(src(api(site.folder.posts.rich.id, site.folder.home)));
      await waitUntil(() => part(card, 'related') && textOf(part(card, 'publisher'))!.includes(SITE_NAME));
      for (const link of parts<HTMLAnchorElement>(card, 'related-link'))
        expect(link.href.startsWith(`${site.folder.home}/`), link.href).to.equal(true);
    });
  });

  describe('cannot be had', () => {
    it('where a password protects it; its page is offered all the same', async () => {
      const card = await mount(src(api(site.posts.protected.id)));
      const { error } = await heard(card, 'khabar-error');
      await card.updateComplete;
      expect(error.code).to.equal('protected');
      expect(part<HTMLAnchorElement>(card, 'original')!.href).to.equal(site.posts.protected.link);
    });

    it('while it is a draft', async () => {
      const { code, status } = await errorOf(api(site.posts.draft.id));
      expect({ code, status }).to.deep.equal({ code: 'protected', status: 401 });
    });

    it('where no post has its number', async () => {
      const { code, status } = await errorOf(api(987_654));
      expect({ code, status }).to.deep.equal({ code: 'http', status: 404 });
    });

    it('where no post has its slug', async () => {
      const { code } = await errorOf(`${site.origin}/wp-json/wp/v2/posts?slug=no-such-story&_embed`);
      expect(code).to.equal('not-an-article');
    });
  });
});
