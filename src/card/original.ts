import { html, nothing } from 'lit';
import type { WebAddress } from '../article/web-address.js';
import type { Voice } from './context.js';
import { icon, say, section } from './templates.js';

/** The way to the story on its publisher's own site. */
export function original(url: WebAddress | undefined, voice: Voice): unknown {
  if (!url) return nothing;
  return section(
    voice,
    [url],
    () =>
      html`<p class="original">
        <a href=${url} target="_blank" rel="noopener" part="original"
          >${say(voice, voice.words.original)}${icon('original', say(voice, ` ${voice.words.opensInNewWindow}`), true)}</a
        >
      </p>`,
  );
}
