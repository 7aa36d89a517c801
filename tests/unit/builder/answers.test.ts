import { describe, expect, it } from 'vitest';
import type { WebAddress } from '../../../src/article/web-address.js';
import { readAnswer, storiesOf } from '../../../demo/builder/answers.js';

const at = (address: string) => address as WebAddress;
const FEED = at('https://news.example/feed.json');

describe('a feed', () => {
  const items = [
    { id: '1', url: 'https://news.example/1', title: 'الأول', date_published: '2026-03-08T09:05:00+04:00' },
    { id: '2', url: 'https://news.example/2', title: 'الثاني' },
  ];

  it('offers its stories', () => {
    expect(readAnswer(JSON.stringify({ items }), FEED)).toMatchObject({
      kind: 'json',
      stories: [
        { id: '1', headline: 'الأول', published: '2026-03-08T09:05:00+04:00' },
        { id: '2', headline: 'الثاني', published: undefined },
      ],
    });
  });

  it('of one story offers no choice', () => {
    expect(storiesOf({ items: items.slice(1) })).toEqual([]);
  });

  it('of WordPress offers its posts, decoded', () => {
    const post = (id: number) => ({
      id,
      link: `https://news.example/?p=${id}`,
      title: { rendered: `A &amp; ${id}` },
      content: { rendered: '<p>x</p>' },
    });
    expect(storiesOf([post(7), post(8)])).toMatchObject([
      { id: '7', headline: 'A & 7' },
      { id: '8', headline: 'A & 8' },
    ]);
  });

  it('of Ghost offers its posts', () => {
    const post = (id: string) => ({ id, title: `T ${id}`, comment_id: id, url: `https://news.example/${id}` });
    expect(storiesOf({ posts: [post('a'), post('b')] }).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('an answer that is no article', () => {
  it('is told from RSS, and WordPress’s own is offered in its place', () => {
    const rss = `<?xml version="1.0"?><rss><channel><item><title>x</title><link>https://news.example/a/</link></item></channel></rss>`;
    expect(readAnswer(rss, at('https://news.example/feed/'))).toEqual({
      kind: 'rss',
      instead: ['https://news.example/a/', 'https://news.example/wp-json/wp/v2/posts?_embed'],
    });
  });

  it('is told from Atom, of which nothing is known', () => {
    expect(
      readAnswer('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', at('https://news.example/atom.xml')),
    ).toEqual({
      kind: 'rss',
      instead: [],
    });
  });

  it('is told from oEmbed, and its page is offered', () => {
    const answer = { version: '1.0', type: 'rich', title: 'x', html: '<blockquote>' };
    expect(
      readAnswer(JSON.stringify(answer), at('https://news.example/oembed?url=https%3A%2F%2Fnews.example%2Fa%2F')),
    ).toEqual({ kind: 'oembed', instead: ['https://news.example/a/'] });
  });

  it('is told from a page, and the JSON that it names is offered', () => {
    const page = `<!doctype html><link rel="alternate" type="application/feed+json" href="/feed.json"><link rel="alternate" type="application/rss+xml" href="/rss">`;
    expect(readAnswer(page, at('https://news.example/a/'))).toEqual({
      kind: 'html',
      instead: ['https://news.example/feed.json'],
    });
  });

  it('offers no address that is none', () => {
    const page = `<!doctype html><link rel="alternate" type="application/json" href="javascript:alert(1)">`;
    expect(readAnswer(page, at('https://news.example/a/'))).toEqual({ kind: 'html', instead: [] });
  });
});
