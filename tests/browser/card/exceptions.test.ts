// A page may lack what the card draws with, or have put something broken in its place.
import { aTimeout } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { words as arabic } from '../../../src/language/locales/ar.js';
import { body, foot } from '../../../src/card/parts.js';
import { article } from '../support/articles.js';
import { draw, heard, mount, part, parts, replace, textOf, type KhabarCard } from '../support/card.js';
import { waitUntil } from '../support/wait.js';

const BROKEN = new Error('broken by a polyfill');
const fail = () => {
  throw BROKEN;
};

let rejections: unknown[] = [];
const onRejection = (event: PromiseRejectionEvent) => {
  event.preventDefault();
  rejections.push(event.reason);
};
beforeEach(() => {
  rejections = [];
  addEventListener('unhandledrejection', onRejection);
  replace(console, 'warn', () => undefined);
});
afterEach(async () => {
  await aTimeout(20);
  removeEventListener('unhandledrejection', onRejection);
  expect(rejections).to.deep.equal([]);
});

/** Formatters are made once for the page: options that no other test has make new ones. */
let turn = 0;
const otherDates = () => ({ 'time-zone': `Etc/GMT-${(turn += 1)}` });

async function failed(card: KhabarCard) {
  const { error } = await heard(card, 'khabar-error');
  await waitUntil(() => part(card, 'failure'));
  return error;
}

describe('An exception while the head is drawn', () => {
  it('ends in the failure, with its cause and the link to the original', async () => {
    replace(Intl.DateTimeFormat.prototype, 'formatToParts', fail);
    const card = await mount({ article: article(), lang: 'ar' });
    const error = await failed(card);
    expect([error.code, error.cause]).to.deep.equal(['not-an-article', BROKEN]);
    expect(card.matches(':state(failed)')).to.equal(true);
    expect(textOf(card.shadowRoot!.querySelector('[role="alert"]'))).to.include(arabic.failed);
    expect(part<HTMLAnchorElement>(card, 'original')!.href).to.equal('https://alqafila.example/2026/03/falaj/?utm=1');
    await aTimeout(50);
    expect(part(card, 'headline')).to.equal(null);
  });

  it('of a class that throws ends so too', async () => {
    replace(Intl, 'DateTimeFormat', fail);
    const card = await mount({ article: article({ language: 'ar-LY' }), attributes: otherDates() });
    expect((await failed(card)).cause).to.be.an('error');
  });

  it('leaves the fallback', async () => {
    replace(Intl.DateTimeFormat.prototype, 'formatToParts', fail);
    const fallback = document.createElement('a');
    fallback.textContent = 'افتتاح أول متحف للأفلاج';
    const card = await mount({ article: article(), children: [fallback] });
    await failed(card);
    expect(fallback.checkVisibility()).to.equal(true);
  });

  it('is heard once, and lets the next article be drawn', async () => {
    const card = await mount();
    const errors: unknown[] = [];
    card.addEventListener('khabar-error', ({ error }) => errors.push(error));
    const { formatToParts } = Intl.DateTimeFormat.prototype;
    replace(Intl.DateTimeFormat.prototype, 'formatToParts', fail);
    card.article = article();
    await failed(card);
    await aTimeout(50);
    expect(errors).to.have.length(1);
    Intl.DateTimeFormat.prototype.formatToParts = formatToParts;
    card.article = article({ title: 'خبر آخر' });
    await heard(card, 'khabar-load');
    expect(textOf(part(card, 'headline'))).to.equal('خبر آخر');
    expect([parts(card, 'share-link').length > 0, part(card, 'body') !== null]).to.deep.equal([true, true]);
  });

  it('takes the place of an article that was drawn in other words', async () => {
    const card = await draw({ article: article() });
    replace(Intl.DateTimeFormat.prototype, 'formatToParts', fail);
    card.timeZone = 'Asia/Kabul';
    expect((await failed(card)).cause).to.equal(BROKEN);
    expect(part(card, 'headline')).to.equal(null);
  });

  it('settles a reload', async () => {
    const card = await mount({ article: article({ date_published: undefined, date_modified: undefined }) });
    await heard(card, 'khabar-load');
    replace(Intl.DateTimeFormat.prototype, 'formatToParts', fail);
    card.article = article();
    const error = failed(card);
    await card.reload();
    expect((await error).cause).to.equal(BROKEN);
  });
});

describe('An exception while even the failure is drawn', () => {
  it('is told by the event and the state', async () => {
    const card = await mount();
    await card.updateComplete;
    replace(card as unknown as { render: unknown }, 'render', fail);
    const heardError = heard(card, 'khabar-error');
    card.article = article();
    expect((await heardError).error.cause).to.equal(BROKEN);
    expect(card.matches(':state(failed)')).to.equal(true);
  });
});

describe('An exception while a part is drawn', () => {
  before(async () => {
    // Both are there.
    await draw({ article: article() });
  });

  it('takes the foot alone', async () => {
    replace(foot, 'exports', { ...foot.exports!, foot: fail });
    const card = await mount({ article: article() });
    await heard(card, 'khabar-load');
    expect(card.matches(':state(ready)')).to.equal(true);
    expect(textOf(part(card, 'headline'))).to.equal('افتتاح أول متحف للأفلاج في ولاية إزكي');
    expect([part(card, 'share'), part(card, 'source')]).to.deep.equal([null, null]);
    expect(part(card, 'body')).not.to.equal(null);
  });

  it('takes the foot alone where a section of it throws', async () => {
    replace(navigator, 'canShare', () => true);
    replace(navigator, 'share', () => undefined);
    const card = await draw({ article: article() });
    const createElement = document.createElement.bind(document);
    replace(document, 'createElement', (name: string) => (name === 'b' ? fail() : createElement(name)));
    card.article = article({}, { source: [{ name: 'وفا' }] });
    await heard(card, 'khabar-load');
    expect([part(card, 'source'), part(card, 'share')]).to.deep.equal([null, null]);
    expect(part(card, 'more')).not.to.equal(null);
  });

  it('takes the body alone, and leaves a sentence and a button that tries again', async () => {
    const { exports } = body;
    replace(body, 'exports', { ...body.exports!, disclosure: fail });
    const card = await mount({ article: article() });
    await heard(card, 'khabar-load');
    expect(parts(card, 'share-link').length).to.be.greaterThan(0);
    expect(textOf(card.shadowRoot!.querySelector('.main'))).to.equal(`${arabic.bodyFailed}${arabic.retry}`);
    body.exports = exports;
    part(card, 'more')!.click();
    await waitUntil(() => textOf(part(card, 'body'))!.includes('قاعة الماء'));
  });

  it('takes both where both throw', async () => {
    replace(foot, 'exports', { ...foot.exports!, related: fail });
    replace(body, 'exports', { ...body.exports!, disclosure: fail });
    const card = await mount({ article: article() });
    await heard(card, 'khabar-load');
    expect(textOf(part(card, 'headline'))).to.equal('افتتاح أول متحف للأفلاج في ولاية إزكي');
    expect(part(card, 'share')).to.equal(null);
  });
});

describe('A page without Intl.ListFormat', () => {
  it('shows all names, joined as the language joins them', async () => {
    replace(Intl, 'ListFormat', undefined);
    const authors = [{ name: 'Layla Noor' }, { name: 'A. Fernandes' }];
    const card = await draw({ article: article({ authors, language: 'fr' }) });
    expect(textOf(part(card, 'byline'))).to.equal('Par Layla Noor et A. Fernandes');
  });
});
