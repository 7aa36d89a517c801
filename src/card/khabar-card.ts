import {
  html,
  isServer,
  LitElement,
  nothing,
  render,
  type CSSResultOrNative,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { ArticleError } from '../article/article-error.js';
import type { Article } from '../article/article.js';
import type { BodyController } from '../body/body-controller.js';
import type { Channel } from '../foot/channels.js';
import type { LateRelated } from '../foot/late-related.js';
import type { Sharing } from '../foot/sharing.js';
import type { ToolsController } from '../tools/tools-controller.js';
import type { Network } from '../networks/network.js';
import { whenIdle } from '../scheduling/idle.js';
import { markWhileUnseen, watchPlace } from '../scheduling/nearness.js';
import { turn } from '../scheduling/turns.js';
import { version } from '../version.js';
import { adoptStyles } from './adopt-styles.js';
import { ArticleController, isJsonInput, type ArticleInput } from './article-controller.js';
import { cardContext, isOpen, languageOf, showsExcerpt, showsRelated, voiceOf, wordsLanguage } from './context.js';
import { drawnCard } from './drawn-card.js';
import {
  KhabarBodyEvent,
  KhabarErrorEvent,
  KhabarFollowEvent,
  KhabarListenEvent,
  KhabarLoadEvent,
  KhabarNavigateEvent,
  KhabarShareEvent,
  KhabarToggleEvent,
} from './events.js';
import { forgetDark, isDark } from './dark.js';
import { failedCard } from './failure.js';
import { hasFallback, inlineText, parseInline } from './light-children.js';
import { missingWords } from '../language/words.js';
import { pageLanguage, statedLanguage } from './around.js';
import { body, dialects, explain, foot, markup, tools, wordsPart } from './parts.js';
import { report, withinLongestWait, PartsController, LONGEST_WAIT } from './parts-controller.js';
import { reservedSize } from './reserve.js';
import { attributeOf, readSettings, SETTINGS, type Settings } from './settings.js';
import { styles } from './styles.js';
import { sizeStyle, textSize } from './text-size.js';
import { waitingCard } from './waiting.js';

type Properties = Readonly<Record<string, { type?: unknown; reflect?: boolean; initial?: unknown }>>;

/**
 * Puts a publisher's article on any page: `<khabar-card src="https://news.example/feed.json#42"></khabar-card>`.
 *
 * @tag khabar-card
 *
 * @slot - Fallback: shown until the headline is drawn, and beside the reason where the article cannot be had.
 *   A `<script type="application/json">` among the children is drawn instead of fetching `src`.
 *
 * @fires {KhabarLoadEvent} khabar-load - The card is drawn (`article`).
 * @fires {KhabarBodyEvent} khabar-body - The clean body is in the card.
 * @fires {KhabarToggleEvent} khabar-toggle - The body was opened or closed (`open`).
 * @fires {KhabarListenEvent} khabar-listen - The voice that reads the story began, paused or stopped (`state`).
 * @fires {KhabarErrorEvent} khabar-error - The article could not be had (`error`).
 * @fires {KhabarShareEvent} khabar-share - Cancelable: the reader shares (`channel`, `url`).
 * @fires {KhabarFollowEvent} khabar-follow - Cancelable: the reader follows an account (`network`, `url`).
 * @fires {KhabarNavigateEvent} khabar-navigate - Cancelable: the reader follows another link (`url`).
 *
 * @cssstate loading - The article is being fetched.
 * @cssstate ready - The card is drawn.
 * @cssstate failed - The article could not be had.
 *
 * @csspart card - The whole card.
 * @csspart publisher - Logo, name and host of the publisher.
 * @csspart section - Section of the newspaper.
 * @csspart headline - The headline, a heading.
 * @csspart summary - The summary with its label.
 * @csspart meta - Byline, dates and reading time.
 * @csspart byline - The authors.
 * @csspart published - Date of publication.
 * @csspart updated - Date of the last update.
 * @csspart reading-time - Reading time.
 * @csspart tools - The row of tools for readers. The step of the size of text is a part of its own: `step-1` to `step-5`.
 * @csspart smaller - The button that makes the text smaller.
 * @csspart larger - The button that makes it larger.
 * @csspart listen - The button that has the story read aloud, and pauses it.
 * @csspart previous - The button that goes back by a sentence.
 * @csspart next - The button that goes on by a sentence.
 * @csspart speed - The button that changes the speed of the voice.
 * @csspart picture - The lead picture with its caption.
 * @csspart image - The lead picture itself.
 * @csspart caption - Caption and credit.
 * @csspart load - The button of a story that is not loaded before the reader presses it.
 * @csspart excerpt - Where the body begins, in a closed card without a summary.
 * @csspart body - The body.
 * @csspart more - The button that opens and closes the body.
 * @csspart source - Where the story was taken from.
 * @csspart original - The link to the story on its publisher's site.
 * @csspart short-link - The short link.
 * @csspart copy - The button that copies it.
 * @csspart share - The list of channels.
 * @csspart share-link - One of them.
 * @csspart follow - The list of accounts.
 * @csspart follow-link - One of them.
 * @csspart related - Related stories with their heading.
 * @csspart related-link - One of them.
 * @csspart failure - Why there is no article.
 * @csspart retry - The button that tries again.
 *
 * @cssprop --khabar-ink - Text and head rule.
 * @cssprop --khabar-ink-quiet - Summary, dates, captions, icons.
 * @cssprop --khabar-surface - Paper.
 * @cssprop --khabar-tint - Paper under the pointer.
 * @cssprop --khabar-rule - Hairlines.
 * @cssprop --khabar-border - Outlines of buttons and of the short link.
 * @cssprop --khabar-accent - Labels, links of last resort, focus ring.
 * @cssprop --khabar-danger - Mark of a failure.
 * @cssprop --khabar-success - «تم نسخ الرابط».
 * @cssprop --khabar-font-text - Face for reading.
 * @cssprop --khabar-font-ui - Face for labels and dates.
 * @cssprop --khabar-size - Number that scales all text; 1 by default.
 * @cssprop --khabar-radius - Rounds the corners of the paper; 0 by default.
 * @cssprop --khabar-space - Room between the content and the edges of the paper, at least; by default as the card is wide.
 */
export class KhabarCard extends LitElement {
  /** Of the library that registered it, so that another copy can say so. */
  static readonly version = version;

  static override styles = styles;

  static override properties = {
    article: { attribute: false },
    ...Object.fromEntries(
      Object.entries(SETTINGS as Properties)
        // The property of `lang` is the browser's own.
        .filter(([name]) => name !== 'lang')
        .map(([name, { type, reflect }]) => [name, { attribute: attributeOf(name), type, reflect }]),
    ),
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  declare src: string | null | undefined;
  /** Any JSON that Khabar reads; drawn without fetching, before inline JSON and `src`. */
  declare article: unknown;
  declare view: Settings['view'];
  declare open: boolean;
  declare loading: Settings['loading'];
  declare headingLevel: Settings['headingLevel'];
  declare theme: Settings['theme'];
  declare dark: string | null | undefined;
  declare timeZone: string | null | undefined;
  declare numerals: Settings['numerals'];
  declare calendar: Settings['calendar'];
  declare months: Settings['months'];
  declare shortLink: string | null | undefined;
  declare share: string | null | undefined;
  declare follow: string;
  declare related: Settings['related'];
  declare tools: string | null | undefined;
  declare hide: string | null | undefined;
  declare timeout: number;
  declare reserve: string | null | undefined;

  /** `undefined` in happy-dom, where apps test their pages. */
  readonly #internals = this.attachInternals?.();
  readonly #parts = new PartsController(this);
  readonly #article = new ArticleController(this, (article) => {
    const words = this.#parts.want(wordsPart(this.#wordsLanguage(article)));
    return words && withinLongestWait(words);
  });
  /** Of the parts, once they are loaded. */
  #body: BodyController | undefined;
  #sharing: Sharing | undefined;
  #lateRelated: LateRelated | undefined;
  #tools: ToolsController | undefined;
  #settings!: Settings;
  /** As its page is dark by the selector of `dark`, or not. */
  #theme!: Settings['theme'];
  /** The card has begun to load what its page asks for now. */
  #hasBegun = false;
  #wasInterrupted = false;
  /** Ends the watch for the card's coming near. */
  #unwatch: (() => void) | undefined;
  #skeleton: Element | null = null;
  #unwatchSkeleton: (() => void) | undefined;
  #cancelIdle: (() => void) | undefined;
  /** The inline JSON when loading last began, to notice what the parser brings later than the element. */
  #inlineText: string | undefined;
  #announced: Article | ArticleError | undefined;
  /** The console has been told why there is no story. */
  #isExplained = false;
  /** The body, and the level of its headings, that was announced. */
  #announcedBody: Element | undefined;
  #announcedLevel: number | undefined;
  #wasOpen: boolean | undefined;
  #hadFocus = false;
  /** The language of the page where the card stands. */
  #pageLanguage = '';
  /** CSS pixels, as an observer tells: of the card, and from the middle of the viewport to the card's own. */
  #width: number | undefined;
  #distance = 0;
  /** The article as it arrived that is drawn, the width that its picture was chosen for, and when it was drawn. */
  #drawn:
    | {
        outcome: Article;
        width: number | undefined;
        isLate: boolean;
        timer?: ReturnType<typeof setTimeout> | undefined;
      }
    | undefined;
  /** Drawings that threw. In binary digits: 1 leaves out the foot, 2 the body, 3 both. */
  #thrown = 0;
  /** Style sheets that the card has adopted. */
  #sheets = 0;

  constructor() {
    super();
    for (const [name, { initial }] of Object.entries(SETTINGS as Properties))
      if (initial !== undefined) Object.assign(this, { [name]: initial });
  }

  /**
   * Fetches the article at `src` again, past the page's copy. Settles when the article or an error is there, or the card
   * leaves the page.
   */
  async reload(): Promise<void> {
    this.#settings = readSettings(this);
    const input = this.#input(true);
    if (!input || !this.isConnected) return;
    this.#hasBegun = true;
    this.#thrown = 0;
    this.#parts.retry();
    this.#watch();
    await this.#article.load(input, true);
    await this.updateComplete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    textSize.cards.add(this);
    const { signal } = this.#parts;
    // The parser brings inline JSON later than the element.
    if (this.ownerDocument.readyState === 'loading')
      this.ownerDocument.defaultView?.addEventListener('DOMContentLoaded', this.#onChildren, { signal });
    if (this.hasUpdated && this.ownerDocument.defaultView) this.#resume();
  }

  /** Resumes loading that was interrupted when the card left its page, or begins to load for its new page. */
  #resume(): void {
    if (inlineText(this) !== this.#inlineText) this.#hasBegun = false;
    // At once: the request of a card that is only being moved is there until the end of this task.
    if (this.#hasBegun && this.#wasInterrupted) void this.#article.load(this.#input()!, true);
    else if (!this.#hasBegun || this.#article.status === 'idle') this.#begin();
    if (this.#article.status !== 'idle') this.#watch();
    this.#wasInterrupted = false;
    // The language of the page may be another here.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    if (this.#article.status === 'loading') this.#wasInterrupted = true;
    super.disconnectedCallback();
    textSize.cards.delete(this);
    forgetDark(this);
    clearTimeout(this.#drawn?.timer);
    if (this.#drawn) this.#drawn.timer = undefined;
    this.#cancelIdle?.();
    this.#cancelIdle = undefined;
    this.#unwatch?.();
    this.#unwatchSkeleton?.();
    this.#skeleton = null;
    this.#showState();
  }

  /** `moveBefore()` calls this instead of the two above; it interrupts nothing. */
  connectedMoveCallback(): void {
    // Other elements are around it.
    forgetDark(this);
    this.requestUpdate();
  }

  adoptedCallback(): void {
    this.#adoptStyles();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow(KhabarCard.shadowRootOptions);
    root.addEventListener('click', this.#onClick);
    // Find in page opens the body.
    root.addEventListener('beforematch', this.#toggle);
    // These do not bubble, and are heard on their way down.
    for (const type of ['load', 'error']) root.addEventListener(type, onPicture, true);
    this.#adoptStyles(root);
    return root;
  }

  #adoptStyles(root = this.shadowRoot): void {
    const sheets = this.#styles();
    this.#sheets = sheets.length;
    if (root) adoptStyles(root, sheets, reservedSize(SETTINGS.reserve.read(this.reserve)));
  }

  /** The card's own, and those of the parts that are there. */
  #styles(): CSSResultOrNative[] {
    const { elementStyles } = this.constructor as typeof KhabarCard;
    return [elementStyles, ...[foot, body, tools].map((part) => part.exports?.styles ?? [])].flat();
  }

  /** An article is drawn when it is the card's turn; everything after that is answered at once. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { outcome } = this.#article;
    const isNew = outcome && !(outcome instanceof Error) && outcome !== this.#drawn?.outcome;
    const myTurn = isNew ? turn(() => this.#distance) : undefined;
    return myTurn ? myTurn.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /**
   * A drawing throws where the page lacks what it needs, or has replaced it. It is tried without one part or the other, so that
   * the rest is shown; a card that cannot be drawn without both fails.
   */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      report(error);
      // What was drawn in part remembers what it was drawn from, and would not be drawn again.
      render(nothing, this.renderRoot, this.renderOptions);
      // Not even the failure can be drawn.
      if (++this.#thrown > 4) return this.#announce();
      if (this.#thrown === 4) {
        this.#article.fail(error);
        this.#article.article = undefined;
      }
      this.requestUpdate();
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#settings = readSettings(this);
    if (this.#article.article?.isTeaserOnly) this.#settings = { ...this.#settings, view: 'teaser' };
    if (this.hasUpdated && (changed.has('reserve') || this.#styles().length !== this.#sheets)) this.#adoptStyles();
    this.#hadFocus = this.#hasFocus();
    this.#pageLanguage = pageLanguage(this);
    const { article, address } = this.#article;
    const { view, headingLevel, theme, dark } = this.#settings;
    this.#theme = theme === 'auto' && isDark(this, dark) ? 'dark' : theme;
    if (body.exports && article && view !== 'teaser') {
      const { words, direction } = voiceOf(this.#settings, this.#pageLanguage, languageOf(article, this.#pageLanguage));
      this.#body ??= new body.exports.BodyController(
        this,
        () => turn(() => this.#distance),
        (signal) => markup.load({ signal }),
      );
      this.#body.want({
        article,
        source: address,
        direction,
        level: headingLevel,
        words,
        isOpen: isOpen(this.#settings) || showsExcerpt(article, this.#settings),
      });
    }
    if (foot.exports) {
      this.#sharing ??= new foot.exports.Sharing(this);
      this.#lateRelated ??= new foot.exports.LateRelated(this, this.#article);
    }
    if (tools.exports)
      this.#tools ??= new tools.exports.ToolsController(this, textSize, (state) =>
        this.dispatchEvent(new KhabarListenEvent(state)),
      );
  }

  protected override render(): TemplateResult {
    return html`<div class="root" data-theme=${this.#theme} .style=${sizeStyle()}>
      <div class="container">${this.#card()}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#keepFocus();
    const isIdle = this.#article.status === 'idle';
    if (changed.has('article') || changed.has('src') || (isIdle && changed.has('loading'))) this.#hasBegun = false;
    // After drawing: the observer watches an element that was drawn.
    if (!this.#hasBegun) this.#begin();
    if (this.#article.status !== 'idle') this.#load();
    // Until the reader presses, nothing is asked of anybody, but of this library its words.
    else if (this.#siteToAsk()) void this.#parts.want(wordsPart(this.#wordsLanguage(undefined)));
    this.#pauseUnseenSkeleton();
    if (changed.has('open')) this.#announceOpen();
    this.#announce();
    // Only once the card is drawn: later details must move nothing. A listener may have removed the card.
    if (this.isConnected && this.#announced === this.#article.outcome)
      this.#article.requestDetails((kind) => kind !== 'related' || showsRelated(this.#settings));
  }

  /** Loads what a drawing needs beside the article: words, and parts of Khabar. */
  #load(): void {
    const { article } = this.#article;
    // In parallel with the article, whose language is most often the one that its page states.
    if (this.#article.outcome || this.#settings.lang || statedLanguage(this))
      void this.#parts.want(wordsPart(this.#wordsLanguage(article)));
    if (this.#settings.view === 'teaser') return;
    void this.#parts.want(foot);
    if (isOpen(this.#settings)) {
      void this.#parts.want(body);
      if (this.#settings.tools.length > 0) void this.#parts.want(tools);
      // Publishing systems write what a body needs it for.
      if (dialects.exports) void this.#parts.want(markup);
    } else if (article && showsExcerpt(article, this.#settings)) void this.#parts.want(body);
    else if (article?.body && !body.exports && !this.#parts.isAsked(body))
      this.#cancelIdle ??= whenIdle(() => {
        this.#cancelIdle = undefined;
        // Another card may have loaded it meanwhile.
        if (!this.#parts.want(body)) this.requestUpdate();
      });
  }

  /** The focus is in the card, or in its fallback, on something that is shown. The DOM alone tells. */
  #hasFocus(): boolean {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    if (!this.contains(activeElement)) return false;
    if (activeElement !== this) return this.renderRoot.querySelector('slot') !== null;
    const focused = this.shadowRoot?.activeElement;
    return focused != null && focused.closest('[hidden]') === null;
  }

  /** A skeleton moves while it is in view. */
  #pauseUnseenSkeleton(): void {
    const isMoving = this.isConnected && this.#article.status === 'loading';
    const skeleton = isMoving ? this.renderRoot.querySelector('.skeleton') : null;
    if (skeleton === this.#skeleton) return;
    this.#unwatchSkeleton?.();
    this.#skeleton = skeleton;
    this.#unwatchSkeleton = skeleton ? markWhileUnseen(skeleton) : undefined;
  }

  /** The card takes the focus of an element that is no longer shown, so that no reader is sent to the top of the page. */
  #keepFocus(): void {
    if (!this.#hadFocus || this.#hasFocus()) return;
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (!card) return;
    card.tabIndex = -1;
    card.focus();
  }

  #card(): unknown {
    const { status, article, error, outcome, isOffline, isPublisherLate, lateRelated } = this.#article;
    const [settings, page] = [this.#settings, this.#pageLanguage];
    if (article) {
      const before = this.#drawn?.outcome === outcome ? this.#drawn : undefined;
      // A wider card does not fetch its picture again.
      const width = before?.width ?? this.#width;
      this.#drawn = { isLate: false, ...before, outcome: outcome as Article, width };
      const bodyStatus = article.body ? (this.#parts.isLost(body) ? 'failed' : 'waiting') : 'none';
      // What stands below an excerpt comes with it.
      const isPartial = this.#isAwaitingExcerpt();
      const context = cardContext(article, settings, {
        page,
        body: this.#thrown & 2 ? { status: 'failed' } : (this.#body?.state ?? { status: bodyStatus }),
        copy: this.#sharing?.copy ?? 'idle',
        isPartial: isPartial || (settings.view !== 'teaser' && !foot.exports && !this.#parts.isLost(foot)),
        isPublisherLate,
        // A height that the page knows holds them.
        lateRelated: settings.reserve ? undefined : lateRelated,
        width,
      });
      return drawnCard(article, context, {
        foot: isPartial || this.#thrown & 1 ? undefined : foot.exports,
        body: isPartial || this.#thrown & 2 ? undefined : body.exports,
        tools: this.#thrown ? undefined : this.#tools,
      });
    }
    this.#drawn = undefined;
    const slot = html`<slot @slotchange=${this.#onChildren}></slot>`;
    const voice = voiceOf(settings, page);
    const fallback = { isThere: hasFallback(this), content: html`<div class="fallback">${slot}</div>` };
    const isLoading = status === 'loading';
    const site = status === 'idle' ? this.#siteToAsk() : undefined;
    if (error) return failedCard(voice, error, isLoading ? (isOffline ? 'offline' : 'loading') : undefined, fallback);
    const isExpected = this.#input() !== undefined;
    const tag = wordsLanguage(settings, page);
    // A device that is offline gets no words: it is told so in those that are loaded.
    const missingLanguage = isOffline ? undefined : missingWords(tag) && tag;
    return isExpected || fallback.isThere
      ? waitingCard(voice, { view: settings.view, isExpected, isLoading, isOffline, missingLanguage, site }, fallback)
      : slot;
  }

  #wordsLanguage(article: Article | undefined): string {
    const page = pageLanguage(this);
    return wordsLanguage(this.#settings, page, article && languageOf(article, page));
  }

  /** Properties go before inline JSON, which goes before `src`. */
  #input(fresh = false): ArticleInput | undefined {
    if (this.article !== undefined && this.article !== null) return { json: () => this.article };
    const inline = inlineText(this);
    if (inline !== undefined) return { json: () => parseInline(inline) };
    const { src, timeout } = this.#settings;
    // The node's own base address: `document.baseURI` may be an element of the page that is named so.
    return src === undefined ? undefined : { src, base: this.baseURI, timeout, fresh };
  }

  #begin(): void {
    this.#unwatch?.();
    this.#article.reset();
    this.#body?.stop();
    // Out of the page, or in a document that no window shows, nothing is begun; the next connection does.
    this.#hasBegun = this.isConnected && this.ownerDocument.defaultView !== null;
    if (!this.#hasBegun) return;
    this.#thrown = 0;
    this.#isExplained = false;
    this.#announced = undefined;
    this.#inlineText = inlineText(this);
    const input = this.#input();
    if (!input) return;
    const load = () => {
      void this.#article.load(input);
      // In parallel with the article.
      this.#load();
    };
    if (this.#siteToAsk()) return;
    const isLazy = !isJsonInput(input) && this.#settings.loading === 'lazy';
    if (!isLazy) load();
    this.#watch(isLazy ? load : undefined);
  }

  /** The site that is asked once the reader presses the button of `loading="click"`. */
  #siteToAsk(): string | undefined {
    const input = this.#input();
    if (this.#settings.loading !== 'click' || !input || isJsonInput(input)) return undefined;
    // What is no address fails without asking anybody.
    return URL.canParse(input.src, input.base) ? new URL(input.src, input.base).host : undefined;
  }

  /** @param onNear called once, when the card is near the viewport */
  #watch(onNear?: () => void): void {
    const input = this.#input();
    if (!input) return;
    const isInline = isJsonInput(input);
    const root = this.renderRoot.querySelector('.root')!;
    let begin = onNear;
    this.#unwatch?.();
    this.#unwatch = watchPlace(root, ({ width, distance, isNear }) => {
      this.#width = width;
      this.#distance = distance;
      // Pages that hold an article themselves also measure its card; a fetched one keeps the size of its last drawing.
      root.toggleAttribute('data-far', !isNear && !isInline);
      // The picture of an article that is there already waits for the width.
      if (this.#drawn && this.#drawn.width === undefined) this.requestUpdate();
      if (!isNear) return;
      begin?.();
      begin = undefined;
    });
  }

  #showState(): void {
    const { status, outcome } = this.#article;
    // A card whose parts are on their way is not drawn yet.
    const shown = status === 'ready' && outcome !== this.#announced ? 'loading' : status;
    for (const state of ['loading', 'ready', 'failed'] as const) {
      try {
        if (state === shown) this.#internals.states.add(state);
        else this.#internals.states.delete(state);
      } catch {
        // jsdom has no states. Chromium 123 and 124 take only names that begin with two hyphens; the card works without.
      }
    }
  }

  /** Announces changes only: the page knows the first state, which it has set. */
  #announceOpen(): void {
    const { open } = this.#settings;
    const wasOpen = this.#wasOpen ?? open;
    this.#wasOpen = open;
    if (open !== wasOpen) this.dispatchEvent(new KhabarToggleEvent(open));
  }

  #announce(): void {
    const { status, outcome } = this.#article;
    const isNew = outcome !== undefined && status !== 'loading' && outcome !== this.#announced;
    if (isNew && (outcome instanceof Error || !this.#isAwaitingParts())) {
      this.#announced = outcome;
      // That of another story may be the same, and is in the card at once.
      if (!(outcome instanceof Error)) this.#announcedBody = undefined;
      clearTimeout(this.#drawn?.timer);
      this.#showState();
      this.#sharing?.reset();
      this.dispatchEvent(outcome instanceof Error ? new KhabarErrorEvent(outcome) : new KhabarLoadEvent(outcome));
      if (outcome instanceof Error) this.#explain(outcome);
    } else this.#showState();
    if (!outcome || outcome !== this.#announced || this.#article.status === 'loading') return;
    const state = this.#body?.state;
    if (state?.status !== 'ready' || this.#thrown & 2 || this.#settings.view === 'teaser') return;
    const { headingLevel } = this.#settings;
    if (state.element === this.#announcedBody && headingLevel === this.#announcedLevel) return;
    this.#announcedBody = state.element;
    this.#announcedLevel = headingLevel;
    this.dispatchEvent(new KhabarBodyEvent());
  }

  /** Readers see a calm sentence. Whoever embeds the card also needs the reason: one line of the console. */
  #explain(error: ArticleError): void {
    if (this.#isExplained) return;
    this.#isExplained = true;
    const input = this.#input();
    explain.load({ signal: this.#parts.signal }).then(
      ({ explanation }) => console.warn(explanation(error, input && 'src' in input ? input : undefined)),
      () => undefined,
    );
  }

  /** A card is drawn when its body's button and its foot are there, are lost, or are late. */
  #isAwaitingParts(): boolean {
    const drawn = this.#drawn;
    if (!drawn || drawn.isLate || this.#settings.view === 'teaser') return false;
    const parts = drawn.outcome.body ? [foot, body] : [foot];
    if (parts.every((part) => part.exports || this.#parts.isLost(part)) && !this.#isAwaitingExcerpt()) return false;
    if (this.isConnected)
      drawn.timer ??= setTimeout(() => {
        if (this.#drawn?.outcome !== drawn.outcome) return;
        this.#drawn.isLate = true;
        this.requestUpdate();
      }, LONGEST_WAIT);
    return true;
  }

  #isAwaitingExcerpt(): boolean {
    const drawn = this.#drawn;
    return (
      drawn !== undefined &&
      !drawn.isLate &&
      !this.#announced &&
      showsExcerpt(drawn.outcome, this.#settings) &&
      !(this.#thrown & 2) &&
      !this.#parts.isLost(body) &&
      this.#body?.state.status !== 'ready' &&
      this.#body?.state.status !== 'failed'
    );
  }

  readonly #onChildren = (): void => {
    if (this.#hasBegun && inlineText(this) !== this.#inlineText) this.#begin();
    this.requestUpdate();
  };

  /** From the end of the body, which is far below what is left. */
  async #close(): Promise<void> {
    this.open = false;
    await this.updateComplete;
    this.scrollIntoView({ block: 'start' });
    this.renderRoot.querySelector<HTMLElement>('[part=more]')?.focus({ preventScroll: true });
  }

  readonly #toggle = (): void => {
    this.#body?.hold();
    this.open = !this.open;
    if (!this.open) return;
    this.#parts.retry();
    this.#body?.retry();
  };

  /** One listener for all links and buttons. It sees the presses of the fallback's too, and leaves them to the page. */
  readonly #onClick = (event: Event): void => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-action],a[href]');
    if (!pressed || !this.renderRoot.contains(pressed)) return;
    const { action, channel, network, url = (pressed as HTMLAnchorElement).href } = pressed.dataset;
    if (action && this.#tools?.press(action)) return;
    if (action === 'toggle') this.#toggle();
    else if (action === 'less') void this.#close();
    else if (action === 'body') {
      this.open = true;
      this.#thrown = 0;
      this.#parts.retry();
    } else if (action === 'load') {
      void this.#article.load(this.#input()!);
      this.#watch();
    } else if (action === 'retry') {
      if (this.#article.status !== 'loading') void this.reload();
    } else if (action === 'copy' || action === 'device') {
      if (!this.dispatchEvent(new KhabarShareEvent(action, url))) return;
      if (action === 'copy') void this.#sharing?.copyAddress(url);
      else void this.#sharing?.shareByDevice(this.#article.article!, url);
      // A footnote is followed by the body itself.
    } else if (!event.defaultPrevented) {
      const leaving =
        channel !== undefined
          ? new KhabarShareEvent(channel as Channel, url)
          : network !== undefined
            ? new KhabarFollowEvent((network || undefined) as Network | undefined, url)
            : new KhabarNavigateEvent(url);
      if (!this.dispatchEvent(leaving)) event.preventDefault();
    }
  };
}

// On a server (@lit-labs/ssr) a card is its tag, its attributes and its fallback, which readers see until the page draws it. A shadow
// tree from there would hold no story, and hide the fallback. Lit's renderer leaves alone what is not marked as an element of Lit's.
if (isServer) Object.assign(KhabarCard, { _$litElement$: false });

/** A picture that does not load gives up its place; the next one in the same place may have better luck. */
function onPicture({ target, type }: Event): void {
  const { localName } = target as Element;
  if (localName === 'img') (target as Element).toggleAttribute('data-broken', type === 'error');
}

declare global {
  interface HTMLElementTagNameMap {
    'khabar-card': KhabarCard;
  }
}
