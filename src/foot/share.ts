import { html, nothing } from 'lit';
import { closed } from '../article/bidi.js';
import type { Section } from '../drawing/context.js';
import { element } from '../drawing/element.js';
import { icon } from '../drawing/icon.js';
import { HEADLINE, inNewWindow, say } from '../drawing/phrases.js';
import { section } from '../drawing/section.js';
import { channelList, shareAddress, type Channel } from './channels.js';
import { icons } from './icons.js';
import { shortLink as shortLinkOf } from './link-template.js';
import { copyButton, copyStatus } from './short-link.js';
import { footWords } from '../language/foot-words.js';

const SHARE = 'share';

/** Plain links to the forms of the networks, and the device's own share sheet. */
export const share: Section = (article, context) => {
  const words = footWords(context.words);
  const shortLink = shortLinkOf(article, context.shortLink);
  const url = shortLink ?? article.url;
  if (!url || context.share.toLowerCase() === 'none') return nothing;
  const channels = channelList(context.share);
  const device = canShare({ title: closed(article.headline ?? ''), url });
  // Copying stands beside the short link where there is one.
  if (channels.length === 0 && !device && shortLink) return nothing;
  const label = section(context, [], () => say(context, words.share));
  const links = section(context, [channels, device, url, article.headline], () => [
    channels.map((channel) =>
      element(
        'li',
        {},
        element(
          'a',
          {
            class: 'square',
            part: 'share-link',
            'data-channel': channel,
            'data-url': url,
            href: shareAddress(channel, { url, headline: article.headline }),
            ...inNewWindow,
            // Told apart from those of other cards, for readers who list links.
            'aria-describedby': article.headline && HEADLINE,
          },
          icon(icons[channel], say(context, `${labelOf(channel, words)} ${words.opensInNewWindow}`)),
        ),
      ),
    ),
    device &&
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', class: 'square', part: 'share-link', 'data-action': 'device', 'data-url': url },
          icon(icons.device, say(context, words.shareByDevice)),
        ),
      ),
  ]);
  return html`<div class="row">
    <p class="label" id=${SHARE}>${label}</p>
    <ul role="list" part="share" aria-labelledby=${SHARE}>
      ${links}${shortLink ? nothing : html`<li>${copyButton(url, context)}</li>`}
    </ul>
    ${shortLink ? nothing : copyStatus(url, context)}
  </div>`;
};

function labelOf(channel: Channel, words: ReturnType<typeof footWords>): string {
  return channel === 'email' ? words.shareByEmail : words.shareOn(words.networks[channel]);
}

function canShare(data: ShareData): boolean {
  try {
    return typeof navigator.share === 'function' && navigator.canShare(data);
  } catch {
    return false;
  }
}
