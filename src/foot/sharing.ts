import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Article } from '../article/article.js';
import { closed } from '../article/bidi.js';
import type { CopyState } from '../drawing/context.js';
import { SELECTED } from './short-link.js';

/** Copies the address of a story, or opens the share sheet of the device. Remembers how copying went. */
export class Sharing implements ReactiveController {
  copy: CopyState = 'idle';

  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.copy = 'idle';
  }

  async copyAddress(url: string): Promise<void> {
    // Asked at once: Safari grants the clipboard only in the very task of the reader's press.
    const written = write(url);
    // Emptied first: a live region that is given the words it already holds says nothing the second time.
    this.reset();
    await this.#host.updateComplete;
    this.copy = (await written) ? 'copied' : 'failed';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>(`#${SELECTED}`);
    field?.focus();
    field?.select();
  }

  async shareByDevice({ headline }: Article, url: string): Promise<void> {
    try {
      await navigator.share({ title: closed(headline ?? ''), url });
    } catch (error) {
      // A reader who closes the sheet has changed their mind; nothing has failed.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.copyAddress(url);
    }
  }

  reset(): void {
    if (this.copy === 'idle') return;
    this.copy = 'idle';
    this.#host.requestUpdate();
  }
}

/** Whether the clipboard took it: it is absent on pages without TLS, and refused in frames without permission. */
async function write(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}
