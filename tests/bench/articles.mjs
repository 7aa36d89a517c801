// The one story that every contestant tells, as often as asked, in the form that each of them reads. Made-up text, of the
// length and the shape of a real Arabic news page.

const SENTENCES = [
  'افتُتح صباح اليوم في ولاية إزكي أول متحف للأفلاج في البلاد، بعد ثلاث سنوات من العمل المتواصل في ترميم المبنى القديم.',
  'ويضم المتحف خرائط ومخطوطات نادرة، ونماذج حيّة لقنوات الري التي حفرها الأجداد في سفوح الجبال وبطون الأودية.',
  'وقال القائمون على المشروع إن القاعة الكبرى تعرض نموذجًا للفلج بطول 40 مترًا يجري فيه الماء كما يجري في الحقول.',
  'ويشرح المرشدون للزوّار كيف كان الأهالي يقسمون الماء بالأثر، وهو نظام دقيق يقوم على حركة الظل نهارًا والنجوم ليلًا.',
  'وتستقبل القاعة الثانية طلبة المدارس في حلقات عملية يتعلمون فيها صيانة السواقي وقياس منسوب المياه.',
  'وأوضحت إدارة المتحف أن المخطوطات المعروضة جُمعت من بيوت الولاية، وأن بعضها يعود إلى أكثر من 300 عام.',
  'ومن المقرر أن تُقام في ساحة المتحف سوق أسبوعية للتمور والحرف التقليدية، بمشاركة أسر منتجة من القرى المجاورة.',
  'وأكد عدد من الحاضرين أن المتحف يعيد إلى الذاكرة حكاية الماء في الصحراء، ويربط الجيل الجديد بأرضه وتاريخه.',
  'وتبلغ مساحة المبنى نحو 2500 متر مربع، وتحيط به حديقة غُرست فيها أصناف من النخيل والليمون والرمان.',
  'ويفتح المتحف أبوابه يوميًا من التاسعة صباحًا حتى السادسة مساءً، والدخول مجاني حتى نهاية الشهر.',
];

/** The last words of every body: once they are there, all of it is. */
export const LAST_WORDS = 'انتهى الخبر.';

/** Of every headline, so that a headline which says "Loading" is none. */
export const FIRST_WORDS = 'افتتاح أول متحف';

/** `id` is the number of the article and of its paragraphs: `12-10`. */
export const articleId = (index, paragraphs) => `${index}-${paragraphs}`;

/** Strings and HTML alone, as any publisher would have them. */
export function story(id, origin) {
  const [index, paragraphs] = id.split('-').map(Number);
  return {
    id,
    origin,
    url: `https://alqafila.example/2026/03/${id}/`,
    title: `${FIRST_WORDS} للأفلاج في ولاية إزكي (${index + 1})`,
    summary: SENTENCES[1],
    body: body(index, paragraphs),
    text: text(index, paragraphs).join('\n\n'),
    image: picture(origin, index),
    published: '2026-03-08T09:05:00+04:00',
    modified: '2026-03-08T17:40:00+04:00',
  };
}

export const IMAGE = { width: 1200, height: 800, alt: 'قناة ماء بين النخيل' };

const picture = (origin, name) => `${origin}/picture/${name}.png`;

function text(index, paragraphs) {
  return Array.from({ length: paragraphs }, (_, number) => {
    const sentences = [0, 1, 2].map((next) => SENTENCES[(index + number * 3 + next) % SENTENCES.length]);
    return [...sentences, ...(number === paragraphs - 1 ? [LAST_WORDS] : [])].join(' ');
  });
}

/** A crosshead after the third paragraph, a link and bold words in some, and the trap for bots that real pages have. */
function body(index, paragraphs) {
  const parts = text(index, paragraphs).map((words, number) => {
    const linked = words.replace('الأجداد', '<a href="/2026/02/ajdad/">الأجداد</a>');
    return `<p>${linked.replace('المرشدون', '<strong>المرشدون</strong>')}</p>${number === 2 ? '\n<h2>قاعة الماء</h2>' : ''}`;
  });
  return `${parts.join('\n')}\n<p><a href="https://alqafila.example/trap" style="display:none">Secret Link</a></p>`;
}

/** Khabar's own form, which static HTML, vanilla and plain Lit read, too. */
export function khabar({ id, origin, url, title, summary, body, image, published, modified }) {
  return {
    id,
    url,
    title,
    summary,
    content_html: body,
    image,
    date_published: published,
    date_modified: modified,
    language: 'ar',
    authors: [{ name: 'سالم الحبسي' }],
    tags: ['أفلاج'],
    _khabar: {
      short_url: `https://qfl.example/${id}`,
      section: 'ثقافة',
      image: { ...IMAGE, caption: 'فلج الملكي', credit: 'هيئة التراث' },
      source: [{ name: 'العمانية' }, { name: 'القافلة', url: 'https://alqafila.example/' }],
      publisher: { name: 'القافلة', url: 'https://alqafila.example/', logo: picture(origin, 'logo') },
      follow: [{ url: 'https://x.com/alqafila' }, { url: 'https://nabd.com/alqafila' }],
      related: [1, 2, 3, 4].map((number) => ({
        url: `https://alqafila.example/${number}/`,
        title: SENTENCES[number].slice(0, 60),
        image: picture(origin, `related-${number}`),
        date_published: published,
      })),
    },
  };
}

/** The REST API of WordPress, one post of a list. */
export function wordpress({ url, title, summary, body, image, published }) {
  const img = `<img src="${image}" width="${IMAGE.width}" height="${IMAGE.height}" alt="${IMAGE.alt}" loading="lazy">`;
  return [
    {
      link: url,
      date_gmt: published,
      title: { rendered: title },
      content: { rendered: `${img}<p>${summary}</p>${body}` },
    },
  ];
}

/** The API of Mastodon, one status. Its text is HTML, of any length. */
export function mastodon({ url, origin, title, summary, body, image, published }) {
  const account = { avatar: picture(origin, 'logo'), username: 'alqafila', display_name: 'القافلة', url };
  return {
    url,
    created_at: published,
    account,
    content: `<h2>${title}</h2><p>${summary}</p>${body}`,
    media_attachments: [{ type: 'image', url: image, preview_url: image, description: IMAGE.alt }],
  };
}

/** The API of Bluesky, one post. Its text is plain: here it is as long as our body. */
export function bluesky({ id, origin, title, summary, text, image, published }) {
  return {
    thread: {
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: {
        uri: `at://did:plc:alqafila/app.bsky.feed.post/${id}`,
        cid: id,
        author: {
          did: 'did:plc:alqafila',
          handle: 'alqafila.example',
          displayName: 'القافلة',
          avatar: picture(origin, 'logo'),
        },
        record: {
          $type: 'app.bsky.feed.post',
          text: `${title}\n\n${summary}\n\n${text}`,
          createdAt: published,
        },
        embed: {
          $type: 'app.bsky.embed.images#view',
          images: [{ thumb: image, fullsize: image, alt: IMAGE.alt, aspectRatio: IMAGE }],
        },
        likeCount: 0,
        replyCount: 0,
        repostCount: 0,
        indexedAt: published,
      },
      replies: [],
    },
  };
}
