import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
  readonly static?: boolean;
}
type Lists = 'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties';
type Element = Readonly<Record<Lists, readonly Entry[]>> & { readonly tagName: string; readonly description: string };
export interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Partial<Element>[] }[];
}

const elementsOf = ({ modules }: Manifest) =>
  modules.flatMap(({ declarations }) => declarations).filter((one): one is Element => one.tagName !== undefined);

/** The values of a type that is a list of them: `'auto' | 'none'`, `1 | 2`. */
function valuesOf({ type }: Entry): string[] {
  const values = (type?.text ?? '').split(' | ').map((value) => /^'(.*)'$|^(\d+)$/.exec(value));
  return values.every(Boolean) ? values.map((found) => found![1] ?? found![2]!) : [];
}

/** What VS Code knows of HTML: "custom data", version 1.1. Users name the file in their settings, `html.customData`. */
export function htmlCustomData(manifest: Manifest): object {
  const tags = elementsOf(manifest).map((element) => ({
    name: element.tagName,
    description: { kind: 'markdown', value: element.description },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: { kind: 'markdown', value: attribute.description },
      // `v` stands for an attribute without a value.
      ...(attribute.type?.text === 'boolean' && { valueSet: 'v' }),
      ...(valuesOf(attribute).length > 0 && { values: valuesOf(attribute).map((name) => ({ name })) }),
    })),
  }));
  return { version: 1.1, tags };
}

/** What JetBrains' editors know of a package: web-types. They find the file by the field `web-types` of package.json. */
export function webTypes(
  manifest: Manifest,
  { name, version }: { readonly name: string; readonly version: string },
): object {
  const described = ({ name, description }: Entry) => ({ name, ...(description && { description }) });
  const elements = elementsOf(manifest).map((element) => ({
    name: element.tagName,
    description: element.description,
    attributes: element.attributes.map((attribute) => ({
      ...described(attribute),
      ...(attribute.default && { default: attribute.default }),
      required: false,
      value:
        attribute.type?.text === 'boolean'
          ? { kind: 'no-value', type: 'boolean', required: false }
          : {
              kind: 'plain',
              type:
                valuesOf(attribute)
                  .map((value) => `'${value}'`)
                  .join(' | ') || attribute.type?.text,
            },
    })),
    js: {
      properties: element.members
        .filter((member) => member.kind === 'field' && !member.static)
        .map((member) => ({ ...described(member), type: member.type?.text })),
      events: element.events.map((event) => ({ ...described(event), type: event.type?.text })),
    },
    slots: element.slots.map(described),
    css: { parts: element.cssParts.map(described), properties: element.cssProperties.map(described) },
  }));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: { html: { elements } },
  };
}

/** Writes both beside the manifest. */
export async function writeEditorData(
  dist: string,
  of: { readonly name: string; readonly version: string },
): Promise<void> {
  const manifest = JSON.parse(await readFile(resolve(dist, 'custom-elements.json'), 'utf8')) as Manifest;
  const write = (file: string, data: object) => writeFile(resolve(dist, file), `${JSON.stringify(data, null, 2)}\n`);
  await write('vscode.html-custom-data.json', htmlCustomData(manifest));
  await write('web-types.json', webTypes(manifest, of));
}
