/**
 * A style sheet that keeps known card heights, by width of the container: `320:812 480:760` (pixels). Between two widths
 * the lower one's height holds, and below the first, its own. A sheet, not a measured size: it is right before the
 * first frame, in frames that run no observers, and under any Content Security Policy.
 */
export function reservedSize(reserve: string): string {
  const sizes = [...reserve.matchAll(/(?:^|\s)(\d{1,5}):(\d{1,5})(?=\s|$)/g)]
    .map(([, width, height]) => ({ width: Number(width), height: Number(height) }))
    .sort((one, other) => one.width - other.width);
  return sizes
    .map(({ width, height }, index) => {
      const rule = `.card{min-block-size:${height}px}`;
      return index === 0 ? rule : `@container (min-width:${width}px){${rule}}`;
    })
    .join('');
}
