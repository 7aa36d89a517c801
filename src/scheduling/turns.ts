import { isServer } from 'lit';

/** Work that waits for its turn. */
interface Task {
  readonly distance: () => number;
  readonly begin: () => void;
}

const tasks: Task[] = [];
let isTaken = false;
let channel: MessageChannel | undefined;

/**
 * One card of a page is drawn at a time, and one slice of a body cleaned; between them the page gets a task of its own
 * for scrolling and presses.
 * @param distance from what the reader looks at, asked for when there is a choice: the nearest goes first
 * @returns nothing where it is the caller's turn already
 */
export function turn(distance: () => number): Promise<void> | undefined {
  if (isTaken) return new Promise((begin) => tasks.push({ distance, begin }));
  isTaken = true;
  afterThisTask();
  return undefined;
}

function next(): void {
  if (tasks.length === 0) {
    isTaken = false;
    return;
  }
  const distances = tasks.map(({ distance }) => distance());
  const [nearest] = tasks.splice(distances.indexOf(Math.min(...distances)), 1);
  afterThisTask();
  nearest!.begin();
}

/** A message, not a timer: timers of a page in the background come once in a second, and nested ones 4 ms late. */
function afterThisTask(): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = next;
    // Of Node, where an app's tests run: they end when nothing else is left to do.
    if (isServer) (channel.port1 as unknown as { unref?: () => void }).unref?.();
  }
  channel.port2.postMessage(undefined);
}
