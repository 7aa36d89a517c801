import { renamed } from '../html/elements.js';
import { playerParts, replacements } from '../html/policy.js';

/** Replaces elements that would lose their meaning, with their class or altogether, by those of the same meaning. */
export function replaceElements(root: Element): void {
  for (const part of root.querySelectorAll(playerParts.join())) part.remove();
  for (const [selector, name] of replacements)
    for (const element of root.querySelectorAll(selector)) renamed(element, name);
}
