import { expect } from 'chai';
import { article, briefArticle } from '../support/articles.js';
import { address, forgetRequests, otherHost, requestsSeen } from '../support/servers.js';
import type { Visit } from '../support/visit.js';
import { choose, copy, measured, openBuilder, show, storyAddress } from './builder.js';

const said = (visit: Visit, place: string) =>
  visit.evaluate((place) => document.querySelector(`${place} [role=status]`)?.textContent?.trim() ?? '', place);

const saysIn = (visit: Visit, place: string, words: string) =>
  visit.until(
    ([place, words]) => document.querySelector(`${place} [role=status]`)?.textContent?.includes(words!),
    [place, words],
  );

const moment = () => new Promise((resolve) => setTimeout(resolve, 300));

async function axe(visit: Visit): Promise<string[]> {
  const source = await (await fetch('/node_modules/axe-core/axe.min.js')).text();
  await visit.evaluate({ toString: () => `() => { ${source} }` } as unknown as () => void);
  await visit.evaluate(() => {
    const page = window as unknown as {
      found?: string[];
      axe: { run(context: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    delete page.found;
    // The card within has its own tests.
    void page.axe.run({ exclude: [['iframe.preview']] }).then(({ violations }) => {
      page.found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
  });
  await visit.until(() => (window as { found?: unknown }).found);
  return visit.evaluate(() => (window as unknown as { found: string[] }).found);
}

describe('The field of the builder', () => {
  it('says while one types whether it is an address', async () => {
    const visit = await openBuilder();
    const type = (text: string) =>
      visit.evaluate((text) => {
        const field = document.querySelector<HTMLInputElement>('#address')!;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, text);
    await type('news');
    expect(await said(visit, '.paste')).to.equal('العنوان غير مكتمل.');
    expect(await visit.evaluate(() => document.querySelector('#address')!.ariaInvalid)).to.equal('false');
    await type('news.example/a');
    expect(await said(visit, '.paste')).to.equal('✓ عنوان صحيح.');
    await type('javascript:alert(1)');
    expect(await said(visit, '.paste')).to.include('ليس هذا عنوان صفحة ويب');
    expect(await visit.evaluate(() => document.querySelector('#address')!.ariaInvalid)).to.equal('true');
  });

  it('shows what is pasted without a press', async () => {
    const visit = await openBuilder();
    const story = await storyAddress(briefArticle);
    await visit.evaluate((text) => {
      const field = document.querySelector<HTMLInputElement>('#address')!;
      field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, story);
    await measured(visit);
  });

  it('offers the stories of a feed, of which one is picked', async () => {
    const visit = await openBuilder();
    const feed = { items: [article({ id: 'a 1' }), { ...briefArticle, id: 'b' }] };
    await show(visit, await storyAddress(feed));
    await visit.until(() => document.querySelectorAll('.stories input').length === 3);
    await visit.evaluate(() => document.querySelectorAll<HTMLElement>('.stories input')[2]!.click());
    await visit.until(() => document.querySelector('[data-snippet="card"] code')?.textContent?.includes('Harbour'));
    expect(await copy(visit)).to.match(/data-src="[^"]*#b"/);
  }).timeout(60_000);

  it('tells of RSS what to paste instead', async () => {
    const visit = await openBuilder();
    const rss = '<?xml version="1.0"?><rss><channel><item><link>https://news.example/a/</link></item></channel></rss>';
    await show(visit, await address('/html', { body: rss }, await otherHost()));
    await saysIn(visit, '.look', 'RSS');
    expect(await visit.evaluate(() => document.querySelector('iframe.preview'))).to.equal(null);
  });
});

describe('A site that every origin but that of a sandbox may read', () => {
  it('is shown by what the builder has read, with the story that was picked', async () => {
    const visit = await openBuilder();
    // The builder's own server is read without leave.
    const items = [article({ id: '1' }), { ...briefArticle, id: '2' }];
    await show(visit, `${await address('/json', { body: JSON.stringify({ items }), cors: '0' })}#2`);
    expect(await copy(visit)).to.include('Harbour reopens');
  });
});

describe('An address that cannot be read', () => {
  it('is of a site that refuses others, and the publisher is told what to send', async () => {
    const visit = await openBuilder();
    await show(visit, await storyAddress(briefArticle, { cors: '0' }));
    await saysIn(visit, '.look', 'لا يسمح للمواقع الأخرى');
    const servers = await visit.evaluate(() =>
      [...document.querySelectorAll('.look details summary')].map(({ textContent }) => textContent),
    );
    expect(servers).to.deep.equal(['nginx', 'Apache', 'WordPress', 'Ghost', 'Cloudflare']);
  }).timeout(60_000);

  it('is of a site that does not answer', async () => {
    const visit = await openBuilder();
    await show(visit, await address('/reset', {}, 'http://127.0.0.1:9'));
    await saysIn(visit, '.look', 'لا يصل جواب');
    expect(await visit.evaluate(() => document.querySelectorAll('.look details').length)).to.equal(0);
  }).timeout(60_000);
});

describe('A link to the builder', () => {
  it('brings the story and the choices, and fetches nothing before a press', async () => {
    await forgetRequests(await otherHost());
    const key = `link-${performance.now()}`;
    const story = await storyAddress(briefArticle, { key });
    const visit = await openBuilder(`#${new URLSearchParams({ src: story, view: 'teaser', in: 'en' })}`);
    await moment();
    expect(await requestsSeen(key, await otherHost())).to.deep.equal([]);
    expect(await said(visit, '.paste')).to.include('Nothing is fetched before you press');
    await choose(visit, 'view', 'article');
    await choose(visit, 'view', 'teaser');
    await moment();
    expect(await requestsSeen(key, await otherHost())).to.deep.equal([]);
    await visit.evaluate(() => document.querySelector<HTMLElement>('.paste button')!.click());
    expect(await copy(visit)).to.include('data-view="teaser"');
  });

  it('that comes while the page is open fetches nothing, either', async () => {
    const visit = await openBuilder();
    const key = `hash-${performance.now()}`;
    const story = await storyAddress(briefArticle, { key });
    await visit.evaluate((hash) => void (location.hash = hash), String(new URLSearchParams({ src: story })));
    await visit.until((story) => document.querySelector<HTMLInputElement>('#address')!.value === story, story);
    await moment();
    expect(await requestsSeen(key, await otherHost())).to.deep.equal([]);
  });

  for (const src of [
    'javascript:alert(document.domain)',
    'http://192.168.1.1/admin',
    'https://[fd00::1]/',
    'data:text/html,<script>alert(1)</script>',
    '{"title":"<img src=x onerror=alert(1)>"}',
  ])
    it(`of an enemy does nothing: ${src}`, async () => {
      const evil = '"><img src=x onerror="document.title=1">';
      const visit = await openBuilder(
        `#${new URLSearchParams({ src, view: evil, lang: evil, dark: evil, '--khabar-ink': evil, 'short-link': evil, kind: evil })}`,
      );
      await moment();
      const seen = await visit.evaluate(() => ({
        field: document.querySelector<HTMLInputElement>('#address')!.value,
        pictures: document.querySelectorAll('img').length,
        frames: document.querySelectorAll('iframe').length,
        text: document.body.textContent,
        hash: location.hash,
      }));
      expect(seen).to.include({ field: '', pictures: 0, frames: 0 });
      expect(seen.text).not.to.include('onerror');
    });

  it('carries neither a key nor JSON', async () => {
    const visit = await openBuilder();
    await show(visit, await storyAddress(briefArticle, { token: 'abc' }));
    await measured(visit);
    expect(await said(visit, '.paste')).to.include('مفتاح');
    expect(await copy(visit)).to.include('token=abc');
    expect(await copy(visit, 'link')).not.to.match(/abc|src=/);
    await show(visit, JSON.stringify(article()));
    await measured(visit);
    expect(await visit.evaluate(() => location.href)).not.to.include('src=');
  });

  it('draws the story of nobody who frames its preview', async () => {
    const visit = await openBuilder();
    await visit.goto(await address('/builder/preview.html'));
    await moment();
    await visit.evaluate(() => window.postMessage({ khabarPreview: { source: { json: { title: 'x' } } } }, '*'));
    await moment();
    expect(await visit.evaluate(() => document.querySelector('khabar-card'))).to.equal(null);
  });
});

describe('The page of the builder', () => {
  for (const language of ['ar', 'en'])
    it(`has nothing that axe finds, with all open, in ${language}`, async () => {
      const visit = await openBuilder(`#in=${language}`);
      expect(await axe(visit)).to.deep.equal([]);
      await show(visit, await storyAddress({ items: [article({ id: '1' }), { ...briefArticle, id: '2' }] }));
      await copy(visit);
      await visit.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await axe(visit)).to.deep.equal([]);
    }).timeout(60_000);

  it('says what cannot be read to everybody', async () => {
    const visit = await openBuilder();
    await show(visit, await storyAddress(briefArticle, { cors: '0' }));
    await visit.until(() => document.querySelector('.look details'));
    expect(await axe(visit)).to.deep.equal([]);
  }).timeout(60_000);

  it('has controls that a finger can hit', async () => {
    const visit = await openBuilder();
    await show(visit, await storyAddress(briefArticle));
    await copy(visit);
    const small = await visit.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return [
        ...document.querySelectorAll('button, summary, select, label:has(input), input[type=text], input[type=color]'),
      ]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ name: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
        .map(({ name }) => name);
    });
    expect(small).to.deep.equal([]);
  });

  it('is in no search engine, and lets nothing in by its policy', async () => {
    const visit = await openBuilder();
    const head = await visit.evaluate(() => ({
      robots: document.querySelector<HTMLMetaElement>('meta[name="robots"]')?.content,
      policy: document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content,
    }));
    expect(head.robots).to.equal('noindex');
    expect(head.policy).to.match(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  });
});
