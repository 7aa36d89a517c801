import { describe, expect, it } from 'vitest';
import { compactTemplates } from '../../build/compact-templates.js';

describe('A template of the source', () => {
  it.each([
    [
      'between its tags has no white space with a line end',
      'html`<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>`',
      'html`<ul><li>a</li><li>b</li></ul>`',
    ],
    ['keeps a space that stands on one line', 'html`<b>a</b> <i>b</i>`', 'html`<b>a</b> <i>b</i>`'],
    ['has none beside its expressions', 'html`<p>\n  ${a}\n  ${b}\n</p>`', 'html`<p>${a}${b}</p>`'],
    ['keeps one between words and an expression', 'html`<p>\n  by\n  ${a}\n</p>`', 'html`<p>by ${a}</p>`'],
    [
      'keeps one between its attributes',
      'html`<a\n  href=${a}\n  class="b"\n  >${c}</a\n>`',
      'html`<a href=${a} class="b" >${c}</a >`',
    ],
    [
      'keeps a space that is written as an expression',
      "html`<b>a</b>${' '}\n<i>b</i>`",
      "html`<b>a</b>${' '}<i>b</i>`",
    ],
    ['is compact within another', 'html`<p>\n  ${html`<b>\n  a\n</b>`}\n</p>`', 'html`<p>${html`<b>a</b>`}</p>`'],
  ])('%s', (_, source, compact) => {
    expect(compactTemplates(`const template = ${source};`)).toBe(`const template = ${compact};`);
  });

  it('is an `html` one: other texts stay as they are', () => {
    const code = 'const sheet = css`a {\n  color: red;\n}`; const text = `<p>\n</p>`;';
    expect(compactTemplates(code)).toBe(code);
  });
});
