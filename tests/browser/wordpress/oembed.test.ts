import { expect } from 'chai';
import { address, requestsSeen, wordPress, type WordPress } from '../support/servers.js';
import { openVisit, type Visit } from '../support/visit.js';

// The publisher is tests/server/publisher.mjs.
const HEADLINE = 'عاد الماء إلى "الفلج" & </blockquote><script>alert(1)</script>';

interface Post {
  id: number;
  link: string;
  content: { rendered: string };
}

declare global {
  interface Window {
    /** What the frame has told the page. */
    told?: { state: string; title: string };
  }
}

describe('In a real WordPress, the address of a story', () => {
  let site: WordPress;
  let stories = 0;
  before(async function () {
    const running = await wordPress();
    if (!running) this.skip();
    else site = running;
  });

  /** The page of a story that nobody has asked for. */
  const story = (kind: 'stories' | 'static' = 'stories') =>
    address(`/publisher/${kind}/${Date.now().toString(36)}${(stories += 1)}`);

  async function asAuthor<Answer>(path: string, body?: object): Promise<Answer> {
    const { name, password } = site.author;
    const answer = await fetch(`${site.origin}/wp-json${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Basic ${btoa(`${name}:${password}`)}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<Answer>;
  }

  /** Publishes a post, as the editor does; older than all others, of which tests expect the newest. */
  const publish = (content: string) =>
    asAuthor<Post>('/wp/v2/posts', { title: 'قرأت اليوم', content, status: 'publish', date: '2025-09-01T08:00:00' });

  const pasted = (url: string) => `قرأت هذا الخبر:\n\n${url}\n\nثم كتبت عنه.`;
  /** As the editor of blocks stores it. */
  const block = (url: string) =>
    `<!-- wp:embed {"url":"${url}","type":"rich"} -->\n<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">\n${url}\n</div></figure>\n<!-- /wp:embed -->`;

  const contentOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  async function visitTo({ link }: Post): Promise<Visit> {
    const visit = await openVisit();
    await visit.goto(link);
    return visit;
  }

  /** Has the frame say what it shows. */
  const askFrame = () => {
    if (window.told === undefined) {
      addEventListener('message', ({ data }: MessageEvent<{ khabar?: { state: string; title: string } }>) => {
        if (data.khabar) window.told = data.khabar;
      });
    }
    document
      .querySelector<HTMLIFrameElement>('iframe.wp-embedded-content')
      ?.contentWindow?.postMessage({ khabar: 'ask' }, '*');
    return window.told?.state === 'ready';
  };

  it('is pasted by somebody whose own frames are taken out', async () => {
    const { content } = await publish(
      '<p>قبل</p><iframe src="https://news.example/"></iframe><script>alert(1)</script>',
    );
    expect(contentOf(content.rendered).querySelector('iframe, script')).to.equal(null);
  });

  for (const [what, written] of Object.entries({ 'on a line of its own': pasted, 'in a block': block })) {
    it(`${what} becomes the card, in the page that WordPress serves`, async () => {
      const url = await story();
      const visit = await visitTo(await publish(written(url)));
      await visit.until(askFrame);
      expect(await visit.evaluate(() => window.told!.title)).to.equal(HEADLINE);
    });
  }

  it('is looked up by the <link> of its page, for a frame of the publisher', async () => {
    const url = await story();
    const { content } = await publish(pasted(url));
    const frame = contentOf(content.rendered).querySelector('iframe')!;
    const id = url.split('/').pop()!;
    const json = url.replace(/stories\/.*/, `articles/${id}.json`);
    expect(frame.src.replace(/#\?secret=.*/, '')).to.equal(
      `${await address('/framed//frame.html')}?view=teaser#${json}`,
    );
    const asked = (await requestsSeen('/publisher/oembed')).filter(({ query }) => query.includes(id));
    expect(asked).to.have.length(1);
    expect(Object.fromEntries(new URLSearchParams(asked[0]!.query))).to.include({ url, format: 'json' });
  });

  it('of a static site becomes the card too', async () => {
    const visit = await visitTo(await publish(pasted(await story('static'))));
    await visit.until(askFrame);
  });

  it('has words that stay where the frame is not shown, and lead to the story', async () => {
    const url = await story();
    const quotation = contentOf((await publish(pasted(url))).content.rendered).querySelector('blockquote')!;
    expect(quotation.textContent).to.equal(`${HEADLINE} الواحة · ${new URL(url).host}`);
    expect(quotation.querySelector('a')!.href).to.equal(url);
    expect(quotation.hidden).to.equal(false);
  });

  it('has a title for those who hear the page', async () => {
    const { content } = await publish(pasted(await story()));
    expect(contentOf(content.rendered).querySelector('iframe')!.title).to.equal(HEADLINE);
  });

  it('has the words hidden and the height of its card, once that is there', async () => {
    const visit = await visitTo(await publish(pasted(await story())));
    await visit.until(
      () => getComputedStyle(document.querySelector('blockquote.wp-embedded-content')!).display === 'none',
    );
    await visit.until(askFrame);
    const { height, width, room } = await visit.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.wp-embedded-content')!;
      const { width } = frame.getBoundingClientRect();
      return { height: frame.height, width, room: frame.parentElement!.getBoundingClientRect().width };
    });
    expect(Number(height)).to.be.within(200, 1000);
    expect(Math.abs(width - room)).to.be.lessThan(6);
  });

  it('is shown to its author while it is pasted', async () => {
    const url = await story();
    const { html } = await asAuthor<{ html: string }>(`/oembed/1.0/proxy?url=${encodeURIComponent(url)}`);
    expect(contentOf(html).querySelector('iframe')!.src).to.include('/frame.html?view=teaser#');
  });
});
