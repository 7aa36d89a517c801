import { field } from '../../article/json.js';

/** What a framed card tells its page, in the field `khabar` of a message. */
export interface FrameMessage {
  /** `asking`: the reader has not asked for the story yet (`loading="click"`). */
  readonly state: 'loading' | 'asking' | 'ready' | 'failed';
  /** CSS pixels of the whole card. */
  readonly height: number;
  /** The headline. */
  readonly title: string | undefined;
}

/** Asks a frame for its message again: the first may have come before the page listened. */
export const ASK = { khabar: 'ask' };

/** @returns `undefined` for anything else: any window can send a page any message. */
export function frameMessage(data: unknown): FrameMessage | undefined {
  const message = field(data, 'khabar');
  const state = field(message, 'state');
  const height = field(message, 'height');
  const title = field(message, 'title');
  if (state !== 'loading' && state !== 'asking' && state !== 'ready' && state !== 'failed') return undefined;
  if (typeof height !== 'number' || !Number.isFinite(height)) return undefined;
  return { state, height, title: typeof title === 'string' ? title : undefined };
}
