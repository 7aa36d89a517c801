/** All that the builder says, in Arabic and English. A missing word is a type error. */
import type { ArticleErrorCode } from '../../src/article/article-error.js';
import type { Reach, Recipe } from './advice.js';
import type { Refused } from './address.js';
import type { Option, OptionName } from './options.js';
import type { Snippet } from './snippets.js';

interface OptionWords {
  readonly label: string;
  /** One sentence. */
  readonly hint?: string;
  /** Of the values; those that have none are said as they are. */
  readonly values?: Readonly<Record<string, string>>;
  /** Of what may be written. */
  readonly free?: string;
}

export interface Words {
  readonly title: string;
  readonly intro: string;
  readonly steps: Readonly<Record<'paste' | 'look' | 'choose' | 'copy', string>>;
  readonly field: string;
  readonly fieldHint: string;
  readonly show: string;
  readonly refused: Readonly<Record<Refused, string>>;
  readonly isAddress: string;
  readonly isJson: string;
  readonly hasSecret: string;
  readonly fromLink: string;
  readonly asking: string;
  readonly measuring: string;
  readonly measured: string;
  readonly told: Readonly<Record<'rss' | 'oembed' | 'html' | 'text', string>>;
  readonly instead: string;
  readonly use: string;
  readonly stories: string;
  readonly newest: string;
  readonly frame: string;
  readonly failed: Readonly<Record<ArticleErrorCode, string>>;
  readonly reach: Readonly<Record<Reach, string>>;
  readonly recipes: Readonly<Record<Recipe['server'], string>>;
  readonly checked: string;
  readonly documentation: string;
  readonly groups: Readonly<Record<NonNullable<Option['group']>, string>>;
  readonly options: Readonly<Record<OptionName, OptionWords>>;
  readonly byDefault: string;
  readonly unset: string;
  readonly wrong: string;
  readonly notInFrame: string;
  readonly reset: string;
  readonly snippets: Readonly<Record<Snippet['name'], readonly [title: string, hint: string]>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly noRoom: string;
  readonly trustedTypes: string;
  readonly nothingYet: string;
  readonly noSnippet: string;
  readonly copy: string;
  readonly copied: string;
  readonly selected: string;
  readonly link: string;
  readonly linkHint: string;
  readonly noLink: string;
}

const NETWORKS = {
  whatsapp: 'WhatsApp',
  x: 'X',
  facebook: 'Facebook',
  telegram: 'Telegram',
  linkedin: 'LinkedIn',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  threads: 'Threads',
  reddit: 'Reddit',
};
const LANGUAGES = {
  ar: 'العربية',
  en: 'English',
  fa: 'فارسی',
  ur: 'اردو',
  he: 'עברית',
  ps: 'پښتو',
  ckb: 'کوردی',
  tr: 'Türkçe',
  fr: 'Français',
};
const DIGITS = { latn: '123', arab: '١٢٣', arabext: '۱۲۳' };
const WIDTHS = { 320: '320', 480: '480', 720: '720' };

const ar: Words = {
  title: 'ضع خبرًا في صفحتك',
  intro: 'ألصق عنوان الخبر، وانظر إلى بطاقته، ثم انسخ ما تلصقه في موقعك.',
  steps: { paste: 'ألصق العنوان', look: 'انظر', choose: 'اختر', copy: 'انسخ' },
  field: 'عنوان الخبر',
  fieldHint: 'عنوان خبر أو صفحته أو تغذية JSON، أو نص JSON نفسه.',
  show: 'اعرض',
  refused: {
    empty: '',
    incomplete: 'العنوان غير مكتمل.',
    'not-web': 'ليس هذا عنوان صفحة ويب. العناوين تبدأ بـ https.',
    credentials: 'في العنوان اسم مستخدم أو كلمة مرور. احذفهما.',
    private: 'هذا عنوان في شبكة خاصة، ولا يصل إليه قرّاؤك.',
    insecure: 'العنوان يبدأ بـ http، والمتصفحات لا تقرؤه من صفحة آمنة. جرّب https.',
    'not-json': 'نص JSON غير صحيح أو غير مكتمل.',
  },
  isAddress: '✓ عنوان صحيح.',
  isJson: '✓ نص JSON صحيح.',
  hasSecret: '⚠ في العنوان مفتاح أو توقيع، وسيراه كل من يقرأ مصدر صفحتك. لن يوضع في رابط هذه الصفحة.',
  fromLink: 'جاء هذا العنوان مع الرابط. لن يُطلب شيء قبل أن تضغط «اعرض».',
  asking: 'يُقرأ الخبر…',
  measuring: 'ظهرت البطاقة، ويُقاس ارتفاعها…',
  measured: 'ظهرت البطاقة، وعُرف ارتفاعها في كل عرض.',
  told: {
    rss: 'هذا عنوان RSS، ولا يُقرأ خبرًا. ألصق عنوان صفحة الخبر أو تغذية JSON من الموقع نفسه.',
    oembed: 'هذا عنوان oEmbed، وهو وصف لتضمين لا خبر. ألصق عنوان صفحة الخبر.',
    html: 'هذه صفحة، وليس فيها خبر يُقرأ. ألصق عنوان JSON للخبر إن كان للموقع.',
    text: 'الجواب ليس JSON. ألصق عنوان JSON للخبر أو عنوان صفحته.',
  },
  instead: 'جرّب بدلًا منه:',
  use: 'استعمل',
  stories: 'أي خبر؟',
  newest: 'الأحدث دائمًا',
  frame: 'معاينة البطاقة',
  failed: {
    network: 'تعذّرت قراءة العنوان.',
    timeout: 'لم يكتمل الجواب خلال عشر ثوانٍ.',
    http: 'أجاب الموقع بخطأ. تأكد من العنوان.',
    'not-json': 'الجواب ليس خبرًا يُقرأ.',
    'not-an-article': 'لا يوجد في الجواب خبر يُقرأ. تأكد من العنوان.',
    'too-large': 'الجواب أكبر من 5 ميغابايت. اطلب من الناشر عنوان خبر واحد.',
    protected: 'لا يعطي الناشر هذا الخبر لكل القرّاء.',
    gone: 'سحب الناشر هذا الخبر.',
    'bad-address': 'ليس هذا عنوان صفحة ويب.',
  },
  reach: {
    refuses: 'الموقع يعمل، لكنه لا يسمح للمواقع الأخرى بقراءة جوابه. أرسل ما يلي إلى الناشر ليضيفه:',
    unreachable: 'لا يصل جواب من هذا الموقع أصلًا. تأكد من العنوان ومن الاتصال.',
  },
  recipes: {
    nginx: 'في ملف إعداد الموقع، ثم أعد تحميل nginx.',
    Apache: 'في ملف ‎.htaccess‎ داخل مجلد الخبر.',
    WordPress: 'يسمح WordPress لكل المواقع من نفسه، وقد تمنع ذلك إضافة. أعِده في functions.php أو في إضافة:',
    Ghost: 'تسمح Content API لكل المواقع من نفسها. استعمل عنوانها، ومفتاحها للقراءة العامة وحدها:',
    Cloudflare: 'قاعدة لترويسات الجواب في لوحة Cloudflare:',
  },
  checked: 'رُوجعت في',
  documentation: 'التوثيق',
  groups: { form: 'الشكل والمحتوى', words: 'اللغة والتاريخ', reach: 'المشاركة والمتابعة', look: 'المظهر' },
  options: {
    view: {
      label: 'الشكل',
      hint: 'كم يظهر من الخبر قبل أن يضغط القارئ شيئًا.',
      values: { summary: 'موجز يُفتح', article: 'الخبر كاملًا', teaser: 'بطاقة صغيرة' },
    },
    'heading-level': { label: 'مستوى العنوان', hint: 'موضع عنوان البطاقة بين عناوين صفحتك.' },
    loading: {
      label: 'وقت التحميل',
      hint: 'متى يُطلب الخبر من الناشر.',
      values: { lazy: 'حين يقترب القارئ', eager: 'فورًا', click: 'حين يضغط القارئ' },
    },
    tools: {
      label: 'أدوات القارئ',
      hint: 'تظهر فوق النص المفتوح.',
      values: { 'text-size': 'حجم الخط', listen: 'الاستماع' },
    },
    hide: {
      label: 'أخفِ',
      hint: 'ما لا يظهر في البطاقة. الناشر والمصدر ورابط الأصل تبقى دائمًا.',
      values: {
        section: 'القسم',
        summary: 'الموجز',
        byline: 'الكاتب',
        published: 'تاريخ النشر',
        updated: 'آخر تحديث',
        'reading-time': 'مدة القراءة',
        picture: 'الصورة',
        caption: 'تعليق الصورة',
        'short-link': 'الرابط المختصر',
      },
    },
    lang: {
      label: 'لغة كلمات البطاقة',
      hint: 'لغة «شارك» و«المصدر» وأمثالها، لا لغة الخبر.',
      values: { '': 'لغة الخبر', ...LANGUAGES },
    },
    numerals: { label: 'الأرقام', hint: 'في التواريخ ومدة القراءة.', values: { auto: 'حسب اللغة', ...DIGITS } },
    calendar: {
      label: 'التقويم',
      hint: 'تقويم التواريخ في البطاقة.',
      values: {
        auto: 'حسب اللغة',
        gregory: 'الميلادي',
        persian: 'الهجري الشمسي',
        'islamic-umalqura': 'أم القرى',
        dual: 'المعتاد مع أم القرى',
      },
    },
    months: {
      label: 'أسماء الشهور',
      hint: 'أسماء الشهور الميلادية بالعربية.',
      values: {
        auto: 'حسب البلد',
        gulf: 'يناير، فبراير',
        levant: 'كانون الثاني، شباط',
        morocco: 'يناير، فبراير (المغرب)',
        algeria: 'جانفي، فيفري',
        dual: 'الاسمان معًا',
      },
    },
    'time-zone': { label: 'المنطقة الزمنية', hint: 'دونها يظهر الوقت كما كتبه الناشر.', free: 'مثل Asia/Muscat' },
    share: {
      label: 'شارك عبر',
      hint: 'نسخ الرابط ومشاركة الجهاز يبقيان ما بقيت قناة.',
      values: { ...NETWORKS, email: 'البريد' },
    },
    follow: {
      label: 'حسابات المتابعة',
      hint: 'حسابات تظهر حين لا يذكر الخبر حسابًا.',
      values: { auto: 'ما يذكره الخبر', none: 'بلا متابعة' },
      free: 'عناوين بينها مسافات',
    },
    related: {
      label: 'أخبار أخرى',
      hint: 'ما يقترحه الناشر تحت الخبر.',
      values: { auto: 'تظهر', none: 'لا تظهر' },
    },
    'short-link': {
      label: 'قالب الرابط المختصر',
      hint: 'للأخبار التي لا رابط مختصرًا لها.',
      free: 'مثل https://atm.om/?p={id}',
    },
    theme: {
      label: 'الفاتح والداكن',
      hint: 'تلقائيًا تتبع البطاقة صفحتك، وتتبع جهاز القارئ في الإطار.',
      values: { auto: 'تلقائي', light: 'فاتح', dark: 'داكن' },
    },
    dark: {
      label: 'علامة الداكن في صفحتك',
      hint: 'مُحدِّد CSS يطابق صفحتك حين تكون داكنة.',
      free: 'مثل ‎.dark‎ أو ‎[data-theme=dark]‎',
    },
    '--khabar-accent': { label: 'لون الروابط' },
    '--khabar-ink': { label: 'لون النص' },
    '--khabar-surface': { label: 'لون الورق' },
    '--khabar-size': { label: 'حجم النص', hint: 'نسبة إلى المعتاد: 1.2 أكبر بخُمس.', free: 'مثل 1.2' },
    '--khabar-space': { label: 'الهامش', hint: 'أقل ما بين النص وحافة الورق، بالبكسل.', free: 'مثل 24' },
    '--khabar-radius': { label: 'استدارة الزوايا', hint: 'بالبكسل.', free: 'مثل 8' },
    '--khabar-font-text': { label: 'خط النص', hint: 'خط موجود في صفحتك.', free: "مثل 'Noto Naskh Arabic', serif" },
    '--khabar-font-ui': { label: 'خط الأزرار', hint: 'خط موجود في صفحتك.', free: "مثل 'Noto Sans Arabic', sans-serif" },
    kind: {
      label: 'ما تلصقه',
      values: { quotation: 'اقتباس', element: 'عنصر', script: 'سكربت', frame: 'إطار', npm: 'npm' },
    },
    updates: {
      label: 'التحديثات',
      hint: 'المتابِع تصله الإصلاحات من نفسها. المثبَّت إصدار واحد لا يتغيّر، يتحقق المتصفح من بصمته.',
      values: { follow: 'يتابع', pin: 'مثبَّت' },
    },
    space: {
      label: 'حفظ المكان',
      hint: 'يُحجز ارتفاع البطاقة قبل أن تصل، فلا تتحرك صفحتك.',
      values: { yes: 'نعم', no: 'لا' },
    },
    width: { label: 'العرض', values: WIDTHS },
    scheme: { label: 'الصفحة', values: { light: 'فاتحة', dark: 'داكنة' } },
    dir: { label: 'الاتجاه', values: { rtl: 'من اليمين', ltr: 'من اليسار' } },
    in: { label: 'اللغة', values: { ar: 'العربية', en: 'English' } },
  },
  byDefault: 'المعتاد',
  unset: 'أعِد المعتاد',
  wrong: 'لا تصلح هذه القيمة.',
  notInFrame: 'لا يصل إلى الإطار، وهو صفحة وحده:',
  reset: 'أعِد كل الاختيارات',
  snippets: {
    card: ['البطاقة', 'ألصقها حيث تريد أن يظهر الخبر.'],
    install: ['التثبيت', 'نفّذه في مشروعك.'],
    import: ['الاستيراد', 'حيث تبدأ سكربتات صفحتك.'],
    'frame-origin': [
      'في صفحة الإطار',
      'صفحة frame.html تعرض أخبار موقعها وحده. على صاحبها أن يضع هذا السطر فيها مكان مثيله. ويجب أن تكون على خادم يرسل HTML.',
    ],
    policy: ['سياسة الصفحة', 'إن كانت صفحتك ترسل Content-Security-Policy فأضف إليها هذا.'],
    preload: ['التحميل المسبق', 'في ‎<head>‎، ليصل الخبر أبكر.'],
  },
  kinds: {
    quotation: 'كلمات الخبر ورابطه تبقى حتى في موقع يحذف السكربت، ثم تصير بطاقة.',
    element: 'لصفحة تكتب HTML فيها بنفسك.',
    script: 'سطر واحد، وتظهر البطاقة في مكانه.',
    frame: 'لموقع لا يقبل سكربتًا. يحتاج إلى صفحة frame.html عند الناشر.',
    npm: 'لتطبيق يُبنى بأدوات جافاسكربت.',
  },
  noRoom: 'لا يتسع السكربت والإطار لنص JSON.',
  trustedTypes: 'إن كانت تفرض Trusted Types فاسمح بـ: lit-html khabar',
  nothingYet: 'تظهر البطاقة هنا.',
  noSnippet: 'يظهر ما تنسخه بعد أن تظهر البطاقة.',
  copy: 'انسخ',
  copied: 'نُسخ.',
  selected: 'حُدِّد النص. انسخه بـ Ctrl+C أو ⌘C.',
  link: 'رابط هذه الاختيارات',
  linkHint: 'لمن يعمل معك. يحمل عنوان الخبر واختياراتك.',
  noLink: 'لمن يعمل معك. يحمل اختياراتك دون الخبر.',
};

const en: Words = {
  title: 'Put a story on your page',
  intro: 'Paste the address of a story, look at its card, then copy what you paste into your site.',
  steps: { paste: 'Paste an address', look: 'Look', choose: 'Choose', copy: 'Copy' },
  field: 'Address of the story',
  fieldHint: 'The address of a story, its page or a JSON feed, or JSON itself.',
  show: 'Show',
  refused: {
    empty: '',
    incomplete: 'The address is not complete.',
    'not-web': 'This is no address of the web. Those begin with https.',
    credentials: 'There is a user name or a password in the address. Take them out.',
    private: 'This address is in a private network, which your readers cannot reach.',
    insecure: 'The address begins with http, which browsers do not read from a secure page. Try https.',
    'not-json': 'This JSON is not correct, or not complete.',
  },
  isAddress: '✓ An address.',
  isJson: '✓ JSON.',
  hasSecret:
    '⚠ There is a key or a signature in the address. Everybody who reads the source of your page will see it. It is left out of the link to this page.',
  fromLink: 'This address came with the link. Nothing is fetched before you press “Show”.',
  asking: 'Reading the story…',
  measuring: 'The card is there; its height is being measured…',
  measured: 'The card is there, and its height is known at each width.',
  told: {
    rss: 'This is an RSS feed, which is not read. Paste the address of the story’s page, or a JSON feed of the same site.',
    oembed: 'This is an oEmbed address: it describes an embed, not a story. Paste the address of the story’s page.',
    html: 'This is a page without a story that can be read. Paste the address of the story’s JSON, if the site has one.',
    text: 'The answer is not JSON. Paste the address of the story’s JSON, or of its page.',
  },
  instead: 'Try instead:',
  use: 'Use',
  stories: 'Which story?',
  newest: 'Always the newest',
  frame: 'Preview of the card',
  failed: {
    network: 'The address could not be read.',
    timeout: 'No complete answer came within ten seconds.',
    http: 'The site answered with an error. Check the address.',
    'not-json': 'The answer is no story that can be read.',
    'not-an-article': 'There is no story in the answer that can be read. Check the address.',
    'too-large': 'The answer is larger than 5 megabytes. Ask the publisher for the address of one story.',
    protected: 'The publisher gives this story only to some readers.',
    gone: 'The publisher has withdrawn this story.',
    'bad-address': 'This is no address of the web.',
  },
  reach: {
    refuses: 'The site is there, but lets no other site read its answer. Send the publisher what is to be added:',
    unreachable: 'No answer comes from this site at all. Check the address and the connection.',
  },
  recipes: {
    nginx: 'In the configuration of the site; then reload nginx.',
    Apache: 'In a file .htaccess in the folder of the story.',
    WordPress:
      'WordPress lets all sites read by itself; a plugin may have forbidden it. To allow it again, in functions.php or a plugin:',
    Ghost: 'The Content API lets all sites read by itself. Use its address; its key reads what is public alone:',
    Cloudflare: 'A rule for response headers, in Cloudflare’s dashboard:',
  },
  checked: 'Checked on',
  documentation: 'Documentation',
  groups: { form: 'Form and content', words: 'Language and dates', reach: 'Share and follow', look: 'Looks' },
  options: {
    view: {
      label: 'View',
      hint: 'How much of the story shows before the reader presses anything.',
      values: { summary: 'summary that opens', article: 'the whole story', teaser: 'small card' },
    },
    'heading-level': { label: 'Level of the headline', hint: 'Its place among the headings of your page.' },
    loading: {
      label: 'Loading',
      hint: 'When the story is asked for.',
      values: { lazy: 'when the reader comes near', eager: 'at once', click: 'when the reader presses' },
    },
    tools: {
      label: 'Tools for readers',
      hint: 'They stand above an open body.',
      values: { 'text-size': 'text size', listen: 'listen' },
    },
    hide: {
      label: 'Hide',
      hint: 'What is not on the card. The publisher, the source and the link to the original always are.',
      values: {
        section: 'section',
        summary: 'summary',
        byline: 'byline',
        published: 'published',
        updated: 'updated',
        'reading-time': 'reading time',
        picture: 'picture',
        caption: 'caption',
        'short-link': 'short link',
      },
    },
    lang: {
      label: 'Language of the card’s words',
      hint: 'Of “Share”, “Source” and their like, not of the story.',
      values: { '': 'as the story', ...LANGUAGES },
    },
    numerals: { label: 'Digits', hint: 'Of dates and the reading time.', values: { auto: 'by language', ...DIGITS } },
    calendar: {
      label: 'Calendar',
      hint: 'Of the dates on the card.',
      values: {
        auto: 'by language',
        gregory: 'Gregorian',
        persian: 'Persian',
        'islamic-umalqura': 'Umm al-Qura',
        dual: 'the usual with Umm al-Qura',
      },
    },
    months: {
      label: 'Names of months',
      hint: 'Arabic names of the Gregorian months.',
      values: {
        auto: 'by country',
        gulf: 'Gulf',
        levant: 'Levant',
        morocco: 'Morocco',
        algeria: 'Algeria',
        dual: 'both names',
      },
    },
    'time-zone': {
      label: 'Time zone',
      hint: 'Without it, times are as the publisher wrote them.',
      free: 'such as Asia/Muscat',
    },
    share: {
      label: 'Share by',
      hint: 'Copying the link and the device’s own sheet stay while there is a channel.',
      values: { ...NETWORKS, email: 'e-mail' },
    },
    follow: {
      label: 'Accounts to follow',
      hint: 'Shown where the story names none.',
      values: { auto: 'those of the story', none: 'none' },
      free: 'addresses, with spaces between them',
    },
    related: {
      label: 'Related stories',
      hint: 'What the publisher offers below the story.',
      values: { auto: 'shown', none: 'not shown' },
    },
    'short-link': {
      label: 'Template of short links',
      hint: 'For stories that have none.',
      free: 'such as https://atm.om/?p={id}',
    },
    theme: {
      label: 'Light and dark',
      hint: 'By itself, the card is as your page; in a frame, as the reader’s device.',
      values: { auto: 'automatic', light: 'light', dark: 'dark' },
    },
    dark: {
      label: 'What marks your page as dark',
      hint: 'A CSS selector that matches while your page is dark.',
      free: 'such as .dark or [data-theme=dark]',
    },
    '--khabar-accent': { label: 'Colour of links' },
    '--khabar-ink': { label: 'Colour of text' },
    '--khabar-surface': { label: 'Colour of the paper' },
    '--khabar-size': { label: 'Size of text', hint: 'Of the usual one: 1.2 is a fifth larger.', free: 'such as 1.2' },
    '--khabar-space': {
      label: 'Margin',
      hint: 'The least room between the text and the edge, in pixels.',
      free: 'such as 24',
    },
    '--khabar-radius': { label: 'Rounded corners', hint: 'In pixels.', free: 'such as 8' },
    '--khabar-font-text': {
      label: 'Face of the text',
      hint: 'One that your page has.',
      free: 'such as Georgia, serif',
    },
    '--khabar-font-ui': {
      label: 'Face of the buttons',
      hint: 'One that your page has.',
      free: "such as 'Noto Sans', sans-serif",
    },
    kind: {
      label: 'What you paste',
      values: { quotation: 'quotation', element: 'element', script: 'script', frame: 'frame', npm: 'npm' },
    },
    updates: {
      label: 'Updates',
      hint: 'What follows gets repairs by itself. What is pinned is one release that never changes; the browser checks its hash.',
      values: { follow: 'follows', pin: 'pinned' },
    },
    space: {
      label: 'Keep its place',
      hint: 'The height of the card is kept before it comes, so that your page does not move.',
      values: { yes: 'yes', no: 'no' },
    },
    width: { label: 'Width', values: WIDTHS },
    scheme: { label: 'Page', values: { light: 'light', dark: 'dark' } },
    dir: { label: 'Direction', values: { rtl: 'right to left', ltr: 'left to right' } },
    in: { label: 'Language', values: { ar: 'العربية', en: 'English' } },
  },
  byDefault: 'the usual',
  unset: 'Back to the usual',
  wrong: 'This value will not do.',
  notInFrame: 'Does not reach into the frame, which is a page of its own:',
  reset: 'Take back all choices',
  snippets: {
    card: ['The card', 'Paste it where the story is to be.'],
    install: ['Install', 'Run it in your project.'],
    import: ['Import', 'Where the scripts of your page begin.'],
    'frame-origin': [
      'In the page of the frame',
      'frame.html draws stories of its own site alone. Whoever has it puts this line there, in the place of the one like it. It must lie on a server that sends HTML.',
    ],
    policy: ['Policy of the page', 'If your page sends a Content-Security-Policy, add this to it.'],
    preload: ['Preload', 'In the <head>, so that the story comes earlier.'],
  },
  kinds: {
    quotation: 'The story’s words and link stay, even on a site that takes scripts out, and then become the card.',
    element: 'For a page whose HTML you write yourself.',
    script: 'One line; the card comes in its place.',
    frame: 'For a site that takes no scripts. It needs the page frame.html at the publisher’s.',
    npm: 'For an application that is built with JavaScript tools.',
  },
  noRoom: 'A script and a frame have no room for JSON.',
  trustedTypes: 'If it requires Trusted Types, allow: lit-html khabar',
  nothingYet: 'The card will stand here.',
  noSnippet: 'What you copy will stand here once there is a card.',
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'Selected. Copy it with Ctrl+C or ⌘C.',
  link: 'Link to these choices',
  linkHint: 'For those who work with you. It carries the address of the story and your choices.',
  noLink: 'For those who work with you. It carries your choices without the story.',
};

export const WORDS: Readonly<Record<string, Words>> = { ar, en };
