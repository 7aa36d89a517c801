import { css } from 'lit';

/**
 * A newspaper clipping: a double head rule, hairlines instead of boxes, one quiet accent. Sizes are in em of
 * `font-size: medium`, so they follow the reader's own setting and no page's `html { font-size: 62.5% }`.
 */
export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }

  /* Everything a page can do to the host is undone here, one step inside: 'all' on :host loses to the page's own rules. */
  .root {
    all: initial;
    /* Where nothing else gives a width, as in a dialog or a float, this asks for 20em, and nowhere for more than there is. */
    display: grid;
    grid-template-columns: minmax(0, 20em) 1fr;
    /* The host fills its place also where the page lays out all elements as flexible boxes, as grids, or vertically. */
    grid-column: 1 / -1;
    flex: 1 0 auto;
    inline-size: 100%;
    color-scheme: inherit;
    /* A page may hide the card. */
    visibility: inherit;

    /* No page reserves by accident what the card's own sheet (reserve.ts) does. */
    --own-reserved: initial;
    --own-ink: var(--khabar-ink, light-dark(#1b1a18, #eeeae3));
    --own-ink-quiet: var(--khabar-ink-quiet, light-dark(#524d46, #b8b1a6));
    --own-surface: var(--khabar-surface, light-dark(#fffefb, #17181a));
    --own-tint: var(--khabar-tint, light-dark(#f3f0ea, #222427));
    --own-rule: var(--khabar-rule, light-dark(#ddd8cf, #36383c));
    --own-border: var(--khabar-border, light-dark(#8a8479, #7f7a72));
    --own-accent: var(--khabar-accent, light-dark(#0e5561, #8ccad6));
    --own-danger: var(--khabar-danger, light-dark(#9a2a1f, #f2a097));
    --own-success: var(--khabar-success, light-dark(#17592f, #8fd0a6));
    --own-skeleton: light-dark(#e9e5dd, #2a2c2f);
  }
  .container {
    grid-column: 1 / -1;
    container-type: inline-size;
  }
  .root[data-theme='light'] {
    color-scheme: only light;
  }
  .root[data-theme='dark'] {
    color-scheme: only dark;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  figure {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  ul[role='list'] {
    list-style: none;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
    cursor: pointer;
  }
  img {
    color: var(--own-ink-quiet);
    font: 0.8125em/1.6 var(--own-ui);
  }
  [hidden]:not([hidden='until-found']) {
    display: none !important;
  }

  .card {
    --own-padding: 18px;
    /* Of the lead picture, and of the lines between it and the summary, in the shape of a card that waits. */
    --own-ratio: 2 / 3;
    --own-dates: 84px;
    --own-text: var(--khabar-font-text, 'Noto Naskh Arabic', 'Geeza Pro', 'Segoe UI', 'Noto Serif', Tahoma, serif);
    --own-ui: var(
      --khabar-font-ui,
      'Noto Sans Arabic',
      'SF Arabic',
      'Segoe UI',
      Tahoma,
      'Noto Sans',
      system-ui,
      sans-serif
    );
    /* Arabic needs a fifth more between its lines than Latin at the same size. */
    --own-leading: 1;

    /* What is for ears alone is positioned, and scrolls away with the card; here, where no page changes the direction. */
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    min-block-size: var(--own-reserved);
    padding: 0 var(--own-padding) 20px;
    font: 400 medium / calc(1.9 * var(--own-leading)) var(--own-text);
    color: var(--own-ink);
    background: var(--own-surface);
    border-block-start: 3px solid var(--own-ink);
    text-align: start;
    letter-spacing: normal;
    font-synthesis: none;
    overflow-wrap: anywhere;
    hyphens: manual;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  /* The Arabic faces hold ASCII digits and points, which would stand out among letters of another face. */
  .card.ltr {
    --own-text: var(--khabar-font-text, 'Noto Serif', Georgia, 'Times New Roman', 'Noto Naskh Arabic', serif);
    --own-ui: var(--khabar-font-ui, 'Noto Sans', 'Segoe UI', 'Noto Sans Arabic', system-ui, sans-serif);
    --own-leading: 0.84;
  }
  /* As no weight is made up, Hebrew needs faces that have a bold of their own. */
  .card:lang(he) {
    --own-text: var(--khabar-font-text, 'Noto Serif Hebrew', 'Times New Roman', David, serif);
    --own-ui: var(--khabar-font-ui, 'Noto Sans Hebrew', 'Arial Hebrew', 'Segoe UI', Arial, sans-serif);
  }
  /* The room of a typical card, by view: the rows of the skeleton, the gaps between them, and the frame of the picture. */
  .skeleton,
  [data-view] {
    --own-frame: calc((100cqi - 2 * var(--own-padding)) * var(--own-ratio));
    --own-room: calc(7.65em + 506px + var(--own-dates) + var(--own-frame));
  }
  .skeleton[data-for='article'],
  [data-view='article'] {
    --own-room: calc(18.65em + 518px + var(--own-dates) + var(--own-frame));
  }
  .skeleton[data-for='teaser'],
  [data-view='teaser'] {
    --own-room: calc(3.85em + 236px + var(--own-dates) + var(--own-frame));
  }
  /*
   * A card that nobody is near is neither laid out nor painted. Its height is that of its last drawing, or, if there was
   * none, the room of a typical card.
   */
  [data-view] {
    contain-intrinsic-block-size: auto var(--own-room);
  }
  [data-far] [data-view] {
    content-visibility: auto;
  }
  .card::before {
    content: '';
    grid-column: 1 / -1;
    block-size: 1px;
    margin: 3px calc(-1 * var(--own-padding)) 0;
    background: var(--own-ink);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .unseen:empty {
    display: none;
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mirrored:dir(rtl) {
    scale: -1 1;
  }
  .label {
    font: 700 0.8125em/1.6 var(--own-ui);
    color: var(--own-ink);
  }

  /* Head */
  .publisher,
  .publisher > span {
    display: flex;
    align-items: center;
    gap: 0 10px;
  }
  .publisher > span {
    flex-wrap: wrap;
  }
  /* Room for two lines from the beginning, so that a name that comes later beside the host, or above it, moves nothing. */
  .publisher {
    min-block-size: 3.5em;
    margin-block-start: 8px;
    font: 700 0.875em/1.715 var(--own-ui);
  }
  .later a,
  .later bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .publisher img {
    inline-size: 32px;
    block-size: 32px;
    object-fit: contain;
    border-radius: 3px;
  }
  .publisher > span {
    min-inline-size: 0;
  }
  /* The name fills one of the two lines; a finger needs more than that. */
  .publisher a {
    padding-block: 10px;
    margin-block: -10px;
    min-inline-size: 44px;
    max-inline-size: 100%;
  }
  .host {
    font-weight: 400;
    color: var(--own-ink-quiet);
  }
  .section {
    margin-block-start: 6px;
    font: 700 0.8125em/1.6 var(--own-ui);
    color: var(--own-accent);
  }
  [part='headline'] {
    margin-block-start: 2px;
    font: 700 1.4375em / calc(1.5 * var(--own-leading)) var(--own-text);
    text-wrap: balance;
  }
  :is([part='headline'], .publisher, .meta, .source) a:hover,
  .related a:hover .title,
  .pill a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.32em;
  }
  .summary {
    margin-block-start: 10px;
    font-size: 1.0625em;
    line-height: calc(1.8 * var(--own-leading));
    color: var(--own-ink-quiet);
    text-wrap: pretty;
  }
  .summary .label {
    font-size: 0.765em;
    color: var(--own-accent);
  }

  /* Byline and dates */
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 18px;
    margin-block-start: 14px;
    padding-block: 9px;
    border-block: 1px solid var(--own-rule);
    font: 400 0.8125em/1.75 var(--own-ui);
    color: var(--own-ink-quiet);
  }
  .meta .label {
    font: inherit;
    color: inherit;
  }
  .meta [part='byline'] {
    flex-basis: 100%;
  }
  .meta :is(time, [part='byline'] bdi) {
    color: var(--own-ink);
  }

  /* Picture */
  figure[part='picture'] {
    margin-block-start: 16px;
  }
  [part='image'] {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 3 / 2;
    object-fit: cover;
    background: var(--own-skeleton);
  }
  [data-broken] {
    display: none !important;
  }
  /* Its description stays, where it has one, in the place of words. */
  :is([part='image'], .body img)[data-broken]:not([alt='']) {
    display: block !important;
    inline-size: auto;
    block-size: auto;
    aspect-ratio: auto;
    background: none;
  }
  [part='image'].portrait {
    aspect-ratio: 1;
    object-fit: contain;
  }
  [part='caption'] {
    margin-block-start: 8px;
    font: 400 0.8125em/1.75 var(--own-ui);
    color: var(--own-ink-quiet);
    text-wrap: pretty;
  }
  [part='caption'] small {
    font-size: inherit;
  }

  /* Body */
  .more {
    display: flex;
    align-items: center;
    gap: 14px;
    margin-block-start: 20px;
  }
  .more::before,
  .more::after {
    content: '';
    flex: 1;
    block-size: 1px;
    background: var(--own-rule);
  }
  [part='more'],
  [part='retry'] {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 20px 16px;
    border: 1px solid var(--own-border);
    border-radius: 999px;
    font: 700 0.875em/1.4 var(--own-ui);
  }
  [part='more']:hover,
  [part='retry']:hover {
    border-color: var(--own-ink);
    background: var(--own-tint);
  }
  .body {
    font-size: 1.0625em;
    line-height: calc(1.85 * var(--own-leading));
    text-wrap: pretty;
    margin-block-start: 16px;
    /* Nothing of a body is positioned against anything but its own box. Not 'paint': that would clip focus rings. */
    contain: layout style;
  }
  .body[hidden] {
    margin: 0;
  }
  .body :is(p, ul, ol, dl, blockquote, figure, pre, .table, audio, video, details) {
    margin: 0;
  }
  .body * + :is(p, ul, ol, dl, blockquote, figure, pre, .table, .embed, audio, video, details) {
    margin-block-start: 0.95em;
  }
  .body li > :is(ul, ol) {
    margin-block-start: 0;
  }
  .body :is(h2, h3, h4, h5, h6) {
    margin-block: 1.5em 0.45em;
    font: 700 1.06em/1.6 var(--own-text);
  }
  .body > div > :first-child {
    margin-block-start: 0;
  }
  .body :is(ul, ol) {
    padding-inline-start: 1.6em;
  }
  .body dd {
    margin-inline-start: 1.6em;
  }
  .body blockquote {
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--own-rule);
    color: var(--own-ink-quiet);
  }
  /* Arabic has no italics: engines would slant it by force. */
  .body :is(em, i, cite, dfn, var):dir(rtl) {
    font-style: normal;
    font-weight: 700;
  }
  .body :is(img, video) {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
  }
  .body audio {
    inline-size: 100%;
  }
  .body figcaption {
    margin-block-start: 8px;
    font: 400 0.765em/1.75 var(--own-ui);
    color: var(--own-ink-quiet);
  }
  .body a {
    color: var(--own-accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.35em;
  }
  .body a:hover {
    text-decoration-thickness: 2px;
  }
  /* What a link leaves open in its text reorders nothing that stands after it. */
  .body a {
    unicode-bidi: isolate;
  }
  /* In the place of a frame: a quiet slip that says what was there. */
  .body .embed {
    display: grid;
    gap: 2px;
    padding: 10px 14px;
    border: 1px solid var(--own-rule);
    border-inline-start: 3px solid var(--own-accent);
    font: 600 0.88em/1.6 var(--own-ui);
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .body .embed:hover bdi:first-child {
    text-decoration: underline;
    text-underline-offset: 0.35em;
  }
  .body .embed bdi + bdi {
    overflow: hidden;
    font-weight: 400;
    font-size: 0.9em;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--own-ink-quiet);
  }
  .body .embed bdi {
    justify-self: start;
    max-inline-size: 100%;
  }
  /* A gallery: pictures side by side, each with its caption; the last is the gallery's own. */
  .body figure:has(> figure) {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr));
    gap: 12px;
    align-items: start;
  }
  .body figure > figure {
    margin: 0;
  }
  .body figure:has(> figure) > :not(figure) {
    grid-column: 1 / -1;
    margin: 0;
  }
  .body :is(pre, .table) {
    overflow: auto;
  }
  .body table {
    border-collapse: collapse;
    font-size: 0.9em;
    overflow-wrap: normal;
  }
  .body :is(td, th) {
    padding: 6px 10px;
    border: 1px solid var(--own-rule);
    text-align: start;
  }
  .body hr {
    border: 0;
    border-block-start: 1px solid var(--own-rule);
  }
  .note {
    color: var(--own-ink-quiet);
  }

  /* Foot */
  /* A column that may shrink: an address on one line would make it as wide as itself. */
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    margin-block-start: 22px;
    font: 400 0.875em/1.7 var(--own-ui);
    color: var(--own-ink-quiet);
  }
  .foot .label {
    font-size: 0.9286em;
  }
  .source {
    border-block-start: 1px solid var(--own-rule);
    padding-block-start: 12px;
  }
  .source b {
    color: var(--own-ink);
  }
  .source a {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.35em;
  }
  .short-link {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  .pill {
    display: flex;
    min-block-size: 46px;
    inline-size: 100%;
    max-inline-size: 22em;
    border: 1px solid var(--own-border);
    border-radius: 999px;
  }
  .pill a {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    padding-inline: 16px;
    border-radius: 999px;
    color: var(--own-ink);
    font-size: 0.93em;
  }
  .pill bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .pill [part='copy'] {
    inline-size: 46px;
    block-size: auto;
    border-inline-start: 1px solid var(--own-rule);
    border-radius: 0;
    border-start-end-radius: 22px;
    border-end-end-radius: 22px;
  }
  .square {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 999px;
    color: var(--own-ink-quiet);
  }
  .square:hover {
    background: var(--own-tint);
    color: var(--own-ink);
  }
  .said .copied,
  .square.copied {
    color: var(--own-success);
  }
  .said {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    font-size: 0.93em;
  }
  .said .failed {
    color: var(--own-danger);
  }
  #selected {
    inline-size: 100%;
    max-inline-size: 30em;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid var(--own-border);
    border-radius: 4px;
    font: inherit;
    color: var(--own-ink);
    background: var(--own-tint);
  }
  .original a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    color: var(--own-accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.4em;
  }
  .original .icon {
    inline-size: 16px;
    block-size: 16px;
  }
  .actions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding-block: 4px;
    border-block: 1px solid var(--own-rule);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
  }
  .row + .row {
    border-block-start: 1px solid var(--own-rule);
  }
  /* Seen only where the list does not fit beside its label. */
  .row .label {
    padding-block: 6px;
  }
  .row ul {
    display: flex;
    flex-wrap: wrap;
    margin-inline-end: -12px;
  }
  /* On a line of its own, so that it takes no room from the list while it is empty. */
  .row .said {
    flex-basis: 100%;
    margin-block-start: -4px;
  }

  /* Related stories */
  .related {
    margin-block-start: 26px;
  }
  .related > :first-child {
    padding-block-end: 8px;
    border-block-end: 2px solid var(--own-ink);
    font: 700 1.0625em/1.6 var(--own-text);
  }
  .related li + li {
    border-block-start: 1px solid var(--own-rule);
  }
  .related a {
    display: flex;
    justify-content: space-between;
    gap: 14px;
    min-block-size: 44px;
    padding-block: 12px;
  }
  .related .title {
    display: block;
    font: 400 1.0625em / calc(1.7 * var(--own-leading)) var(--own-text);
    text-wrap: pretty;
  }
  .related time {
    display: block;
    margin-block-start: 2px;
    font: 400 0.8125em/1.6 var(--own-ui);
    color: var(--own-ink-quiet);
  }
  .related img {
    flex: none;
    inline-size: 84px;
    block-size: 63px;
    margin-block-start: 6px;
    object-fit: cover;
    background: var(--own-skeleton);
  }

  /* An outline survives forced colours and any background; the ring inside it keeps it apart from dark pictures. */
  :focus-visible {
    outline: 3px solid var(--own-accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--own-surface);
    border-radius: 4px;
  }
  .square:focus-visible,
  [part='more']:focus-visible,
  [part='retry']:focus-visible,
  .pill a:focus-visible {
    border-radius: 999px;
  }

  /* Waiting and failed */
  /* The shape of a card as it usually is, by view, so that what comes below it need hardly move. */
  .skeleton {
    display: grid;
    /* Kept also while the shape itself is not drawn. */
    block-size: var(--own-room);
    /* WebKit takes the frame's height from before as its least width where a column may not shrink: it stays wide. */
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
    padding-block: 14px 4px;
    /* Where the height is known, a shape that is only a guess makes the card no higher. */
    max-block-size: calc(var(--own-reserved) - 48px);
    overflow: hidden;
  }
  .body .skeleton {
    block-size: auto;
  }
  .skeleton span {
    block-size: 0.95em;
    background: var(--own-skeleton);
    border-radius: 3px;
  }
  .skeleton .byline {
    inline-size: 9em;
    margin-block: 14px 12px;
  }
  .skeleton .title {
    block-size: 1.45em;
  }
  .skeleton .tiny {
    inline-size: 5em;
    margin-block-start: 6px;
  }
  .skeleton .short {
    inline-size: 62%;
  }
  .skeleton .dates {
    display: grid;
    align-content: space-evenly;
    block-size: var(--own-dates);
    background: none;
    border-block: 1px solid var(--own-rule);
    border-radius: 0;
  }
  .skeleton .dates::before,
  .skeleton .dates::after {
    content: '';
    inline-size: 45%;
    block-size: 0.75em;
    background: var(--own-skeleton);
    border-radius: 3px;
  }
  .skeleton .dates::after {
    inline-size: 62%;
  }
  .skeleton .frame {
    block-size: auto;
    aspect-ratio: 3 / 2;
    border-radius: 0;
  }
  .skeleton .lines {
    block-size: 11em;
    background: repeating-linear-gradient(var(--own-skeleton) 0 0.95em, transparent 0 1.9em);
  }
  .skeleton .bar {
    block-size: 44px;
    margin-block-start: 16px;
    background: none;
    border: 1px solid var(--own-rule);
  }
  .waiting > .note:not(:empty) {
    margin-block-start: 14px;
  }
  ::slotted(script) {
    display: none !important;
  }
  .failure {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 14px;
    margin-block-start: 16px;
  }
  .failure > .icon {
    inline-size: 24px;
    block-size: 24px;
    margin-block-start: 5px;
    color: var(--own-danger);
  }
  .failure p {
    line-height: calc(1.85 * var(--own-leading));
    color: var(--own-ink-quiet);
  }
  .failure .title {
    font: 700 1.125em/1.6 var(--own-text);
    color: var(--own-ink);
  }
  .failure .original,
  [part='retry'] {
    grid-column: 2;
    justify-self: start;
  }
  [part='retry'] {
    margin-block-start: 12px;
  }

  @media (prefers-reduced-motion: no-preference) {
    /* The whole of it, as one: an animation of each bar would have the page's style computed anew in each frame. */
    .waiting .skeleton:not(.still, [data-unseen]) {
      animation: pulse 1.6s ease-in-out infinite alternate;
    }
    @keyframes pulse {
      to {
        opacity: 0.55;
      }
    }
  }

  /* 440 px and more */
  @container (min-width: 440px) {
    .card {
      --own-padding: 24px;

      padding-block-end: 26px;
    }
    [part='headline'] {
      font-size: 1.8125em;
      line-height: calc(1.45 * var(--own-leading));
    }
    .summary,
    .body {
      font-size: 1.125em;
    }
    .meta {
      margin-block-start: 16px;
    }
    .short-link {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 0 14px;
    }
    .short-link .said:not(:has(input)) {
      grid-column: 2;
      justify-self: end;
      inline-size: min(21.5em, 100%);
      padding-inline-start: 16px;
    }
    .short-link .said:has(input) {
      grid-column: 1 / -1;
      margin-block-start: 6px;
    }
    .pill {
      max-inline-size: 20em;
      margin-inline-start: auto;
    }
    /* Side by side where both lists are short */
    .card:not(.open) .actions:has(.row + .row):not(:has(li:nth-child(4))) {
      grid-template-columns: 1fr 1fr;

      .row + .row {
        border-block-start: 0;
        border-inline-start: 1px solid var(--own-rule);
        padding-inline-start: 18px;
      }
      .row:first-child {
        padding-inline-end: 18px;
      }
    }
    .skeleton[data-for='teaser'],
    [data-view='teaser'] {
      --own-room: max(3.85em + 152px + var(--own-dates), 18px + 0.38 * var(--own-frame));

      grid-template-columns: minmax(0, 1fr) 38%;
      column-gap: 20px;
    }
    [data-view='teaser'] [part='headline'] {
      font-size: 1.4375em;
      line-height: calc(1.5 * var(--own-leading));
    }
    [data-view='teaser'] > * {
      grid-column: 1;
    }
    [data-view='teaser'] > [part='picture'] {
      grid-column: 2;
      grid-row: 2 / span 3;
    }
    [data-view='teaser'] > .foot {
      margin-block-start: 6px;
    }
    .skeleton[data-for='teaser'] > * {
      grid-column: 1;
    }
    .skeleton[data-for='teaser'] > .frame {
      grid-column: 2;
      grid-row: 1 / span 5;
      align-self: start;
    }
    .skeleton[data-for='teaser'] > .bar + .bar {
      display: none;
    }
  }

  /* 640 px and more: with the body open, a rail beside it */
  @container (min-width: 640px) {
    .card {
      --own-padding: 32px;
      --own-ratio: 9 / 16;
      --own-dates: 60px;

      padding-block-end: 32px;
    }
    .publisher {
      margin-block-start: 12px;
    }
    .card:not([data-view='teaser']) [part='headline'] {
      max-inline-size: 17em;
      font-size: 2.375em;
      line-height: calc(1.4 * var(--own-leading));
    }
    .summary {
      max-inline-size: 31em;
      margin-block-start: 12px;
      font-size: 1.25em;
      line-height: calc(1.75 * var(--own-leading));
    }
    .summary .label {
      font-size: 0.65em;
    }
    .meta {
      gap: 0 22px;
    }
    figure[part='picture'] {
      margin-block-start: 20px;
    }
    .card:not([data-view='teaser']) [part='image']:not(.portrait),
    .skeleton .frame {
      aspect-ratio: 16 / 9;
    }
    .related ul {
      display: grid;
      grid-template-columns: 1fr 1fr;
      column-gap: 44px;
    }
    .related li:nth-child(2) {
      border-block-start: 0;
    }
  }

  /* Where the height is known, the room of a body that is on its way is kept between what stands around it. */
  @container (max-width: 639.98px) {
    .open[data-body='waiting'] {
      display: flex;
      flex-direction: column;

      > .main {
        flex-grow: 1;
      }
    }
  }

  /* Paper is as wide as a rail's columns together, but nobody scrolls on it. */
  @media screen {
    @container (min-width: 640px) {
      .open {
        grid-template-columns: minmax(0, 1fr) 228px;
        grid-template-rows: auto auto auto auto auto 1fr;
      }
      .open > * {
        grid-column: 1 / -1;
      }
      .open > .main {
        grid-column: 1;
        grid-row: 5 / 7;
        margin-block-start: 22px;
        padding-inline-end: 22px;
        border-inline-end: 1px solid var(--own-rule);
      }
      .open .more {
        margin: 0 0 20px;
      }
      .open .body {
        margin-block-start: -0.45em;
        line-height: calc(1.9 * var(--own-leading));
      }
      .open > .foot,
      .open > .related {
        grid-column: 2;
        align-self: start;
        margin-block-start: 22px;
        margin-inline-start: 22px;
      }
      .open > .foot {
        grid-row: 5;
        gap: 16px;
      }
      .open > .related {
        grid-row: 6;
        margin-block-start: 26px;
      }
      .open .source {
        border: 0;
        padding: 0;
      }
      .open .source b {
        display: block;
      }
      .open .short-link {
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        padding-block-start: 10px;
        border-block-start: 1px solid var(--own-rule);
      }
      .open .short-link .said:not(:has(input)) {
        grid-column: 1;
        justify-self: start;
        inline-size: auto;
        padding: 0;
      }
      .open .pill {
        margin: 0;
      }
      .open .pill a {
        padding-inline: 14px 6px;
        font-size: 0.857em;
      }
      .open .actions {
        gap: 16px;
        padding: 0;
        border: 0;
      }
      .open .row {
        display: grid;
        justify-content: start;
        gap: 0;
        padding-block-start: 10px;
        border: 0;
        border-block-start: 1px solid var(--own-rule);
      }
      .open .row ul {
        margin-inline: -12px 0;
      }
      .open .related ul {
        display: block;
      }
      .open .related .title {
        font-size: 1em;
        line-height: calc(1.75 * var(--own-leading));
      }
      .open .related li:nth-child(2) {
        border-block-start: 1px solid var(--own-rule);
      }
      .open .related img {
        inline-size: 64px;
        block-size: 48px;
      }
    }
  }

  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
    .card::before {
      background: CanvasText;
    }
    [part='more'],
    [part='retry'],
    .pill {
      border-color: ButtonText;
    }
    .skeleton span {
      background: GrayText;
      forced-color-adjust: none;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --own-ink-quiet: var(--own-ink);
      --own-rule: var(--own-border);
      --own-border: var(--own-ink);
    }
  }
  /* On paper: all of the story, black on white, and where its links lead. */
  @media print {
    [data-far] [data-view] {
      content-visibility: visible;
    }
    .root {
      color-scheme: only light !important;

      --own-ink: black;
      --own-ink-quiet: black;
      --own-surface: white;
      --own-accent: black;
      --own-danger: black;
    }
    .more,
    .actions,
    .skeleton,
    .said,
    .pill [part='copy'],
    .waiting > .note,
    [part='retry'] {
      display: none !important;
    }
    .body[hidden] {
      display: block !important;
      content-visibility: visible;
      block-size: auto;
      margin-block-start: 16px;
    }
    .body details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .pill {
      display: inline;
      border: 0;
    }
    .pill a {
      display: inline;
      padding: 0;
    }
    /* In isolates: an address must not be turned by the letters around it, nor they by the address. */
    :is(.body, .source, .original, .related, [part='byline']) a[href^='http']::after {
      content: ' (\\2066' attr(href) '\\2069)';
      font: 400 0.8em/1.6 var(--own-ui);
      overflow-wrap: anywhere;
      text-decoration: none;
      /* Else the link's own line goes on under it. */
      display: inline-block;
    }
    .short-link {
      display: block;
    }
    .original a {
      display: inline;
    }
    .pill bdi {
      white-space: normal;
    }
    .related a {
      display: block;
    }
    .original .icon,
    .related img {
      display: none;
    }
    :is(h1, h2, h3, h4, h5, h6) {
      break-after: avoid;
    }
    :is(figure, tr, .related li, .failure) {
      break-inside: avoid;
    }
    p {
      orphans: 3;
      widows: 3;
    }
  }
`;
