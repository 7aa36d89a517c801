/** The builder as somebody uses it, in a browser of its own, and what they paste into a page on another origin. */
import { address, otherHost, secondOrigin } from '../support/servers.js';
import { openVisit, type Visit } from '../support/visit.js';

/** @param fragment with its `#` */
export async function openBuilder(fragment = ''): Promise<Visit> {
  const visit = await openVisit();
  await visit.goto((await address('/builder/index.html')) + fragment);
  await visit.until(() => document.querySelector('#address'));
  return visit;
}

/** The address of a story on another host than the builder's. */
export async function storyAddress(story: unknown, more: Record<string, string | number> = {}): Promise<string> {
  return address('/json', { body: JSON.stringify(story), ...more }, await otherHost());
}

/** Writes into the field, and presses the button. */
export async function show(visit: Visit, text: string): Promise<void> {
  await visit.evaluate((written) => {
    const field = document.querySelector<HTMLInputElement>('#address')!;
    field.value = written;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form!.requestSubmit();
  }, text);
}

/** Chooses a value of an option, as a press on it does. */
export async function choose(visit: Visit, name: string, value: string): Promise<void> {
  await visit.evaluate(
    ([name, value]) => {
      const field = document.querySelector<HTMLInputElement>(`[data-option="${name}"] [value="${value}"]`)!;
      if (field.localName === 'option') {
        const select = field.closest('select')!;
        select.value = value!;
        select.dispatchEvent(new Event('change'));
      } else field.click();
    },
    [name, value],
  );
}

/** Writes a value of an option. */
export async function fill(visit: Visit, name: string, value: string): Promise<void> {
  await visit.evaluate(
    ([name, value]) => {
      const field = document.querySelector<HTMLInputElement>(`[data-option="${name}"] .row input`)!;
      field.value = value!;
      field.dispatchEvent(new Event('change'));
    },
    [name, value],
  );
}

/** Waits until the card is drawn and measured. */
export async function measured(visit: Visit): Promise<void> {
  await visit.until(() => document.querySelector('.look [role=status]')?.textContent?.includes('عُرف ارتفاعها'));
}

/** Presses a copy button, and answers what is in the clipboard then. */
export async function copy(visit: Visit, name = 'card'): Promise<string> {
  await visit.until((name) => document.querySelector(`[data-snippet="${name}"] button`), name);
  await visit.evaluate((name) => {
    const page = window as Window & { copied?: string };
    delete page.copied;
    // No browser under test has a clipboard that another may read.
    const clipboard = { writeText: (text: string) => Promise.resolve(void (page.copied = text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    document.querySelector<HTMLButtonElement>(`[data-snippet="${name}"] button`)!.click();
  }, name);
  await visit.until((name) => document.querySelector(`[data-snippet="${name}"] [role=status]`)?.textContent, name);
  return visit.evaluate(() => (window as Window & { copied?: string }).copied ?? '');
}

/** The text with the host that it names in the place of the reserved one. */
export async function hosted(text: string): Promise<string> {
  const second = await secondOrigin();
  const framed = `${second}/framed/${encodeURIComponent(await otherHost())}/frame.html`;
  return text
    .replace(/https:\/\/cdn\.example\/khabar@[\d.]+\/dist\/frame\.html/g, framed)
    .replace(/https:\/\/cdn\.example\/khabar@[\d.]+(?=\/dist\/)/g, second)
    .replaceAll('https://cdn.example', second);
}
