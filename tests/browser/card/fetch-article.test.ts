import { expect } from 'chai';
import { ArticleError } from '../../../src/article/article-error.js';
import { webAddress, type WebAddress } from '../../../src/article/web-address.js';
import { fetchArticle } from '../../../src/card/fetch-article.js';
import type { FetchedArticle } from '../../../src/dialects/page.js';
import { skipWaits } from '../support/clock.js';
import { forgetRequests, otherHost, requestsWith, secondOrigin, site, type SiteAnswer } from '../support/servers.js';

// Addresses that give no answer are asked for three times.
beforeEach(() => void skipWaits());

let turn = 0;

/** A word that no other test's addresses hold. */
function unique(): string {
  turn += 1;
  return `story-${Math.round(performance.now())}-${turn}`;
}

function ask(address: string, item?: string): Promise<FetchedArticle> {
  const { signal } = new AbortController();
  return fetchArticle(webAddress(address) as WebAddress, item, { signal, timeout: 8 });
}

async function failureOf(asking: Promise<unknown>): Promise<ArticleError> {
  const failure = await asking.then(
    () => new Error('It answered'),
    (error: Error) => error,
  );
  expect(failure).to.be.instanceOf(ArticleError);
  return failure as ArticleError;
}

/** What was asked for, in order: path and query. */
async function asked(part: string): Promise<string[]> {
  return (await requestsWith(part)).map(({ path, query }) => path + query);
}

const PAGE: SiteAnswer = { body: '<!doctype html><title>خبر</title>', cors: false };
const READABLE_PAGE: SiteAnswer = { body: '<!doctype html><title>خبر</title>' };
const NO_POST: SiteAnswer = {
  status: 404,
  body: { code: 'rest_post_invalid_id', message: 'رقم التدوينة خاطئ.', data: { status: 404 } },
};

/** A post whose page has this path. */
function post(path: string, fields: object = {}): object {
  return {
    id: 7,
    link: `https://news.example${path}`,
    title: { rendered: 'افتتاح السوق &#8211; صور' },
    content: { rendered: '<p>نص</p>', protected: false },
    ...fields,
  };
}

/**
 * The same under another host's name: where WordPress is found at the root, that is remembered for the page's life, and
 * other tests are about sites of which nothing is known yet.
 */
async function siteOfRoot(answers: Record<string, SiteAnswer>): Promise<string> {
  await site(answers);
  return otherHost();
}

describe('The address of an article’s own page', () => {
  it('leads to its story through the REST API of WordPress where the page may not be read', async () => {
    const slug = unique();
    const origin = await siteOfRoot({
      [`/2025/11/12/${slug}/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/2025/11/12/${slug}/`)] },
    });
    const { article } = await ask(`${origin}/2025/11/12/${slug}/`);
    expect(article.headline).to.equal('افتتاح السوق – صور');
    expect(await asked(slug)).to.deep.equal([`/2025/11/12/${slug}/`, `/wp-json/wp/v2/posts?slug=${slug}&_embed`]);
  });

  it('leads there too where the page may be read, but is HTML', async () => {
    const slug = unique();
    const origin = await siteOfRoot({
      [`/${slug}`]: READABLE_PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/${slug}`)] },
    });
    expect((await ask(`${origin}/${slug}`)).article.headline).to.equal('افتتاح السوق – صور');
  });

  it('leads to a WordPress in the first folder where there is none at the root', async () => {
    const slug = unique();
    const folder = `folder-${slug}`;
    const origin = await site({
      [`/${folder}/${slug}/`]: PAGE,
      [`/${folder}/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/${folder}/${slug}/`)] },
    });
    expect((await ask(`${origin}/${folder}/${slug}/`)).article.headline).to.equal('افتتاح السوق – صور');
    expect(await asked(`${slug}`)).to.deep.equal([
      `/${folder}/${slug}/`,
      `/wp-json/wp/v2/posts?slug=${slug}&_embed`,
      `/${folder}/wp-json/wp/v2/posts?slug=${slug}&_embed`,
    ]);
  });

  it('is not asked for again, nor is the root, where WordPress was found before', async () => {
    const slug = unique();
    const folder = `folder-${slug}`;
    const origin = await site({
      [`/${folder}/${slug}-a/`]: PAGE,
      [`/${folder}/wp-json/wp/v2/posts?slug=${slug}-a&_embed`]: { body: [post(`/${folder}/${slug}-a/`)] },
      [`/${folder}/wp-json/wp/v2/posts?slug=${slug}-b&_embed`]: { body: [post(`/${folder}/${slug}-b/`)] },
    });
    await ask(`${origin}/${folder}/${slug}-a/`);
    await ask(`${origin}/${folder}/${slug}-b/`);
    expect(await asked(`${slug}-b`)).to.deep.equal([`/${folder}/wp-json/wp/v2/posts?slug=${slug}-b&_embed`]);
  });

  it('is asked for where the WordPress that was found before has no such story', async () => {
    const slug = unique();
    const folder = `folder-${slug}`;
    const origin = await site({
      [`/${folder}/${slug}-a/`]: PAGE,
      [`/${folder}/wp-json/wp/v2/posts?slug=${slug}-a&_embed`]: { body: [post(`/${folder}/${slug}-a/`)] },
      [`/${folder}/wp-json/wp/v2/posts?slug=${slug}-b&_embed`]: { body: [] },
      [`/${folder}/${slug}-b`]: { body: { title: 'من واجهة أخرى' } },
    });
    await ask(`${origin}/${folder}/${slug}-a/`);
    expect((await ask(`${origin}/${folder}/${slug}-b`)).article.headline).to.equal('من واجهة أخرى');
  });

  it('leads to the post that ?p= numbers', async () => {
    const id = 900_000 + Math.round(performance.now());
    const origin = await siteOfRoot({
      [`/?p=${id}`]: PAGE,
      [`/wp-json/wp/v2/posts/${id}?_embed`]: { body: post('/2025/x/', { id }) },
    });
    expect((await ask(`${origin}/?p=${id}`)).article.id).to.equal(String(id));
  });

  it('leads to a WordPress without pretty permalinks', async () => {
    const id = 800_000 + Math.round(performance.now());
    const origin = await siteOfRoot({
      [`/?p=${id}`]: PAGE,
      [`/?rest_route=/wp/v2/posts/${id}&_embed=1`]: { body: post('/', { id }) },
    });
    expect((await ask(`${origin}/?p=${id}`)).article.id).to.equal(String(id));
  });

  it('leads to its story whatever part of the page its fragment names', async () => {
    const slug = unique();
    const origin = await siteOfRoot({
      [`/a/${slug}/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/a/${slug}/`)] },
    });
    expect((await ask(`${origin}/a/${slug}/`, 'comments')).article.headline).to.equal('افتتاح السوق – صور');
  });

  it('leads to its story from any of its pages', async () => {
    const slug = unique();
    const origin = await siteOfRoot({
      [`/${slug}/2/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/${slug}/`)] },
    });
    expect((await ask(`${origin}/${slug}/2/`)).article.headline).to.equal('افتتاح السوق – صور');
  });

  it('leads to the post of its number, and to none that another page shows', async () => {
    const id = 600_000 + Math.round(performance.now());
    const origin = await siteOfRoot({
      [`/archives/${id}`]: PAGE,
      [`/wp-json/wp/v2/posts/${id}?_embed`]: { body: post(`/archives/${id}`, { id }) },
      [`/lists/${id}`]: PAGE,
    });
    expect((await ask(`${origin}/archives/${id}`)).article.id).to.equal(String(id));
    expect((await failureOf(ask(`${origin}/lists/${id}`))).code).to.equal('not-an-article');
  });

  it('leads to its own story among those of the same slug in other languages', async () => {
    const slug = unique();
    const stories = [post(`/${slug}/`), post(`/ar/${slug}/`, { title: { rendered: 'بالعربية' } })];
    const origin = await siteOfRoot({
      [`/ar/${slug}/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: stories },
    });
    expect((await ask(`${origin}/ar/${slug}/`)).article.headline).to.equal('بالعربية');
  });

  it('leads to no story of the same slug that another page shows', async () => {
    const slug = unique();
    const origin = await site({
      [`/category/${slug}/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/2025/11/12/${slug}/`)] },
    });
    expect((await failureOf(ask(`${origin}/category/${slug}/`))).code).to.equal('not-an-article');
  });

  it('leads to the story of its own folder, not to that of the root with the same number', async () => {
    const id = 700_000 + Math.round(performance.now());
    const folder = unique();
    const origin = await site({
      [`/${folder}/?p=${id}`]: PAGE,
      [`/wp-json/wp/v2/posts/${id}?_embed`]: { body: post('/2025/x/', { id }) },
      [`/${folder}/wp-json/wp/v2/posts/${id}?_embed`]: { body: post(`/${folder}/2025/y/`, { id }) },
    });
    const { article } = await ask(`${origin}/${folder}/?p=${id}`);
    expect(article.url).to.equal(`https://news.example/${folder}/2025/y/`);
  });

  it('is not taken for protected because another story of the same slug is', async () => {
    const slug = unique();
    const content = { rendered: '', protected: true };
    const origin = await site({
      [`/blog-${slug}/${slug}/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/${slug}/`, { content })] },
      [`/blog-${slug}/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/blog-${slug}/${slug}/`)] },
    });
    expect((await ask(`${origin}/blog-${slug}/${slug}/`)).article.headline).to.equal('افتتاح السوق – صور');
  });

  it('is read as what it is where it answers with JSON', async () => {
    const slug = unique();
    const origin = await site({ [`/stories/${slug}`]: { body: { title: 'خبر' } } });
    expect((await ask(`${origin}/stories/${slug}`)).article.headline).to.equal('خبر');
    expect(await asked(slug)).to.deep.equal([`/stories/${slug}`]);
  });

  it('fails after three requests, none of them made twice', async () => {
    const slug = unique();
    const origin = await site({ [`/news/${slug}/`]: PAGE });
    expect((await failureOf(ask(`${origin}/news/${slug}/`))).code).to.equal('network');
    expect(await asked(slug)).to.deep.equal([
      `/news/${slug}/`,
      `/wp-json/wp/v2/posts?slug=${slug}&_embed`,
      `/news/wp-json/wp/v2/posts?slug=${slug}&_embed`,
    ]);
  });

  it('fails with what the REST API says where the page says nothing', async () => {
    const slug = unique();
    const origin = await site({
      [`/${slug}/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [] },
    });
    expect((await failureOf(ask(`${origin}/${slug}/`))).code).to.equal('not-an-article');
  });

  it('fails as no JSON where it is HTML that no WordPress knows of', async () => {
    const slug = unique();
    const origin = await site({ [`/${slug}/`]: READABLE_PAGE });
    expect((await failureOf(ask(`${origin}/${slug}/`))).code).to.equal('not-json');
  });

  it('fails at once where the post is protected by a password', async () => {
    const slug = unique();
    const content = { rendered: '', protected: true };
    const origin = await site({
      [`/news/${slug}/`]: PAGE,
      [`/wp-json/wp/v2/posts?slug=${slug}&_embed`]: { body: [post(`/news/${slug}/`, { content })] },
    });
    const failure = await failureOf(ask(`${origin}/news/${slug}/`));
    expect([failure.code, failure.url]).to.deep.equal(['protected', `https://news.example/news/${slug}/`]);
    expect(await asked(slug)).to.have.length(2);
  });

  it('is not looked for elsewhere where it says that it is not there', async () => {
    const slug = unique();
    const origin = await site({ [`/${slug}/`]: { body: '<!doctype html>', status: 404 } });
    const failure = await failureOf(ask(`${origin}/${slug}/`));
    expect([failure.code, failure.status]).to.deep.equal(['http', 404]);
    expect(await asked(slug)).to.have.length(1);
  });
});

describe('An address that may be a page’s', () => {
  for (const path of ['/KEY', '/KEY/', '/a/KEY-story?id=1', '/story?utm_source=KEY', '/story/?id=KEY']) {
    it(`is asked for once where it gives no answer, and then as a story of WordPress (${path})`, async () => {
      const key = unique();
      const address = path.replace('KEY', key);
      await forgetRequests();
      const origin = await site({ [address]: PAGE });
      await failureOf(ask(`${origin}${address}`));
      const requests = await asked('');
      expect(requests.filter((request) => request === address)).to.have.length(1);
      expect(requests.filter((request) => request.startsWith('/wp-json/'))).not.to.deep.equal([]);
    });
  }

  it('is asked for again where the answer breaks off: it may be read', async () => {
    const key = unique();
    const address = `/sequence/${key}?statuses=reset,200&body=${encodeURIComponent(JSON.stringify({ title: 'خبر' }))}`;
    expect((await ask(`${await secondOrigin()}${address}`)).article.headline).to.equal('خبر');
  });
});

describe('An address that is no page’s', () => {
  for (const path of [
    '/KEY/feed.json',
    '/KEY/feed/json/',
    '/?id=KEY',
    '/KEY/ghost/api/content/posts/1/?key=2',
    '/rest/v1.1/sites/KEY/posts/1',
    '/api/stories/KEY',
    '/story?id=KEY',
    '/folder/story.php?id=KEY&utm_source=x',
  ]) {
    it(`is asked for again where it gives no answer (${path})`, async () => {
      const key = unique();
      const address = path.replace('KEY', key);
      const origin = await site({ [address]: PAGE });
      expect((await failureOf(ask(`${origin}${address}`))).code).to.equal('network');
      expect(await asked(key)).to.deep.equal([address, address, address]);
    });
  }
});

describe('An error of a publishing system', () => {
  async function failureAt(answer: SiteAnswer): Promise<ArticleError> {
    const id = unique();
    const origin = await site({ [`/wp-json/wp/v2/posts/1?${id}`]: answer });
    return failureOf(ask(`${origin}/wp-json/wp/v2/posts/1?${id}`));
  }

  it('is told by its code where a post is not for everybody', async () => {
    const body = { code: 'rest_forbidden', message: 'عذرًا.', data: { status: 401 } };
    const failure = await failureAt({ status: 401, body });
    expect([failure.code, failure.status]).to.deep.equal(['protected', 401]);
  });

  it('is an error of HTTP where a whole site is closed', async () => {
    const body = { code: 'rest_cannot_access', message: 'عذرًا.', data: { status: 401 } };
    const failure = await failureAt({ status: 401, body });
    expect([failure.code, failure.status]).to.deep.equal(['http', 401]);
  });

  it('is an error of HTTP where there is no such post', async () => {
    const failure = await failureAt(NO_POST);
    expect([failure.code, failure.status]).to.deep.equal(['http', 404]);
  });

  it('keeps the status of HTTP where it states none itself', async () => {
    const failure = await failureAt({ status: 404, body: { error: 'unknown_post', message: 'Unknown post' } });
    expect([failure.code, failure.status]).to.deep.equal(['http', 404]);
  });

  it('is an error of HTTP where what it says is no JSON', async () => {
    const failure = await failureAt({ status: 403, body: '{', type: 'application/json' });
    expect([failure.code, failure.status]).to.deep.equal(['http', 403]);
  });

  it('is no article, even where it looks like one', async () => {
    const failure = await failureAt({ status: 404, body: { title: 'خبر' } });
    expect([failure.code, failure.status]).to.deep.equal(['http', 404]);
  });
});

describe('Further requests', () => {
  it('are those that the three of a card leave', async () => {
    const slug = unique();
    const folder = `folder-${slug}`;
    const api = `/${folder}/wp-json/wp/v2/posts`;
    const origin = await site({
      [`/${folder}/${slug}/`]: PAGE,
      [`${api}?slug=${slug}&_embed`]: { body: [post(`/${folder}/${slug}/`, { categories: [3] })] },
      [`${api}/7?_embed&${slug}`]: { body: post(`/${folder}/${slug}/`, { categories: [3] }) },
    });
    const byApi = await ask(`${origin}${api}/7?_embed&${slug}`);
    expect([byApi.detailsRequests.map(({ kind }) => kind), byApi.requestsLeft]).to.deep.equal([
      ['related', 'publisher'],
      2,
    ]);
    const byPage = await ask(`${origin}/${folder}/${slug}/`);
    expect(byPage.requestsLeft).to.equal(0);
  });
});
