import type { Plugin } from 'vite';

/**
 * Leaves only ASCII in scripts: a page may be windows-1256 and its server name no charset. Lit reads the cooked strings of
 * a template, so an escape is as good as the letter.
 */
export const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = asciiScript(chunk.code);
    },
  },
};

export function asciiScript(code: string): string {
  return code.replace(/[^\x00-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** For the same reason: the encoding that a server names goes before the one that a page names. */
export function asciiHtml(html: string): string {
  return html.replace(/[^\x00-\x7F]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
