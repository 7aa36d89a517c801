import { describe, expect, it } from 'vitest';
import { oEmbedLink, OEmbedError } from '../../../src/oembed/index.js';
import { attributesOf, thrownBy } from './support.js';

/** What WordPress 6.1 finds in a page (`WP_oEmbed::discover`). */
function discovered(html: string): string | undefined {
  for (const [, tag = ''] of html.matchAll(/<link([^<>]+?)\/?>/gi)) {
    const values = Object.fromEntries(
      [...tag.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    if (values['type'] === 'application/json+oembed') return values['href']?.replaceAll('&amp;', '&');
  }
  return undefined;
}

describe('The <link> of oEmbed', () => {
  it('leads to the file of an article', () => {
    expect(oEmbedLink('https://news.example/oembed/42.json')).toBe(
      '<link rel="alternate" type="application/json+oembed" href="https://news.example/oembed/42.json">',
    );
  });

  it('leads to a handler, and tells it the page', () => {
    const link = oEmbedLink('https://news.example/oembed?site=1', { url: 'https://news.example/?p=42&x=أ' });
    const { searchParams } = new URL(attributesOf(link, 'link')['href']!);
    expect(Object.fromEntries(searchParams)).toEqual({
      site: '1',
      url: new URL('https://news.example/?p=42&x=أ').href,
      format: 'json',
    });
  });

  it('is found by WordPress, whatever the headline', () => {
    const title = '</title>"><script>alert(1)</script> <link> [x]';
    const link = oEmbedLink('https://news.example/oembed', { url: 'https://news.example/42', title });
    expect(link.match(/[<>]/g)).toHaveLength(2);
    expect(attributesOf(link, 'link')['title']).toBe(title);
    expect(discovered(`<head>${link}</head>`)).toBe(
      'https://news.example/oembed?url=https%3A%2F%2Fnews.example%2F42&format=json',
    );
  });

  it.each([
    ['/oembed', undefined],
    ['javascript:alert(1)', undefined],
    ['https://news.example/oembed', '/42'],
  ])('is refused for the address %s and the page %s', (answer, url) => {
    const error = thrownBy(() => oEmbedLink(answer, { url })) as OEmbedError;
    expect(error).toBeInstanceOf(OEmbedError);
    expect(error.code).toBe('bad-option');
  });
});
