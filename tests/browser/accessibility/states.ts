/** Every state in which a reader can find a card, made in any language, theme and width. */
import { drawWithBody, draw, heard, mount, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { address } from '../support/servers.js';
import { articleIn, type Language } from './articles.js';
import { speechWith } from '../support/speech.js';
import { textSize } from '../../../src/card/text-size.js';
import { waitUntil } from '../support/wait.js';

export interface Place {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

const mounting = ({ language, theme, width }: Place, attributes: Record<string, string> = {}) => ({
  article: articleIn(language),
  attributes: { theme, ...attributes },
  width,
});

let turn = 0;

/** A card that fetches, answered with these statuses one after the other. */
async function fetching({ language, theme, width }: Place, statuses: string, children: readonly Node[] = []) {
  const src = await address(`/sequence/accessibility-${performance.now()}-${(turn += 1)}`, { statuses });
  return mount({ attributes: { src, theme, lang: language, loading: 'eager', timeout: '60' }, children, width });
}

async function failed(place: Place, statuses = '404', children: readonly Node[] = []): Promise<KhabarCard> {
  const card = await fetching(place, statuses, children);
  await heard(card, 'khabar-error');
  return card;
}

export function fallbackLink(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = 'https://alqafila.example/2026/03/falaj/';
  link.textContent = 'افتتاح أول متحف للأفلاج';
  return link;
}

async function pressCopy(place: Place): Promise<KhabarCard> {
  const card = await draw(mounting(place));
  part(card, 'copy')!.click();
  await waitUntil(() => statusOf(card) !== '');
  return card;
}

/** What the card's live region says. */
export function statusOf(card: KhabarCard): string | undefined {
  return textOf(card.shadowRoot!.querySelector('[role="status"]'));
}

export function clipboard(writeText: (text: string) => Promise<void>): void {
  replace(navigator, 'clipboard', { writeText });
}

export const refused = () => Promise.reject(new DOMException('', 'NotAllowedError'));

export const views = {
  closed: (place) => drawWithBody(mounting(place)),
  open: (place) => drawWithBody(mounting(place, { open: '' })),
  article: (place) => drawWithBody(mounting(place, { view: 'article' })),
  teaser: (place) => draw(mounting(place, { view: 'teaser' })),
} satisfies Record<string, (place: Place) => Promise<KhabarCard>>;

export type View = keyof typeof views;

export const states: Readonly<Record<string, (place: Place) => Promise<KhabarCard>>> = {
  ...views,
  sparse: (place) => {
    const { title, language } = articleIn(place.language);
    return draw({ ...mounting(place), article: { title, language } });
  },
  loading: (place) => fetching(place, 'never'),
  failed: (place) => failed(place),
  'failed, with a fallback': (place) => failed(place, '404', [fallbackLink()]),
  'being tried again': async (place) => {
    const card = await failed(place, '404,never');
    part(card, 'retry')!.click();
    await waitUntil(() => part(card, 'retry')!.getAttribute('aria-disabled') === 'true');
    return card;
  },
  protected: async (place) => {
    const post = { link: 'https://alqafila.example/1', content: { rendered: '', protected: true } };
    const card = await mount({ ...mounting(place, { lang: place.language }), article: post });
    await heard(card, 'khabar-error');
    return card;
  },
  'for subscribers, in part': (place) => {
    const post = { id: '1', title: 'خبر', html: '<p>أوله</p>', access: false };
    return drawWithBody({ ...mounting(place, { lang: place.language }), article: { posts: [post] } });
  },
  copied: (place) => {
    clipboard(() => Promise.resolve());
    return pressCopy(place);
  },
  'not copied': (place) => {
    clipboard(refused);
    return pressCopy(place);
  },
  offline: async (place) => {
    replace(navigator, 'onLine', false);
    const card = await fetching(place, 'reset');
    await waitUntil(() => statusOf(card) !== '');
    return card;
  },
  'read aloud': async (place) => {
    speechWith([{ lang: place.language }]);
    const card = await views.article(place);
    part(card, 'listen')!.click();
    await waitUntil(() => part(card, 'speed'));
    return card;
  },
  'with the largest text': async (place) => {
    const card = await views.article(place);
    for (let press = 0; press < 3; press += 1) part(card, 'larger')!.click();
    await card.updateComplete;
    textSize.step = 0;
    sessionStorage.clear();
    return card;
  },
  'with words in another language': (place) =>
    drawWithBody(mounting(place, { lang: place.language === 'en' ? 'ar' : 'en', open: '' })),
};

export const inArabic: Place = { language: 'ar', theme: 'light', width: 480 };
