/** Classes by which themes keep words for screen readers, or traps for bots, from the eye; their style sheet is not here. */
export const UNSEEN_CLASSES = 'screen-reader-text|sr-only|visually-?hidden';

const OFF_SCREEN = /^-\d{3,}(\.\d+)?(px|pt)?$|^-\d{2,}(\.\d+)?r?em$|^-\d{3,}(\.\d+)?(%|v[wh])$/;
const ZERO = /^[+-]?(0+(\.0*)?|\.0+)(px|pt|r?em|%)?$/;

/**
 * Whether the text of a `style` attribute keeps an element from readers. The text is read, not `element.style`, which is
 * empty in Chromium for inert documents under a strict `style-src`; and summaries are judged where there is no DOM.
 */
export function hidesByStyle(style: string): boolean {
  const declared = new Map(
    style
      .toLowerCase()
      // A comment that is never closed runs to the end.
      .replace(/\/\*[^]*?(\*\/|$)/g, '')
      .split(';')
      .map((declaration): [string, string] => {
        const [property = '', ...value] = declaration.split(':');
        return [
          property.trim(),
          value
            .join(':')
            .replace(/!\s*important/, '')
            .trim(),
        ];
      }),
  );
  const is = (property: string, pattern: RegExp) => pattern.test(declared.get(property) ?? '');
  return (
    is('display', /^none$/) ||
    is('visibility', /^(hidden|collapse)$/) ||
    is('opacity', ZERO) ||
    is('font-size', ZERO) ||
    is('text-indent', OFF_SCREEN) ||
    is('clip-path', /^inset\((50|100)%/) ||
    is('clip', /^rect\(\s*([01](px)?[\s,]+){3}[01](px)?\s*\)$/) ||
    (is('position', /^(absolute|fixed)$/) &&
      ['left', 'right', 'top', 'bottom', 'inset-inline-start'].some((side) => is(side, OFF_SCREEN))) ||
    (is('overflow', /^(hidden|clip)$/) && ['width', 'height', 'max-height'].some((size) => is(size, ZERO)))
  );
}
