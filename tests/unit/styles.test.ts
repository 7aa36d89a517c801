import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { minifyStyles } from '../../build/styles.js';

const sheets = ['card/card', 'card/head/head', 'card/waiting', 'card/failure', 'foot/foot', 'body/body'];
const minified = sheets
  .map((name) => minifyStyles(readFileSync(new URL(`../../src/${name}.css`, import.meta.url), 'utf8')))
  .join('');

describe('The minified style sheets', () => {
  it.each([
    ['colours by theme', 'light-dark(#1b1a18,#eeeae3)'],
    ['a theme of the card’s own', 'color-scheme:dark only'],
    ['text that browsers find', '[hidden]:not([hidden=until-found])'],
    ['icons that turn', '.mirrored:dir(rtl){scale:-1 1}'],
    ['the size of text on iPhones', '-webkit-text-size-adjust:100%'],
    ['the size of text elsewhere', ';text-size-adjust:100%'],
    ['printed details', 'details::details-content{'],
    ['printed addresses in isolates', 'content:" (\u2066" attr(href) "\u2069)"'],
    ['widths of the container', '@container (width>=40em){'],
  ])('keep %s', (_, rule) => {
    expect(minified).toContain(rule);
  });

  it('hold no comment', () => {
    expect(minified).not.toContain('/*');
  });
});
