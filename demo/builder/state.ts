import type { WebAddress } from '../../src/article/web-address.js';
import { check } from './address.js';
import { initialOf, options, readValue, type Values } from './options.js';

/** What the address of the builder carries: everything that was chosen, and the story's address; never JSON. */
export interface State {
  /** As it is written in the field; the address of a story, with its item. */
  readonly written: string;
  readonly values: Values;
}

/**
 * The state as a fragment, which reaches no server. JSON is left out, and so is an address that has a key in it, or that
 * could not be looked at.
 */
export function fragmentOf({ written, values }: State, own: WebAddress): string {
  const parameters = new URLSearchParams();
  const checked = check(written, own);
  if ('address' in checked && !checked.hasSecret) parameters.set('src', checked.address);
  for (const option of options)
    if (values[option.name] !== initialOf(option)) parameters.set(option.name, values[option.name]);
  return parameters.size > 0 ? `#${parameters}` : '';
}

/** The state that a fragment states. It may be anybody's: what is no address, or no value of an option, is left out. */
export function stateOf(fragment: string, own: WebAddress): State {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const checked = check(parameters.get('src') ?? '', own);
  return {
    written: 'address' in checked ? checked.address : '',
    values: Object.fromEntries(
      options.map((option) => [option.name, readValue(option, parameters.get(option.name))]),
    ) as Values,
  };
}
