// Draws the builder. What happens is in builder.ts.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { CHECKED, recipesFor } from './advice.js';
import type { Actions, Look, View } from './builder.js';
import { initialOf, OPTIONS, options, type Option, type OptionName } from './options.js';
import { kindsOf } from './snippets.js';
import { WORDS, type Words } from './words.js';

type Row = Option & { readonly name: OptionName };

const row = (name: OptionName) => options.find((option) => option.name === name)!;
const GROUPS = ['form', 'words', 'reach', 'look'] as const;

export function page(view: View, actions: Actions): TemplateResult {
  const words = WORDS[view.values.in]!;
  return html`
    <header>
      <div>
        <h1>${words.title}</h1>
        <p>${words.intro}</p>
      </div>
      ${radios(row('in'), view, words, actions)}
    </header>
    <main>
      ${paste(view, words, actions)} ${look(view, words, actions)} ${choices(view, words, actions)}
      ${copies(view, words, actions)}
    </main>
  `;
}

const heading = (step: keyof Words['steps'], number: number, words: Words) =>
  html`<h2 id=${step}>
    <span class="number" aria-hidden="true">${number.toLocaleString(words === WORDS['ar'] ? 'ar-EG' : 'en')}</span
    >${words.steps[step]}
  </h2>`;

function paste(view: View, words: Words, actions: Actions): TemplateResult {
  const { written, checked, isAsked, look } = view;
  const refused = 'refused' in checked ? checked.refused : undefined;
  const isWrong = refused !== undefined && refused !== 'empty' && (isAsked || refused !== 'incomplete');
  const submit = (event: Event) => {
    event.preventDefault();
    actions.show();
  };
  return html`<section class="paste" aria-labelledby="paste">
    ${heading('paste', 1, words)}
    <form @submit=${submit} novalidate>
      <label for="address">${words.field}</label>
      <p id="address-hint" class="hint">${words.fieldHint}</p>
      <div class="row">
        <input
          id="address"
          type="text"
          inputmode="url"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="go"
          placeholder="https://news.example/story"
          aria-describedby="address-hint address-state"
          aria-invalid=${isWrong ? 'true' : 'false'}
          .value=${live(written)}
          @input=${({ target }: Event) => actions.write((target as HTMLInputElement).value)}
          @paste=${({ target }: Event) =>
            // Once the field has it. A paste is a wish to see.
            setTimeout(() => actions.show((target as HTMLInputElement).value))}
        />
        <button class="main">${words.show}</button>
      </div>
      <p id="address-state" role="status" class=${isWrong ? 'state wrong' : 'state'}>${stateOfField(view, words)}</p>
    </form>
    ${look && look.stories.length > 1 ? stories(look, words, actions) : nothing}
  </section>`;
}

function stateOfField({ checked, isFromLink, isAsked, written }: View, words: Words): string {
  if ('json' in checked) return words.isJson;
  if ('refused' in checked)
    return checked.refused === 'empty' && isAsked && written === '' ? words.fieldHint : words.refused[checked.refused];
  return [words.isAddress, checked.hasSecret && words.hasSecret, isFromLink && words.fromLink]
    .filter(Boolean)
    .join(' ');
}

function stories({ stories, item, source }: Look, words: Words, actions: Actions): TemplateResult {
  const radio = (id: string | undefined, label: unknown, date?: string) =>
    html`<label class="story"
      ><input type="radio" name="story" .checked=${live(item === id)} @change=${() => actions.pick(id)} /><span
        >${label}${date ? html` <small><bdi dir="ltr">${date.slice(0, 10)}</bdi></small>` : nothing}</span
      ></label
    >`;
  return html`<fieldset class="stories">
    <legend>${words.stories}</legend>
    ${'address' in source ? radio(undefined, words.newest) : nothing}
    ${stories.map(({ id, headline, published }) => radio(id, html`<bdi>${headline}</bdi>`, published))}
  </fieldset>`;
}

function look(view: View, words: Words, actions: Actions): TemplateResult {
  const { look } = view;
  const other = look?.answer?.kind === 'rss' || look?.answer?.kind === 'oembed' ? look.answer.kind : undefined;
  return html`<section class="look" aria-labelledby="look">
    ${heading('look', 2, words)}
    <p role="status" class=${look?.failed || other ? 'state wrong' : 'state'}>
      ${stateOfLook(look, words)}${look?.failed?.status ? html` <bdi>(${look.failed.status})</bdi>` : nothing}
    </p>
    ${look ? advice(view, look, words, actions) : nothing}
    ${look?.isRead && !other && !look.failed ? preview(view, look, words, actions) : nothing}
  </section>`;
}

function stateOfLook(look: Look | undefined, words: Words): string {
  if (!look) return words.nothingYet;
  const { answer, failed, reach, story, heights } = look;
  if (answer?.kind === 'rss' || answer?.kind === 'oembed') return words.told[answer.kind];
  if (failed) {
    // What the builder could read itself is no matter of leave.
    if (answer && answer.kind !== 'json') return words.told[answer.kind];
    return [words.failed[failed.code], reach && words.reach[reach]].filter(Boolean).join(' ');
  }
  return story === undefined ? words.asking : words[heights ? 'measured' : 'measuring'];
}

function preview(view: View, { turn }: Look, words: Words, actions: Actions): TemplateResult {
  return html`<div class="toolbar">
      ${(['width', 'scheme', 'dir'] as const).map((name) => radios(row(name), view, words, actions))}
    </div>
    <div class="desk" data-scheme=${view.values.scheme}>
      ${keyed(
        turn,
        html`<iframe
          class="preview"
          title=${words.frame}
          data-width=${view.values.width}
          src="preview.html"
          sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
          allow="web-share; clipboard-write"
        ></iframe>`,
      )}
    </div>`;
}

/** Advice where there is no card. */
function advice(
  { copied }: View,
  { answer, failed, reach, source }: Look,
  words: Words,
  actions: Actions,
): TemplateResult {
  const address = 'address' in source ? source.address : undefined;
  const isOther = answer && answer.kind !== 'json' && (failed || answer.kind === 'rss' || answer.kind === 'oembed');
  return html`
    ${
      isOther && answer.instead.length > 0
        ? html`<p>${words.instead}</p>
            <ul class="instead">
              ${answer.instead.map(
                (other) =>
                  html`<li>
                    <bdi dir="ltr">${other}</bdi>
                    <button @click=${() => actions.show(other)} aria-label=${`${words.use} ${other}`}>
                      ${words.use}
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      failed && reach === 'refuses' && address
        ? html`<p class="code" dir="ltr"><code>Access-Control-Allow-Origin: *</code></p>
            ${recipesFor(address).map(
              ({ server, text, source }) =>
                html`<details>
                  <summary>${server}</summary>
                  <p>${words.recipes[server]}</p>
                  ${code(server, server, text, copied, words, actions)}
                  <p class="hint">
                    <a href=${source} target="_blank" rel="noopener">${words.documentation}</a> · ${words.checked}
                    <time datetime=${CHECKED} dir="ltr">${CHECKED}</time>
                  </p>
                </details>`,
            )}`
        : nothing
    }
  `;
}

function choices(view: View, words: Words, actions: Actions): TemplateResult {
  return html`<section class="choose" aria-labelledby="choose">
    ${heading('choose', 3, words)} ${radios(row('view'), view, words, actions)}
    ${GROUPS.map(
      (group) =>
        html`<details>
          <summary>${words.groups[group]}</summary>
          ${options.filter((option) => option.group === group).map((option) => control(option, view, words, actions))}
        </details>`,
    )}
    <button class="quiet" @click=${() => actions.reset()}>${words.reset}</button>
  </section>`;
}

function control(option: Row, view: View, words: Words, actions: Actions): TemplateResult {
  if (option.none !== undefined) return checkboxes(option, view, words, actions);
  if (option.values.length > 6) return select(option, view, words, actions);
  if (option.values.length > 1) return radios(option, view, words, actions);
  return written(option, view, words, actions);
}

const labelOf = ({ name }: Row, value: string, words: Words) => words.options[name].values?.[value] ?? value;

/** Languages are written in their own script. */
const languageOf = ({ name }: Row, value: string) => ((name === 'lang' || name === 'in') && value) || nothing;

const hint = ({ name }: Row, words: Words) => words.options[name].hint ?? nothing;

function radios(
  option: Row,
  view: View,
  words: Words,
  actions: Actions,
  only = option.values,
  said: unknown = hint(option, words),
): TemplateResult {
  const { name } = option;
  return html`<fieldset class="choice" data-option=${name}>
    <legend>${words.options[name].label}</legend>
    <p class="hint">${said}</p>
    <div class="values">
      ${option.values.map(
        (value) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              value=${value}
              ?disabled=${!only.includes(value)}
              .checked=${live(view.values[name] === value)}
              @change=${() => actions.choose(name, value)}
            /><span lang=${languageOf(option, value)}>${labelOf(option, value, words)}</span></label
          >`,
      )}
    </div>
    ${option.free ? free(option, view, words, actions) : nothing}
  </fieldset>`;
}

function checkboxes(option: Row, view: View, words: Words, actions: Actions): TemplateResult {
  const { name, values, none } = option;
  const now = view.values[name].split(' ');
  const toggled = (value: string) =>
    values.filter((other) => (other === value ? !now.includes(other) : now.includes(other))).join(' ') || none!;
  return html`<fieldset class="choice" data-option=${name}>
    <legend>${words.options[name].label}</legend>
    <p class="hint">${hint(option, words)}</p>
    <div class="values">
      ${values.map(
        (value) =>
          html`<label
            ><input
              type="checkbox"
              name=${name}
              value=${value}
              .checked=${live(now.includes(value))}
              @change=${() => actions.choose(name, toggled(value))}
            /><span>${labelOf(option, value, words)}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

function select(option: Row, view: View, words: Words, actions: Actions): TemplateResult {
  const { name, values } = option;
  return html`<div class="choice" data-option=${name}>
    <label for=${name}>${words.options[name].label}</label>
    <p class="hint" id="${name}-hint">${hint(option, words)}</p>
    <select
      id=${name}
      aria-describedby="${name}-hint"
      .value=${live(view.values[name])}
      @change=${({ target }: Event) => actions.choose(name, (target as HTMLSelectElement).value)}
    >
      ${values.map(
        (value) =>
          html`<option value=${value} lang=${languageOf(option, value)} ?selected=${view.values[name] === value}>
            ${labelOf(option, value, words)}
          </option>`,
      )}
    </select>
  </div>`;
}

function written(option: Row, view: View, words: Words, actions: Actions): TemplateResult {
  return html`<div class="choice" data-option=${option.name}>
    <label for=${option.name}>${words.options[option.name].label}</label>
    <p class="hint" id="${option.name}-hint">${hint(option, words)}</p>
    ${free(option, view, words, actions)}
  </div>`;
}

/** The field of a value that is written. What will not do is said, and the default stays. */
function free(option: Row, view: View, words: Words, actions: Actions): TemplateResult {
  const { name, values } = option;
  const { input, accepts } = option.free!;
  const now = values.includes(view.values[name]) ? '' : view.values[name];
  const isAlone = values.length === 1;
  const change = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const text = field.value.trim();
    field.setCustomValidity(text === '' || accepts(text) ? '' : words.wrong);
    field.reportValidity();
    if (field.validity.valid) actions.choose(name, text);
  };
  return html`<div class="row">
    <input
      type=${input === 'color' ? 'color' : 'text'}
      id=${isAlone ? name : nothing}
      aria-label=${isAlone ? nothing : `${words.options[name].label}: ${words.options[name].free ?? ''}`}
      aria-describedby=${isAlone ? `${name}-hint` : nothing}
      dir="ltr"
      inputmode=${input === 'number' ? 'decimal' : nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      list=${name === 'time-zone' ? 'time-zones' : nothing}
      placeholder=${words.options[name].free ?? nothing}
      .value=${live(now || (option.free!.start ?? ''))}
      @change=${change}
    />
    ${name === 'time-zone' ? zones : nothing}
    ${
      input === 'color'
        ? now
          ? html`<code>${now}</code
              ><button
                class="quiet"
                @click=${() => actions.choose(name, '')}
                aria-label=${`${words.unset}: ${words.options[name].label}`}
              >
                ${words.unset}
              </button>`
          : html`<span class="hint">${words.byDefault}</span>`
        : nothing
    }
  </div>`;
}

const zones = html`<datalist id="time-zones">
  ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
</datalist>`;

function copies(view: View, words: Words, actions: Actions): TemplateResult {
  const { look, values, snippets } = view;
  const kinds = look ? kindsOf(look.source) : row('kind').values;
  const kind = kinds.includes(values.kind) ? values.kind : 'quotation';
  const lost = kind === 'frame' ? lostInFrame(view, words) : '';
  const isKept = values.space === 'yes' && look?.story && !look.heights;
  return html`<section class="copy" aria-labelledby="copy">
    ${heading('copy', 4, words)}
    ${radios(
      row('kind'),
      { ...view, values: { ...values, kind } },
      words,
      actions,
      kinds,
      `${words.kinds[kind]}${kinds.length < 5 ? ` ${words.noRoom}` : ''}`,
    )}
    <details>
      <summary>${words.options.updates.label} · ${words.options.space.label}</summary>
      ${radios(row('updates'), view, words, actions)} ${radios(row('space'), view, words, actions)}
    </details>
    ${lost ? html`<p class="state wrong">${words.notInFrame} ${lost}</p>` : nothing}
    ${isKept ? html`<p class="hint">${words.measuring}</p>` : nothing}
    ${snippets.length === 0 ? html`<p class="hint">${words.noSnippet}</p>` : nothing}
    ${snippets.map(({ name, text }) => {
      const [title, hint] = words.snippets[name];
      return html`<section class="snippet" data-snippet=${name}>
        <h3>${title}</h3>
        <p class="hint">${hint}${name === 'policy' && kind !== 'frame' ? ` ${words.trustedTypes}` : ''}</p>
        ${code(name, title, text, view.copied, words, actions)}
      </section>`;
    })}
    <section class="snippet" data-snippet="link">
      <h3>${words.link}</h3>
      <p class="hint">${location.hash.includes('src=') ? words.linkHint : words.noLink}</p>
      ${code('link', words.link, location.href.replace(/#$/, ''), view.copied, words, actions)}
    </section>
  </section>`;
}

function lostInFrame({ values }: View, words: Words): string {
  const lost = OPTIONS.filter(
    (option: Option) => option.notInFrame && values[option.name as OptionName] !== initialOf(option),
  );
  return lost.map(({ name }) => words.options[name].label).join(' · ');
}

/** A text with its button, and what came of the button. */
function code(
  name: string,
  title: string,
  text: string,
  copied: View['copied'],
  words: Words,
  actions: Actions,
): TemplateResult {
  const copy = ({ currentTarget }: Event) =>
    actions.copy(name, text, (currentTarget as Element).closest('.code-box')!.querySelector('code')!);
  const said = copied?.name === name ? words[copied.isSelected ? 'selected' : 'copied'] : '';
  return html`<div class="code-box">
    <pre class="code" dir="ltr" tabindex="0" role="group" aria-label=${title}><code>${text}</code></pre>
    <div class="row">
      <button class="main" @click=${copy} aria-label=${`${words.copy}: ${title}`}>${words.copy}</button>
      <p role="status" class="state">${said}</p>
    </div>
  </div>`;
}
