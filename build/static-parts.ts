import type { Plugin } from 'vite';
import { IMPORT } from './parts.js';

/**
 * Turns `import('./foot.js')` into a static import, for a bundle in one file: bundlers wrap whatever `import()` reaches, so
 * that it runs later, which costs bytes and gains nothing where the code is there anyway.
 */
export const staticParts: Plugin = {
  name: 'static-parts',
  transform(code) {
    const imports: string[] = [];
    const changed = code.replace(IMPORT, (_, __, specifier: string) => {
      const name = `part${imports.length}`;
      imports.push(`import * as ${name} from '${specifier}';`);
      return `Promise.resolve(${name})`;
    });
    return imports.length > 0 ? { code: `${imports.join('\n')}\n${changed}`, map: null } : null;
  },
};
