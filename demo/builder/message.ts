/** Messages between the builder and its sandboxed preview. */
import type { ArticleErrorCode } from '../../src/article/article-error.js';
import { field, list, text } from '../../src/article/json.js';
import { webAddress } from '../../src/article/web-address.js';
import { WIDTHS, type Heights } from './heights.js';
import type { Source, Story } from './snippets.js';

export interface Request {
  /** Reports are about a request; those about an earlier one are not heard. */
  readonly id: number;
  readonly source: Source;
  /** What the builder could read at the address, where the preview, which has no origin, may not. */
  readonly read: unknown;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly page: { readonly lang: string; readonly dir: string; readonly scheme: string };
}

export type Report =
  | { readonly isReady: true }
  | { readonly id: number; readonly story: Story }
  | { readonly id: number; readonly heights: Heights }
  | { readonly id: number; readonly failed: ArticleErrorCode; readonly status: number | undefined };

/** A story is a stranger's, and the frame that it is drawn in speaks to the builder: everything is checked. */
export function reportOf(data: unknown): Report | undefined {
  const report = field(data, 'khabarPreview');
  if (field(report, 'isReady') === true) return { isReady: true };
  const id = Number(field(report, 'id'));
  const failed = text(field(report, 'failed'));
  if (failed) return { id, failed: failed as ArticleErrorCode, status: Number(field(report, 'status')) || undefined };
  const heights = field(report, 'heights');
  if (Array.isArray(heights))
    return { id, heights: WIDTHS.map((width, index) => [width, pixels(list(heights[index])[1])]) };
  const story = field(report, 'story');
  return story === undefined ? undefined : { id, story: storyOf(story) };
}

const pixels = (value: unknown) => Math.min(Math.max(Math.ceil(Number(value)) || 0, 0), 30_000);

function storyOf(json: unknown): Story {
  const published = field(json, 'published');
  const iso = text(field(published, 'iso'));
  const origins = (name: string) =>
    list(field(field(json, 'origins'), name))
      .map((origin) => webAddress(origin))
      .filter((origin) => origin !== undefined)
      .map((origin) => new URL(origin).origin);
  return {
    headline: text(field(json, 'headline')),
    summary: text(field(json, 'summary')),
    publisher: text(field(json, 'publisher')),
    published: iso === undefined ? undefined : { iso, text: text(field(published, 'text')) ?? iso },
    url: webAddress(field(json, 'url')),
    language: text(field(json, 'language')),
    origins: {
      'connect-src': origins('connect-src'),
      'img-src': origins('img-src'),
      'media-src': origins('media-src'),
      'frame-src': origins('frame-src'),
    },
  };
}
