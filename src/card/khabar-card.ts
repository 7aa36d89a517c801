import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { ArticleError } from '../article/article-error.js';
import type { Article } from '../article/article.js';
import { ownOptions } from '../article/json.js';
import type { Network } from '../foot/network.js';
import type { Channel } from '../foot/channels.js';
import { version } from '../version.js';
import { ArticleController, isJson, type ArticleSource } from './article-controller.js';
import { BodyController } from './body-controller.js';
import {
  cardContext,
  isOpen,
  keyword,
  languageOf,
  levelOf,
  showsRelated,
  viewOf,
  voiceOf,
  wordsLanguage,
  type HeadingLevel,
  type View,
} from './context.js';
import { CopyController } from './copy-controller.js';
import { dress } from './adopt-styles.js';
import {
  KhabarErrorEvent,
  KhabarFollowEvent,
  KhabarLoadEvent,
  KhabarNavigateEvent,
  KhabarShareEvent,
  KhabarToggleEvent,
} from './events.js';
import { hasFallback, inlineText, parseInline } from './light-children.js';
import { markWhileUnseen, watchPlace } from './nearness.js';
import { pageLanguage, statedLanguage } from './page-language.js';
import { reservedSize } from './reserve.js';
import { drawn } from './drawn.js';
import { failure } from './failure.js';
import { SELECTED } from '../foot/short-link.js';
import { waiting } from './waiting.js';
import { styles } from './styles.js';
import { missingWords } from '../language/words.js';
import { onPicture } from './templates.js';
import { turn } from './turns.js';
import { WordsController } from './words-controller.js';

/** Seconds. */
const DEFAULT_TIMEOUT = 10;
/** Seconds. Timers take no infinity. */
const LONGEST_TIMEOUT = 86_400;
/**
 * Puts a publisher's article on any page: `<khabar-card src="https://news.example/feed.json#42"></khabar-card>`.
 *
 * @tag khabar-card
 *
 * @attr {string} src - Address of article JSON, resolved against the document. A fragment picks one item of a feed.
 * @attr {'summary'|'article'|'teaser'} view - `summary` (default): the body behind a button; `article`: body open;
 *   `teaser`: picture, headline and dates.
 * @attr {boolean} open - Whether the body of a `summary` is shown; reflects.
 * @attr {'lazy'|'eager'} loading - As on `<img>`: `lazy` (default) fetches when the card nears the viewport.
 * @attr {'1'|'2'|'3'|'4'|'5'|'6'} heading-level - Level of the headline, 2 by default; all other headings follow it.
 * @attr {'auto'|'light'|'dark'} theme - `auto` (default): the `color-scheme` of the page where the card stands.
 * @attr {string} lang - Language of the card's own words (BCP 47); default: the article's, then the page's.
 * @attr {string} time-zone - IANA zone for dates; default: the offset that the article states.
 * @attr {'auto'|'latn'|'arab'|'arabext'} numerals - Digits of dates and reading time.
 * @attr {'auto'|'gregory'|'persian'|'islamic-umalqura'|'dual'} calendar - `dual`: the usual one, then Umm al-Qura.
 * @attr {'auto'|'gulf'|'levant'|'morocco'|'algeria'|'dual'} months - Arabic names of the Gregorian months.
 * @attr {string} short-link - Template such as `https://atm.om/?p={id}`, where the article has no short link.
 * @attr {string} share - Channels, space-separated, or `none`.
 * @attr {string} follow - `auto` (default), addresses of accounts for articles that name none, or `none`.
 * @attr {'auto'|'none'} related - Whether related stories are shown.
 * @attr {number} timeout - Seconds for headers and body together; 10 by default.
 * @attr {string} reserve - Known card heights by container width, such as `320:812 480:760`.
 *
 * @slot - Fallback: shown until the headline is drawn, and beside the reason where the article cannot be had.
 *   A `<script type="application/json">` among the children is drawn instead of fetching `src`.
 *
 * @fires {KhabarLoadEvent} khabar-load - The card is drawn (`article`).
 * @fires {KhabarBodyEvent} khabar-body - The clean body is in the card.
 * @fires {KhabarToggleEvent} khabar-toggle - The body was opened or closed (`open`).
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
 * @csspart picture - The lead picture with its caption.
 * @csspart image - The lead picture itself.
 * @csspart caption - Caption and credit.
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
 */
export class KhabarCard extends LitElement {
  /** Of the library that registered it, so that another copy can say so. */
  static readonly version = version;

  static override styles = styles;

  static override properties = {
    src: {},
    article: { attribute: false },
    view: {},
    open: { type: Boolean, reflect: true },
    loading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    theme: {},
    timeZone: { attribute: 'time-zone' },
    numerals: {},
    calendar: {},
    months: {},
    shortLink: { attribute: 'short-link' },
    share: {},
    follow: {},
    related: {},
    timeout: { type: Number },
    reserve: {},
  };

  // The card's words follow `lang`, whose property is the browser's own.
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  declare src: string | null | undefined;
  /** Any JSON that Khabar reads; drawn without fetching, before inline JSON and `src`. */
  declare article: unknown;
  declare view: View;
  declare open: boolean;
  declare loading: 'lazy' | 'eager';
  declare headingLevel: HeadingLevel;
  declare theme: 'auto' | 'light' | 'dark';
  declare timeZone: string | null | undefined;
  declare numerals: 'auto' | 'latn' | 'arab' | 'arabext';
  declare calendar: 'auto' | 'gregory' | 'persian' | 'islamic-umalqura' | 'dual';
  declare months: 'auto' | 'gulf' | 'levant' | 'morocco' | 'algeria' | 'dual';
  declare shortLink: string | null | undefined;
  declare share: string | null | undefined;
  declare follow: string;
  declare related: 'auto' | 'none';
  declare timeout: number;
  declare reserve: string | null | undefined;

  readonly #internals = this.attachInternals();
  readonly #words = new WordsController(this);
  readonly #article = new ArticleController(this, (article) => this.#words.ready(this.#wordsLanguage(article)));
  readonly #body = new BodyController(this, () => turn(() => this.#distance));
  readonly #copy = new CopyController(this);
  /** What the card shows, or waits for, is what its page asks for now. */
  #begun = false;
  #interrupted = false;
  /** Ends the watch for the card's coming near. */
  #unwatch: (() => void) | undefined;
  #skeleton: Element | null = null;
  #unwatchSkeleton: (() => void) | undefined;
  /** Ends with the card's stay in its document. */
  #stay: AbortController | undefined;
  /** The inline JSON when loading last began, to notice what the parser brings later than the element. */
  #inlineText: string | undefined;
  #announced: Article | ArticleError | undefined;
  #wasOpen: boolean | undefined;
  #hadFocus = false;
  /** The language of the page where the card stands. */
  #page = '';
  /** CSS pixels, as an observer tells: of the card, and from the middle of the viewport to the card's own. */
  #width: number | undefined;
  #distance = 0;
  /** The article as it arrived that is drawn, and the width that its picture was chosen for. */
  #drawn: { outcome: Article; width: number | undefined } | undefined;

  constructor() {
    super();
    this.view = 'summary';
    this.open = false;
    this.loading = 'lazy';
    this.headingLevel = 2;
    this.theme = 'auto';
    this.numerals = 'auto';
    this.calendar = 'auto';
    this.months = 'auto';
    this.follow = 'auto';
    this.related = 'auto';
    this.timeout = DEFAULT_TIMEOUT;
  }

  /**
   * Asks the site again for the article at `src`, past what the page has kept of it. Settles when that has an outcome, or
   * the card leaves the page.
   */
  async reload(): Promise<void> {
    const source = this.#source(true);
    if (!source || !this.isConnected) return;
    this.#begun = true;
    this.#watch();
    await this.#article.load(source, true);
    await this.updateComplete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    // The parser brings inline JSON later than the element.
    if (this.ownerDocument.readyState === 'loading')
      EventTarget.prototype.addEventListener.call(
        this.ownerDocument,
        'DOMContentLoaded',
        this.#onChildren,
        ownOptions({ signal }),
      );
    if (this.hasUpdated && this.ownerDocument.defaultView) this.#resume();
  }

  /** Goes on with what was interrupted when the card left its page, or begins what its new one asks for. */
  #resume(): void {
    if (inlineText(this) !== this.#inlineText) this.#begun = false;
    // At once: the request of a card that is only being moved is there until the end of this task.
    if (this.#begun && this.#interrupted) void this.#article.load(this.#source()!, true);
    else if (!this.#begun || this.#article.status === 'idle') this.#begin();
    if (this.#article.status !== 'idle') this.#watch();
    this.#interrupted = false;
    // The language of the page may be another here.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    if (this.#article.status === 'loading') this.#interrupted = true;
    super.disconnectedCallback();
    this.#stay?.abort();
    this.#unwatch?.();
    this.#unwatchSkeleton?.();
    this.#skeleton = null;
    this.#showState();
  }

  /** Called instead of both by `moveBefore()`, which interrupts nothing. */
  connectedMoveCallback(): void {
    this.requestUpdate();
  }

  adoptedCallback(): void {
    this.#dress();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow(ownOptions(KhabarCard.shadowRootOptions));
    // One listener for all links; it sees the presses of the fallback's too, and lets them be the page's own.
    root.addEventListener('click', this.#onClick);
    // These do not bubble, and are heard on their way down.
    root.addEventListener('load', onPicture, true);
    root.addEventListener('error', onPicture, true);
    this.#dress(root);
    return root;
  }

  #dress(root = this.shadowRoot): void {
    if (root)
      dress(root, (this.constructor as typeof KhabarCard).elementStyles, reservedSize(String(this.reserve ?? '')));
  }

  /** An article is drawn when it is the card's turn; everything after that is answered at once. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { outcome } = this.#article;
    const isNew = outcome !== undefined && !(outcome instanceof Error) && outcome !== this.#drawn?.outcome;
    const myTurn = isNew ? turn(() => this.#distance) : undefined;
    if (!myTurn) return super.scheduleUpdate();
    return myTurn.then(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reserve') && this.hasUpdated) this.#dress();
    this.#hadFocus = this.#hasFocus();
    const { status, article, source, outcome } = this.#article;
    this.#page = pageLanguage(this);
    // Words are loaded together with the article, whose language is most often that of its page. The reader's own
    // language, where the page states none, says nothing of the article's.
    if (status !== 'idle' && (outcome || this.lang || statedLanguage(this)))
      void this.#words.want(this.#wordsLanguage(article));
    if (article && viewOf(this) !== 'teaser') {
      const { words } = voiceOf(languageOf(article, this.#page), this.#page, this);
      this.#body.want({ article, source, level: levelOf(this.headingLevel), words, isOpen: isOpen(this) });
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="root" data-theme=${keyword(this.theme)}><div class="container">${this.#card()}</div></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#keepFocus();
    const isIdle = this.#article.status === 'idle';
    if (changed.has('article') || changed.has('src') || (isIdle && changed.has('loading'))) this.#begun = false;
    // After drawing, not before: what is observed for nearness is what was drawn.
    if (!this.#begun) this.#begin();
    this.#stillUnseenSkeleton();
    if (changed.has('open')) this.#announceOpen();
    this.#announce();
    // A listener may have taken the card out of the page.
    if (this.isConnected) this.#article.complete((adds) => adds !== 'related' || showsRelated(this));
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
  #stillUnseenSkeleton(): void {
    const isMoving = this.isConnected && this.#article.status === 'loading';
    const skeleton = isMoving ? this.renderRoot.querySelector('.skeleton') : null;
    if (skeleton === this.#skeleton) return;
    this.#unwatchSkeleton?.();
    this.#skeleton = skeleton;
    this.#unwatchSkeleton = skeleton ? markWhileUnseen(skeleton) : undefined;
  }

  /** What had the focus may be gone with what is no longer shown: the card takes it, and no reader is sent to the top. */
  #keepFocus(): void {
    if (!this.#hadFocus || this.#hasFocus()) return;
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (!card) return;
    card.tabIndex = -1;
    card.focus();
  }

  #card(): TemplateResult {
    const { status, article, error, outcome, isOffline } = this.#article;
    const page = this.#page;
    if (article) {
      const before = this.#drawn?.outcome === outcome ? this.#drawn?.width : undefined;
      // A picture that is there is not asked for anew because the card is wider now.
      const width = before ?? this.#width;
      const context = cardContext(article, page, this, {
        body: this.#body.state,
        copy: this.#copy.state,
        publisherCameLater: this.#article.publisherCameLater,
        width,
        isEager: keyword(this.loading) === 'eager',
        onToggle: this.#onToggle,
        onCopy: this.#onCopy,
        onDeviceShare: this.#onDeviceShare,
      });
      this.#drawn = { outcome: outcome as Article, width };
      return drawn(article, context);
    }
    this.#drawn = undefined;
    const slot = html`<slot @slotchange=${this.#onChildren}></slot>`;
    const voice = voiceOf(undefined, page, this);
    const fallback = { isThere: hasFallback(this), content: html`<div class="fallback">${slot}</div>` };
    if (error) {
      const progress = status === 'loading' ? (isOffline ? 'offline' : 'loading') : undefined;
      return failure(voice, error, progress, this.#onRetry, fallback);
    }
    const isExpected = this.#source() !== undefined;
    const isLoading = status === 'loading';
    const tag = wordsLanguage(undefined, page, this);
    // A device that is offline gets no words: it is told so in those that are loaded.
    const silentIn = isOffline ? undefined : missingWords(tag) && tag;
    return isExpected || fallback.isThere
      ? waiting(voice, { view: viewOf(this), isExpected, isLoading, isOffline, silentIn }, fallback)
      : slot;
  }

  #wordsLanguage(article: Article | undefined): string {
    const page = pageLanguage(this);
    return wordsLanguage(article && languageOf(article, page), page, this);
  }

  /** Properties go before inline JSON, which goes before `src`. */
  #source(fresh = false): ArticleSource | undefined {
    if (this.article !== undefined && this.article !== null) return { json: () => this.article };
    const inline = inlineText(this);
    if (inline !== undefined) return { json: () => parseInline(inline) };
    if (this.src === undefined || this.src === null) return undefined;
    const timeout = this.timeout > 0 && this.timeout <= LONGEST_TIMEOUT ? this.timeout : DEFAULT_TIMEOUT;
    // The node's own base address: `document.baseURI` may be an element of the page that is named so.
    return { src: String(this.src), base: this.baseURI, timeout, fresh };
  }

  #begin(): void {
    this.#unwatch?.();
    this.#article.reset();
    this.#body.stop();
    // Out of the page, or in a document that no window shows, nothing is begun; the next connection does.
    this.#begun = this.isConnected && this.ownerDocument.defaultView !== null;
    if (!this.#begun) return;
    this.#inlineText = inlineText(this);
    const source = this.#source();
    if (!source) return;
    const load = () => {
      if (isOpen(this)) this.#body.prepare();
      void this.#article.load(source);
    };
    const isLazy = !isJson(source) && keyword(this.loading) !== 'eager';
    if (!isLazy) load();
    this.#watch(isLazy ? load : undefined);
  }

  /** @param onNear is called once, when somebody comes near */
  #watch(onNear?: () => void): void {
    const source = this.#source();
    if (!source) return;
    const isHeld = isJson(source);
    const root = this.renderRoot.querySelector('.root')!;
    let begin = onNear;
    this.#unwatch?.();
    this.#unwatch = watchPlace(root, ({ width, distance, isNear }) => {
      this.#width = width;
      this.#distance = distance;
      // Pages that hold an article themselves also measure its card; a fetched one keeps the size of its last drawing.
      root.toggleAttribute('data-far', !isNear && !isHeld);
      // The picture of an article that is there already waits for the width.
      if (this.#drawn && this.#drawn.width === undefined) this.requestUpdate();
      if (!isNear) return;
      begin?.();
      begin = undefined;
    });
  }

  #showState(): void {
    const { status } = this.#article;
    for (const state of ['loading', 'ready', 'failed'] as const) {
      try {
        if (state === status) this.#internals.states.add(state);
        else this.#internals.states.delete(state);
      } catch {
        // Chromium 123 and 124 take only names that begin with two hyphens; the card works without.
      }
    }
  }

  /** Not the first time: that it is open, a page knows that has said so. */
  #announceOpen(): void {
    // Frameworks set properties to what they like.
    const open = Boolean(this.open);
    const wasOpen = this.#wasOpen ?? open;
    this.#wasOpen = open;
    if (open !== wasOpen) this.dispatchEvent(new KhabarToggleEvent(open));
  }

  #announce(): void {
    this.#showState();
    const { status, outcome } = this.#article;
    if (!outcome || status === 'loading' || outcome === this.#announced) return;
    this.#announced = outcome;
    this.#copy.reset();
    this.dispatchEvent(outcome instanceof Error ? new KhabarErrorEvent(outcome) : new KhabarLoadEvent(outcome));
  }

  readonly #onChildren = (): void => {
    if (this.#begun && inlineText(this) !== this.#inlineText) this.#begin();
    this.requestUpdate();
  };

  readonly #onToggle = (): void => {
    this.open = !this.open;
    if (this.open) this.#body.retry();
  };

  readonly #onRetry = (): void => {
    if (this.#article.status !== 'loading') void this.reload();
  };

  readonly #onCopy = (url: string): void => {
    if (this.dispatchEvent(new KhabarShareEvent('copy', url))) void this.#copyAddress(url);
  };

  async #copyAddress(url: string): Promise<void> {
    await this.#copy.copy(url);
    const field = this.renderRoot.querySelector<HTMLInputElement>(`#${SELECTED}`);
    field?.focus();
    field?.select();
  }

  readonly #onDeviceShare = (data: ShareData & { url: string }): void => {
    if (this.dispatchEvent(new KhabarShareEvent('device', data.url))) void this.#shareByDevice(data);
  };

  async #shareByDevice(data: ShareData & { url: string }): Promise<void> {
    try {
      await navigator.share(data);
    } catch (error) {
      // A reader who closes the sheet has changed their mind; nothing has failed.
      if (!(error instanceof DOMException && error.name === 'AbortError')) void this.#copyAddress(data.url);
    }
  }

  readonly #onClick = (event: Event): void => {
    // A footnote of the body, which leads nowhere else.
    if (event.defaultPrevented) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || !this.renderRoot.contains(link)) return;
    const { channel, network, url = link.href } = link.dataset;
    const leaving =
      channel !== undefined
        ? new KhabarShareEvent(channel as Channel, url)
        : network !== undefined
          ? new KhabarFollowEvent((network || undefined) as Network | undefined, url)
          : new KhabarNavigateEvent(url);
    if (!this.dispatchEvent(leaving)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'khabar-card': KhabarCard;
  }
}
