import { expect } from 'chai';
import { articleIn } from '../accessibility/articles.js';
import { article } from '../support/articles.js';
import { drawWithBody, heard, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { engine, press } from '../support/commands.js';
import { soon, speechWith, type Manner, type Speech, type Voice } from '../support/speech.js';

const HEADLINE = 'افتتاح أول متحف للأفلاج في ولاية إزكي';
const SUMMARY = 'يضم المتحف خرائط ومخطوطات ونماذج حيّة لقنوات الري التي حفرها الأجداد.';

/** An open card with this body. */
function open(
  content_html = '<p>جملة أولى. جملة ثانية.</p><p>جملة ثالثة.</p>',
  attributes: Record<string, string> = {},
) {
  return drawWithBody({ article: article({ content_html }), attributes: { view: 'article', ...attributes } });
}

async function pressed(card: KhabarCard, ...names: string[]): Promise<void> {
  for (const name of names) {
    part(card, name)!.click();
    await soon();
    await card.updateComplete;
  }
}

/** The states that a card announces. */
function states(card: KhabarCard): string[] {
  const list: string[] = [];
  card.addEventListener('khabar-listen', ({ state }) => list.push(state));
  return list;
}

/** What the voice says of a body, from its beginning to its end. */
async function allOf(speech: Speech, content_html: string, attributes = {}): Promise<string[]> {
  const card = await open(content_html, attributes);
  await pressed(card, 'listen');
  for (let count = 0; speech.speaking && count < 40; count += 1) await speech.finish();
  const [headline, summary, ...body] = speech.texts;
  expect([headline, summary]).to.deep.equal([HEADLINE, SUMMARY]);
  return body;
}

/** The text that is marked. */
const marked = () => [...(CSS.highlights.get('khabar-sentence') ?? [])].map((range) => String(range)).join('|');

const hasHighlights = 'highlights' in CSS;

describe('The button that reads aloud', () => {
  const without: Record<string, readonly Voice[]> = {
    'no voice': [],
    'voices of other languages alone': [
      { lang: 'en-US', default: true },
      { lang: 'fa-IR' },
      { lang: 'arz' },
      { lang: '' },
    ],
    'a voice that is not local': [{ lang: 'ar-SA', localService: false, default: true }],
  };
  for (const [what, voices] of Object.entries(without))
    it(`is not there where the device has ${what}`, async () => {
      speechWith(voices);
      const card = await open();
      expect([part(card, 'listen'), part(card, 'larger') !== null]).to.deep.equal([null, true]);
    });

  it('is not there where the browser has no speech', async () => {
    replace(window, 'speechSynthesis', undefined);
    expect(part(await open(), 'listen')).to.equal(null);
  });

  it('is there where the device has a voice for the article’s language, of whatever region', async () => {
    for (const lang of ['ar', 'ar-EG', 'ar_SA', 'AR-001']) {
      speechWith([{ lang: 'en-US' }, { lang }]);
      expect(part(await open(), 'listen'), lang).not.to.equal(null);
    }
  });

  it('comes when the voices come, and moves nothing', async () => {
    const speech = speechWith([]);
    const card = await open();
    const place = () =>
      [part(card, 'tools')!, part(card, 'larger')!].map((box) => box.getBoundingClientRect().toJSON() as unknown);
    const before = place();
    speech.bring([{ lang: 'ar-SA' }]);
    await card.updateComplete;
    expect(part(card, 'listen')).not.to.equal(null);
    expect(place()).to.deep.equal(before);
  });

  it('makes the row alone where nothing else is asked for, and no row where it is not there', async () => {
    const speech = speechWith([]);
    const card = await open(undefined, { tools: 'listen' });
    expect(card.shadowRoot!.querySelector('.tools')).to.equal(null);
    await soon();
    speech.bring([{ lang: 'ar' }]);
    await card.updateComplete;
    expect([part(card, 'listen') !== null, part(card, 'larger')]).to.deep.equal([true, null]);
  });

  it('is not there where it is not asked for', async () => {
    speechWith();
    expect(part(await open(undefined, { tools: 'text-size' }), 'listen')).to.equal(null);
  });

  it('says what it does next', async () => {
    speechWith();
    const card = await open();
    const names = [textOf(part(card, 'listen'))];
    for (let press = 0; press < 2; press += 1) {
      await pressed(card, 'listen');
      names.push(textOf(part(card, 'listen')));
    }
    expect(names).to.deep.equal(['استمع', 'إيقاف مؤقت', 'استمع']);
    expect(['previous', 'next', 'speed'].map((name) => textOf(part(card, name)))).to.deep.equal([
      'الجملة السابقة',
      'الجملة التالية',
      'سرعة القراءة 1×',
    ]);
  });

  it('has signs for the sentences that turn with the text, and one for the voice that does not', async () => {
    speechWith();
    const card = await open();
    await pressed(card, 'listen');
    const turned = ['listen', 'previous', 'next'].map(
      (name) => getComputedStyle(part(card, name)!.querySelector('svg')!).scale,
    );
    expect(turned).to.deep.equal(['none', '-1 1', '-1 1']);
  });

  it('is pressed by keys, and keeps the focus', async () => {
    const speech = speechWith();
    const card = await open();
    const button = part(card, 'listen')!;
    button.focus();
    await press('Space');
    await soon();
    expect([speech.heard, card.shadowRoot!.activeElement === button]).to.deep.equal([HEADLINE, true]);
    await press('Enter');
    await soon();
    expect([speech.heard, card.shadowRoot!.activeElement === button]).to.deep.equal([undefined, true]);
  });

  it('has a card in English read by an English voice, in English words', async () => {
    const speech = speechWith([{ lang: 'ar' }, { lang: 'en-GB' }]);
    const card = await drawWithBody({ article: articleIn('en'), attributes: { view: 'article' } });
    expect(textOf(part(card, 'listen'))).to.equal('Listen');
    await pressed(card, 'listen');
    expect([speech.utterances[0]!.lang, speech.heard]).to.deep.equal(['en-GB', articleIn('en')['title']]);
  });
});

describe('The voice', () => {
  for (const manner of ['chromium', 'safari'] satisfies Manner[]) {
    it(`reads headline, summary and body, a sentence at a time, and stops (${manner})`, async () => {
      const speech = speechWith(undefined, manner);
      const card = await open();
      const told = states(card);
      await pressed(card, 'listen');
      while (speech.speaking) await speech.finish();
      expect(speech.texts).to.deep.equal([HEADLINE, SUMMARY, 'جملة أولى.', 'جملة ثانية.', 'جملة ثالثة.']);
      expect(told).to.deep.equal(['playing', 'stopped']);
    });

    it(`goes to the next sentence and to the one before, and no further than the first (${manner})`, async () => {
      const speech = speechWith(undefined, manner);
      const card = await open();
      const told = states(card);
      await pressed(card, 'listen', 'next', 'next', 'previous', 'previous', 'previous');
      expect(speech.texts).to.deep.equal([HEADLINE, SUMMARY, 'جملة أولى.', SUMMARY, HEADLINE, HEADLINE]);
      expect([speech.heard, told]).to.deep.equal([HEADLINE, ['playing']]);
    });

    it(`reads the sentence last asked for, where a reader presses fast (${manner})`, async () => {
      const speech = speechWith(undefined, manner);
      const card = await open();
      await pressed(card, 'listen');
      for (let press = 0; press < 3; press += 1) part(card, 'next')!.click();
      await soon();
      expect(speech.heard).to.equal('جملة ثانية.');
    });

    it(`pauses, and begins the sentence again (${manner})`, async () => {
      const speech = speechWith(undefined, manner);
      const card = await open();
      const told = states(card);
      await pressed(card, 'listen', 'next', 'listen');
      expect([speech.heard, speech.paused]).to.deep.equal([undefined, false]);
      await pressed(card, 'listen');
      expect([speech.heard, told]).to.deep.equal([SUMMARY, ['playing', 'paused', 'playing']]);
    });
  }

  it('begins anew after the end', async () => {
    const speech = speechWith();
    const card = await open('<p>نص.</p>');
    await pressed(card, 'listen', 'next', 'next', 'next');
    expect(speech.heard).to.equal(undefined);
    await pressed(card, 'listen');
    expect(speech.heard).to.equal(HEADLINE);
  });

  it('goes from sentence to sentence while it is paused, without a word', async () => {
    const speech = speechWith();
    const card = await open();
    await pressed(card, 'listen', 'listen', 'next', 'next');
    expect([speech.heard, speech.texts.length]).to.deep.equal([undefined, 1]);
    await pressed(card, 'listen');
    expect(speech.heard).to.equal('جملة أولى.');
  });

  it('has three speeds, and takes a new one at once', async () => {
    const speech = speechWith();
    const card = await open();
    await pressed(card, 'listen');
    const names = [textOf(part(card, 'speed'))];
    for (let press = 0; press < 3; press += 1) {
      await pressed(card, 'speed');
      names.push(textOf(part(card, 'speed')));
    }
    expect(speech.utterances.map(({ rate, text }) => [rate, text])).to.deep.equal(
      [1, 1.5, 0.75, 1].map((rate) => [rate, HEADLINE]),
    );
    expect(names.map((name) => name?.replace('سرعة القراءة ', ''))).to.deep.equal(['1×', '1.5×', '0.75×', '1×']);
  });

  it('says its speed in the digits of the card’s dates', async () => {
    speechWith();
    const card = await open(undefined, { numerals: 'arab' });
    await pressed(card, 'listen', 'speed');
    expect(textOf(part(card, 'speed'))).to.equal('سرعة القراءة ١٫٥×');
  });

  it('is the reader’s choice, else that of the region, and never one that is not local', async () => {
    const choose = async (voices: readonly Voice[]) => {
      const speech = speechWith(voices);
      const card = await drawWithBody({ article: article({ language: 'ar-OM' }), attributes: { view: 'article' } });
      await pressed(card, 'listen');
      return speech.utterances[0]!.voice!.name;
    };
    const [first, region, remote] = [
      { lang: 'ar-EG', name: 'first' },
      { lang: 'ar-OM', name: 'region' },
      { lang: 'ar-OM', name: 'remote', localService: false, default: true },
    ];
    expect(await choose([remote, first, region, { lang: 'ar', name: 'chosen', default: true }])).to.equal('chosen');
    expect(await choose([remote, first, region])).to.equal('region');
    expect(await choose([remote, first])).to.equal('first');
  });

  it('is heard where something else has paused all voices', async () => {
    const speech = speechWith();
    speech.paused = true;
    await pressed(await open(), 'listen');
    expect(speech.heard).to.equal(HEADLINE);
  });

  it('keeps its utterance for as long as it is spoken', async () => {
    const speech = speechWith();
    const card = await open('<p>نص.</p>');
    await pressed(card, 'listen');
    const [utterance] = speech.utterances;
    // An event of an utterance that the card has forgotten does nothing.
    utterance!.tell('end');
    await soon();
    expect(speech.texts).to.deep.equal([HEADLINE, SUMMARY]);
    utterance!.tell('end');
    await soon();
    expect(speech.texts).to.deep.equal([HEADLINE, SUMMARY]);
  });
});

describe('The voice stops', () => {
  const stops: Record<string, (card: KhabarCard, speech: Speech) => unknown> = {
    'when the card leaves the page': (card) => card.remove(),
    'when the page is hidden': () => {
      replace(document, 'hidden', true);
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    'when the page is left': () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    'when the body is closed': (card) => (card.open = false),
    'when the view becomes a teaser': (card) => (card.view = 'teaser'),
    'when the tool is taken away': (card) => (card.tools = 'text-size'),
    'when the engine fails': (_, speech) => speech.fail('synthesis-failed'),
    'when another script cancels it': (_, speech) => speech.cancel(),
    'when the device has no more voice for it': async (_, speech) => {
      speech.bring([]);
      await speech.finish();
    },
    'when another article is set': (card) => (card.article = article({ content_html: '<p>غيره.</p>' })),
    'when the body is cleaned anew': (card) => (card.lang = 'en'),
  };
  for (const [when, stop] of Object.entries(stops))
    it(when, async () => {
      const speech = speechWith();
      const card = await drawWithBody({ article: article(), attributes: { open: '' } });
      const told = states(card);
      await pressed(card, 'listen', 'next');
      await stop(card, speech);
      await soon();
      await soon();
      expect([speech.heard, told]).to.deep.equal([undefined, ['playing', 'stopped']]);
      if (hasHighlights) expect(marked()).to.equal('');
    });

  for (const manner of ['chromium', 'safari'] satisfies Manner[])
    it(`when another card begins (${manner})`, async () => {
      const speech = speechWith(undefined, manner);
      const [card, other] = [await open(), await open('<p>غيره.</p>')];
      const told = [states(card), states(other)];
      await pressed(card, 'listen', 'next');
      await pressed(other, 'listen');
      await soon();
      expect([speech.heard, told]).to.deep.equal([HEADLINE, [['playing', 'stopped'], ['playing']]]);
      expect([card, other].map((one) => textOf(part(one, 'listen')))).to.deep.equal(['استمع', 'إيقاف مؤقت']);
    });

  it('and goes on from where it was, if the text is the same', async () => {
    const speech = speechWith();
    const card = await open();
    await pressed(card, 'listen', 'next', 'next');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await pressed(card, 'listen');
    expect(speech.heard).to.equal('جملة أولى.');
  });

  it('and begins with the new text, where the article is another one', async () => {
    const speech = speechWith();
    const card = await open();
    await pressed(card, 'listen', 'next', 'next');
    card.article = article({ title: 'خبر آخر', content_html: '<p>غيره.</p>' });
    await heard(card, 'khabar-body');
    await card.updateComplete;
    await pressed(card, 'listen');
    expect(speech.heard).to.equal('خبر آخر');
  });

  it('and hears no more of the page', async () => {
    const speech = speechWith();
    const card = await open();
    await pressed(card, 'listen', 'listen');
    card.remove();
    const told = states(card);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    speech.bring([]);
    await soon();
    expect(told).to.deep.equal([]);
  });
});

describe('The sentences', () => {
  const said: Record<string, readonly [html: string, ...sentences: string[]]> = {
    'end where Unicode ends them, and at the ends of blocks': [
      '<h2>عنوان</h2><p>هل وصل؟ نعم! وصل اليوم</p><ul><li>أولًا</li><li>ثانيًا</li></ul>',
      ...['عنوان', 'هل وصل؟', 'نعم!', 'وصل اليوم', 'أولًا', 'ثانيًا'],
    ],
    'do not end at line ends of the HTML, nor at links and emphasis': [
      '<p>وصل <b>الوزير</b>\nإلى <a href="/a">مسقط</a>\n  أمس.</p>',
      'وصل الوزير إلى مسقط   أمس.',
    ],
    'end at line breaks': ['<p>السطر الأول<br>السطر الثاني</p>', 'السطر الأول', 'السطر الثاني'],
    'do not end behind an abbreviation': [
      '<p>قال د. سالم الحبسي ذلك. ثم مضى.</p>',
      'قال د. سالم الحبسي ذلك.',
      'ثم مضى.',
    ],
    'have a letter or a digit': ['<p>* * *</p><p>—</p><p>نص</p><p>2026</p>', 'نص', '2026'],
    'say of a picture that it is one': [
      '<p>قبلها</p><p><img src="/a.png" alt="قناة ماء" width="300" height="200"></p><p>بعدها</p><p><img src="/b.png" alt="" width="300" height="200"></p>',
      ...['قبلها', 'صورة: قناة ماء', 'بعدها'],
    ],
    'say of a table that it is one, and read its rows': [
      '<table><caption>الأمطار</caption><tr><th>المدينة</th><th>مم</th></tr><tr><td>مسقط</td><td>12</td></tr></table>',
      ...['جدول: الأمطار', 'المدينة, مم', 'مسقط, 12'],
    ],
    'say of a table without a caption that it is one': [
      '<table><tr><th>المدينة</th><th>مم</th></tr><tr><td>مسقط</td><td>12</td></tr></table>',
      ...['جدول', 'المدينة, مم', 'مسقط, 12'],
    ],
    'say of code that it is code, and read none of it': [
      '<p>مثال</p><pre><code>let a = 1;</code></pre>',
      'مثال',
      'شيفرة',
    ],
    'leave out films and sound': ['<p>نص</p><video src="/a.mp4">فيديو</video><audio src="/a.mp3">صوت</audio>', 'نص'],
  };
  for (const [what, [html, ...sentences]] of Object.entries(said))
    it(what, async () => {
      expect(await allOf(speechWith(), html)).to.deep.equal(sentences);
    });

  it('have two hundred characters at most, and are cut at a comma, else between words', async () => {
    const [clause, word] = ['كلمة '.repeat(20).trim(), 'كلمة'];
    const sentences = await allOf(
      speechWith(),
      `<p>${[clause, clause, clause].join('، ')}.</p><p>${`${word} `.repeat(90).trim()}.</p><p>${'أ'.repeat(450)}</p>`,
    );
    expect(sentences.map((sentence) => sentence.length <= 200)).to.deep.equal(sentences.map(() => true));
    expect(sentences.slice(0, 3)).to.deep.equal([`${clause}،`, `${clause}،`, `${clause}.`]);
    expect(sentences.slice(3, 6).join(' ')).to.equal(`${`${word} `.repeat(90).trim()}.`);
    expect(sentences.slice(6).join('')).to.equal('أ'.repeat(450));
  });

  it('in another language are read by its voice, where the device has one', async () => {
    const html =
      '<p>قال: <span lang="en-GB">The water is back.</span> ثم مضى.</p><p lang="AR-SA">نص <span lang="ar">آخر</span></p>';
    const read = async (voices: readonly Voice[]) => {
      const speech = speechWith(voices);
      await allOf(speech, html);
      return speech.utterances.slice(2).map(({ lang, text }) => `${lang} ${text}`);
    };
    expect(await read([{ lang: 'ar' }, { lang: 'en-US' }])).to.deep.equal([
      ...['ar قال:', 'en-US The water is back.', 'ar ثم مضى.', 'ar نص آخر'],
    ]);
    expect(await read([{ lang: 'ar' }])).to.deep.equal(['ar قال: The water is back.', 'ar ثم مضى.', 'ar نص آخر']);
  });
});

if (hasHighlights)
  describe('The mark of the sentence', () => {
    it('is where the voice is, in a document that does not change', async () => {
      const speech = speechWith();
      const card = await open('<p>وصل <b>الوزير</b>\nإلى مسقط. ثم\nمضى.</p>');
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      for (const name of ['headline', 'summary', 'body'])
        observer.observe(part(card, name)!, { subtree: true, childList: true, characterData: true, attributes: true });
      await pressed(card, 'listen');
      const marks = [marked()];
      while (speech.speaking) {
        await speech.finish();
        marks.push(marked());
      }
      expect(marks).to.deep.equal([HEADLINE, SUMMARY, 'وصل الوزير\nإلى مسقط.', 'ثم\nمضى.', '']);
      expect(changes).to.deep.equal([]);
    });

    it('stays while the voice is paused', async () => {
      speechWith();
      const card = await open();
      await pressed(card, 'listen', 'listen', 'next');
      expect(marked()).to.equal(SUMMARY);
    });

    it('is nowhere while the card says what is no text of the article', async () => {
      speechWith();
      const card = await open('<p><img src="/a.png" alt="ماء" width="300" height="200"></p>');
      await pressed(card, 'listen', 'next', 'next');
      expect(marked()).to.equal('');
    });
  });

describe('A browser without highlights', () => {
  it('reads as others do', async () => {
    replace(CSS, 'highlights', undefined);
    const speech = speechWith();
    await pressed(await open(), 'listen');
    expect(speech.heard).to.equal(HEADLINE);
  });
});

if (engine === 'chromium')
  describe('The real speechSynthesis', () => {
    it('takes all that the card asks of it', async () => {
      // The machine of a test has no voice, and the real utterance takes no other.
      replace(speechSynthesis, 'getVoices', () => [{ lang: 'ar', localService: true }]);
      replace(SpeechSynthesisUtterance.prototype, 'voice', null);
      const thrown: unknown[] = [];
      const listen = (event: ErrorEvent | PromiseRejectionEvent) => thrown.push(event);
      addEventListener('error', listen);
      addEventListener('unhandledrejection', listen);
      const card = await open();
      const told = states(card);
      await pressed(card, 'listen');
      await pressed(card, 'next', 'speed', 'previous', 'listen', 'listen');
      card.remove();
      await soon();
      removeEventListener('error', listen);
      removeEventListener('unhandledrejection', listen);
      expect(thrown).to.deep.equal([]);
      expect(told[0]).to.equal('playing');
    });
  });
