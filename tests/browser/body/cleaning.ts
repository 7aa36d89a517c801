/** The cleaning room as the tests of this folder use it. */
import type { UncleanBody } from '../../../src/article/article.js';
import { webAddress, type WebAddress } from '../../../src/article/web-address.js';
import * as markup from '../../../src/markup/markup.js';
import { cleaning, type CleanHtml, type CleaningOptions } from '../../../src/body/clean.js';

/** The article's own address: not the host page's, and not a server of the tests. */
export const BASE = webAddress('https://news.example/2025/11/story/') as WebAddress;

export const DESCRIPTION = 'new-window';

export const OPTIONS: CleaningOptions = {
  base: BASE,
  headingLevel: 3,
  linkDescription: DESCRIPTION,
  embedded: 'Embedded content',
  table: 'Table',
  code: 'Code',
  direction: 'ltr',
  siteName: (address) => (address.startsWith('https://www.youtube.com/') ? 'يوتيوب' : undefined),
};

/** All at once: what the page does meanwhile is not these tests' matter. */
export function cleaned(html: string, options: Partial<CleaningOptions> = {}): CleanHtml {
  return cleanedBody({ html }, options);
}

export function cleanedBody(body: UncleanBody, options: Partial<CleaningOptions> = {}): CleanHtml {
  const steps = cleaning(body, { ...OPTIONS, ...options }, markup);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The only element that cleaning leaves of this HTML. */
export function cleanedElement(html: string, options: Partial<CleaningOptions> = {}): Element {
  const { children } = cleaned(html, options);
  if (children.length !== 1) throw new Error(`${children.length} elements are left of ${html}`);
  return children[0] as Element;
}

/** Of no window: what is parsed or adopted there loads nothing and runs nothing. */
const inert = document.implementation.createHTMLDocument();

/** HTML as elements that nothing has been taken from. */
export function parsed(html: string): HTMLElement {
  const box = inert.createElement('div');
  box.innerHTML = html;
  return box;
}

export function written(fragment: DocumentFragment): string {
  const box = inert.createElement('div');
  box.append(inert.importNode(fragment, true));
  return box.innerHTML;
}

export function cleanedMarkup(html: string, options: Partial<CleaningOptions> = {}): string {
  return written(cleaned(html, options));
}

export function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}

let hosts: HTMLElement[] = [];

/** A shadow root in the page, as the card's. Gone after the test, unless it is to stay. */
export function shadowRoot({ stays = false } = {}): ShadowRoot {
  const host = document.createElement('div');
  document.body.append(host);
  if (!stays) hosts.push(host);
  return host.attachShadow({ mode: 'open' });
}

afterEach(() => {
  for (const host of hosts) host.remove();
  hosts = [];
});
