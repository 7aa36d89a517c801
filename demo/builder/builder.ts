// The builder: what it knows, and what happens. page.ts draws it.
import { render } from 'lit/html.js';
import type { ArticleErrorCode } from '../../src/article/article-error.js';
import { isObject } from '../../src/article/json.js';
import { webAddress, type WebAddress } from '../../src/article/web-address.js';
import { check, type Checked } from './address.js';
import { reachOf, type Reach } from './advice.js';
import { readAnswer, storiesOf, type Answer, type Offer } from './answers.js';
import { keptHeights, type Heights } from './heights.js';
import { reportOf, type Request } from './message.js';
import { chosen, defaults, options, readValue, type OptionName, type Values } from './options.js';
import { page } from './page.js';
import { kindsOf, snippetsOf, type Snippet, type Source, type Story } from './snippets.js';
import { fragmentOf, stateOf } from './state.js';
import { WORDS } from './words.js';

/** Findings at the address that somebody asked to see. */
export interface Look {
  /** Counts the looks: an answer to an earlier one is not heard. */
  readonly turn: number;
  /** As it was asked for: without the item of a feed. */
  readonly source: Source;
  readonly item: string | undefined;
  /** Whether the builder has read what is there, or tried to. */
  readonly isRead: boolean;
  readonly answer?: Answer | undefined;
  readonly stories: readonly Offer[];
  readonly story?: Story | undefined;
  readonly heights?: Heights | undefined;
  readonly failed?: { readonly code: ArticleErrorCode; readonly status: number | undefined } | undefined;
  readonly reach?: Reach | undefined;
}

export interface View {
  readonly written: string;
  readonly checked: Checked;
  readonly values: Values;
  /** What is written came with the link, and nobody has asked for it. */
  readonly isFromLink: boolean;
  /** Whether somebody has asked for what cannot be looked at. */
  readonly isAsked: boolean;
  readonly look: Look | undefined;
  readonly snippets: readonly Snippet[];
  /** The name of what was copied last, and whether the browser could. */
  readonly copied: { readonly name: string; readonly isSelected: boolean } | undefined;
}

export interface Actions {
  write(text: string): void;
  /** Asks for what is written: only ever called for a press, a key or a paste. */
  show(text?: string): void;
  pick(item: string | undefined): void;
  choose(name: OptionName, value: string): void;
  reset(): void;
  copy(name: string, text: string, from: Element): void;
}

/** Bytes and milliseconds, as the card has them. */
const MOST_BYTES = 5 * 1024 * 1024;
const PATIENCE = 10_000;

const own = webAddress(location.href.replace(/#.*/s, '')) ?? ('https://builder.invalid/' as WebAddress);
let view: View = fromFragment();
let turn = 0;
let requests = 0;
let integrity: Readonly<Record<string, string>> = {};

function fromFragment(): View {
  const { written, values } = stateOf(location.hash, own);
  // A phone has no room for more.
  const isNarrow = !location.hash.includes('width=') && matchMedia('(width < 32rem)').matches;
  return {
    written,
    checked: check(written, own),
    values: isNarrow ? { ...values, width: '320' } : values,
    isFromLink: written !== '',
    isAsked: false,
    look: undefined,
    snippets: [],
    copied: undefined,
  };
}

function change(changes: Partial<View>): void {
  view = { ...view, ...changes };
  const { written, values } = view;
  const address = fragmentOf({ written, values }, own) || location.pathname + location.search;
  if (address !== location.hash) history.replaceState(null, '', address);
  draw();
}

function draw(): void {
  const { in: language } = view.values;
  document.title = `${WORDS[language]!.title} · ${language === 'ar' ? 'خبر' : 'Khabar'}`;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  render(page(view, actions), document.body);
}

/** Changes what is known of a look, unless there has been another one. */
function found(of: Look, changes: Partial<Look>): void {
  if (view.look?.turn !== of.turn) return;
  change({ look: { ...view.look, ...changes }, copied: undefined });
  void write();
}

const actions: Actions = {
  write: (written) =>
    change({ written, checked: check(written, own), look: undefined, snippets: [], isFromLink: false, isAsked: false }),

  show(text = view.written) {
    const checked = check(text, own);
    const isRefused = 'refused' in checked;
    change({
      written: text,
      checked,
      look: undefined,
      snippets: [],
      isFromLink: false,
      isAsked: isRefused,
      copied: undefined,
    });
    if (!isRefused) void look('json' in checked ? { json: checked.json } : { address: checked.address });
  },

  pick(item) {
    const { look } = view;
    if (!look) return;
    const source = sourceOf({ ...look, item });
    if ('address' in source) change({ written: source.address });
    found(look, { item, story: undefined, heights: undefined, failed: undefined });
    send();
  },

  choose(name, value) {
    const option = options.find((one) => one.name === name)!;
    const values = { ...view.values, [name]: readValue(option, value) };
    if (values[name] === view.values[name]) return draw();
    const isSeen = option.of !== 'builder';
    change({
      values,
      copied: undefined,
      ...(view.look && isSeen ? { look: { ...view.look, heights: undefined } } : {}),
    });
    if (isSeen || name === 'scheme' || name === 'dir') send();
    void write();
  },

  reset() {
    const { in: language, ...rest } = defaults;
    change({
      values: { ...rest, in: view.values.in || language },
      ...(view.look && { look: { ...view.look, heights: undefined } }),
    });
    send();
    void write();
  },

  copy(name, text, from) {
    const say = (isSelected: boolean) => {
      // Said again where it is copied again.
      change({ copied: undefined });
      setTimeout(() => change({ copied: { name, isSelected } }), 50);
    };
    const select = () => {
      getSelection()?.selectAllChildren(from);
      say(true);
    };
    // Browsers have no clipboard on pages without https.
    const { clipboard } = navigator as { clipboard?: Clipboard };
    if (!clipboard) select();
    else clipboard.writeText(text).then(() => say(false), select);
  },
};

async function look(source: Source): Promise<void> {
  turn += 1;
  const fragment = 'address' in source ? new URL(source.address).hash.slice(1) : '';
  const first: Look = {
    turn,
    source: 'address' in source ? { address: source.address.replace(/#.*/s, '') as WebAddress } : source,
    item: decoded(fragment) || undefined,
    isRead: false,
    stories: 'json' in source ? storiesOf(source.json) : [],
  };
  change({ look: first });
  const answer = 'address' in first.source ? await ask(first.source.address) : undefined;
  const stories = answer?.kind === 'json' ? answer.stories : first.stories;
  // JSON is drawn as it is, and a card draws the first story of it.
  const item = 'json' in source ? stories[0]?.id : first.item;
  found(first, { answer, stories, item, isRead: true });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Nothing where it cannot be read: the card may still find the story elsewhere on the site. */
async function ask(address: WebAddress): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await response.text();
    return response.ok && text.length <= MOST_BYTES ? readAnswer(text, address) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the card has its story from: the item that was picked is in the fragment, or is the only one that is left. */
function sourceOf({ source, item }: Look): Source {
  if (item === undefined) return source;
  if ('address' in source) {
    const url = new URL(source.address);
    url.hash = encodeURIComponent(item);
    return { address: url.href as WebAddress };
  }
  return { json: picked(source.json, item) };
}

/** Of a feed, the one item; JSON has no address whose fragment could pick it. */
function picked(json: unknown, item: string | undefined): unknown {
  const isPicked = (entry: unknown) => isObject(entry) && String(entry['id'] ?? entry['ID']) === item;
  if (item === undefined) return json;
  if (Array.isArray(json)) return json.filter(isPicked);
  if (!isObject(json)) return json;
  const lists = Object.entries(json).filter(([name, value]) => /^(items|posts)$/.test(name) && Array.isArray(value));
  return {
    ...json,
    ...Object.fromEntries(lists.map(([name, value]) => [name, (value as unknown[]).filter(isPicked)])),
  };
}

const frame = () => document.querySelector<HTMLIFrameElement>('iframe.preview')?.contentWindow;

function send(): void {
  const { look, values } = view;
  const window = frame();
  if (!look || !window) return;
  requests += 1;
  const request: Request = {
    id: requests,
    source: sourceOf(look),
    read: look.answer?.kind === 'json' ? picked(look.answer.json, look.item) : undefined,
    attributes: chosen(values, 'card'),
    properties: chosen(values, 'style'),
    page: { lang: values.in, dir: values.dir, scheme: values.scheme },
  };
  // A sandboxed frame has no origin that could be named.
  window.postMessage({ khabarPreview: request }, '*');
}

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  const report = reportOf(data);
  const { look } = view;
  if (source !== frame() || !report || !look) return;
  if ('isReady' in report) send();
  else if (report.id !== requests) return;
  else if ('story' in report) found(look, { story: report.story, failed: undefined });
  else if ('heights' in report) found(look, { heights: keptHeights(report.heights) });
  else void explain(look, report.failed, report.status);
});

async function explain(look: Look, code: ArticleErrorCode, status: number | undefined): Promise<void> {
  found(look, { failed: { code, status }, story: undefined });
  if (code !== 'network' || look.answer || !('address' in look.source)) return;
  found(look, { reach: await reachOf(look.source.address) });
}

/** Writes the snippets anew. Those of an earlier state may come later, and are dropped. */
async function write(): Promise<void> {
  const { look, values } = view;
  if (!look?.story) {
    if (view.snippets.length > 0) change({ snippets: [] });
    return;
  }
  const source = sourceOf(look);
  const kind = kindsOf(source).includes(values.kind) ? values.kind : 'quotation';
  const snippets = await snippetsOf({
    source,
    values: { ...values, kind },
    story: look.story,
    heights: (values.space === 'yes' && look.heights) || [],
    integrity,
  });
  if (view.look === look && view.values === values) change({ snippets });
}

// A link within the page, or the Back button.
addEventListener('hashchange', () => {
  view = fromFragment();
  change({});
});
fetch('integrity.json')
  .then(async (response) => {
    integrity = (await response.json()) as Record<string, string>;
    await write();
  })
  .catch(console.error);
// Unknown parts of a fragment are not passed on.
change({});
