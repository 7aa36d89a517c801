/** One short article in each language that the card speaks, of our own writing. */
import { article } from '../support/articles.js';

type Json = Record<string, unknown>;

interface Texts {
  readonly headline: string;
  readonly summary: string;
  readonly paragraph: string;
  readonly link: string;
  readonly crosshead: string;
  readonly section: string;
  readonly author: string;
  readonly alt: string;
  readonly caption: string;
  readonly publisher: string;
  readonly related: string;
}

export type Language = 'ar' | 'en' | 'fa' | 'ur' | 'he' | 'ps' | 'ckb' | 'tr' | 'fr';

const texts: Readonly<Record<Exclude<Language, 'ar'>, Texts>> = {
  en: {
    headline: 'A museum of water opens in the old town',
    summary: 'Maps, letters and models show how fields were watered for a thousand years.',
    paragraph: 'The first museum of water opened this morning after three years of work.',
    link: 'The great hall',
    crosshead: 'In the hall of water',
    section: 'Culture',
    author: 'Layla Noor',
    alt: 'A channel of water between palms',
    caption: 'The channel at dawn',
    publisher: 'The Caravan',
    related: 'The old fort is repaired',
  },
  fa: {
    headline: 'نخستین موزهٔ آب در شهر کهن گشایش یافت',
    summary: 'نقشه‌ها و نامه‌ها نشان می‌دهند که هزار سال چگونه به کشتزارها آب می‌رسید.',
    paragraph: 'نخستین موزهٔ آب پس از سه سال کار امروز بامداد گشایش یافت.',
    link: 'تالار بزرگ',
    crosshead: 'در تالار آب',
    section: 'فرهنگ',
    author: 'پروین گلچین',
    alt: 'جوی آبی میان نخل‌ها',
    caption: 'جوی آب در سپیده‌دم',
    publisher: 'کاروان',
    related: 'دژ کهن بازسازی شد',
  },
  ur: {
    headline: 'پرانے شہر میں پانی کا پہلا عجائب گھر کھل گیا',
    summary: 'نقشے اور خطوط بتاتے ہیں کہ ہزار سال تک کھیتوں کو پانی کیسے ملتا رہا۔',
    paragraph: 'پانی کا پہلا عجائب گھر تین سال کے کام کے بعد آج صبح کھل گیا۔',
    link: 'بڑا ہال',
    crosshead: 'پانی کے ہال میں',
    section: 'ثقافت',
    author: 'زہرہ خان',
    alt: 'کھجوروں کے درمیان پانی کی نہر',
    caption: 'صبح کے وقت نہر',
    publisher: 'کارواں',
    related: 'پرانے قلعے کی مرمت ہو گئی',
  },
  he: {
    headline: 'מוזאון המים הראשון נפתח בעיר העתיקה',
    summary: 'מפות, מכתבים ודגמים מראים איך הושקו השדות במשך אלף שנים.',
    paragraph: 'מוזאון המים הראשון נפתח הבוקר אחרי שלוש שנות עבודה.',
    link: 'האולם הגדול',
    crosshead: 'באולם המים',
    section: 'תרבות',
    author: 'נועה לוי',
    alt: 'תעלת מים בין דקלים',
    caption: 'התעלה עם שחר',
    publisher: 'השיירה',
    related: 'המבצר הישן שופץ',
  },
  ps: {
    headline: 'په زاړه ښار کې د اوبو لومړی موزیم پرانیستل شو',
    summary: 'نقشې او لیکونه ښیي چې زر کاله کروندو ته اوبه څنګه رسېدې.',
    paragraph: 'د اوبو لومړی موزیم له درې کلونو کار وروسته نن سهار پرانیستل شو.',
    link: 'لوی تالار',
    crosshead: 'د اوبو په تالار کې',
    section: 'کلتور',
    author: 'زرغونه وردګ',
    alt: 'د کجورو په منځ کې د اوبو ویاله',
    caption: 'ویاله په سهار کې',
    publisher: 'کاروان',
    related: 'زړه کلا ورغول شوه',
  },
  ckb: {
    headline: 'یەکەم مۆزەخانەی ئاو لە شاری کۆن کرایەوە',
    summary: 'نەخشە و نامەکان پیشانی دەدەن کە هەزار ساڵ کێڵگەکان چۆن ئاو دراون.',
    paragraph: 'یەکەم مۆزەخانەی ئاو دوای سێ ساڵ کار ئەم بەیانییە کرایەوە.',
    link: 'هۆڵی گەورە',
    crosshead: 'لە هۆڵی ئاودا',
    section: 'کولتوور',
    author: 'شیرین ڕەشید',
    alt: 'جۆگەی ئاو لە نێوان دارخورماکاندا',
    caption: 'جۆگەکە لە بەرەبەیاندا',
    publisher: 'کاروان',
    related: 'قەڵا کۆنەکە نۆژەن کرایەوە',
  },
  tr: {
    headline: 'Eski şehirde ilk su müzesi açıldı',
    summary: 'Haritalar ve mektuplar tarlaların bin yıl boyunca nasıl sulandığını gösteriyor.',
    paragraph: 'İlk su müzesi üç yıllık çalışmanın ardından bu sabah açıldı.',
    link: 'Büyük salon',
    crosshead: 'Su salonunda',
    section: 'Kültür',
    author: 'Işıl Gündoğdu',
    alt: 'Hurma ağaçları arasında bir su kanalı',
    caption: 'Şafakta kanal',
    publisher: 'Kervan',
    related: 'Eski kale onarıldı',
  },
  fr: {
    headline: 'Le premier musée de l’eau ouvre dans la vieille ville',
    summary: 'Des cartes et des lettres montrent comment les champs furent arrosés pendant mille ans.',
    paragraph: 'Le premier musée de l’eau a ouvert ce matin après trois ans de travaux.',
    link: 'La grande salle',
    crosshead: 'Dans la salle de l’eau',
    section: 'Culture',
    author: 'Hélène Château',
    alt: 'Un canal entre les palmiers',
    caption: 'Le canal à l’aube',
    publisher: 'La Caravane',
    related: 'Le vieux fort est réparé',
  },
};

export const languages: readonly Language[] = ['ar', ...(Object.keys(texts) as Exclude<Language, 'ar'>[])];

/** An article with everything that an article can have, in that language. */
export function articleIn(language: Language): Json {
  if (language === 'ar') return article();
  const { headline, summary, paragraph, link, crosshead, section, author, alt, caption, publisher, related } =
    texts[language];
  return article(
    {
      language,
      title: headline,
      summary,
      content_html: `<p>${paragraph}</p><h2>${crosshead}</h2><p><a href="/hall">${link}</a> ${paragraph}</p>`,
      authors: [{ name: author }],
    },
    {
      section,
      image: { alt, caption, credit: publisher, width: 1200, height: 800 },
      source: [{ name: publisher }, { name: 'Reuters', url: 'https://reuters.example/' }],
      publisher: { name: publisher, url: 'https://alqafila.example/' },
      related: [
        { url: 'https://alqafila.example/1', title: related, date_published: '2026-03-07T20:00:00+04:00' },
        { url: 'https://alqafila.example/2', title: crosshead },
      ],
    },
  );
}
