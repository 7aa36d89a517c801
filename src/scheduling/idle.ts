/** Milliseconds. A busy page runs the task then. */
const LATEST = 2000;

/** Runs a task when the page has a moment. @returns what cancels it */
export function whenIdle(task: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(task, 1);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(task, { timeout: LATEST });
  return () => cancelIdleCallback(handle);
}
