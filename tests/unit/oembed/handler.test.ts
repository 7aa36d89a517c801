import { describe, expect, it } from 'vitest';
import { oEmbed, oEmbedHandler, OEmbedError, type OEmbedHandlerOptions } from '../../../src/oembed/index.js';
import { FRAME, SRC, STORY, thrownBy } from './support.js';

const PAGE = 'https://news.example/42';
const find = (url: URL) => (url.href === PAGE ? { json: STORY, src: SRC } : undefined);

async function asked(
  query: Record<string, string>,
  options: Partial<OEmbedHandlerOptions> = {},
  method = 'GET',
): Promise<Response> {
  const address = `https://news.example/oembed?${new URLSearchParams(query).toString()}`;
  return oEmbedHandler({ frame: FRAME, find, ...options })(new Request(address, { method }));
}

const statusOf = async (query: Record<string, string>, options: Partial<OEmbedHandlerOptions> = {}) =>
  (await asked(query, options)).status;

describe('A handler of oEmbed', () => {
  it('answers as the function does', async () => {
    const response = await asked({ url: PAGE, format: 'json' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(oEmbed(STORY, { frame: FRAME, src: SRC }));
  });

  it('answers in JSON without being told', async () => {
    expect(await statusOf({ url: PAGE })).toBe(200);
    expect(await statusOf({ url: PAGE, format: '' })).toBe(200);
  });

  it('sends JSON that no browser takes for a page', async () => {
    const { headers } = await asked({ url: PAGE });
    expect(headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('lets any page read it', async () => {
    for (const query of [{ url: PAGE }, { url: 'https://news.example/43' }, {}] as Record<string, string>[])
      expect((await asked(query)).headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('says for how long its answer may be kept, and no such thing of a failure', async () => {
    const response = await asked({ url: PAGE }, { cacheAge: 60 });
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60');
    expect(await response.json()).toMatchObject({ cache_age: 60 });
    expect((await asked({})).headers.get('Cache-Control')).toBe(null);
  });

  it('keeps within maxwidth and maxheight', async () => {
    const response = await asked({ url: PAGE, maxwidth: '320', maxheight: '250.9' });
    expect(await response.json()).toMatchObject({ width: 320, height: 250 });
  });

  it('takes an empty bound for none', async () => {
    const response = await asked({ url: PAGE, maxwidth: '', maxheight: '' });
    expect(await response.json()).toMatchObject({ width: 600, height: 400 });
  });

  it('uses the address that was asked for where the article states none', async () => {
    const { url: _, ...json } = STORY;
    const response = await asked({ url: PAGE }, { find: () => ({ json, src: SRC }) });
    expect(((await response.json()) as { html: string }).html).toContain(`<a href="${PAGE}">`);
  });

  it('waits for an article that is found later, and tells who asks', async () => {
    let request: Request | undefined;
    const response = await asked(
      { url: PAGE },
      {
        find: async (url, from) => {
          request = from;
          return Promise.resolve(find(url));
        },
      },
    );
    expect(response.status).toBe(200);
    expect(request!.url).toContain('/oembed?url=');
  });

  it('answers HEAD with the same headers, and no content', async () => {
    const [get, head] = [await asked({ url: PAGE }), await asked({ url: PAGE }, {}, 'HEAD')];
    expect(head.status).toBe(200);
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe('');
    expect(await (await asked({}, {}, 'HEAD')).text()).toBe('');
  });

  it('answers OPTIONS with what is allowed', async () => {
    const { status, headers } = await asked({}, {}, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS');
  });
});

describe('A handler of oEmbed refuses', () => {
  it.each([
    [{}],
    [{ url: '' }],
    [{ url: '/42' }],
    [{ url: 'javascript:alert(1)' }],
    [{ url: 'https://user:password@news.example/42' }],
    [{ url: PAGE, maxwidth: 'wide' }],
    [{ url: PAGE, maxwidth: '0' }],
    [{ url: PAGE, maxheight: '-200' }],
    [{ url: PAGE, maxheight: '1e400' }],
  ] as [Record<string, string>][])('with 400: %j', async (query) => {
    expect(await statusOf(query)).toBe(400);
  });

  it('with 404 an address that no article has', async () => {
    expect(await statusOf({ url: 'https://news.example/43' })).toBe(404);
  });

  it('with 404 JSON that holds no article', async () => {
    expect(await statusOf({ url: PAGE }, { find: () => ({ json: { code: 'rest_no_route' }, src: SRC }) })).toBe(404);
  });

  it('with 401 a story that only some readers may have', async () => {
    const json = {
      id: 7,
      type: 'post',
      link: PAGE,
      title: { rendered: 'خبر' },
      content: { rendered: '', protected: true },
      excerpt: { rendered: '', protected: true },
    };
    expect(await statusOf({ url: PAGE }, { find: () => ({ json, src: SRC }) })).toBe(401);
  });

  it.each(['xml', 'XML', 'html'])('with 501 the format %s', async (format) => {
    expect(await statusOf({ url: PAGE, format })).toBe(501);
  });

  it.each(['POST', 'PUT', 'DELETE'])('with 405 the method %s, and says which are allowed', async (method) => {
    const response = await asked({ url: PAGE }, {}, method);
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
  });

  it.each(['http://127.0.0.1:9200/', 'http://localhost/', 'http://169.254.169.254/latest/', 'http://10.0.0.1/'])(
    'with 404 the private address %s, before anybody looks for it',
    async (url) => {
      const everything = () => ({ json: STORY, src: SRC });
      expect(await statusOf({ url }, { find: everything })).toBe(404);
    },
  );
});

describe('A handler of oEmbed throws', () => {
  it('at once where the frame’s address is none', () => {
    const error = thrownBy(() => oEmbedHandler({ frame: '/frame.html', find })) as OEmbedError;
    expect(error.code).toBe('bad-option');
  });

  it('what its publisher did wrong', async () => {
    const elsewhere = () => ({ json: STORY, src: 'https://api.example/42.json' });
    await expect(asked({ url: PAGE }, { find: elsewhere })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('what came of the search for the article', async () => {
    const cause = new Error('The database is away.');
    const broken = () => Promise.reject(cause);
    await expect(asked({ url: PAGE }, { find: broken })).rejects.toBe(cause);
  });
});
