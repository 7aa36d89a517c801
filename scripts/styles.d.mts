export const cssTarget: string[];
export function minifyStyles(css: string): string;
