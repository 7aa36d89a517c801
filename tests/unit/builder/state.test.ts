import { describe, expect, it } from 'vitest';
import type { WebAddress } from '../../../src/article/web-address.js';
import { defaults, initialOf, options, readValue } from '../../../demo/builder/options.js';
import { fragmentOf, stateOf } from '../../../demo/builder/state.js';

const OWN = 'https://builder.example/' as WebAddress;
const story = 'https://news.example/feed.json#42';

describe('the address of the builder', () => {
  it('carries the story and what was chosen, and nothing else', () => {
    const state = { written: story, values: { ...defaults, view: 'teaser', share: 'x email' } };
    expect(fragmentOf(state, OWN)).toBe(`#${new URLSearchParams({ src: story, view: 'teaser', share: 'x email' })}`);
    expect(stateOf(fragmentOf(state, OWN), OWN)).toEqual(state);
  });

  it('is bare while nothing is chosen', () => {
    expect(fragmentOf({ written: '', values: defaults }, OWN)).toBe('');
  });

  it.each(['{"title":"private"}', 'https://news.example/a.json?token=abc', 'javascript:alert(1)', 'http://10.0.0.1/'])(
    'does not carry %s',
    (written) => {
      expect(fragmentOf({ written, values: defaults }, OWN)).toBe('');
    },
  );

  it.each([
    'src=javascript:alert(1)',
    'src=http://192.168.1.1/',
    'src={"title":"x"}',
    'view=<script>',
    'lang=ar" onload="x',
    'dark=</style><script>',
    'short-link=javascript:{id}',
    'follow=javascript:alert(1)',
    'time-zone=Nowhere/Land',
    '--khabar-accent=red;background:url(//evil.example)',
    '--khabar-font-ui=x;}body{display:none',
    'share=<b>',
    'kind=x',
    '__proto__=x',
  ])('means nothing where an enemy writes %s', (fragment) => {
    expect(stateOf(`#${fragment}`, OWN)).toEqual({ written: '', values: defaults });
  });

  it('keeps each value of each option', () => {
    for (const option of options)
      for (const value of option.values) {
        const values = { ...defaults, [option.name]: value };
        expect(stateOf(fragmentOf({ written: '', values }, OWN), OWN).values).toEqual(values);
      }
  });

  it('tells a list of which nothing is chosen from the default', () => {
    for (const option of options.filter(({ none }) => none !== undefined)) {
      const values = { ...defaults, [option.name]: option.none! };
      expect(stateOf(fragmentOf({ written: '', values }, OWN), OWN).values[option.name]).toBe(option.none);
      expect(readValue(option, 'nonsense')).toBe(initialOf(option));
    }
  });
});
