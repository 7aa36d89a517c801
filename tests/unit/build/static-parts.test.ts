import { describe, expect, it } from 'vitest';
import { staticParts } from '../../../build/static-parts.js';

const transform = staticParts.transform as unknown as (code: string) => { code: string } | null;

describe('A bundle in one file', () => {
  it('imports its parts like any other module', () => {
    const { code } = transform("export const foot = part(() => import('../foot/foot.js'));")!;
    expect(code).toBe(
      "import * as part0 from '../foot/foot.js';\nexport const foot = part(() => Promise.resolve(part0));",
    );
  });

  it('leaves alone what has no parts, and what is imported from an address', () => {
    expect(transform("import { foot } from './foot.js';")).toBe(null);
    expect(transform('const file = await import(address);')).toBe(null);
  });
});
