import { describe, expect, it } from 'vitest';
import { turn } from '../../../src/scheduling/turns.js';

/** The names of those who had their turn, in order. */
async function orderOf(waiting: readonly [name: string, distance: number][]): Promise<string[]> {
  const had: string[] = [];
  await Promise.all(
    waiting.map(async ([name, distance]) => {
      await turn(() => distance);
      had.push(name);
    }),
  );
  return had;
}

describe('A turn', () => {
  it('is given at once where nobody waits, and to one at a time', async () => {
    expect(turn(() => 0)).toBe(undefined);
    const second = turn(() => 0);
    expect(second).toBeInstanceOf(Promise);
    await second;
  });

  it('goes to the nearest first', async () => {
    const order = await orderOf([
      ['far', 900],
      ['farther', 950],
      ['near', 10],
      ['nearer', 5],
    ]);
    // The first to ask need not wait, if the test before has given its turn back.
    expect([
      ['far', 'nearer', 'near', 'farther'],
      ['nearer', 'near', 'far', 'farther'],
    ]).toContainEqual(order);
  });
});
