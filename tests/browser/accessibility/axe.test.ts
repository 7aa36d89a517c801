import { expect } from 'chai';
import { article } from '../support/articles.js';
import { draw } from '../support/card.js';
import { isThorough, isWhole } from '../support/share.js';
import { languages } from './articles.js';
import { violations } from './reading.js';
import { inArabic, states, views, type Place, type View } from './states.js';

const themes = ['light', 'dark'] as const;
const widths = [320, 480, 720] as const;
const viewNames = Object.keys(views) as View[];

function itFindsNothing(state: string, place: Place): void {
  it(`84 axe finds nothing: ${state}, ${Object.values(place).join(', ')}`, async () => {
    const card = await states[state]!(place);
    await card.updateComplete;
    expect(await violations(card)).to.deep.equal([]);
  }).timeout(30_000);
}

// axe reads the elements, their attributes and their computed colours, in which no engine differs: one goes through it
// all, the others through every state once, for the case that one does.
describe(`Every state, in Arabic, ${isWhole ? 'light and dark' : 'light'}`, () => {
  for (const state of Object.keys(states)) {
    for (const theme of isWhole ? themes : themes.slice(0, 1)) itFindsNothing(state, { ...inArabic, theme });
  }
});

describe('Every pair of a language, a view, a width and a theme', () => {
  (isWhole ? languages : []).forEach((language, first) => {
    viewNames.forEach((view, second) => {
      const theme = themes[(first + (second >> 1)) % themes.length]!;
      itFindsNothing(view, { language, theme, width: widths[(first + second) % widths.length]! });
    });
  });
});

if (isThorough) {
  describe('Every combination of a state, a language, a width and a theme', () => {
    for (const state of Object.keys(states)) {
      for (const language of languages) {
        for (const width of widths) {
          for (const theme of themes) itFindsNothing(state, { language, width, theme });
        }
      }
    }
  });
}

describe('The contrast of Arabic', () => {
  for (const theme of themes) {
    it(`69 is measured: axe finds what is too pale, ${theme}`, async () => {
      const style = `--khabar-ink-quiet: ${theme === 'light' ? '#ccc' : '#444'}`;
      const card = await draw({ article: article(), attributes: { theme }, style });
      expect((await violations(card, 'color-contrast')).join()).to.include('color-contrast');
    });
  }
});
