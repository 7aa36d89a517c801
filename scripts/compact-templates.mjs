// Takes the white space out of the templates of the source, where it is for their authors alone. In the page each run of
// it would be a text node, a quarter of a card's nodes, and every reader would download it.
import { parseAst } from 'vite';

/**
 * The code with its `html` templates in one line. White space that has a line end in it goes where it stands beside a tag,
 * or between two expressions; elsewhere it becomes one space. To keep a space beside a tag, write it as `${' '}`.
 * @param code JavaScript, with its types already taken out
 */
export function compactTemplates(code) {
  if (!code.includes('html`')) return code;
  const edits = templatesOf(parseAst(code)).flatMap(({ quasi }) => compactTexts(quasi.quasis));
  // From the last to the first, so that the places of those before stay true; templates stand in templates.
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, raw }) => text.slice(0, start) + raw + text.slice(end), code);
}

/** A plugin for Vite's builds, and one for Web Test Runner, so that what is tested is what is shipped. */
export const compactTemplatesPlugin = {
  name: 'compact-templates',
  transform: (code, id) => (/\/src\/.*\.ts$/.test(id) ? { code: compactTemplates(code), map: null } : null),
};
export const compactTemplatesInTests = {
  name: 'compact-templates',
  transform: ({ path, body }) => (/^\/src\/.*\.ts$/.test(path) ? { body: compactTemplates(body) } : undefined),
};

function templatesOf(node) {
  if (typeof node !== 'object' || node === null) return [];
  const isTemplate = node.type === 'TaggedTemplateExpression' && node.tag.name === 'html';
  return [...(isTemplate ? [node] : []), ...Object.values(node).flatMap(templatesOf)];
}

function compactTexts(texts) {
  let isInTag = false;
  return texts.map(({ start, end, value: { raw } }) => ({
    ...{ start, end },
    raw: raw.replace(/[<>]|\s*\n\s*/g, (found, at) => {
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
