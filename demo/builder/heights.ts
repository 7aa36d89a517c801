/** CSS pixels of a container at which the card is measured. */
export const WIDTHS = [280, 320, 360, 480, 640, 720] as const;

/** Heights of a card by the width of its container, by growing width. */
export type Heights = readonly (readonly [width: number, height: number])[];

/** Between two widths a card is hardly higher than at one of them; so each keeps the greater of the two. */
export function keptHeights(measured: Heights): Heights {
  return measured
    .map(([width, height], index) => [width, Math.max(height, measured[index + 1]?.[1] ?? 0)] as const)
    .filter(([, height], index, all) => height !== all[index - 1]?.[1]);
}

/** As the attribute `reserve` takes them. */
export function reserveOf(heights: Heights): string {
  return heights.map((pair) => pair.join(':')).join(' ');
}

/**
 * The same as one CSS length, for the style attribute of an element in a container: each step is added, or taken away, as
 * soon as the container is as wide. A page may hold any number of them, as there is no rule that two could share; and where
 * styles are stripped, no text is left.
 */
export function lengthOf(heights: Heights): string {
  const steps = heights.slice(1).map(([width, height], index) => {
    const change = height - heights[index]![1];
    // Only within a tenth of a pixel below the width is it between the two.
    return ` ${change < 0 ? '-' : '+'} clamp(0px, (100cqi - ${width - 0.1}px) * 9999, ${Math.abs(change)}px)`;
  });
  const first = `${heights[0]![1]}px`;
  return steps.length > 0 ? `calc(${first}${steps.join('')})` : first;
}

/** The first and greatest height, for those who take one number alone. */
export const greatest = (heights: Heights) => Math.max(...heights.map(([, height]) => height));
