export const sort = (letters: string[]): string => letters.sort().join().replace('sorted by both', '');
