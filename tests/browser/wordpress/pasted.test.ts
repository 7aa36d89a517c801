import { expect } from 'chai';
import { article } from '../support/articles.js';
import { address, documentOf, jsonAddress, openPage, wordPress, type WordPress } from '../support/servers.js';
import { drawn, script, until } from '../embed/pages.js';

describe('A real WordPress as the host', () => {
  let site: WordPress;
  before(async function () {
    const running = await wordPress();
    if (!running) this.skip();
    else site = running;
  });

  it('draws the card from what is left of a snippet that an author pasted, where its owner added the script', async () => {
    const post = (await (await fetch(`${site.origin}/wp-json/wp/v2/posts/${site.posts.snippet.id}`)).json()) as {
      content: { rendered: string };
    };
    const content = post.content.rendered;
    expect(content).not.to.include('<script');
    // The story that the post names is nobody's.
    const src = (await jsonAddress(article())).replaceAll('&', '&amp;');
    const named = content.replace(/data-src="[^"]*"/, `data-src="${src}"`);
    expect(content).to.match(/data-src="https:\/\/news\.example\/feed\.json\?a=1&(amp;|#038;)?b=2#42"/);
    const page = documentOf(await openPage({ lang: 'ar', dir: 'rtl', body: named + (await script()) }));
    const card = await drawn(page);
    expect([card.view, card.reserve, card.dir]).to.deep.equal(['teaser', '320:500 480:300', 'rtl']);
    expect(card.querySelector('a')!.textContent).to.equal('اقرأ الخبر');
  });

  it('gives a frame the height that it says, by WordPress’s own script', async () => {
    const secret = 'k3Yf0rTh1s';
    const src = `${await address('/framed//frame.html')}#${await jsonAddress(article())}#?secret=${secret}`;
    const frame = `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${src.replaceAll('&', '&amp;')}" data-secret="${secret}" height="10"></iframe>`;
    const page = documentOf(
      await openPage({ body: `${frame}<script src="${site.origin}/wp-includes/js/wp-embed.min.js"></script>` }),
    );
    // It bears no more than 1000 pixels.
    await until(() => Number(page.querySelector('iframe')!.height) > 300);
  });
});
