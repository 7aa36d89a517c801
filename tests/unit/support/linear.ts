/** Milliseconds. Linear work on the largest input takes a small fraction of it, on a busy machine too. */
const PATIENCE = 8000;
/** Give it to the test: the whole series of a linear function ends long before. */
export const SERIES_TIMEOUT = 60_000;

/** Of characters. What grows exponentially is caught before. */
const SHORT = 2 ** 12;

/**
 * Fails where a function's work grows faster than its input. The input grows step by step, so that a quadratic or an
 * exponential function is caught while it still ends: at the largest size a quadratic one would run for hours.
 * @param input makes an input of about the size it is given.
 */
export function expectLinear<Input>(
  input: (size: number) => Input,
  run: (input: Input) => unknown,
  most = 2 ** 20,
): void {
  for (let size = 16; size <= most; size *= size < SHORT ? 2 : 4) {
    const argument = input(size);
    const start = performance.now();
    run(argument);
    const took = performance.now() - start;
    if (took >= PATIENCE) throw new Error(`An input of ${size} takes ${took} ms.`);
  }
}

/** `repeated('<a ')` makes inputs of nothing but `<a `. */
export function repeated(unit: string, before = '', after = ''): (size: number) => string {
  return (size) => before + unit.repeat(Math.ceil(size / unit.length)) + after;
}
