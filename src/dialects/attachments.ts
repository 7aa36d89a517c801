import { count, field, list, text } from '../article/json.js';
import { webAddress, type WebAddress } from '../article/web-address.js';

/** Sound and films that every browser plays. */
const PLAYABLE = /^(?:audio\/(?:mpeg|mp3|mp4|x-m4a|m4a|aac|wav|x-wav)|video\/mp4)\b/i;
const MEDIA = /^(audio|video)\/|mpegurl/i;
const MEGABYTE = 1_000_000;
/** More than any episode has. */
const MOST_ATTACHMENTS = 20;

/**
 * The HTML of an item's sound and films: a player, or a link with the size where not every browser plays the file. What the
 * body holds already is left out.
 * @param body of the item
 */
export function htmlOfAttachments(attachments: unknown, body: string, base?: WebAddress): string {
  const seen = new Set<string>();
  return list(attachments)
    .slice(0, MOST_ATTACHMENTS)
    .map((attachment) => {
      const stated = field(attachment, 'url');
      const url = webAddress(stated, base);
      const type = text(field(attachment, 'mime_type')) ?? '';
      const [kind, medium = 'video'] = MEDIA.exec(type) ?? [];
      if (!url || kind === undefined || seen.has(url)) return '';
      seen.add(url);
      if ([url, String(stated)].some((address) => body.includes(address) || body.includes(escapeHtml(address))))
        return '';
      const title = text(field(attachment, 'title'));
      if (!PLAYABLE.test(type)) return linkTo(url, title, field(attachment, 'size_in_bytes'));
      const name = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
      const caption = title === undefined ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`;
      return `<figure><${medium} controls src="${escapeHtml(url)}"${name}></${medium}>${caption}</figure>`;
    })
    .join('');
}

function linkTo(url: WebAddress, title: string | undefined, size: unknown): string {
  const name = title ?? new URL(url).pathname.split('/').at(-1)!;
  const megabytes = (count(size) ?? 0) / MEGABYTE;
  const stated = megabytes > 0 ? ` <bdi dir="ltr">(${megabytes.toFixed(1)} MB)</bdi>` : '';
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(name)}</a>${stated}</p>`;
}

/** Plain text of several lines as HTML. */
export function htmlOfText(plain: string): string {
  return plain
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

export function escapeHtml(plain: string): string {
  return plain.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
