import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { ArticleError } from '../../../src/article/article-error.js';
import { webAddress, type WebAddress } from '../../../src/article/web-address.js';
import { fetchJson, type FetchOptions } from '../../../src/fetching/fetch-json.js';
import { holdWaits, RETRY_WAITS, skipWaits, type HeldWaits } from '../support/clock.js';
import { engine } from '../support/commands.js';
import { address, otherHost, type Params, requestsSeen, type SeenRequest } from '../support/servers.js';
import { waitUntil } from '../support/wait.js';

const STORY = { title: 'خبر' };
const body = JSON.stringify(STORY);

let turn = 0;

/** A name that no other test counts by. */
function newKey(): string {
  return `fetching-${performance.now()}-${(turn += 1)}`;
}

async function web(path: string, params: Params = {}, origin?: string): Promise<WebAddress> {
  return webAddress(await address(path, params, origin)) as WebAddress;
}

function ask(url: WebAddress, options: Partial<FetchOptions> = {}): Promise<unknown> {
  return fetchJson(url, { signal: new AbortController().signal, timeout: 8, ...options });
}

async function failureOf(answer: Promise<unknown>): Promise<ArticleError> {
  const failure = await answer.then(
    (value) => new Error(`It answered ${JSON.stringify(value)}`),
    (error: Error) => error,
  );
  expect(failure).to.be.instanceOf(ArticleError);
  return failure as ArticleError;
}

/** The same address, asked for under a name of its own. */
async function once(path: string, params: Params = {}) {
  const key = newKey();
  const url = await web(path, { key, ...params });
  return { url, seen: (): Promise<SeenRequest[]> => requestsSeen(key) };
}

/** An address that answers with these statuses, one after the other. */
async function sequence(statuses: string, params: Params = {}) {
  const key = newKey();
  const url = await web(`/sequence/${key}`, { statuses, body, ...params });
  return { url, seen: (): Promise<SeenRequest[]> => requestsSeen(key) };
}

/** Milliseconds between one request and the next. */
function gaps(requests: SeenRequest[]): number[] {
  return requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? NaN));
}

const unhandled: unknown[] = [];
const note = ({ reason }: PromiseRejectionEvent) => unhandled.push(reason);

before(() => addEventListener('unhandledrejection', note));
after(() => removeEventListener('unhandledrejection', note));

describe('Cards that want the same article', () => {
  it('share one request, and one answer', async () => {
    const { url, seen } = await once('/json', { body, delay: 100 });
    const answers = await Promise.all([ask(url), ask(url), ask(url, { timeout: 1 })]);
    expect(answers).to.deep.equal([STORY, STORY, STORY]);
    expect(await seen()).to.have.length(1);
  });

  it('share one failure', async () => {
    const { url, seen } = await once('/json', { status: 404, delay: 100 });
    const failures = await Promise.all([failureOf(ask(url)), failureOf(ask(url))]);
    expect(failures.map(({ code }) => code)).to.deep.equal(['http', 'http']);
    expect(await seen()).to.have.length(1);
  });

  it('still get it when one of them has left', async () => {
    const { url, seen } = await once('/json', { body, delay: 300 });
    const leaving = new AbortController();
    const left = ask(url, { signal: leaving.signal }).catch((error: unknown) => error);
    const stayed = ask(url);
    await aTimeout(50);
    leaving.abort();
    expect(await left).to.equal(leaving.signal.reason);
    expect(await stayed).to.deep.equal(STORY);
    const [request, ...others] = await seen();
    expect(request).to.include({ finished: true, aborted: false });
    expect(others).to.have.length(0);
  });

  it('still get it when the one that asked first has left', async () => {
    const { url, seen } = await once('/json', { body, delay: 200 });
    const leaving = new AbortController();
    const left = ask(url, { signal: leaving.signal }).catch((error: unknown) => error);
    leaving.abort();
    expect(await ask(url)).to.deep.equal(STORY);
    expect(await left).to.equal(leaving.signal.reason);
    expect(await seen()).to.have.length(1);
  });

  it('end the request when all of them have left', async () => {
    const { url, seen } = await once('/never');
    const leaving = [new AbortController(), new AbortController()];
    const left = leaving.map(({ signal }) => ask(url, { signal }).catch((error: unknown) => error));
    await waitUntil(async () => (await seen()).length === 1, 'no request', { timeout: 5000 });
    for (const one of leaving) one.abort(new Error('moved on'));
    expect((await Promise.all(left)).map(String)).to.deep.equal(['Error: moved on', 'Error: moved on']);
    await waitUntil(async () => (await seen())[0]?.aborted, 'the request goes on', { timeout: 5000 });
  });

  it('end a body that is under way when all of them have left', async () => {
    const { url, seen } = await once('/drip', { bytes: 2000, step: 10, every: 50 });
    const leaving = new AbortController();
    const left = ask(url, { signal: leaving.signal }).catch((error: unknown) => error);
    await waitUntil(async () => (await seen()).length === 1, 'no request', { timeout: 5000 });
    await aTimeout(60);
    leaving.abort();
    expect(await left).to.equal(leaving.signal.reason);
    await waitUntil(async () => (await seen())[0]?.aborted, 'the request goes on', { timeout: 5000 });
  });

  it('try no further when all of them have left between two tries', async () => {
    const waits = holdWaits([3000]);
    const { url, seen } = await sequence('503,200', { 'retry-after': 3 });
    const leaving = new AbortController();
    const left = ask(url, { signal: leaving.signal }).catch((error: unknown) => error);
    await waitUntil(() => waits.lasting === 1, 'no wait', { timeout: 5000 });
    leaving.abort();
    expect(await left).to.equal(leaving.signal.reason);
    waits.end();
    await aTimeout(150);
    expect(await seen()).to.have.length(1);
  });

  it('begin anew when others have left before them', async () => {
    const { url, seen } = await once('/json', { body, delay: 200 });
    const leaving = new AbortController();
    const left = ask(url, { signal: leaving.signal }).catch((error: unknown) => error);
    await waitUntil(async () => (await seen()).length === 1, 'no request', { timeout: 5000 });
    leaving.abort();
    await left;
    await aTimeout(0);
    expect(await ask(url)).to.deep.equal(STORY);
    expect((await seen()).map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });
});

describe('A card that is moved', () => {
  it('costs one request: it leaves and asks again in the same task', async () => {
    const { url, seen } = await once('/json', { body, delay: 300 });
    const before = new AbortController();
    const left = ask(url, { signal: before.signal }).catch((error: unknown) => error);
    await waitUntil(async () => (await seen()).length === 1, 'no request', { timeout: 5000 });
    before.abort();
    expect(await ask(url)).to.deep.equal(STORY);
    expect(await left).to.equal(before.signal.reason);
    const [request, ...others] = await seen();
    expect(request).to.include({ finished: true, aborted: false });
    expect(others).to.have.length(0);
  });

  it('that has left before it asks is refused, without a request', async () => {
    const { url, seen } = await once('/json', { body });
    const failure = await (async () => ask(url, { signal: AbortSignal.abort(new Error('moved on')) }))().catch(String);
    expect(failure).to.equal('Error: moved on');
    await aTimeout(100);
    expect(await seen()).to.have.length(0);
  });
});

describe('An answer', () => {
  async function fiftyOthers(): Promise<void> {
    for (let count = 0; count < 50; count++) await ask((await once('/json', { body })).url);
  }

  it('serves those who ask later', async () => {
    const { url, seen } = await once('/json', { body });
    const first = await ask(url);
    expect(await ask(url)).to.equal(first);
    expect(await seen()).to.have.length(1);
  });

  it('is asked for again by whoever wants it fresh, and then serves those who ask later', async () => {
    const { url, seen } = await sequence('200');
    const first = await ask(url);
    const second = await ask(url, { fresh: true });
    expect(second).not.to.equal(first);
    expect(await ask(url)).to.equal(second);
    expect(await seen()).to.have.length(2);
  });

  it('reaches those who wait for it also when another wants it fresh', async () => {
    const { url, seen } = await once('/json', { body, delay: 200 });
    const answers = await Promise.all([ask(url), ask(url, { fresh: true }), ask(url)]);
    expect(answers).to.deep.equal([STORY, STORY, STORY]);
    expect(await seen()).to.have.length(2);
  });

  it('is forgotten when fifty others have come since', async () => {
    const { url, seen } = await once('/json', { body });
    await ask(url);
    await fiftyOthers();
    await ask(url);
    expect(await seen()).to.have.length(2);
  });

  // WebKit keeps no cache while it is driven by tests.
  (engine === 'webkit' ? () => undefined : it)('comes from the cache of the browser where HTTP allows it', async () => {
    const { url, seen } = await once('/json', { body, cache: 'max-age=600' });
    await ask(url);
    await fiftyOthers();
    await ask(url);
    expect(await seen()).to.have.length(1);
  });

  it('comes from the site, without a preflight, for whoever wants it fresh', async () => {
    const { url, seen } = await once('/json', { body, cache: 'max-age=600' });
    await ask(url);
    await ask(url, { fresh: true });
    expect((await seen()).map(({ method }) => method)).to.deep.equal(['GET', 'GET']);
  });

  it('that failed is not remembered', async () => {
    const { url, seen } = await sequence('404,200');
    expect((await failureOf(ask(url))).code).to.equal('http');
    expect(await ask(url)).to.deep.equal(STORY);
    expect(await seen()).to.have.length(2);
  });

  it('of another address is another answer', async () => {
    const [one, two] = [await web('/json', { body: '1' }), await web('/json', { body: '2' })];
    expect(await Promise.all([ask(one), ask(two)])).to.deep.equal([1, 2]);
  });

  it('may come after a redirect, to another host too', async () => {
    const target = await address('/json', { body }, await otherHost());
    for (const status of [301, 302, 303, 307, 308]) {
      expect(await ask(await web('/redirect', { to: target, status })), String(status)).to.deep.equal(STORY);
    }
  });

  it('may come from the page that shows it', async () => {
    expect(await ask(await web('/json', { body, key: newKey() }, location.origin))).to.deep.equal(STORY);
  });
});

describe('The timeout', () => {
  /** Seconds that no other wait lasts here. */
  const WAIT = 7;
  let timeouts: HeldWaits;

  beforeEach(() => {
    skipWaits();
    timeouts = holdWaits([WAIT * 1000]);
  });

  async function timesOut(path: string, params: Params = {}): Promise<void> {
    const { url, seen } = await once(path, params);
    const failed = failureOf(ask(url, { timeout: WAIT }));
    await waitUntil(async () => (await seen()).length === 1, 'no request', { timeout: 5000 });
    await aTimeout(60);
    expect(timeouts.lasting).to.equal(1);
    timeouts.end();
    expect((await failed).code).to.equal('timeout');
    await waitUntil(async () => (await seen())[0]?.aborted, 'the request goes on', { timeout: 5000 });
    // A site that is slow is not asked twice.
    expect(await seen()).to.have.length(1);
  }

  it('ends the wait for headers', () => timesOut('/never'));

  it('ends the wait for a body that trickles in', () => timesOut('/drip', { bytes: 2000, step: 10, every: 50 }));

  it('lets a body trickle in that is there in time', async () => {
    const { url } = await once('/drip', { body, step: 3, every: 20 });
    expect(await ask(url)).to.deep.equal(STORY);
  });

  it('runs anew for each try', async () => {
    const { url, seen } = await sequence('503,200');
    expect(await ask(url, { timeout: WAIT })).to.deep.equal(STORY);
    expect(await seen()).to.have.length(2);
    expect(timeouts.begun).to.deep.equal([WAIT * 1000, WAIT * 1000]);
    expect(timeouts.lasting).to.equal(0);
  });

  it('is that of each card, also of cards that share a request', async () => {
    const { url, seen } = await once('/json', { body, delay: 300 });
    const [hasty, patient] = [failureOf(ask(url, { timeout: WAIT })), ask(url)];
    await waitUntil(() => timeouts.lasting === 1, 'no timeout', { interval: 5 });
    timeouts.end();
    expect((await hasty).code).to.equal('timeout');
    expect(await patient).to.deep.equal(STORY);
    expect(await seen()).to.have.length(1);
  });

  it('of a card that comes later runs from then on', async () => {
    const { url } = await once('/json', { body, delay: 300 });
    const patient = ask(url);
    await aTimeout(100);
    expect(timeouts.begun).to.deep.equal([]);
    expect(await ask(url, { timeout: WAIT })).to.deep.equal(STORY);
    expect(timeouts.begun).to.deep.equal([WAIT * 1000]);
    await patient;
  });

  it('does not run between two tries', async () => {
    const tries = holdWaits([3000]);
    const { url } = await sequence('503,200', { 'retry-after': 3 });
    const answer = ask(url, { timeout: WAIT });
    await waitUntil(() => tries.lasting === 1, 'no wait between two tries', { timeout: 5000 });
    expect(timeouts.begun).to.have.length(1);
    expect(timeouts.lasting).to.equal(0);
    tries.end();
    expect(await answer).to.deep.equal(STORY);
  });

  it('is in seconds, and says in its cause that it was one', async () => {
    const { url } = await once('/never');
    const began = performance.now();
    expect((await failureOf(ask(url, { timeout: 0.2 }))).cause).to.have.property('name', 'TimeoutError');
    expect(performance.now() - began).to.be.within(150, 2500);
  });

  it('ends the second try as it does the first', async () => {
    const { url, seen } = await sequence('503,never');
    const failed = failureOf(ask(url, { timeout: WAIT }));
    await waitUntil(async () => (await seen()).length === 2, 'no second try', { timeout: 5000 });
    expect(timeouts.lasting).to.equal(1);
    timeouts.end();
    expect((await failed).code).to.equal('timeout');
    expect(await seen()).to.have.length(2);
  });
});

describe('A failure that may pass', () => {
  let waits: readonly number[];

  beforeEach(() => {
    waits = skipWaits();
  });

  for (const status of ['503', '429', '408', '500', '502', '504', 'reset']) {
    it(`is tried again twice: ${status}`, async () => {
      const { url, seen } = await sequence(`${status},${status},200`);
      expect(await ask(url)).to.deep.equal(STORY);
      expect(await seen()).to.have.length(3);
    });
  }

  it('is tried again after growing waits', async () => {
    const { url } = await sequence('503,503,200');
    await ask(url);
    expect(waits).to.deep.equal(RETRY_WAITS);
  });

  it('is reported after the third try, with its status', async () => {
    const { url, seen } = await sequence('503,500,502,200');
    const failure = await failureOf(ask(url));
    expect(failure).to.include({ code: 'http', status: 502 });
    expect(await seen()).to.have.length(3);
  });

  it('is reported after the third try, with its cause', async () => {
    const { url, seen } = await sequence('reset,reset,reset,200');
    const failure = await failureOf(ask(url));
    expect(failure).to.include({ code: 'network', status: undefined });
    expect(failure.cause).to.be.instanceOf(Error);
    expect(await seen()).to.have.length(3);
  });
});

describe('A failure that will not pass', () => {
  for (const status of [400, 401, 403, 404, 451, 501]) {
    it(`is reported at once: ${status}`, async () => {
      const { url, seen } = await sequence(`${status},200`);
      expect(await failureOf(ask(url))).to.include({ code: 'http', status });
      expect(await seen()).to.have.length(1);
    });
  }

  it('is that the story is gone: 410', async () => {
    const { url, seen } = await sequence('410,200');
    expect(await failureOf(ask(url))).to.include({ code: 'gone', status: 410 });
    expect(await seen()).to.have.length(1);
  });

  it('is an error whatever its body', async () => {
    const { url } = await once('/json', { status: 404, body });
    expect((await failureOf(ask(url))).code).to.equal('http');
  });
});

describe('The wait before another try', () => {
  it('is a wait', async () => {
    const { url, seen } = await sequence('503,200');
    await ask(url);
    expect(gaps(await seen())[0]).to.be.within(240, 3000);
  });
});

describe('Retry-After', () => {
  it('is waited for where it is short', async () => {
    const waits = skipWaits([2000]);
    const { url } = await sequence('429,200', { 'retry-after': 2 });
    expect(await ask(url)).to.deep.equal(STORY);
    expect(waits).to.deep.equal([2000]);
  });

  it('may be none at all', async () => {
    const waits = skipWaits();
    const { url } = await sequence('503,200', { 'retry-after': 0 });
    expect(await ask(url)).to.deep.equal(STORY);
    expect(waits).to.deep.equal([]);
  });

  it('may be a date', async () => {
    const waits = skipWaits((length) => length > 1000);
    const { url } = await sequence('503,200', { 'retry-after': new Date(Date.now() + 9000).toUTCString() });
    expect(await ask(url, { timeout: 1 })).to.deep.equal(STORY);
    // Dates are in whole seconds.
    expect(waits).to.have.length(1);
    expect(waits[0]).to.be.within(5500, 9000);
  });

  for (const tooLong of ['11', '3600', '99999999999999999999', new Date(Date.now() + 86_400_000).toUTCString()]) {
    it(`is not waited for where it is long: ${tooLong}`, async () => {
      const waits = skipWaits((length) => length > 8000 || RETRY_WAITS.includes(length));
      const { url, seen } = await sequence('503,200', { 'retry-after': tooLong });
      expect(await failureOf(ask(url))).to.include({ code: 'http', status: 503 });
      expect(waits).to.deep.equal([]);
      expect(await seen()).to.have.length(1);
    });
  }

  for (const [why, params] of Object.entries({
    'that the site does not expose': { 'retry-after': 3600, expose: 0 },
    'that means nothing': { 'retry-after': 'soon' },
    'that is no whole number': { 'retry-after': '1.5' },
    'that is negative': { 'retry-after': '-1' },
  })) {
    it(`changes nothing ${why}`, async () => {
      const waits = skipWaits();
      const { url } = await sequence('503,200', params);
      expect(await ask(url)).to.deep.equal(STORY);
      expect(waits).to.deep.equal(RETRY_WAITS.slice(0, 1));
    });
  }
});

describe('No answer', () => {
  beforeEach(() => void skipWaits());

  it('is what a site gives that closes itself to other origins', async () => {
    const { url } = await once('/json', { body, cors: 0 });
    const failure = await failureOf(ask(url));
    expect(failure).to.include({ code: 'network', status: undefined });
    expect(failure.cause).to.be.instanceOf(TypeError);
  });

  it('is what an error without CORS headers gives', async () => {
    const { url } = await once('/json', { status: 404, cors: 0 });
    expect((await failureOf(ask(url))).code).to.equal('network');
  });

  it('is what a dead port gives', async () => {
    const failure = await failureOf(ask(webAddress('http://localhost:65534/article.json') as WebAddress));
    expect(failure.code).to.equal('network');
    expect(failure.cause).to.be.instanceOf(TypeError);
  });

  it('is what a redirect without end gives', async () => {
    const key = newKey();
    const to = await address('/redirect', { key });
    const failure = await failureOf(
      ask(await web('/redirect', { key, to: `${to}&to=${encodeURIComponent(to)}`, cors: 0 })),
    );
    expect(failure.code).to.equal('network');
  });
});

describe('JSON', () => {
  for (const type of ['application/feed+json', 'text/html', 'text/plain; charset=windows-1256', 'image/png']) {
    it(`is read whatever the site calls it: ${type}`, async () => {
      const { url } = await once('/json', { body, type });
      expect(await ask(url)).to.deep.equal(STORY);
    });
  }

  it('may begin with a byte order mark', async () => {
    const { url } = await once('/json', { body: `\uFEFF${body}` });
    expect(await ask(url)).to.deep.equal(STORY);
  });

  it('may be cut anywhere on its way, within a letter too', async () => {
    const { url } = await once('/drip', { body, step: 1, every: 5 });
    expect(await ask(url)).to.deep.equal(STORY);
  });

  for (const [name, value] of Object.entries({ null: null, false: false, 'a string': 'خبر', 'a list': [1] })) {
    it(`may be ${name}`, async () => {
      const { url } = await once('/json', { body: JSON.stringify(value) });
      expect(await ask(url)).to.deep.equal(value);
    });
  }

  for (const [name, text] of Object.entries({
    nothing: '',
    space: ' \n',
    'a word': 'عنوان',
    'half of it': body.slice(0, -2),
    'two of it': `${body}${body}`,
    JSONP: `callback(${body})`,
    'JavaScript to parse': `${body}//`,
  })) {
    it(`is not ${name}`, async () => {
      const { url, seen } = await once('/json', { body: text });
      const failure = await failureOf(ask(url));
      expect(failure).to.include({ code: 'not-json', status: undefined });
      expect(failure.cause).to.be.instanceOf(SyntaxError);
      expect(await seen()).to.have.length(1);
    });
  }

  for (const text of ['<!-- cached -->{"a":1}', '<br />\n<b>Notice</b>: x on line <b>1</b><br />{"a":1}'])
    it(`keeps its text, the whole of it, where that is ${text}`, async () => {
      const { url } = await once('/json', { body: text });
      expect(((await failureOf(ask(url))).cause as SyntaxError).cause).to.equal(text);
    });

  it('is not an HTML page', async () => {
    const { url } = await once('/html');
    expect((await failureOf(ask(url))).code).to.equal('not-json');
  });

  it('is not an answer without a body', async () => {
    const { url } = await once('/json', { status: 204, body: '' });
    expect((await failureOf(ask(url))).code).to.equal('not-json');
  });
});

describe('An answer that lies about its length', () => {
  it('is no answer where it is shorter than it says', async () => {
    skipWaits();
    const { url } = await once('/length', { body: body.slice(0, -2), claimed: 1000 });
    // WebKit takes what it got for the whole.
    expect((await failureOf(ask(url))).code).to.equal(engine === 'webkit' ? 'not-json' : 'network');
  });

  it('is read to the length that it says', async () => {
    const { url } = await once('/length', { body: `${body} and more`, claimed: new Blob([body]).size });
    expect(await ask(url)).to.deep.equal(STORY);
  });
});

describe('An answer of too great a size', () => {
  it('is given up while it comes', async () => {
    // Six seconds, if nobody hangs up. Not a flood: WebKit takes in all that a local server can send before it hangs up.
    const { url, seen } = await once('/drip', { bytes: 30_000_000, step: 500_000, every: 100 });
    expect((await failureOf(ask(url))).code).to.equal('too-large');
    await waitUntil(async () => (await seen())[0]?.aborted, 'the request goes on', { timeout: 5000 });
    expect(await seen()).to.have.length(1);
  });

  it('is given up also where its length is told', async () => {
    const { url, seen } = await once('/huge', { bytes: 30_000_000, length: 1 });
    expect((await failureOf(ask(url))).code).to.equal('too-large');
    expect(await seen()).to.have.length(1);
  });

  it('begins at five megabytes', async () => {
    const most = 5 * 1024 * 1024;
    expect(await ask((await once('/huge', { bytes: most })).url)).to.have.property('title', 'A title');
    expect((await failureOf(ask((await once('/huge', { bytes: most + 1 })).url))).code).to.equal('too-large');
  });

  it('is given up also where it was small on its way', async () => {
    const { url } = await once('/compressed', { bytes: 12_000_000 });
    expect((await failureOf(ask(url))).code).to.equal('too-large');
  });

  it('is not read where it is an error', async () => {
    let cancelled = false;
    const flood = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        cancelled = true;
      },
    });
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.resolve(new Response(flood, { status: 404 }));
    try {
      expect((await failureOf(ask(await web('/json', { key: newKey() })))).code).to.equal('http');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(cancelled).to.be.true;
  });
});

describe('A request', () => {
  async function sent(origin?: string): Promise<SeenRequest> {
    const key = newKey();
    await ask(await web('/json', { body, key }, origin));
    const [request, ...others] = await requestsSeen(key, origin);
    expect(others).to.have.length(0);
    return request as SeenRequest;
  }

  it('is simple: no headers of our own, and so no preflight', async () => {
    const { method, headers } = await sent(await otherHost());
    expect(method).to.equal('GET');
    expect(headers).to.include({ accept: '*/*', origin: location.origin });
    const own = Object.keys(headers).filter((name) => /^x-|^authorization|^content-|^if-|khabar/.test(name));
    expect(own).to.deep.equal([]);
  });

  it('tells the site which site embeds it, and not which page', async () => {
    expect((await sent()).headers.referer).to.equal(`${location.origin}/`);
    expect((await sent(await otherHost())).headers.referer).to.equal(`${location.origin}/`);
  });

  it('tells the next site after a redirect no more than that', async () => {
    const key = newKey();
    const to = await address('/json', { body, key }, await otherHost());
    await ask(await web('/redirect', { to, token: 'secret' }));
    expect((await requestsSeen(key))[0]?.headers.referer).to.equal(`${location.origin}/`);
  });

  it('says so little also on a page that would tell all', async () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'referrer', content: 'unsafe-url' });
    document.head.append(meta);
    try {
      expect((await sent()).headers.referer).to.equal(`${location.origin}/`);
    } finally {
      meta.remove();
    }
  });

  describe('of a reader who has cookies', () => {
    before(() => {
      document.cookie = 'khabar-test=1; path=/';
    });

    after(() => {
      document.cookie = 'khabar-test=; path=/; max-age=0';
    });

    it('would carry them if it were made carelessly', async () => {
      const key = newKey();
      await fetch(await address('/json', { key }), { credentials: 'include' }).catch(() => undefined);
      expect((await requestsSeen(key))[0]?.headers.cookie).to.include('khabar-test=1');
    });

    it('carries none to another origin', async () => {
      expect((await sent()).headers).not.to.have.property('cookie');
    });

    it("carries none to the page's own", async () => {
      expect((await sent(location.origin)).headers).not.to.have.property('cookie');
    });

    it("carries none when another origin sends it back to the page's own", async () => {
      const key = newKey();
      const to = await address('/json', { body, key }, location.origin);
      expect(await ask(await web('/redirect', { to }))).to.deep.equal(STORY);
      expect((await requestsSeen(key, location.origin))[0]?.headers).not.to.have.property('cookie');
    });

    it('is made so that none can be stored', async () => {
      const modes: Array<RequestCredentials | undefined> = [];
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) => {
        modes.push(init?.credentials);
        return fetch(input, init);
      };
      try {
        for (const origin of [undefined, location.origin]) await ask(await web('/json', { key: newKey() }, origin));
      } finally {
        globalThis.fetch = fetch;
      }
      expect(modes).to.deep.equal(['same-origin', 'omit']);
    });
  });

  it('keeps its address to itself when it fails', async () => {
    skipWaits();
    for (const params of [{ status: 404 }, { body: 'x' }, { cors: 0 }]) {
      const failure = await failureOf(ask(await web('/json', { token: 'secret', key: newKey(), ...params })));
      expect(`${failure.message} ${String(failure.cause)} ${failure.stack}`).not.to.include('secret');
    }
  });
});

describe('All of this', () => {
  it('has left no rejection unhandled', async () => {
    await aTimeout(100);
    expect(unhandled).to.deep.equal([]);
  });
});
