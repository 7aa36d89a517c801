import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type CopyState = 'idle' | 'copied' | 'failed';

/** Puts an address on the clipboard, and remembers how that went until it is asked again, or the article changes. */
export class CopyController implements ReactiveController {
  state: CopyState = 'idle';

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.state = 'idle';
  }

  async copy(address: string): Promise<void> {
    // Asked at once: Safari grants the clipboard only in the very task of the reader's press.
    const written = write(address);
    // Emptied first: a live region that is given the words it already holds says nothing the second time.
    this.reset();
    await this.#host.updateComplete;
    this.state = (await written) ? 'copied' : 'failed';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  reset(): void {
    if (this.state === 'idle') return;
    this.state = 'idle';
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
