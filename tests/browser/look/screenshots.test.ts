// @engines chromium
// Pictures are compared with those of one engine: each draws letters in its own way.
import { fixture, html } from '@open-wc/testing-helpers';
import { expect } from 'chai';
import { article, briefArticle } from '../support/articles.js';
import { draw, drawWithBody, heard, mount, part, replace, textOf, type KhabarCard } from '../support/card.js';
import { emulateMedia, engine, setViewport } from '../support/commands.js';
import { jsonAddress } from '../support/servers.js';
import { expectPicture } from './pictures.js';

const itInChromium = engine === 'chromium' ? it : () => undefined;

/** As long as a short news story is, in our own words. */
const paragraphs = [
  'افتُتح صباح اليوم في ولاية إزكي أول متحف للأفلاج في البلاد، بعد ثلاث سنوات من العمل، بحضور عدد من المسؤولين وأهالي الولاية الذين شارك كثير منهم في جمع الوثائق والأدوات القديمة.',
  'ويضم المتحف خرائط ومخطوطات ونماذج حيّة لقنوات الري التي حفرها الأجداد في الصخر، ويشرح للزائر كيف كان الماء يُقسم بالأثر بين البساتين، وكيف كان الوكيل يقرأ الوقت من ظل عصا في النهار ومن مطالع النجوم في الليل.',
  '<h2>قاعة الماء</h2>',
  'تعرض القاعة الكبرى نموذجًا لـ<a href="/falaj">فلج الملكي</a> بطول 40 مترًا، يجري فيه الماء على مدار الساعة، ويستطيع الصغار أن يفتحوا السدود الصغيرة ويغلقوها بأيديهم ليروا كيف تصل الحصص إلى أصحابها.',
  '<blockquote>الفلج ليس قناة ماء فحسب، بل هو عقد بين الناس.</blockquote>',
  'ويفتح المتحف أبوابه يوميًّا من التاسعة صباحًا حتى الخامسة مساءً، والدخول مجاني للطلبة.',
];

/** With these it is longer than a rail. */
const more = [
  'وقال القائمون على المتحف إن فكرته بدأت من مدرسة القرية، حين طلب معلم من طلابه أن يسألوا أجدادهم عن أسماء السواقي، فعادوا بدفاتر ملأى بأسماء لم تدوّن من قبل، وبقصص عن سنوات الجفاف وسنوات السيل.',
  'ومن المنتظر أن يستقبل المتحف في عامه الأول طلبة المدارس من ولايات الداخلية كلها، وأن يصدر كتابًا مصورًا بالعربية والإنجليزية عن أفلاج البلاد، بالتعاون مع جامعتين وجمعية أهلية تُعنى بتوثيق التراث المائي.',
  'وأضافوا أن السنوات الثلاث الماضية شهدت ترميم أربعة أفلاج في الولاية، وأن أهلها عادوا إلى زراعة الليمون والموز في البساتين التي هُجرت منذ ثمانينيات القرن الماضي.',
];

const story = (texts = paragraphs) =>
  article(
    {
      content_html: texts.map((text) => (text.startsWith('<') ? text : `<p>${text}</p>`)).join(''),
      authors: [{ name: 'سالم الحبسي' }],
      image: picture('#b9a27c', '#4f6d7a', 1200, 800),
    },
    {
      publisher: { name: 'القافلة', url: 'https://alqafila.example/', logo: picture('#0e5561', '#0e5561', 64, 64) },
      source: [{ name: 'العمانية' }, { name: 'القافلة' }],
      follow: ['x.com', 'www.youtube.com', 'www.instagram.com'].map((host) => ({ url: `https://${host}/alqafila` })),
      related: [
        'ترميم حصن بيت الرديدة يدخل عامه الثاني',
        'وادي دماء يستعيد نخيله',
        'موسم الرطب يبدأ مبكرًا في نزوى والقرى المجاورة',
        'خريطة جديدة لأفلاج الداخلية',
      ].map((title, index) => ({
        url: `https://alqafila.example/${index}`,
        title,
        date_published: `2026-03-0${index + 1}T10:00:00+04:00`,
      })),
    },
  );

/** Two colours, drawn here: the same in every engine, and asked of nobody. */
function picture(sky: string, sea: string, width: number, height: number): string {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.fillStyle = sea;
  context.fillRect(0, height * 0.7, width, height);
  const address = `${location.origin}/img/drawn-${width}.png`;
  drawn.set(address, canvas);
  return address;
}
const drawn = new Map<string, OffscreenCanvas>();

/** Faces of the tests' own: those of the machine are what they are. */
async function loadFaces(): Promise<void> {
  const ARABIC = 'U+0600-06FF, U+0750-077F, U+200C-200F, U+FB50-FDFF, U+FE70-FEFF';
  const folder = '/node_modules/@fontsource';
  for (const [family, face] of [
    ['Text', 'noto-naskh-arabic'],
    ['Interface', 'noto-sans-arabic'],
  ]) {
    for (const weight of ['400', '700']) {
      for (const [script, unicodeRange] of [
        ['latin', 'U+0-05FF, U+2010-206F'],
        ['arabic', ARABIC],
      ]) {
        const source = `url(${folder}/${face}/files/${face}-${script}-${weight}-normal.woff2)`;
        document.fonts.add(await new FontFace(family!, source, { weight, unicodeRange: unicodeRange! }).load());
      }
    }
  }
}

const place = {
  lang: 'ar',
  style: '--khabar-font-text: Text; --khabar-font-ui: Interface; padding: 8px; background: Canvas',
};
type Place = typeof place & { width: number; attributes: Record<string, string> };

const states: Record<string, (place: Place) => Promise<KhabarCard>> = {
  summary: (place) => drawWithBody({ ...place, article: story() }),
  open: (place) =>
    drawWithBody({
      ...place,
      article: story([...paragraphs, ...more]),
      attributes: { ...place.attributes, open: '' },
    }),
  teaser: (place) => draw({ ...place, article: story(), attributes: { ...place.attributes, view: 'teaser' } }),
  skeleton: (place) => mount({ ...place, attributes: { ...place.attributes, src: 'http://127.0.0.1:9/' } }),
  failed: async (place) => {
    const card = await mount({
      ...place,
      attributes: { ...place.attributes, src: await jsonAddress('none', { status: 404 }) },
    });
    await heard(card, 'khabar-error');
    return card;
  },
  copied: async (place) => {
    replace(navigator, 'clipboard', { writeText: () => Promise.resolve() });
    const card = await drawWithBody({ ...place, article: story() });
    part(card, 'copy')!.click();
    while (textOf(card.shadowRoot!.querySelector('[role=status]')) === '')
      await new Promise((resolve) => setTimeout(resolve, 10));
    return card;
  },
};

/** The pictures of a card in the place of those that it names, which no server has. */
async function paint(card: KhabarCard): Promise<void> {
  for (const image of card.shadowRoot!.querySelectorAll('img')) {
    const canvas = drawn.get(image.src);
    if (canvas) image.src = URL.createObjectURL(await canvas.convertToBlob());
    await image.decode();
  }
}

describe('On the screen, a card', function () {
  this.timeout(60_000);

  before(async function () {
    this.timeout(30_000);
    await loadFaces();
  });
  beforeEach(async () => {
    if (engine !== 'chromium') return;
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
  });

  for (const [state, make] of Object.entries(states)) {
    for (const width of [320, 480, 720]) {
      for (const theme of ['light', 'dark']) {
        itInChromium(`${state}, ${width} px, ${theme}, looks as it did when it was looked at`, async () => {
          const card = await make({ ...place, width, attributes: { theme } });
          await paint(card);
          await expectPicture(`${state}-${width}-${theme}`, card);
        });
      }
    }
  }

  for (const state of ['summary', 'open', 'teaser'])
    for (const theme of ['light', 'dark'])
      itInChromium(`${state}, 1100 px, ${theme}, looks as it did when it was looked at`, async () => {
        await setViewport({ width: 1180, height: 600 });
        const card = await states[state]!({ ...place, width: 1100, attributes: { theme } });
        await paint(card);
        await expectPicture(`${state}-1100-${theme}`, card);
      });

  itInChromium('in English looks as it did when it was looked at', async () => {
    const card = await drawWithBody({ ...place, article: briefArticle, attributes: { open: '', theme: 'light' } });
    await expectPicture('english-480-light', card);
  });

  itInChromium('that looks otherwise is told: all that stands two pixels lower is', async () => {
    const card = await states['open']!({ ...place, width: 480, attributes: { theme: 'light' } });
    await paint(card);
    part(card, 'meta')!.style.marginBlockStart = '18px';
    const problem = await expectPicture('open-480-light', card, false).then(
      () => 'none',
      (error: Error) => error.message,
    );
    expect(problem).to.include('looks different');
  });
});

describe('On the screen, six teasers', function () {
  this.timeout(60_000);

  before(loadFaces);

  const [portrait, wide, square] = [
    [600, 900],
    [1600, 600],
    [700, 700],
  ] as const;
  /** As a newsroom has them: long and short headlines, pictures of all shapes and none, one without a section. */
  const teasers = [
    { title: 'افتتاح أول متحف للأفلاج في ولاية إزكي', size: wide },
    { title: 'وادي دماء يستعيد نخيله', size: portrait },
    {
      title:
        'هيئة البيئة تعلن نتائج المسح السنوي للشعاب المرجانية في جزر الديمانيات وتدعو الصيادين والغواصين إلى حماية ما بقي منها',
      size: square,
    },
    { title: 'موسم الرطب يبدأ مبكرًا في نزوى والقرى المجاورة' },
    { title: 'خريطة جديدة لأفلاج الداخلية', size: wide, section: undefined },
    { title: 'ترميم حصن بيت الرديدة يدخل عامه الثاني', size: wide },
  ];

  async function drawAll(style: string, theme: string): Promise<Element> {
    const page = await fixture<HTMLElement>(html`<div lang="ar" dir="rtl" style=${`${place.style}; ${style}`}></div>`);
    const cards = teasers.map(({ title, size, ...own }) => {
      const card = document.createElement('khabar-card');
      card.setAttribute('view', 'teaser');
      card.setAttribute('theme', theme);
      const [width, height] = size ?? [];
      const image = size && picture('#b9a27c', '#4f6d7a', size[0], size[1]);
      card.article = article({ title, image }, { image: { width, height }, ...own });
      return card;
    });
    const drawn = cards.map((card) => heard(card, 'khabar-load'));
    page.append(...cards);
    await Promise.all(drawn);
    for (const card of cards) await paint(card);
    return page;
  }

  for (const theme of ['light', 'dark'])
    for (const [name, width, style] of [
      ['grid', 1100, 'display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px'],
      ['grid', 480, 'display: grid; grid-template-columns: repeat(2, 1fr); gap: 16px'],
      ['carousel', 720, 'display: grid; grid-auto-flow: column; grid-auto-columns: 240px; gap: 16px; overflow: auto'],
      ['list', 480, 'display: grid; gap: 16px'],
    ] as const)
      itInChromium(`in a ${name}, ${width} px, ${theme}, look as they did when they were looked at`, async () => {
        await setViewport({ width: 1180, height: 600 });
        await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
        const page = await drawAll(`width: ${width}px; ${style}; color-scheme: ${theme}`, theme);
        await expectPicture(`teasers-${name}-${width}-${theme}`, page);
      });
});
