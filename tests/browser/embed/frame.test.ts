import { expect } from 'chai';
import type { KhabarCard } from '../../../src/index.js';
import type { FrameMessage } from '../../../src/embedding/frame/frame-message.js';
import { article } from '../support/articles.js';
import { engine } from '../support/commands.js';
import {
  address,
  documentOf,
  forgetRequests,
  jsonAddress,
  openPage,
  requestsSeen,
  secondOrigin,
} from '../support/servers.js';
import { attributes, moment, quotation, script, scriptWithFrame, snippet, until } from './pages.js';

/** The address of a frame that draws articles of the second origin; it is on the second origin itself unless told. */
async function frameAddress(src: string, query = '', origins = '', origin?: string): Promise<string> {
  const page = await address(`/framed/${encodeURIComponent(origins)}/frame.html`, {}, origin);
  return `${page}${query}#${src}`;
}

const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

interface Frame {
  readonly element: HTMLIFrameElement;
  readonly page: Document;
  /** What it has said, in order. */
  readonly messages: FrameMessage[];
  readonly others: { message: string; value: unknown; secret: string }[];
}

/** A frame on a page that has no embed.js, and only listens. */
async function openFrame(src: string, { sandbox = SANDBOX, style = '', height = 600 } = {}): Promise<Frame> {
  const page = documentOf(await openPage({ body: '<main></main>', height }));
  const messages: FrameMessage[] = [];
  const others: Frame['others'] = [];
  const element = page.createElement('iframe');
  page.defaultView!.addEventListener('message', ({ source, data }: MessageEvent<Record<string, never>>) => {
    if (source !== element.contentWindow) return;
    if (data['khabar']) messages.push(data['khabar']);
    else others.push(data as never);
  });
  element.setAttribute('sandbox', sandbox);
  element.style.cssText = `border: 0; width: 400px; height: 300px; ${style}`;
  element.src = src;
  page.body.append(element);
  return { element, page, messages, others };
}

const last = ({ messages }: Frame) => messages.at(-1);
const outcome = (frame: Frame, state: FrameMessage['state'] = 'ready') =>
  until(() => (last(frame)?.state === state ? last(frame)! : undefined));

/** The card within a frame of this origin that is not sandboxed, where a test can look. */
async function within(frame: Frame): Promise<KhabarCard> {
  return until(() => frame.element.contentDocument?.querySelector<KhabarCard>('khabar-card'));
}

const OPEN = { sandbox: `${SANDBOX} allow-same-origin` };

describe('The frame', () => {
  it('draws an article of its own host, sandboxed, and says how high it is and what it is about', async () => {
    const frame = await openFrame(await frameAddress(await jsonAddress(article())));
    const { height, title } = await outcome(frame);
    expect(title).to.include('افتتاح أول متحف');
    expect(height).to.be.greaterThan(300);
  });

  it('draws an article of a host that it lists', async () => {
    const origins = await secondOrigin();
    const frame = await openFrame(await frameAddress(await jsonAddress(article()), '', origins, location.origin));
    await outcome(frame);
  });

  it('draws nothing from any other host, and does not ask it', async () => {
    await forgetRequests();
    const src = await jsonAddress(article());
    const frame = await openFrame(await frameAddress(src, '', 'https://news.example', location.origin), OPEN);
    const card = await within(frame);
    await until(() => card.shadowRoot?.querySelector('[role="alert"]'));
    expect(card.shadowRoot!.querySelector('[part="headline"]')).to.equal(null);
    expect((await requestsSeen('/json')).length).to.equal(0);
    expect(last(frame)!.state).to.equal('failed');
  });

  for (const [what, disguise] of Object.entries({
    'its own host as the name of a user': (src: string) => src.replace('://', `://${location.host}@`),
    'its own host in the path': (src: string) => src.replace('/json', `/${location.host}/../json`),
    backslashes: (src: string) => src.replace('://', ':\\\\'),
    'an address without its scheme': (src: string) => src.replace('http:', ''),
    encoding: (src: string) => encodeURIComponent(src),
    'an address of other code': () => 'data:application/json,{"title":"a"}',
    'a blob': (src: string) => `blob:${src}`,
    'a javascript address': () => 'javascript:alert(1)',
  })) {
    it(`is not deceived by ${what}`, async () => {
      const src = disguise(await jsonAddress(article()));
      const frame = await openFrame(await frameAddress(src, '', '', location.origin), OPEN);
      const card = await within(frame);
      await until(() => card.shadowRoot?.querySelector('[role="alert"]'));
      expect(card.shadowRoot!.querySelector('[part="headline"]')).to.equal(null);
    });
  }

  it('draws nothing where its own host redirects to another', async () => {
    const elsewhere = new URL(await jsonAddress(article()));
    const src = await address('/redirect', { to: elsewhere.href }, location.origin);
    const frame = await openFrame(await frameAddress(src, '', '', location.origin), OPEN);
    await outcome(frame, 'failed');
    expect((await within(frame)).shadowRoot!.querySelector('[part="headline"]')).to.equal(null);
  });

  it('draws no article that the query names, and no other way to say what it draws', async () => {
    const src = encodeURIComponent(await jsonAddress(article()));
    const frame = await openFrame(await frameAddress('', `?src=${src}&article=${src}`));
    await outcome(frame, 'failed');
  });

  it('reads the address also where it is encoded', async () => {
    const frame = await openFrame(await frameAddress(encodeURIComponent(await jsonAddress(article()))));
    await outcome(frame);
  });

  it('reads which item of a feed is asked for', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'صحيفة',
      items: [
        { id: '1', title: 'أ' },
        { id: '2', title: 'ب' },
      ],
    };
    const frame = await openFrame(await frameAddress(`${await jsonAddress(feed)}#2`));
    expect((await outcome(frame)).title).to.equal('ب');
  });

  it('takes the attributes of the card from its query, and the language of the page around it', async () => {
    const query = '?view=teaser&theme=dark&heading-level=3&page-lang=he&loading=lazy';
    const src = await jsonAddress(article(), {});
    const frame = await openFrame(await frameAddress(src, query, await secondOrigin(), location.origin), OPEN);
    await outcome(frame);
    const card = await within(frame);
    expect([card.view, card.theme, card.headingLevel, card.loading]).to.deep.equal(['teaser', 'dark', 3, 'eager']);
    expect(frame.element.contentDocument!.documentElement.lang).to.equal('he');
  });

  it('takes its theme from the page around it, and from no other window', async () => {
    const src = await jsonAddress(article(), {});
    const frame = await openFrame(await frameAddress(src, '', await secondOrigin(), location.origin), OPEN);
    await outcome(frame);
    const card = await within(frame);
    const scheme = () => frame.element.contentDocument!.documentElement.style.colorScheme;
    // The source of a message is the window whose function sends it.
    const { Function } = frame.page.defaultView as unknown as { Function: FunctionConstructor };
    const tell = new Function('frame', 'theme', `frame.postMessage({ khabar: { theme } }, '*')`);
    const themes: string[] = [];
    for (const theme of ['dark', 'light', 'sepia']) {
      tell(frame.element.contentWindow, theme);
      await moment();
      themes.push(`${card.theme} ${scheme()}`);
    }
    frame.element.contentWindow!.postMessage({ khabar: { theme: 'dark' } }, '*');
    await moment();
    expect([...themes, card.theme]).to.deep.equal(['dark dark', 'light light', 'light light', 'light']);
    tell(frame.element.contentWindow, 'auto');
    await until(() => card.theme === 'auto' && scheme() === '');
  });

  it('asks the reader first where its query says so, and tells its height', async () => {
    const src = await jsonAddress(article(), {});
    const query = '?loading=click&page-lang=ar';
    const frame = await openFrame(await frameAddress(src, query, await secondOrigin(), location.origin), OPEN);
    const card = await within(frame);
    const button = await until(() => card.shadowRoot?.querySelector<HTMLElement>('[part=load]'));
    await until(() => last(frame)?.state === 'asking' && last(frame)!.height > 80);
    button.click();
    expect((await outcome(frame)).title).to.equal(article()['title']);
  });

  it('bears the headline as the title of its document', async () => {
    const src = await jsonAddress(article());
    const frame = await openFrame(await frameAddress(src, '', await secondOrigin(), location.origin), OPEN);
    await outcome(frame);
    expect(frame.element.contentDocument!.title).to.equal(last(frame)!.title);
  });

  it('says its height anew when the reader opens the body', async () => {
    const src = await jsonAddress(article());
    const frame = await openFrame(await frameAddress(src, '', await secondOrigin(), location.origin), OPEN);
    const { height } = await outcome(frame);
    const card = await within(frame);
    await until(() => card.shadowRoot!.querySelector('[part="body"] p'));
    card.shadowRoot!.querySelector<HTMLElement>('[part="more"]')!.click();
    await until(() => last(frame)!.height > height + 50);
    expect(last(frame)!.height).to.be.closeTo(card.getBoundingClientRect().height, 1);
  });

  it('far out of view draws all the same, and says its height', async () => {
    const frame = await openFrame(await frameAddress(await jsonAddress(article())), {
      style: 'position: absolute; inset-block-start: 20000px;',
    });
    expect((await outcome(frame)).height).to.be.greaterThan(300);
  });

  it('tells a page that begins to listen too late', async () => {
    const frame = await openFrame(await frameAddress(await jsonAddress(article())));
    await outcome(frame);
    frame.messages.length = 0;
    const asking = frame.page.createElement('script');
    asking.text = "frames[0].postMessage({ khabar: 'ask' }, '*')";
    frame.page.body.append(asking);
    await until(() => frame.messages.length > 0);
  });

  it('has a policy that allows its own script and pictures, and no more', async () => {
    const text = await (await fetch(await address('/dist/frame.html'))).text();
    const policy = new DOMParser()
      .parseFromString(text, 'text/html')
      .querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')!.content;
    for (const rule of [
      "default-src 'none'",
      "script-src 'self' 'nonce-khabar'",
      "connect-src 'self' https:",
      "img-src 'self' https:",
      "media-src 'self' https:",
    ])
      expect(policy.split('; ')).to.include(rule);
    expect(policy).not.to.match(/unsafe/);
  });
});

describe('The frame on a page of WordPress', () => {
  const SECRET = 'aBc123XyZ9';

  it('says its height in the words of wp-embed.js', async () => {
    const src = await jsonAddress(article());
    const frame = await openFrame(`${await frameAddress(src)}#?secret=${SECRET}`, { sandbox: 'allow-scripts' });
    await outcome(frame);
    const said = frame.others.at(-1)!;
    expect([said.message, said.secret]).to.deep.equal(['height', SECRET]);
    expect(said.value).to.equal(Math.ceil(last(frame)!.height));
  });

  it('lets the reader copy the short link, also one of its own host', async () => {
    const src = await jsonAddress(article({}, { short_url: `${location.origin}/s` }));
    const own = await frameAddress(src, '', await secondOrigin(), location.origin);
    const frame = await openFrame(`${own}#?secret=${SECRET}`, OPEN);
    await outcome(frame);
    (await within(frame)).shadowRoot!.querySelector<HTMLElement>('[part="copy"]')!.click();
    await moment();
    expect(frame.others.filter(({ message }) => message === 'link')).to.deep.equal([]);
  });

  it('learns the secret that is appended after it has loaded, and is not drawn anew', async () => {
    await forgetRequests();
    const frame = await openFrame(await frameAddress(await jsonAddress(article())), { sandbox: 'allow-scripts' });
    await outcome(frame);
    frame.element.src += `#?secret=${SECRET}`;
    await until(() => frame.others.at(-1)?.secret === SECRET);
    expect((await requestsSeen('/json')).length).to.equal(1);
  });

  it('passes links to its own host to the page around it, and no others', async () => {
    const url = `${location.origin}/story`;
    const src = await jsonAddress(article({ url }));
    const own = await frameAddress(src, '', await secondOrigin(), location.origin);
    const frame = await openFrame(`${own}#?secret=${SECRET}`, OPEN);
    await outcome(frame);
    const root = (await within(frame)).shadowRoot!;
    for (const link of root.querySelectorAll('a'))
      link.addEventListener('click', (event) => setTimeout(() => event.preventDefault()));
    root.querySelector<HTMLElement>('[part="headline"] a')!.click();
    await until(() => frame.others.at(-1)?.message === 'link');
    expect(frame.others.at(-1)).to.deep.equal({ message: 'link', value: url, secret: SECRET });
  });
});

describe('A snippet with data-frame', () => {
  const framedSnippet = async (more: Record<string, string> = {}) =>
    snippet({ src: await address('/framed//embed.js'), 'data-frame': '', ...more });

  it('puts the card into a sandboxed frame that is as high as the card, and named after the story', async () => {
    const body = await framedSnippet({ 'data-view': 'teaser', 'data-theme': 'dark' });
    const page = documentOf(await openPage({ lang: 'ar', body }));
    const frame = await until(() => page.querySelector<HTMLIFrameElement>('script + iframe.khabar-card'));
    await until(() => frame.title.includes('افتتاح أول متحف'));
    expect(frame.getAttribute('sandbox')).to.equal(SANDBOX);
    expect(frame.allow).to.equal('web-share; clipboard-write');
    expect(frame.loading).to.equal('lazy');
    const url = new URL(frame.src);
    expect([...url.searchParams]).to.deep.equal([
      ['view', 'teaser'],
      ['theme', 'dark'],
      ['page-lang', 'ar'],
    ]);
    expect(frame.clientWidth).to.equal(page.body.clientWidth);
    expect(page.querySelector('khabar-card')).to.equal(null);
  });

  it('takes no other frame than the one beside the script', async () => {
    const page = documentOf(await openPage({ body: await snippet({ 'data-frame': 'https://evil.example/' }) }));
    const frame = await until(() => page.querySelector<HTMLIFrameElement>('iframe.khabar-card'));
    expect(frame.src.split(/[?#]/)[0]).to.equal(await address('/dist/frame.html'));
  });

  it('shows the words of a quotation until the frame has its card', async () => {
    // Late, so that the page is looked at before the frame is ready.
    const src = { 'data-src': await jsonAddress(article(), { delay: 500 }) };
    const body = (await quotation({ 'data-frame': '', ...src })) + (await scriptWithFrame());
    const page = documentOf(await openPage({ body }));
    const frame = await until(() => page.querySelector<HTMLIFrameElement>('iframe.khabar-card'));
    const words = page.querySelector('blockquote')!;
    expect([words.checkVisibility(), frame.clientHeight]).to.deep.equal([true, 0]);
    await until(() => !words.checkVisibility());
    expect(frame.clientHeight).to.be.greaterThan(300);
  });

  it('keeps the words of a quotation where the page allows no frame', async () => {
    const body = (await quotation({ 'data-frame': '' })) + (await scriptWithFrame());
    const page = documentOf(await openPage({ body, csp: "frame-src 'none'" }));
    await until(() => page.querySelector('iframe.khabar-card'));
    await moment();
    expect(page.querySelector('blockquote')!.checkVisibility()).to.equal(true);
  });

  it('keeps the words of a quotation beside the reason where the article cannot be had', async () => {
    const gone = await jsonAddress({}, { status: 410 });
    const body = (await quotation({ 'data-frame': '', 'data-src': gone })) + (await scriptWithFrame());
    const page = documentOf(await openPage({ body }));
    await until(() => page.querySelector('iframe.khabar-card')?.clientHeight);
    expect(page.querySelector('blockquote')!.checkVisibility()).to.equal(true);
  });
});

describe('A quotation with data-frame and data-loading="click"', () => {
  it('stays above the frame that asks', async () => {
    const body = (await quotation({ 'data-frame': '', 'data-loading': 'click' })) + (await scriptWithFrame());
    const page = documentOf(await openPage({ body, lang: 'ar' }));
    const frame = await until(() => page.querySelector('iframe'));
    await until(() => frame.clientHeight > 80 && frame.clientHeight < 400);
    expect(page.querySelector('blockquote')!.checkVisibility()).to.equal(true);
    expect(frame.src).to.include('loading=click');
  });
});

describe('A quotation with data-frame that its page changes', () => {
  async function open(more: Record<string, string> = {}) {
    const body = (await quotation({ 'data-frame': '', ...more })) + (await scriptWithFrame());
    const page = documentOf(await openPage({ body }));
    const frame = await until(() => page.querySelector<HTMLIFrameElement>('iframe.khabar-card'));
    const words = page.querySelector('blockquote')!;
    return { page, frame, words };
  }

  it('keeps its frame where only a class changes', async () => {
    const { page, frame, words } = await open({ 'data-src': await jsonAddress(article(), { delay: 300 }) });
    words.classList.add('in-view');
    await until(() => !words.checkVisibility());
    expect(page.querySelector('iframe.khabar-card')).to.equal(frame);
  });

  it('has another story in its frame, with no step of the Back button for it', async () => {
    const { page, words } = await open();
    await until(() => !words.checkVisibility());
    const { length } = page.defaultView!.history;
    words.setAttribute('data-src', await jsonAddress(article({ title: 'خبر آخر' })));
    await until(() => page.querySelector<HTMLIFrameElement>('iframe.khabar-card')?.title === 'خبر آخر');
    await until(() => !words.checkVisibility());
    expect([page.defaultView!.history.length, page.querySelectorAll('iframe').length]).to.deep.equal([length, 1]);
  });

  it('has its words back where the next story cannot be had', async () => {
    const { page, words } = await open();
    await until(() => !words.checkVisibility());
    words.setAttribute('data-src', await jsonAddress({}, { status: 410 }));
    await until(() => words.checkVisibility() && page.querySelector('iframe.khabar-card')!.clientHeight > 0);
    expect(page.querySelector('iframe')!.title).to.equal('عنوان قديم اقرأ الخبر');
  });

  it('hides its frame with itself', async () => {
    const { frame, words } = await open();
    await until(() => !words.checkVisibility());
    words.style.display = 'none';
    await until(() => !frame.checkVisibility());
    words.style.display = '';
    await until(() => frame.checkVisibility());
    expect(words.checkVisibility()).to.equal(false);
  });
});

describe('A frame that somebody wrote by hand', () => {
  /** A page of another origin's that says whatever it is told to say. */
  async function talking(words: string): Promise<string> {
    return `<iframe class="khabar-card"${attributes({ srcdoc: `<script>${words}</script>`, sandbox: 'allow-scripts' })} style="block-size: 300px; border: 0"></iframe>`;
  }
  const say = (message: string) => `parent.postMessage({ khabar: ${message} }, '*');`;

  async function pageWith(words: string) {
    const page = documentOf(await openPage({ body: (await talking(words)) + (await script()) }));
    return { page, frame: page.querySelector('iframe')! };
  }
  /** Says it before the page may listen, and again when it does. */
  const answering = (message: string) => `${say(message)} addEventListener('message', () => { ${say(message)} });`;

  /** Each height that the page gives its frame from now on, in CSS pixels. */
  function heightsOf(page: Document, frame: HTMLIFrameElement): number[] {
    const heights: number[] = [];
    let last = frame.style.blockSize;
    new page.defaultView!.MutationObserver(() => {
      const { blockSize } = frame.style;
      if (blockSize !== last) heights.push(Number.parseFloat((last = blockSize)));
    }).observe(frame, { attributes: true, attributeFilter: ['style'] });
    return heights;
  }

  it('gets its height and its name on a page that has the script', async () => {
    const src = await frameAddress(await jsonAddress(article()));
    const body = `<iframe${attributes({ class: 'khabar-card', src, sandbox: SANDBOX })}></iframe>${await script()}`;
    const page = documentOf(await openPage({ body }));
    const frame = page.querySelector('iframe')!;
    await until(() => frame.title.includes('افتتاح'));
    expect(frame.clientHeight).to.be.greaterThan(300);
  });

  it('gets no more than a page can bear, and no less than can be read', async () => {
    const { frame } = await pageWith(answering("{ state: 'ready', height: 1e9 }"));
    await until(() => frame.clientHeight === 30_000);
    const low = await pageWith(answering("{ state: 'ready', height: -5 }"));
    await until(() => low.frame.clientHeight === 80);
  });

  it('has what its title leaves open closed, so that it reorders nothing that is read out after it', async () => {
    const { frame } = await pageWith(answering("{ state: 'ready', height: 400, title: '\\u202Eعنوان' }"));
    await until(() => frame.title);
    expect(frame.title).to.equal('\u202Eعنوان\u202C');
  });

  it('is not believed what is no height', async () => {
    const { frame } = await pageWith(
      `addEventListener('message', () => { ${say("{ state: 'ready', height: '900' }")} ${say("{ state: 'ready', height: NaN }")} ${say('null')} ${say("{ state: 'odd', height: 900 }")} });`,
    );
    await moment();
    expect(frame.clientHeight).to.equal(300);
  });

  it('is not obeyed for another frame', async () => {
    const other = `<iframe id="other"${attributes({ srcdoc: `<script>setInterval(() => { ${say("{ state: 'ready', height: 900, title: 'x' }")} }, 20)</script>` })}></iframe>`;
    const page = documentOf(await openPage({ body: other + (await talking('')) + (await script()) }));
    await until(() => (page.defaultView as Partial<Window>).khabar?.scan);
    await moment();
    expect([...page.querySelectorAll('iframe')].map(({ title }) => title)).to.deep.equal(['', '']);
    expect(page.querySelector('iframe.khabar-card')!.clientHeight).to.equal(300);
  });

  it('keeps the height that its page gave it until it has something to show', async () => {
    const { frame } = await pageWith(answering("{ state: 'loading', height: 900 }"));
    await moment();
    expect(frame.clientHeight).to.equal(300);
  });

  it('has the whole height within what the page’s styles put around it', async () => {
    const head = '<style>* { box-sizing: border-box } iframe { padding: 5px }</style>';
    const body = (await talking(answering("{ state: 'ready', height: 400 }"))) + (await script());
    const frame = documentOf(await openPage({ head, body })).querySelector('iframe')!;
    await until(() => frame.clientHeight === 410);
  });

  it('that becomes lower in many steps is as low as the last in the end', async () => {
    const { frame } = await pageWith(
      // The page asks once it listens.
      `addEventListener('message', () => { let height = 2000; const timer = setInterval(() => { height -= 40; parent.postMessage({ khabar: { state: 'ready', height } }, '*'); if (height <= 400) clearInterval(timer); }, 5); }, { once: true });`,
    );
    await until(() => frame.clientHeight === 400);
  });

  it('that changes its height for ever shrinks at most once a second', async () => {
    const { page, frame } = await pageWith(
      `let high = false; setInterval(() => { high = !high; parent.postMessage({ khabar: { state: 'ready', height: high ? 500 : 400 } }, '*'); }, 5);`,
    );
    await until(() => frame.clientHeight >= 400);
    const heights = heightsOf(page, frame);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // Some hundreds were asked for.
    expect(heights.filter((height) => height === 400).length).to.be.at.most(2);
    expect(heights.length).to.be.below(6);
  });

  it('whose page has a scroll bar only while it is high ends with the greater height', async () => {
    // As wide as its page leaves it room, and lower where it is narrower.
    const own = `const tell = () => ${say("{ state: 'ready', height: innerWidth < 300 ? 400 : 500 }")}
      new ResizeObserver(tell).observe(document.documentElement);
      addEventListener('message', tell);`;
    const scrollBar = `<script>{
      const frame = document.querySelector('iframe');
      window.heights = [];
      new ResizeObserver(() => (frame.style.width = frame.clientHeight > 450 ? '285px' : '300px')).observe(frame);
      new MutationObserver(() => {
        const height = Number.parseFloat(frame.style.blockSize);
        if (height !== heights.at(-1)) heights.push(height);
      }).observe(frame, { attributes: true });
    }</script>`;
    const page = documentOf(await openPage({ body: (await talking(own)) + scrollBar + (await script()) }));
    const { heights } = page.defaultView as unknown as { heights: number[] };
    await until(() => heights.includes(400) && heights.at(-1) === 500);
    const { length } = heights;
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(heights.slice(length)).to.deep.equal([]);
  });

  it('becomes lower at once where it was not lowered within the last second', async () => {
    const { page, frame } = await pageWith(
      `let height = 900; ${say("{ state: 'ready', height }")} addEventListener('message', () => { ${say("{ state: 'ready', height }")} setTimeout(() => { height = 400; ${say("{ state: 'ready', height }")} }, 100); });`,
    );
    await until(() => frame.clientHeight === 900);
    const start = page.defaultView!.performance.now();
    await until(() => frame.clientHeight === 400);
    expect(page.defaultView!.performance.now() - start).to.be.below(800);
  });
});

if (engine === 'chromium')
  describe('The frame in Chromium', () => {
    it('is loaded when the reader comes near, as the page says', async () => {
      await forgetRequests();
      const src = await address('/framed/x/embed.js');
      const body = `<div style="height: 20000px"></div>${await snippet({ src, 'data-frame': '' })}`;
      const page = documentOf(await openPage({ body }));
      await until(() => page.querySelector('iframe.khabar-card'));
      await moment();
      expect((await requestsSeen('/framed/x/frame.html')).length).to.equal(0);
      page.querySelector('iframe')!.scrollIntoView();
      await until(() => page.querySelector('iframe')!.title.includes('افتتاح'));
    });
  });
