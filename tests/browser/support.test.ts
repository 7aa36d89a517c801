import { aTimeout, fixture as draw, html } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import {
  accessibilityTree,
  click,
  emulateMedia,
  engine,
  flatten,
  press,
  screenshot,
  setTimeZone,
  setViewport,
  typeText,
} from './support/commands.js';
import {
  address,
  documentOf,
  fixture,
  forgetRequests,
  jsonAddress,
  openPage,
  otherHost,
  requestsSeen,
  secondOrigin,
  SETS,
  skipWithout,
} from './support/servers.js';

describe('The browser that the tests run in', () => {
  it('has its clock in New York', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('America/New_York');
    expect(new Date('2025-01-15T12:00:00Z').getTimezoneOffset()).to.equal(300);
    expect(new Date('2025-07-15T12:00:00Z').getTimezoneOffset()).to.equal(240);
  });

  it('speaks American English', () => {
    expect(navigator.language).to.equal('en-US');
    expect(() => new Intl.DateTimeFormat(navigator.language)).not.to.throw();
  });

  it('runs the tests in a page of their own, not in a frame', () => {
    expect(window.top).to.equal(window);
  });

  it('loads Lit without its development mode', async () => {
    await import('lit');
    const { litIssuedWarnings } = globalThis as { litIssuedWarnings?: Set<string> };
    expect([...(litIssuedWarnings ?? [])].join()).not.to.include('dev mode');
  });

  it('draws Arabic with a font that has its letters', async () => {
    const measure = async (text: string) => {
      const span = await draw<HTMLElement>(html`<span style="font: 100px 'Noto Naskh Arabic'">${text}</span>`);
      return span.getBoundingClientRect().width;
    };
    // Boxes for missing letters would all be equally wide, and would not join.
    expect(await measure('خبر')).not.to.be.closeTo(await measure('ممم'), 1);
  });
});

describe('Keys and clicks', () => {
  it('press Tab, Shift+Tab, Enter and Space as a reader does', async () => {
    const pressed: string[] = [];
    const box = await draw(html`
      <div>
        <button @click=${() => pressed.push('one')}>One</button>
        <button @click=${() => pressed.push('two')}>Two</button>
      </div>
    `);
    const [one, two] = box.querySelectorAll('button');
    one?.focus();
    await press('Tab');
    expect(document.activeElement).to.equal(two);
    await press('Enter');
    await press('Shift+Tab');
    expect(document.activeElement).to.equal(one);
    await press('Space');
    expect(pressed).to.deep.equal(['two', 'one']);
    expect(one?.matches(':focus-visible')).to.be.true;
  });

  it('type text letter by letter, doubled letters and Arabic too', async () => {
    const input = await draw<HTMLInputElement>(html`<input aria-label="Text" />`);
    input.focus();
    await typeText('hello عيد');
    expect(input.value).to.equal('hello عيد');
  });

  it('click for real, outside the first screen too', async () => {
    const events: Event[] = [];
    const box = await draw(html`
      <div style="padding-top: 3000px"><button @click=${(event: Event) => events.push(event)}>Far below</button></div>
    `);
    await click(box.querySelector('button') as Element);
    expect(events.map((event) => event.isTrusted)).to.deep.equal([true]);
  });

  it('click inside a page in an iframe', async () => {
    const frame = await openPage({ body: '<p>Text</p><button>Here</button>' });
    const button = documentOf(frame).querySelector('button') as HTMLButtonElement;
    let trusted: boolean | undefined;
    button.addEventListener('click', (event) => (trusted = event.isTrusted));
    await click(button);
    expect(trusted).to.be.true;
  });
});

describe('What a test opens by accident', () => {
  it('is closed again when it is a tab, so that the page stays in front and keeps its keys', async () => {
    const box = await draw(html`<div><a href="/page?body=x" target="_blank">New tab</a><input /></div>`);
    await click(box.querySelector('a') as Element);
    await aTimeout(1500);
    expect(document.visibilityState).to.equal('visible');
    const input = box.querySelector('input') as HTMLInputElement;
    input.focus();
    await typeText('abc');
    expect(input.value).to.equal('abc');
    expect(input.matches(':focus-visible')).to.be.true;
  });

  it('is dismissed when it is a dialog, in an iframe too', async () => {
    alert('Text');
    expect(confirm('Text')).to.be.false;
    expect(prompt('Text')).to.equal(null);
    await openPage({ body: '<script>alert("Text")</script>' });
  });
});

describe('The viewport', () => {
  it('becomes as narrow as a telephone, except in WebKit, which says so', async () => {
    const before = innerWidth;
    const failure = await setViewport({ width: 320, height: 640 }).catch((error: Error) => error);
    if (engine === 'webkit') {
      expect(String(failure)).to.include('WebKit cannot do "viewport"');
      expect(innerWidth).to.equal(before);
    } else {
      expect(innerWidth).to.equal(320);
    }
  });

  it('has its own size again after a test', () => {
    expect(innerWidth).to.be.greaterThan(700);
  });
});

// Not skipped elsewhere but left out: a skipped test is one that somebody should miss.
if (engine === 'chromium') {
  describe('Emulation', () => {
    it('sets media features and the medium', async () => {
      await emulateMedia({ 'prefers-color-scheme': 'dark', 'forced-colors': 'active' });
      expect(matchMedia('(prefers-color-scheme: dark)').matches).to.be.true;
      expect(matchMedia('(forced-colors: active)').matches).to.be.true;
      await emulateMedia({ 'prefers-reduced-motion': 'reduce' }, 'print');
      expect(matchMedia('print and (prefers-reduced-motion: reduce)').matches).to.be.true;
      expect(matchMedia('(forced-colors: active)').matches).to.be.false;
    });

    it('sets the zone of the reader', async () => {
      await setTimeZone('Asia/Muscat');
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('Asia/Muscat');
    });

    it('ends with its test', () => {
      expect(matchMedia('print').matches).to.be.false;
      expect(matchMedia('(prefers-color-scheme: dark)').matches).to.be.false;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('America/New_York');
    });

    it('shows what assistive technology is told, inside shadow trees too', async () => {
      const host = await draw(html`<section aria-label="Card" aria-busy="true"></section>`);
      host.attachShadow({ mode: 'open' }).append(
        Object.assign(document.createElement('h3'), { textContent: 'Headline' }),
        Object.assign(document.createElement('button'), {
          textContent: 'More',
          ariaExpanded: 'false',
          title: 'A hint',
        }),
      );
      const tree = await accessibilityTree(host);
      expect(tree).to.have.length(1);
      expect(tree[0]).to.include({ role: 'region', name: 'Card', busy: true });
      expect(tree[0]?.children?.[0]).to.include({ role: 'heading', name: 'Headline', level: 3 });
      expect(tree[0]?.children?.[1]).to.include({
        role: 'button',
        name: 'More',
        description: 'A hint',
        expanded: false,
        focusable: true,
      });
      const whole = await accessibilityTree();
      expect(whole[0]?.role).to.equal('RootWebArea');
      expect(flatten(whole).some((node) => node.name === 'Headline')).to.be.true;
    });

    it('takes screenshots', async () => {
      const { file, png } = await screenshot('support/page.png', { x: 0, y: 0, width: 100, height: 50 });
      expect([file.endsWith('page.png'), png.startsWith('iVBOR')]).to.deep.equal([true, true]);
    });
  });
}

describe('The second origin', () => {
  beforeEach(() => forgetRequests());

  it('is another origin, and can be reached under another host', async () => {
    const second = await secondOrigin();
    expect(second).to.match(/^http:/);
    expect(second).not.to.equal(location.origin);
    expect(new URL(second).hostname).to.equal(location.hostname);
    expect(new URL(await otherHost()).hostname).not.to.equal(location.hostname);
  });

  it('is closed to scripts where it says so', async () => {
    const open = await fetch(await jsonAddress({ text: 'عيد' }));
    expect(await open.json()).to.deep.equal({ text: 'عيد' });
    const closed = await fetch(await jsonAddress({}, { cors: 0 })).catch((error: Error) => error);
    expect(closed).to.be.instanceOf(TypeError);
    const named = await fetch(await jsonAddress({}), { headers: { 'X-Own': '1' } }).catch((error: Error) => error);
    expect(named).to.be.instanceOf(TypeError);
  });

  it('tells what was sent to it', async () => {
    await fetch(await jsonAddress({}, { key: 'mine' }), { credentials: 'omit' });
    const [request] = await requestsSeen('mine');
    expect(request).to.include({ method: 'GET', path: '/json', finished: true, aborted: false });
    expect(request?.headers).to.include({ origin: location.origin, referer: `${location.origin}/` });
    expect(request?.headers).not.to.have.property('cookie');
    expect(await requestsSeen('/json')).to.have.length(1);
  });

  it('answers successive requests with successive statuses', async () => {
    const url = await address('/sequence/story', { statuses: '503,reset,200', 'retry-after': 2, body: '[1]' });
    const first = await fetch(url);
    expect(first.status).to.equal(503);
    expect(first.headers.get('retry-after')).to.equal('2');
    const second = await fetch(url)
      .then((answer) => answer.text())
      .catch((error: Error) => error);
    expect(second).to.be.instanceOf(Error);
    for (let turn = 3; turn < 5; turn += 1) {
      const answer = await fetch(url);
      expect(answer.status).to.equal(200);
      expect(await answer.json()).to.deep.equal([1]);
    }
    expect(await requestsSeen('story')).to.have.length(4);
  });

  it('breaks off, trickles and floods', async () => {
    const broken = await fetch(await address('/reset'));
    expect(broken.status).to.equal(200);
    expect(await broken.text().catch((error: Error) => error)).to.be.instanceOf(Error);
    const began = performance.now();
    const trickle = await fetch(await address('/drip', { bytes: 100, step: 20, every: 40 }));
    expect(await trickle.text()).to.have.length(100);
    expect(performance.now() - began).to.be.greaterThan(120);
    const flood = await fetch(await address('/huge', { bytes: 2_000_000 }));
    expect((await flood.text()).length).to.equal(2_000_000);
  });

  it('notices when the page hangs up', async () => {
    const silent = await fetch(await address('/never', { key: 'silent' }), {
      signal: AbortSignal.timeout(200),
    }).catch((error: Error) => error);
    expect(silent).to.be.instanceOf(Error);
    const stop = new AbortController();
    await fetch(await address('/drip', { bytes: 100_000, step: 10, every: 50, key: 'flood' }), { signal: stop.signal });
    stop.abort();
    for (const key of ['silent', 'flood']) {
      const aborted = async () => (await requestsSeen(key))[0]?.aborted;
      // When the server hears of it, is for the browser and a busy machine to say.
      for (let tries = 0; tries < 100 && !(await aborted()); tries++) await new Promise((r) => setTimeout(r, 50));
      const [request] = await requestsSeen(key);
      expect(request, key).to.include({ aborted: true, finished: false });
    }
  });

  it('redirects, and answers HTML', async () => {
    const moved = await fetch(await address('/redirect', { to: '/json?body=7' }));
    expect(moved.redirected).to.be.true;
    expect(await moved.json()).to.equal(7);
    const page = await fetch(await address('/html', { status: 404 }));
    expect(page.status).to.equal(404);
    expect(page.headers.get('content-type')).to.include('text/html');
  });

  it('serves pictures that decode', async () => {
    const picture = new Image();
    picture.src = await address('/img/300x200.png');
    await picture.decode();
    expect([picture.naturalWidth, picture.naturalHeight]).to.deep.equal([300, 200]);
  });

  for (const set of SETS)
    describe(`with the fixtures (${set})`, () => {
      before(skipWithout(set));

      it('serves them, as this origin does', async () => {
        const here = await fixture<{ title: string }>(`${set}/seed/article.json`);
        const there = await fetch(await address(`/fixtures/${set}/seed/article.json`));
        expect(await there.json()).to.deep.equal(here);
        expect((await fetch(await address(`/fixtures/${set}/none.json`))).status).to.equal(404);
        const above = set === 'own' ? '..%2fserver/answers.mjs' : '..%2fDESIGN.md';
        expect((await fetch(await address(`/fixtures/${set}/${above}`))).status).to.equal(404);
      });
    });
});

describe('A page of a test', () => {
  it('holds exactly what was asked for', async () => {
    const frame = await openPage({
      head: '<title>عنوان</title>',
      body: `<p>خبر</p><!-- ${'x'.repeat(40_000)} -->`,
      lang: 'ar',
      dir: 'rtl',
      width: 320,
    });
    const page = documentOf(frame);
    expect(page.title).to.equal('عنوان');
    expect(page.documentElement.lang).to.equal('ar');
    expect(page.documentElement.dir).to.equal('rtl');
    expect(page.characterSet).to.equal('UTF-8');
    expect(page.querySelectorAll('script')).to.have.length(0);
    expect(page.body.textContent?.trim()).to.equal('خبر');
    expect(frame.contentWindow?.innerWidth).to.equal(320);
  });

  it('obeys its Content-Security-Policy', async () => {
    const inline = '<script>document.documentElement.id = "ran"</script>';
    const open = documentOf(await openPage({ body: inline }));
    const strict = documentOf(await openPage({ body: inline, csp: "script-src 'self'" }));
    expect(open.documentElement.id).to.equal('ran');
    expect(strict.documentElement.id).to.equal('');
  });

  it('can be in an old encoding', async () => {
    const page = documentOf(await openPage({ body: '<p>خبر</p>', charset: 'windows-1256' }));
    expect(page.characterSet).to.equal('windows-1256');
    expect(page.body.textContent?.trim()).to.equal('خبر');
  });

  it('can come from the second origin, and is then closed to the test', async () => {
    const frame = await openPage({ body: '<p>Text</p>', origin: await secondOrigin() });
    expect(frame.contentDocument).to.equal(null);
  });

  it('is gone after its test', () => {
    expect(document.querySelectorAll('iframe')).to.have.length(0);
  });
});
