import type { TextSize } from '../tools/text-size.js';

const NORMAL = 2;

/** Of this page. A press changes it (`tools/tools-controller.ts`). */
export const textSize: TextSize = {
  key: 'khabar-text-size',
  sizes: [0.9, 1, 1.15, 1.3, 1.5],
  step: 0,
  cards: new Set(),
};

/** The style of a card's first element. A size that is kept is there from the first drawing on, so that nothing moves. */
export function sizeStyle(): string {
  textSize.step ||= keptStep();
  return `--own-scale:${textSize.sizes[textSize.step - 1]}`;
}

function keptStep(): number {
  try {
    const step = Number(sessionStorage.getItem(textSize.key));
    return textSize.sizes[step - 1] ? step : NORMAL;
  } catch {
    // A frame without an origin has no storage, and some readers allow none.
    return NORMAL;
  }
}
