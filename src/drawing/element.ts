/** Content of an element. `undefined`, `false` and `''` leave no trace; lists are flattened. */
export type Content = Node | string | false | undefined | readonly Content[];

/**
 * An element that is drawn once and never changes. A card has 150 of them: as Lit templates, each cloned, searched and
 * filled, they took more than half of its time (docs/performance.md).
 * @param attributes without those that are `undefined`
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...content: readonly Content[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(attribute, String(value));
  made.append(...nodes(content));
  return made;
}

/** The nodes and texts of nested lists, flattened. */
export function nodes(content: Content): (Node | string)[] {
  if (!content) return [];
  return Array.isArray(content) ? (content as readonly Content[]).flatMap(nodes) : [content as Node | string];
}
