import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CardContext } from '../drawing/context.js';

interface LateStories {
  readonly lateRelated: CardContext['lateRelated'];
  settle(): void;
}

/** Ends the room that is kept for late related stories, once it is below what is in view and its end moves nothing there. */
export class LateRelated implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #stories: LateStories;
  #observer: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }, stories: LateStories) {
    this.#host = host;
    this.#stories = stories;
    host.addController(this);
  }

  hostUpdated(): void {
    const room = this.#stories.lateRelated === 'settling' && this.#host.renderRoot.querySelector('.late');
    if (!room) return this.hostDisconnected();
    // Some pages take it away. The room stays then.
    if (typeof IntersectionObserver !== 'function') return;
    this.#observer ??= new IntersectionObserver(([entry]) => {
      const { isIntersecting, boundingClientRect: box } = entry!;
      // A card that is far away is not laid out, and its room has no box.
      if (!isIntersecting && (box.top > 0 || box.height === 0)) this.#stories.settle();
    });
    this.#observer.observe(room);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
