import { html, nothing } from 'lit';
import { host } from '../../article/web-address.js';
import type { Section } from '../context.js';
import { linkedName, whisper } from '../templates.js';

/** Pixels; its place is kept while it loads. */
const LOGO = 32;

/**
 * Who publishes the story. The host of the story's own address is always there: a name alone could deceive. The name may
 * come late, and the logo of another story takes the place of one that did not load.
 */
export const publisher: Section = ({ publisher, url }, context) => {
  const { publisherCameLater, words } = context;
  const site = url && host(url);
  const label = publisher?.name;
  if (!site && !label) return nothing;
  return html`${whisper(context, `${words.publisher}${words.colon} `)}
    <p class=${publisherCameLater ? 'publisher later' : 'publisher'} part="publisher">
      ${
        publisher?.logo &&
        html`<img
          src=${publisher.logo}
          alt=""
          width=${LOGO}
          height=${LOGO}
          decoding="async"
          referrerpolicy="strict-origin-when-cross-origin"
        />`
      }
      <span>
        ${label && linkedName(publisher.url, label)}
        ${site && site !== label ? html`${label ? ' ' : nothing}<bdi class="host" dir="ltr" translate="no">${site}</bdi>` : nothing}
      </span>
    </p>`;
};
