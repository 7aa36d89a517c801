// A newspaper with oEmbed, as docs/oembed.md tells publishers to make one. Its stories are numbered.
//
// `/publisher/stories/<id>` is a story's page, whose <link> leads to the handler; `/publisher/static/<id>` is the same of a
// static site, whose <link> leads to a file.

/** In each field what would break out of HTML, or out of a JSON string. */
const HEADLINE = 'عاد الماء إلى "الفلج" & </blockquote><script>alert(1)</script>';

export async function publisher({ request, response, url, rest, send }) {
  // The built one, and not before the build: only some tests are about it.
  const { oEmbed, oEmbedHandler, oEmbedLink } = await import('../../dist/lib/oembed/index.js');
  const home = `http://${request.headers.host}/publisher`;
  const options = { frame: new URL('/framed//frame.html', home).href };
  const [, kind, id] = /^(\w+)\/?(\w+)?/.exec(rest) ?? [];
  const jsonOf = (number) => `${home}/articles/${number}.json`;

  const routes = {
    articles: () => send(200, storyOf(home, id)),
    stories: () => {
      const page = `${home}/stories/${id}`;
      return sendPage(oEmbedLink(`${home}/oembed`, { url: page, title: HEADLINE }));
    },
    static: () => sendPage(oEmbedLink(`${home}/files/${id}.json`, { title: HEADLINE })),
    files: () => send(200, JSON.stringify(oEmbed(storyOf(home, id), { ...options, src: jsonOf(id) })), JSON_TYPE),
    oembed: async () => {
      const handler = oEmbedHandler({
        ...options,
        find({ href }) {
          const [, number] = /\/publisher\/stories\/(\w+)$/.exec(href) ?? [];
          return number && { json: storyOf(home, number), src: jsonOf(number) };
        },
      });
      const answer = await handler(new Request(new URL(url.pathname + url.search, home), { method: request.method }));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
    },
  };
  return Object.hasOwn(routes, kind) ? routes[kind]() : send(404, 'no such page');

  function sendPage(link) {
    const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>خبر</title>${link}</head><body></body></html>`;
    return send(200, html, { 'Content-Type': 'text/html; charset=utf-8' });
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

function storyOf(home, id) {
  return {
    id,
    url: `${home}/stories/${id}`,
    title: HEADLINE,
    summary: 'بعد أربعة عقود.',
    content_html: '<p>جرى الماء صباح اليوم في القناة.</p>',
    image: new URL('/img/1200x800.png', home).href,
    date_published: '2026-03-08T09:05:00+04:00',
    language: 'ar',
    authors: [{ name: 'هدى الوادعية' }],
    _khabar: { image: { width: 1200, height: 800 }, publisher: { name: 'الواحة', url: `${home}/` } },
  };
}
