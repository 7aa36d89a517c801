// Keeps the direction of imports that docs call the rooms of src/: a room may use the rooms listed beside it, and
// nothing else of src/. To let a room know another one is a decision about the design; it is made in this table.
import { dirname, relative, resolve, sep } from 'node:path';

export const ROOMS = {
  article: [],
  hidden: [],
  networks: ['article'],
  language: ['article', 'networks'],
  scheduling: ['article'],
  drawing: ['article', 'language'],
  dialects: ['article', 'fetching', 'hidden', 'language', 'networks'],
  fetching: ['article'],
  body: ['article', 'drawing', 'hidden', 'language', 'networks', 'scheduling'],
  foot: ['article', 'drawing', 'language', 'networks'],
  card: ['article', 'body', 'dialects', 'drawing', 'fetching', 'foot', 'language', 'networks', 'scheduling'],
  embedding: ['article', 'card', 'fetching'],
  // The files directly in src/: the ways in which a page gets the element.
  entries: ['card', 'embedding', 'article'],
};

/** What a room may know by its types alone: these imports leave nothing in the built files. */
const TYPES_ONLY = { entries: ['foot', 'networks'] };

const MEANINGLESS = /^(utils?|helpers?|common|misc)$/i;

export const rooms = {
  meta: {
    type: 'problem',
    docs: { description: 'Keeps imports between the rooms of src/ in the direction of the design.' },
    schema: [],
    messages: {
      closed: '"{{from}}" may not import from "{{to}}". {{allowed}}',
      typesOnly: '"{{from}}" may import only types from "{{to}}".',
      unknown: '"{{room}}" is not a room of src/: add it to the table in eslint/rooms.js or move the file.',
      meaningless: '"{{name}}" says nothing about what is in it. A thing lives in the room that its name belongs to.',
    },
  },
  create(context) {
    const source = resolve(context.cwd, 'src');
    const from = roomOf(context.filename, source);

    function check(node, address, isType) {
      if (from === undefined || typeof address !== 'string' || !address.startsWith('.')) return;
      const to = roomOf(resolve(dirname(context.filename), address), source);
      if (to === undefined || to === from || to === 'everybodys' || ROOMS[from]?.includes(to)) return;
      if (TYPES_ONLY[from]?.includes(to)) {
        if (!isType) context.report({ node, messageId: 'typesOnly', data: { from, to } });
        return;
      }
      const known = ROOMS[from] ?? [];
      const allowed = known.length > 0 ? `It knows: ${known.join(', ')}.` : 'It knows no other room.';
      context.report({ node, messageId: 'closed', data: { from, to, allowed } });
    }

    function declaration(node) {
      const kinds = node.specifiers ?? [];
      const kindOf = (item) => item.importKind ?? item.exportKind;
      const isType = kindOf(node) === 'type' || (kinds.length > 0 && kinds.every((item) => kindOf(item) === 'type'));
      check(node.source ?? node, node.source?.value, isType);
    }

    return {
      Program(node) {
        const path = relative(context.cwd, context.filename).split(sep);
        const name = path.find((part) => MEANINGLESS.test(part.split('.')[0]));
        if (name) context.report({ node, messageId: 'meaningless', data: { name } });
        if (from !== undefined && !(from in ROOMS) && from !== 'everybodys') {
          context.report({ node, messageId: 'unknown', data: { room: from } });
        }
      },
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node) => check(node.source, literal(node.source), false),
      TSImportType: (node) => check(node, node.source?.value, true),
    };
  },
};

/** Files that everybody may read, as they know nothing of any room. */
const EVERYBODYS = /^(version|own-script)(\.[jt]s)?$/;

/** The room that a file is in; undefined outside src/. */
function roomOf(file, source) {
  const path = relative(source, file).split(sep);
  if (path[0] === '..' || path[0] === '') return undefined;
  if (path.length > 1) return path[0];
  return EVERYBODYS.test(path[0]) ? 'everybodys' : 'entries';
}

function literal(node) {
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return node.value;
}
