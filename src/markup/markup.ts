// What publishing systems write: embeds, lazy pictures, formulas, styles and scripts that carry meaning. A part of its own,
// which a plain body does not need.
import { keepBoxesApart } from './boxes.js';
import { removeCopies } from './copies.js';
import { linkEmbeds, type EmbedOptions } from './embeds.js';
import { markHemistichs } from './hemistichs.js';
import { keepMeaning } from './meaning.js';
import { unlazyPictures } from './pictures.js';
import { replaceElements } from './replace-elements.js';
import { removeShortcodes } from './shortcodes.js';
import { writeOut } from './write-out.js';

export { rebuildFormulas } from './math.js';
export type { EmbedOptions } from './embeds.js';

/** Says by plain elements what the markup of a body says otherwise. Comes before classes, styles and data are stripped. */
export function* prepare(root: Element, options: EmbedOptions): Generator<void> {
  removeCopies(root);
  removeShortcodes(root);
  yield;
  yield* unlazyPictures(root, options.base);
  writeOut(root);
  replaceElements(root);
  yield;
  yield* linkEmbeds(root, options);
  yield* keepBoxesApart(root);
  yield;
  markHemistichs(root);
  yield* keepMeaning(root);
}
