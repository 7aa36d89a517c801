import { count, field, list, text } from '../article/json.js';
import { webAddress, type WebAddress } from '../article/web-address.js';

/** Sound and films that every browser plays. */
const PLAYABLE = /^(audio|video)\/(?:mpeg|mp3|mp4|x-m4a|m4a|aac|wav|x-wav)\b/i;
/** The same, by the name of a file whose type is not stated. */
const PLAYABLE_FILE = /\.(?:mp3|m4a|aac|wav|(mp4))$/i;
const PICTURE = /^image\//i;
const KILOBYTE = 1000;
/** More than any episode has. */
const MOST_ATTACHMENTS = 20;

/** A file beside a story, as its dialect states it. */
export interface Attachment {
  readonly url: unknown;
  readonly type?: unknown;
  readonly title?: unknown;
  /** In bytes. */
  readonly size?: unknown;
}

/** The attachments of a JSON Feed's item. */
export function attachmentsOf(item: unknown): readonly Attachment[] {
  return list(field(item, 'attachments')).map((attachment) => ({
    url: field(attachment, 'url'),
    type: field(attachment, 'mime_type'),
    title: field(attachment, 'title'),
    size: field(attachment, 'size_in_bytes'),
  }));
}

/**
 * The HTML of what is attached to a story: a player, or a link with the size where not every browser plays the file. Left
 * out are pictures, what the body holds already, and other files of a recording that is there.
 * @param body of the story
 */
export function htmlOfAttachments(attachments: readonly Attachment[], body: string, base?: WebAddress): string {
  const seen = new Set<string>();
  return attachments
    .slice(0, MOST_ATTACHMENTS)
    .map((attachment) => {
      const url = webAddress(attachment.url, base);
      const type = text(attachment.type) ?? '';
      if (!url || PICTURE.test(type) || seen.has(url)) return '';
      seen.add(url);
      if ([url, String(attachment.url)].some((address) => isIn(body, address))) return '';
      const title = text(attachment.title);
      const medium = mediumOf(type, url);
      if (!medium) return linkTo(url, title, attachment.size);
      // An MP3 and an M4A of one title are one recording: browsers play either.
      const recording = `${medium} ${title ?? url}`;
      if (seen.has(recording)) return '';
      seen.add(recording);
      const name = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
      const caption = title === undefined ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`;
      return `<figure><${medium} controls src="${escapeHtml(url)}"${name}></${medium}>${caption}</figure>`;
    })
    .join('');
}

/** Programs escape the `&` of an address in several ways. */
function isIn(body: string, address: string): boolean {
  return [address, escapeHtml(address), address.replaceAll('&', '&amp;')].some((written) => body.includes(written));
}

function mediumOf(type: string, url: WebAddress): string | undefined {
  const stated = PLAYABLE.exec(type)?.[1]?.toLowerCase();
  const file = type === '' && PLAYABLE_FILE.exec(new URL(url).pathname);
  return stated ?? (file ? (file[1] ? 'video' : 'audio') : undefined);
}

function linkTo(url: WebAddress, title: string | undefined, size: unknown): string {
  const kilobytes = (count(size) ?? 0) / KILOBYTE;
  const written = kilobytes < 100 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
  const stated = kilobytes > 0 ? ` <bdi dir="ltr">(${written})</bdi>` : '';
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(title ?? fileName(url))}</a>${stated}</p>`;
}

function fileName(url: WebAddress): string {
  const { pathname, host } = new URL(url);
  const name = pathname.split('/').findLast((part) => part !== '') ?? host;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
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
