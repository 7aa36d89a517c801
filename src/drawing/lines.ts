import { element, type Content } from './element.js';

/** Bars in the place of text that is on its way. */
export function lines(): Content {
  const bars = ['', '', 'short'].map((name) => element('span', { class: name }));
  return element('div', { class: 'skeleton', 'aria-hidden': 'true' }, bars);
}
