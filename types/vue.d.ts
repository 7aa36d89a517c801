// `import type {} from 'khabar/vue'` lets templates know <khabar-card>, its attributes and its events.
import type { HTMLAttributes, PublicProps } from 'vue';
import type { KhabarEventMap } from 'khabar';
import type { CardAttributes } from './card.js';

/** Vue looks for `heading-level` under `headingLevel`, and for the listener of `khabar-load` under `onKhabarLoad`. */
type Camel<Name> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

type Attributes = { [Name in keyof CardAttributes as Camel<Name> & string]: CardAttributes[Name] };
type Listeners = {
  [Name in keyof KhabarEventMap as `on${Capitalize<Camel<Name> & string>}`]?: (event: KhabarEventMap[Name]) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'khabar-card': new () => { $props: HTMLAttributes & PublicProps & Attributes & Listeners };
  }
}

export {};
