/** Typed access to the commands of commands.mjs. What a test changes here is undone after it. */
import { executeServerCommand } from '@web/test-runner-commands';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export const engine: Engine = navigator.userAgent.includes('Firefox/')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome/')
    ? 'chromium'
    : 'webkit';

async function command<Answer>(name: string, payload: unknown): Promise<Answer> {
  const answer = await executeServerCommand<Answer | { impossible: string }, unknown>(`khabar:${name}`, payload);
  if (typeof answer === 'object' && answer !== null && 'impossible' in answer) throw new Error(answer.impossible);
  return answer as Answer;
}

/** One key or a chord: `Tab`, `Shift+Tab`, `Enter`, `Space`, `Escape`, `ArrowDown`, … */
export async function press(key: string): Promise<void> {
  await command('keys', { press: key });
}

export async function typeText(text: string): Promise<void> {
  await command('keys', { type: text });
}

/** A trusted mouse click in the middle of the element, also of one inside a same-origin iframe. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const rect = element.getBoundingClientRect();
  let x = rect.left + rect.width / 2;
  let y = rect.top + rect.height / 2;
  let frame = element.ownerDocument.defaultView?.frameElement;
  while (frame) {
    const outer = frame.getBoundingClientRect();
    x += outer.left + frame.clientLeft;
    y += outer.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement;
  }
  await command('click', { x, y });
}

let undo: Array<() => Promise<unknown>> = [];

/** Chromium and Firefox. WebKit throws: its window stays wide; use a narrow wrapper or `openPage({ width })`. */
export async function setViewport(size: { width: number; height: number }): Promise<void> {
  const before = { width: innerWidth, height: innerHeight };
  await command('viewport', size);
  undo.push(() => command('viewport', before));
}

/**
 * Chromium. `{ 'prefers-color-scheme': 'dark', 'forced-colors': 'active' }`; features that are not named, and
 * a medium that is not named, are as the browser has them.
 */
export async function emulateMedia(
  features: Record<string, string>,
  media: '' | 'print' | 'screen' = '',
): Promise<void> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await command('emulate-media', { features: list, media });
  undo.push(() => command('emulate-media', {}));
}

/** Chromium. The zone of the reader, America/New_York unless a test says otherwise. */
export async function setTimeZone(timeZone: string): Promise<void> {
  await command('timezone', { timeZone });
  undo.push(() => command('timezone', {}));
}

export interface Heap {
  /** Of JavaScript's values and of the DOM. */
  bytes: number;
  nodes: number;
  listeners: number;
}

/** Chromium. What is still in use in this page once its garbage is collected. */
export async function heap(): Promise<Heap> {
  return command<Heap>('heap', {});
}

/** Chromium. How often this page has been laid out. */
export async function layouts(): Promise<number> {
  return command<number>('layouts', {});
}

export interface AccessibleNode {
  role: string;
  name?: string;
  description?: string;
  value?: string | number;
  level?: number;
  focusable?: boolean;
  focused?: boolean;
  expanded?: boolean;
  busy?: boolean;
  pressed?: boolean | 'true' | 'false' | 'mixed';
  disabled?: boolean;
  live?: string;
  atomic?: boolean;
  children?: AccessibleNode[];
  [property: string]: unknown;
}

/**
 * Chromium. What assistive technology is told, shadow trees included, of the element or of the whole page. An
 * element of which nothing is told is replaced by its children, so the answer is a list.
 */
export async function accessibilityTree(element?: Element): Promise<AccessibleNode[]> {
  if (!element) return command<AccessibleNode[]>('accessibility-tree', {});
  const globals = globalThis as { accessibilityRoot?: Element };
  globals.accessibilityRoot = element;
  try {
    return await command<AccessibleNode[]>('accessibility-tree', { root: 'accessibilityRoot' });
  } finally {
    delete globals.accessibilityRoot;
  }
}

/** All nodes of a tree in the order in which they are read. */
export function flatten(nodes: AccessibleNode[]): AccessibleNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children ?? [])]);
}

export interface Screenshot {
  /** Its full path, under the system's folder for temporary files. */
  file: string;
  /** Base64. */
  png: string;
  /** It was written as the picture that later runs are compared with (UPDATE_SCREENSHOTS). */
  isKept: boolean;
}

/**
 * Chromium and Firefox. Of a part of the page, also of what is not scrolled into view.
 * @param keep as the picture that later runs are compared with, where this run is asked for that
 */
export async function screenshot(
  path: string,
  clip?: { x: number; y: number; width: number; height: number },
  keep = false,
): Promise<Screenshot> {
  return command<Screenshot>('screenshot', { path, clip, keep });
}

// The page, and what it emulates, is used again for the next test file.
afterEach(async () => {
  const steps = undo.reverse();
  undo = [];
  for (const step of steps) await step().catch(() => undefined);
});
