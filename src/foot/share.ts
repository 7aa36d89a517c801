import { html, nothing } from 'lit';
import { shareAddress, type Channel } from './channels.js';
import { footWords } from '../language/foot-words.js';
import type { Section } from '../card/context.js';
import { icon, say, section } from '../card/templates.js';
import { copyButton, copyStatus } from './short-link.js';

const SHARE = 'share';

/** Plain links to the forms of the networks, and the device's own share sheet. */
export const share: Section = ({ headline }, context) => {
  const { channels, shared, shortLink, onDeviceShare } = context;
  if (!channels || !shared) return nothing;
  // Copying stands beside the short link where there is one.
  if (channels.length === 0 && !onDeviceShare && shortLink) return nothing;
  const words = footWords(context.words);
  return html`<div class="row">
    <p class="label" id=${SHARE}>${say(context, words.share)}</p>
    <ul role="list" part="share" aria-labelledby=${SHARE}>
      ${section(context, [channels, shared, headline], () =>
        channels.map(
          (channel) =>
            html`<li>
              <a
                class="square"
                part="share-link"
                data-channel=${channel}
                data-url=${shared}
                href=${shareAddress(channel, { url: shared, headline })}
                target="_blank"
                rel="noopener"
                >${icon(channel, say(context, label(channel, words)))}</a
              >
            </li>`,
        ),
      )}
      ${
        onDeviceShare
          ? html`<li>
              <button type="button" class="square" part="share-link" @click=${onDeviceShare}>
                ${icon('device', say(context, words.shareByDevice))}
              </button>
            </li>`
          : nothing
      }
      ${shortLink ? nothing : html`<li>${copyButton(context)}</li>`}
    </ul>
    ${shortLink ? nothing : copyStatus(context)}
  </div>`;
};

function label(channel: Channel, words: ReturnType<typeof footWords>): string {
  const name = channel === 'email' ? words.shareByEmail : words.shareOn(words.networks[channel]);
  return `${name} ${words.opensInNewWindow}`;
}
