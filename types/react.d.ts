// `import type {} from 'khabar/react'` lets JSX know <khabar-card>. React 19 and later, which sets properties of custom
// elements and listens to their events.
import type { KhabarCard, KhabarEventMap } from 'khabar';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CardAttributes } from './card.js';

type Listeners = {
  [Name in keyof KhabarEventMap as `on${Name}`]?: ((event: KhabarEventMap[Name]) => void) | undefined;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'khabar-card': DetailedHTMLProps<HTMLAttributes<KhabarCard>, KhabarCard> & CardAttributes & Listeners;
    }
  }
}

export {};
