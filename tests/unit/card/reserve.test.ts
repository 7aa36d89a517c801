import { describe, expect, it } from 'vitest';
import { reservedSize } from '../../../src/card/reserve.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

/** The height that a sheet keeps in a container of a width: the last rule that applies wins, as in CSS. */
function heightAt(sheet: string, width: number): number | undefined {
  const rules = [...sheet.matchAll(/(?:@container \(min-width:(\d+)px\)\{)?\.card\{--own-reserved:(\d+)px\}\}?/g)];
  const applying = rules.filter(([, from]) => from === undefined || width >= Number(from));
  return applying.length > 0 ? Number(applying.at(-1)![2]) : undefined;
}

describe('reservedSize', () => {
  it('writes the smallest width as a rule, and each wider one as a query of the container', () => {
    expect(reservedSize('320:812 480:760')).toBe(
      '.card{--own-reserved:812px}@container (min-width:480px){.card{--own-reserved:760px}}',
    );
  });

  it.each([
    [200, 812],
    [320, 812],
    [479, 812],
    [480, 760],
    [719, 760],
    [720, 640],
    [2000, 640],
  ])('keeps in a container of %d pixels a height of %d', (width, height) => {
    expect(heightAt(reservedSize('320:812 480:760 720:640'), width)).toBe(height);
  });

  it('takes the widths in any order', () => {
    expect(reservedSize('720:640 320:812 480:760')).toBe(reservedSize('320:812 480:760 720:640'));
  });

  it('takes any white space between them', () => {
    expect(reservedSize('\n 320:812\t480:760 \n')).toBe(reservedSize('320:812 480:760'));
  });

  it('takes the later of two heights for one width', () => {
    expect(heightAt(reservedSize('320:800 480:700 480:760'), 500)).toBe(760);
  });

  it('leaves out what is no size, not what stands beside it', () => {
    expect(reservedSize('x 320:812 480px:760px 1:2:3 -1:5 999999:1 600:1e3')).toBe(reservedSize('320:812'));
  });

  it.each([
    '',
    ' ',
    '320',
    '320:',
    ':812',
    '320:812px',
    '320 : 812',
    '٣٢٠:٨١٢',
    '3.2:8',
    '320:812;',
    '320:812}*{color:red}',
  ])('keeps nothing for %j', (reserve) => {
    expect(reservedSize(reserve)).toBe('');
  });

  it('lets nothing but sizes into the sheet', () => {
    expect(reservedSize('320:812 }*{display:none} 480:760 /*')).toMatch(
      /^(@container \(min-width:\d+px\)\{)?(\.card\{--own-reserved:\d+px\}\}?(@container \(min-width:\d+px\)\{)?)*$/,
    );
  });

  it.each([
    ['digits', repeated('1')],
    ['half-written sizes', repeated('1:')],
    ['sizes', repeated('1:1 ')],
    ['white space', repeated(' ')],
  ])(
    'is linear in an attribute of nothing but %s',
    (_, input) => {
      expectLinear(input, reservedSize);
    },
    SERIES_TIMEOUT,
  );
});
