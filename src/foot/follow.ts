import { html, nothing } from 'lit';
import { isolate } from './isolate.js';
import { handle, networkOf } from './network.js';
import { host, type WebAddress } from '../article/web-address.js';
import type { CardContext, Section } from '../card/context.js';
import { icon, say, section } from '../card/templates.js';

const FOLLOW = 'follow';

/** The publisher's accounts. The network is told from the address alone. */
export const follow: Section = (_, context) => {
  const { follow, words } = context;
  if (follow.length === 0) return nothing;
  return section(context, [follow], () => {
    const names = follow.map((account) => nameOf(account, context));
    return html`<div class="row">
      <p class="label" id=${FOLLOW}>${say(context, words.follow)}</p>
      <ul role="list" part="follow" aria-labelledby=${FOLLOW}>
        ${follow.map((account, index) => {
          const network = networkOf(account);
          // Two accounts of one network need two names (WCAG 2.4.9).
          const twice = names.filter((name) => name === names[index]).length > 1;
          const label = words.followOn(names[index]! + (twice ? ` ${isolate(handle(account))}` : ''));
          return html`<li>
            <a
              class="square"
              part="follow-link"
              data-network=${network ?? ''}
              href=${account}
              target="_blank"
              rel="noopener"
              >${icon(network ?? 'site', say(context, `${label} ${words.opensInNewWindow}`))}</a
            >
          </li>`;
        })}
      </ul>
    </div>`;
  });
};

function nameOf(account: WebAddress, { words }: CardContext): string {
  const network = networkOf(account);
  return network ? words.networks[network] : isolate(host(account));
}
