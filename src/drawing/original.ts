import { nothing } from 'lit';
import type { WebAddress } from '../article/web-address.js';
import type { Voice } from './context.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { inNewWindow, say } from './phrases.js';
import { section } from './section.js';

const EXTERNAL_LINK = 'M12 6h-6a2 2 0 0 0 -2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-6 M11 13l9 -9 M15 4h5v5';

/**
 * The link to the story on its publisher's own site.
 * @param description `id` of what tells it from those of other cards, for readers who list links
 */
export function original(href: WebAddress | undefined, voice: Voice, description?: string): unknown {
  const { words } = voice;
  if (!href) return nothing;
  return section(voice, [href, description], () =>
    element(
      'p',
      { class: 'original' },
      element(
        'a',
        { href, ...inNewWindow, part: 'original', 'aria-describedby': description },
        say(voice, words.original),
        icon(EXTERNAL_LINK, say(voice, ` ${words.opensInNewWindow}`), true),
      ),
    ),
  );
}
