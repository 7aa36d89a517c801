// `import type {} from 'khabar/react'` lets JSX know <khabar-card>. React 19 and later, which sets properties of custom
// elements and listens to their events.
import type { KhabarCard } from 'khabar';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CardAttributes, CardEvents } from './card.js';

type Listeners = { [Name in keyof CardEvents as `on${Name}`]?: ((event: CardEvents[Name]) => void) | undefined };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'khabar-card': DetailedHTMLProps<HTMLAttributes<KhabarCard>, KhabarCard> & CardAttributes & Listeners;
    }
  }
}
