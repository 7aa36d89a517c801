import { parseAst, type Plugin } from 'vite';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

interface TemplateText {
  readonly start: number;
  readonly end: number;
  readonly value: { readonly raw: string };
}

interface Template {
  readonly quasi: { readonly quasis: readonly TemplateText[] };
}

/**
 * Takes the white space out of the templates of the source, where it is for their authors alone. In the page each run of
 * it would be a text node, a quarter of a card's nodes, and every reader would download it.
 */
export const compactTemplatesPlugin: Plugin = {
  name: 'compact-templates',
  transform: (code, id) => (/\/src\/.*\.ts$/.test(id) ? { code: compactTemplates(code), map: null } : null),
};

/**
 * The code with its `html` templates in one line. White space that has a line end in it goes where it stands beside a tag,
 * or between two expressions; elsewhere it becomes one space. To keep a space beside a tag, write it as `${' '}`.
 * @param code JavaScript, with its types already taken out
 */
export function compactTemplates(code: string): string {
  if (!code.includes('html`')) return code;
  const edits = templatesOf(parseAst(code)).flatMap(({ quasi }) => compactTexts(quasi.quasis));
  // From the last to the first, so that the places of those before stay true; templates stand in templates.
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, raw }) => text.slice(0, start) + raw + text.slice(end), code);
}

function templatesOf(node: unknown): Template[] {
  if (typeof node !== 'object' || node === null) return [];
  return [...(isHtmlTemplate(node) ? [node] : []), ...Object.values(node).flatMap(templatesOf)];
}

function isHtmlTemplate(node: object & { type?: unknown; tag?: { name?: unknown } }): node is Template {
  return node.type === 'TaggedTemplateExpression' && node.tag?.name === 'html';
}

function compactTexts(texts: readonly TemplateText[]): Edit[] {
  let isInTag = false;
  return texts.map(({ start, end, value: { raw } }) => ({
    ...{ start, end },
    raw: raw.replace(/[<>]|\s*\n\s*/g, (found, at: number) => {
      if (found === '<' || found === '>') {
        isInTag = found === '<';
        return found;
      }
      const [before, after] = [raw[at - 1], raw[at + found.length]];
      const isBesideTag = before === '>' || after === '<';
      return !isInTag && (isBesideTag || (before ?? after) === undefined) ? '' : ' ';
    }),
  }));
}
