import { nothing } from 'lit';
import type { Article } from '../article/article.js';
import { host, webAddress, type WebAddress } from '../article/web-address.js';
import { compact } from '../article/json.js';
import type { CardContext, Section } from '../drawing/context.js';
import { element } from '../drawing/element.js';
import { icon } from '../drawing/icon.js';
import { inNewWindow, say } from '../drawing/phrases.js';
import { section } from '../drawing/section.js';
import { icons } from './icons.js';
import { isolate } from './isolate.js';
import { handle, networkOf } from '../networks/network.js';
import { footWords } from '../language/foot-words.js';
import type { NetworkNames } from '../language/words.js';

const FOLLOW = 'follow';

/** The publisher's accounts. The network is told from the address alone. */
export const follow: Section = (article, context) => {
  const words = footWords(context.words);
  const follow = accounts(article, context);
  if (follow.length === 0) return nothing;
  return section(context, [follow], () => {
    const names = follow.map((account) => nameOf(account, words));
    const links = follow.map((account, index) => {
      const network = networkOf(account);
      // Two accounts of one network need two names (WCAG 2.4.9).
      const isTwice = names.filter((name) => name === names[index]).length > 1;
      const label = words.followOn(names[index]! + (isTwice ? ` ${isolate(handle(account))}` : ''));
      return element(
        'li',
        {},
        element(
          'a',
          { class: 'square', part: 'follow-link', 'data-network': network ?? '', href: account, ...inNewWindow },
          icon(icons[network ?? 'site'], say(context, `${label} ${words.opensInNewWindow}`)),
        ),
      );
    });
    return element(
      'div',
      { class: 'row' },
      element('p', { class: 'label', id: FOLLOW }, say(context, words.follow)),
      element('ul', { role: 'list', part: 'follow', 'aria-labelledby': FOLLOW }, links),
    );
  });
};

/** The article's own accounts, else those that the page names. */
function accounts(article: Article, { follow }: CardContext): readonly WebAddress[] {
  if (follow.toLowerCase() === 'none') return [];
  const named = article.follow.length > 0 ? article.follow : compact(follow.split(/\s+/).map((url) => webAddress(url)));
  return [...new Set(named)];
}

function nameOf(account: WebAddress, { networks }: NetworkNames): string {
  const network = networkOf(account);
  return network ? networks[network] : isolate(host(account));
}
