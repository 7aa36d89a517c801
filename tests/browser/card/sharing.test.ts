import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw, part, parts, replace, textOf, type KhabarCard, heard } from '../support/card.js';
import { click, engine } from '../support/commands.js';

const SHORT = 'https://qfl.example/4207';
const HEADLINE = 'افتتاح أول متحف للأفلاج في ولاية إزكي';

/** Answers what the card wrote. */
function clipboard(refuses = false): string[] {
  const written: string[] = [];
  replace(navigator, 'clipboard', {
    writeText: (text: string) =>
      refuses ? Promise.reject(new DOMException('', 'NotAllowedError')) : void written.push(text),
  });
  return written;
}

function status(card: KhabarCard): HTMLElement {
  return card.shadowRoot!.querySelector<HTMLElement>('[role="status"]')!;
}

/** All that the status says from now on. */
function announcements(card: KhabarCard): string[] {
  const said: string[] = [];
  new MutationObserver(() => said.push(status(card).textContent.trim())).observe(status(card), {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return said;
}

/** What a reader who now presses Ctrl+C takes along. */
function selected(card: KhabarCard): string {
  const field = card.shadowRoot!.activeElement;
  if (!(field instanceof HTMLInputElement)) return '';
  return field.value.slice(field.selectionStart!, field.selectionEnd!);
}

/** Stops the test page from being left. */
function stay(event: Event): void {
  event.preventDefault();
}

describe('A short link that is longer than its room', () => {
  const long = 'https://qfl.example/2026/03/nizwa-falaj-museum/4207';
  const drawLong = (width: number, attributes = {}) =>
    draw({ article: article({}, { short_url: long }), width, attributes });

  for (const width of [240, 320, 480])
    it(`loses its middle, never its last part, at ${width} pixels`, async () => {
      const link = part(await drawLong(width), 'short-link')!;
      const [address, start] = [link.querySelector('bdi')!, link.querySelector('span')!];
      const { width: room } = getComputedStyle(address, '::after');
      expect(start.scrollWidth).to.be.above(start.clientWidth);
      expect([address.dataset['last'], Number.parseFloat(room) > 20]).to.deep.equal(['/4207', true]);
      expect(start.getBoundingClientRect().right + Number.parseFloat(room)).to.be.at.most(
        link.getBoundingClientRect().right,
      );
    });

  it('is read, and copied with the page’s text, in one piece', async () => {
    const link = part(await drawLong(320), 'short-link')!;
    // As rendered: between boxes there would be a line end.
    expect(link.innerText.trim()).to.equal('qfl.example/2026/03/nizwa-falaj-museum/4207');
    expect(link.getAttribute('aria-label')).to.equal(
      'رابط مختصر: qfl.example/2026/03/nizwa-falaj-museum/4207 (يُفتح في نافذة جديدة)',
    );
  });

  it('is whole where it is not longer than that of most papers, on two lines if need be', async () => {
    const link = part(
      await draw({ article: article({}, { short_url: 'https://qfl.example/s/7qk2bx/' }), width: 240 }),
      'short-link',
    )!;
    expect(link.scrollWidth).to.be.at.most(link.clientWidth);
  });

  it('has no second half where it is short', async () => {
    const link = part(await draw({ article: article() }), 'short-link')!;
    expect(link.querySelectorAll('bdi span')).to.have.length(0);
  });
});

describe('The short link', () => {
  it('is shown whole, without its scheme, from left to right', async () => {
    const card = await draw({ article: article() });
    const link = part<HTMLAnchorElement>(card, 'short-link')!;
    expect(link.href).to.equal(SHORT);
    expect(link.querySelector('bdi')!.textContent).to.equal('qfl.example/4207');
    expect(getComputedStyle(link.querySelector('bdi')!).direction).to.equal('ltr');
  });

  it('is made from the template of the page where the article has none', async () => {
    const card = await draw({
      article: article({}, { short_url: undefined }),
      attributes: { 'short-link': 'https://qfl.example/?p={id}' },
    });
    expect(part<HTMLAnchorElement>(card, 'short-link')!.href).to.equal('https://qfl.example/?p=4207');
  });

  it('is copied, which is said beside the button and to screen readers, and reported', async () => {
    const written = clipboard();
    const card = await draw({ article: article() });
    expect(status(card).textContent.trim()).to.equal('');
    setTimeout(() => part(card, 'copy')!.click());
    const event = await heard(card, 'khabar-share');
    await until(() => status(card).textContent.includes('تم نسخ الرابط'));
    expect([event.channel, event.url]).to.deep.equal(['copy', SHORT]);
    expect(written).to.deep.equal([SHORT]);
    expect(status(card).checkVisibility()).to.equal(true);
  });

  it('is said to be copied once, whatever is drawn afterwards', async () => {
    clipboard();
    const card = await draw({ article: article() });
    const said = announcements(card);
    part(card, 'copy')!.click();
    await until(() => said.length > 0);
    card.theme = 'dark';
    card.open = true;
    await card.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(said.filter(Boolean)).to.deep.equal(['تم نسخ الرابط']);
  });

  it('is announced again when it is copied again', async () => {
    clipboard();
    const card = await draw({ article: article() });
    const said = announcements(card);
    for (let times = 0; times < 2; times++) {
      part(card, 'copy')!.click();
      await until(() => status(card).textContent.trim() !== '');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(said).to.deep.equal(['تم نسخ الرابط', '', 'تم نسخ الرابط']);
  });

  it('of another article is not said to be copied', async () => {
    clipboard();
    const card = await draw({ article: article() });
    part(card, 'copy')!.click();
    await until(() => status(card).textContent.trim() !== '');
    card.article = article({ id: '4208' });
    await heard(card, 'khabar-load');
    await card.updateComplete;
    expect(status(card).textContent.trim()).to.equal('');
  });

  it('stands selected, whole, where the clipboard is refused', async () => {
    clipboard(true);
    const card = await draw({ article: article() });
    await click(part(card, 'copy')!);
    await until(() => selected(card) !== '');
    expect(selected(card)).to.equal(SHORT);
    expect(status(card).textContent).to.include('تعذّر نسخ الرابط');
  });

  it('stands selected on a page that has no clipboard at all', async () => {
    replace(navigator, 'clipboard', undefined);
    const card = await draw({ article: article() });
    await click(part(card, 'copy')!);
    await until(() => selected(card) !== '');
    expect(selected(card)).to.equal(SHORT);
  });

  it('is not copied where the page cancels the event', async () => {
    const written = clipboard();
    const card = await draw({ article: article() });
    card.addEventListener('khabar-share', stay);
    part(card, 'copy')!.click();
    await card.updateComplete;
    expect(written).to.deep.equal([]);
  });
});

describe('An article without a short link', () => {
  it('has its own address copied, from among the channels', async () => {
    const written = clipboard();
    const card = await draw({ article: article({}, { short_url: undefined }) });
    expect(part(card, 'share')!.contains(part(card, 'copy'))).to.equal(true);
    part(card, 'copy')!.click();
    await until(() => status(card).textContent.trim() !== '');
    expect(written).to.deep.equal(['https://alqafila.example/2026/03/falaj/?utm=1']);
  });
});

describe('The channels', () => {
  const address = encodeURIComponent(SHORT);
  const title = encodeURIComponent(HEADLINE);
  const message = encodeURIComponent(`${HEADLINE}\n${SHORT}`);
  const expected = {
    whatsapp: `https://wa.me/?text=${message}`,
    x: `https://x.com/intent/post?text=${title}&url=${address}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${address}`,
    telegram: `https://t.me/share/url?url=${address}&text=${title}`,
    // RFC 6068: lines of a mail end in CRLF.
    email: `mailto:?subject=${title}&body=${message.replace('%0A', '%0D%0A')}`,
    linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${address}`,
    bluesky: `https://bsky.app/intent/compose?text=${message}`,
    mastodon: `https://share.joinmastodon.org/#text=${message}`,
    threads: `https://www.threads.com/intent/post?text=${title}&url=${address}`,
    reddit: `https://www.reddit.com/submit?url=${address}&title=${title}`,
  };
  const defaults = ['whatsapp', 'x', 'facebook', 'telegram', 'email'] as const;

  it('are five where the page names none', async () => {
    const card = await draw({ article: article() });
    const links = parts<HTMLAnchorElement>(card, 'share-link').filter(({ localName }) => localName === 'a');
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(defaults.map((name) => expected[name]));
  });

  it('are those that the page names, in its order', async () => {
    const card = await draw({ article: article(), attributes: { share: Object.keys(expected).reverse().join(' ') } });
    const links = parts<HTMLAnchorElement>(card, 'share-link').filter(({ localName }) => localName === 'a');
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(Object.values(expected).reverse());
  });

  it('are left out where no channel is known by that name', async () => {
    const card = await draw({ article: article(), attributes: { share: 'x myspace constructor' } });
    expect(parts(card, 'share-link').filter(({ localName }) => localName === 'a').length).to.equal(1);
  });

  it('leave no empty list where none is known', async () => {
    const card = await draw({ article: article(), attributes: { share: 'myspace' } });
    expect(part(card, 'share')).to.equal(null);
    expect(part(card, 'copy')).not.to.equal(null);
  });

  it('are plain links to a new window that say so in their name', async () => {
    const card = await draw({ article: article() });
    for (const link of parts<HTMLAnchorElement>(card, 'share-link').filter(({ localName }) => localName === 'a')) {
      expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
      expect(textOf(link)).to.match(/^مشاركة .+ \(يُفتح في نافذة جديدة\)$/);
    }
  });

  it('are not there at all where the page says none, nor is copying', async () => {
    const card = await draw({ article: article(), attributes: { share: 'none' } });
    expect(part(card, 'share')).to.equal(null);
    expect(part(card, 'copy')).to.equal(null);
    expect(part(card, 'short-link')).not.to.equal(null);
  });

  it('report the channel and the shared address, and stay closed where the page cancels', async () => {
    const card = await draw({ article: article() });
    const heard: [string, string][] = [];
    card.addEventListener('khabar-share', (event) => {
      heard.push([event.channel, event.url]);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    parts(card, 'share-link')[1]!.dispatchEvent(click);
    expect(heard).to.deep.equal([['x', SHORT]]);
    expect(click.defaultPrevented).to.equal(true);
  });
});

describe('The share sheet of the device', () => {
  const sheet = (card: KhabarCard) => parts(card, 'share-link').find(({ localName }) => localName === 'button');

  it('is offered only where the device can share this', async () => {
    replace(navigator, 'share', () => Promise.resolve());
    replace(navigator, 'canShare', () => false);
    expect(sheet(await draw({ article: article() }))).to.equal(undefined);
    replace(navigator, 'canShare', (data: ShareData) => data.url === SHORT && data.title === HEADLINE);
    expect(textOf(sheet(await draw({ article: article() }))!)).to.equal('خيارات مشاركة أخرى');
  });

  it('gets the headline and the short link', async () => {
    const shared: ShareData[] = [];
    replace(navigator, 'canShare', () => true);
    replace(navigator, 'share', (data: ShareData) => Promise.resolve(void shared.push(data)));
    const card = await draw({ article: article() });
    setTimeout(() => sheet(card)!.click());
    const event = await heard(card, 'khabar-share');
    expect([event.channel, event.url]).to.deep.equal(['device', SHORT]);
    expect(shared).to.deep.equal([{ title: HEADLINE, url: SHORT }]);
  });

  it('that is dismissed is no error', async () => {
    const rejections: unknown[] = [];
    const listen = (event: PromiseRejectionEvent) => rejections.push(event.reason);
    window.addEventListener('unhandledrejection', listen);
    replace(navigator, 'canShare', () => true);
    replace(navigator, 'share', () => Promise.reject(new DOMException('', 'AbortError')));
    const card = await draw({ article: article() });
    sheet(card)!.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    window.removeEventListener('unhandledrejection', listen);
    expect(rejections).to.deep.equal([]);
    expect(status(card).textContent.trim()).to.equal('');
    expect(part(card, 'failure')).to.equal(null);
  });
});

describe('The accounts', () => {
  const networks: [address: string, name: string][] = [
    ['https://x.com/a', 'إكس'],
    ['https://mobile.twitter.com/b', 'إكس'],
    ['https://www.facebook.com/a', 'فيسبوك'],
    ['https://www.instagram.com/a/', 'إنستغرام'],
    ['https://www.youtube.com/@a', 'يوتيوب'],
    ['https://whatsapp.com/channel/0029', 'واتساب'],
    ['https://t.me/a', 'تلغرام'],
    ['https://www.tiktok.com/@a', 'تيك توك'],
    ['https://www.snapchat.com/add/a', 'سناب شات'],
    ['https://www.threads.net/@a', 'ثريدز'],
    ['https://bsky.app/profile/a.example', 'بلوسكاي'],
    ['https://mastodon.social/@a', 'ماستودون'],
    ['https://www.linkedin.com/company/a', 'لينكد إن'],
    ['https://alqafila.example/feed/', 'خلاصة الأخبار (RSS)'],
    ['https://nabd.com/a', 'نبض'],
  ];

  for (const [url, name] of networks) {
    it(`at ${url} are known as ${name}, and marked as it`, async () => {
      const card = await draw({ article: article({}, { follow: [{ url }] }) });
      const link = part<HTMLAnchorElement>(card, 'follow-link')!;
      expect(textOf(link)).to.equal(`تابعنا على ${name} (يُفتح في نافذة جديدة)`);
      expect(link.querySelector('path')!.getAttribute('d')).not.to.equal(await neutralMark());
    });
  }

  async function neutralMark(): Promise<string | null> {
    const card = await draw({ article: article({}, { follow: [{ url: 'https://club.example/alqafila' }] }) });
    return part(card, 'follow-link')!.querySelector('path')!.getAttribute('d');
  }

  it('of a network that is not known go by their host', async () => {
    const card = await draw({ article: article({}, { follow: [{ url: 'https://club.example/alqafila' }] }) });
    expect(textOf(part(card, 'follow-link'))).to.equal('تابعنا على \u2068club.example\u2069 (يُفتح في نافذة جديدة)');
  });

  it('of one network have names of their own', async () => {
    const card = await draw({
      article: article({}, { follow: [{ url: 'https://x.com/alqafila' }, { url: 'https://x.com/alqafila_sport' }] }),
    });
    const names = parts(card, 'follow-link').map(textOf);
    expect(new Set(names).size).to.equal(2);
    expect(names[1]).to.include('alqafila_sport');
  });

  it('of the page are offered only where the article names none', async () => {
    const attributes = { follow: 'https://t.me/page https://x.com/page' };
    const own = await draw({ article: article(), attributes });
    expect(parts<HTMLAnchorElement>(own, 'follow-link')[0]!.href).to.equal('https://x.com/alqafila');
    const none = await draw({ article: article({}, { follow: [] }), attributes });
    expect(parts<HTMLAnchorElement>(none, 'follow-link').map(({ href }) => href)).to.deep.equal(
      attributes.follow.split(' '),
    );
  });

  it('are not there where the page says none', async () => {
    const card = await draw({ article: article(), attributes: { follow: 'none' } });
    expect(part(card, 'follow')).to.equal(null);
  });

  it('report the network and the address, and stay closed where the page cancels', async () => {
    const card = await draw({ article: article() });
    const heard: unknown[] = [];
    card.addEventListener('khabar-follow', (event) => {
      heard.push([event.network, event.url]);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    parts(card, 'follow-link')[1]!.querySelector('svg')!.dispatchEvent(click);
    expect(heard).to.deep.equal([['nabd', 'https://nabd.com/alqafila']]);
    expect(click.defaultPrevented).to.equal(true);
  });
});

describe('Any other link of the card', () => {
  for (const name of ['headline', 'original', 'short-link', 'related-link', 'source', 'byline', 'publisher']) {
    it(`(${name}) opens a new window without a hold on this one, and can be cancelled by the page`, async () => {
      const card = await draw({ article: article() });
      const element = part(card, name)!;
      const link = element.localName === 'a' ? (element as HTMLAnchorElement) : element.querySelector('a')!;
      expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
      const heard: string[] = [];
      card.addEventListener('khabar-navigate', (event) => {
        heard.push(event.url);
        event.preventDefault();
      });
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      link.dispatchEvent(click);
      expect(heard).to.deep.equal([link.href]);
      expect(click.defaultPrevented).to.equal(true);
    });
  }
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 100) throw new Error(`never true in ${engine}: ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
