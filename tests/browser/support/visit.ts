/** Pages in a second browser (visits.mjs), which can be left and come back to, and lose their network. */
import { executeServerCommand } from '@web/test-runner-commands';
import { pageAddress as keptPage, type Page } from './servers.js';

export interface Visit {
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  /** What a function answers there. It can use nothing from here but `value`, and both are sent as text. */
  evaluate<Answer, Value = undefined>(look: (value: Value) => Answer, value?: Value): Promise<Answer>;
  /** Waits until it answers something true. */
  until<Value = undefined>(look: (value: Value) => unknown, value?: Value): Promise<void>;
  /** Chromium and Firefox. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Chromium and Firefox. A new tab, which this is about from now on; in the background, or before the others. */
  openTab(options: { background: boolean }): Promise<void>;
  toFront(): Promise<void>;
}

const PATIENCE = 15_000;
const open = new Set<number>();

/** A tab, closed after the test. */
export async function openVisit(): Promise<Visit> {
  const id = await executeServerCommand<number, unknown>('khabar:visit-open', {});
  open.add(id);

  async function act(action: string, value?: unknown): Promise<unknown> {
    const answer = await executeServerCommand<{ value?: unknown; error?: string }, unknown>('khabar:visit-do', {
      id,
      action,
      value,
    });
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  const ask = (look: unknown, value: unknown) => `(${String(look)})(${JSON.stringify(value) ?? ''})`;

  const visit: Visit = {
    goto: async (url) => void (await act('goto', url)),
    // Not at once: a page that leaves before it has answered leaves the driver waiting.
    back: async () => void (await act('evaluate', 'void setTimeout(() => history.back(), 50)')),
    async evaluate<Answer, Value>(look: (value: Value) => Answer, value?: Value) {
      return JSON.parse(String(await act('evaluate', `JSON.stringify(${ask(look, value)} ?? null)`))) as Answer;
    },
    async until(look, value) {
      const end = performance.now() + PATIENCE;
      let last: unknown;
      while (performance.now() < end) {
        // A page that is on its way has nothing to look at yet.
        last = await act('evaluate', `Boolean(${ask(look, value)})`).catch(String);
        if (last === true) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`never true: ${String(look)}; last: ${last as string | boolean}`);
    },
    setOffline: async (isOffline) => void (await act('offline', isOffline)),
    openTab: async (options) => void (await act('tab', options)),
    toFront: async () => void (await act('front')),
  };
  return visit;
}

/** What a page of {@link pageAddress} notes. */
declare global {
  interface Window {
    /** Uncaught errors and rejections. */
    errors: string[];
    /** For each time the page was shown, whether it came from the back/forward cache. */
    shows: boolean[];
    /** The card's outcomes. */
    outcomes: string[];
  }
}

const NOTES = `<script>
  window.errors = []; window.shows = []; window.outcomes = [];
  addEventListener('error', (event) => errors.push(event.message));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  addEventListener('pageshow', (event) => shows.push(event.persisted));
  addEventListener('khabar-load', () => outcomes.push('load'));
  addEventListener('khabar-error', (event) => outcomes.push(event.error.code));
</script>`;

/** The address of a page on this origin that may be kept, and is for nobody else. */
export async function pageAddress({ head = '', ...page }: Pick<Page, 'head' | 'body' | 'charset'>): Promise<string> {
  // What says no-store is not kept for going back, either.
  return `${await keptPage({ ...page, head: NOTES + head })}?cache=no-cache`;
}

/** `name="value"`, to be written into a page. */
export function attribute(name: string, value: string): string {
  return `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

// The start of a browser is no part of the first test.
before(async function () {
  this.timeout(60_000);
  await openVisit();
  await closeAll();
});

// Some wait for more than one thing, each with the patience of until().
beforeEach(function () {
  this.currentTest.timeout(40_000);
});

afterEach(async function () {
  this.timeout(20_000);
  await closeAll();
});

async function closeAll(): Promise<void> {
  for (const id of open) await executeServerCommand('khabar:visit-close', { id });
  open.clear();
}
