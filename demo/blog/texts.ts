/**
 * What the blogger wrote around the card, in each language of the host page and for each article. The card stands
 * between `before` and `after`.
 */

export type PostLanguage = 'ar' | 'en';

interface Post {
  readonly title: string;
  readonly before: string;
  readonly after: readonly string[];
  readonly comments: readonly (readonly [who: string, what: string])[];
}

export interface Blog {
  readonly name: string;
  readonly motto: string;
  readonly nav: { readonly posts: string; readonly archive: string; readonly about: string; readonly skip: string };
  readonly byline: string;
  readonly commentsTitle: string;
  readonly archive: readonly (readonly [title: string, date: string])[];
  readonly about: string;
  readonly footer: string;
  /** By the language of the article. */
  readonly posts: Readonly<Record<PostLanguage, Post>>;
}

export const BLOGS: Readonly<Record<string, Blog>> = {
  ar: {
    name: 'حافة الماء',
    motto: 'مدوّنة عن الأفلاج والموانئ وما بينهما',
    nav: { posts: 'التدوينات', archive: 'الأرشيف', about: 'من أنا؟', skip: 'إلى التدوينة' },
    byline: 'كتبتها سلمى · قراءة في أربع دقائق',
    commentsTitle: 'تعليقات القرّاء',
    archive: [
      ['ثلاث ليالٍ عند سدّ بلا ماء', 'يناير'],
      ['كيف ترسم خريطة لفلج لم تره؟', 'ديسمبر'],
      ['شاي الصيادين، بالمقادير', 'نوفمبر'],
    ],
    about: 'أنا سلمى، أرسم الخرائط نهارًا وأكتب عن الماء ليلًا. لا إعلانات هنا، ولا نشرة بريدية.',
    footer: 'مدوّنة متخيَّلة، وهي جزء من عرض «خبر».',
    posts: {
      ar: {
        title: 'يُسمع قبل أن يُرى',
        before: 'في بلدتي لا يسأل الناس كم الساعة، بل لمن دور الماء. ولهذا قرأت هذا الخبر مرتين:',
        after: [
          'ما لا يقوله الخبر أن الفلج يُسمع قبل أن يُرى. يسبق الماءَ هواءٌ بارد يخرج من الثقاب، ثم همهمة بعيدة، ثم يسكت الناس كلهم دفعة واحدة.',
          'سألت أمي عن «دفتر الأثر» فضحكت، وقالت إن جدّي كان يحفظه غيبًا، وإن أحدًا لم يجرؤ يومًا على مراجعة حسابه. سأكتب عن ذلك قريبًا، فمن كانت عنده صورة لعمود الظلّ في بلدته فليرسلها إليّ.',
        ],
        comments: [
          ['بدر', 'في بلدتنا كان العمود نخلة، وحين سقطت تخاصم الناس سنة كاملة!'],
          ['نورة', 'أوصلي سلامي إلى والدتك. من أين نحصل على نسخة من الدفتر؟'],
        ],
      },
      en: {
        title: 'مركب يعرف موعده',
        before:
          'أرسلت إليّ صديقة من بورت أمارا هذا الخبر عن عبّارة لا تعرف إلا الريح والشمس. هو بالإنجليزية، ويستحقّ أن يُقرأ على مهل:',
        after: [
          'أكثر ما أحببته قول صاحب الورشة: «المركب الذي يبقى على البرّ ينسى من هو». كم شيئًا في بيوتنا بقي على البرّ؟',
          'وإن صحّت المواعيد فسأكون على أول رحلة في أبريل، ومعي دفتر الرسم ودواء دوار البحر.',
        ],
        comments: [
          ['بدر', 'احجزي لي مكانًا بجانب الشراع، لا بجانب البطاريات.'],
          ['نورة', '212 ورقة لمركب كان يُبنى بالعين وحدها! هذا وحده خبر.'],
        ],
      },
    },
  },
  en: {
    name: 'Water’s Edge',
    motto: 'Notes on channels, harbours and what lies between',
    nav: { posts: 'Posts', archive: 'Archive', about: 'About', skip: 'Skip to the post' },
    byline: 'By Salma · four minutes',
    commentsTitle: 'From readers',
    archive: [
      ['Three nights beside an empty dam', 'January'],
      ['How to map a channel you have never seen', 'December'],
      ['Fishermen’s tea, with quantities', 'November'],
    ],
    about: 'I am Salma. I draw maps by day and write about water by night. No ads here, and no newsletter.',
    footer: 'An invented blog: part of the Khabar demo.',
    posts: {
      ar: {
        title: 'You hear it before you see it',
        before:
          'I grew up in a town where nobody asked for the time, only whose turn it was for the water. So I read this story twice before breakfast. It is in Arabic, and worth the dictionary:',
        after: [
          'What the story does not tell you is that a falaj is heard before it is seen. First a cold breath from the shafts, then a murmur far off, and then everyone stops talking at once.',
          'I asked my mother about the water ledger. She laughed: my grandfather knew it by heart, and nobody ever dared to check his sums. More on that soon. If your town still has its shadow post, send me a picture.',
        ],
        comments: [
          ['Badr', 'Ours was a palm tree. When it fell, the town argued for a year.'],
          ['Noora', 'Greetings to your mother! Where could one see a copy of the ledger?'],
        ],
      },
      en: {
        title: 'A boat with a timetable',
        before:
          'A friend in Port Amara sent me this one, about a ferry that knows nothing but wind and sun. Read it slowly:',
        after: [
          'My favourite line is the yard owner’s: a boat that stays ashore forgets what it is. I looked around the flat and counted eleven such boats.',
          'If the timetable holds I shall be on the first crossing in April, with a sketchbook and something for the stomach.',
        ],
        comments: [
          ['Badr', 'Save me a seat by the sail, not by the batteries.'],
          ['Noora', '212 drawings of something always built by eye. That alone is news.'],
        ],
      },
    },
  },
  fr: {
    name: 'Au bord de l’eau',
    motto: 'Carnet de canaux, de ports et de ce qui les relie',
    nav: { posts: 'Billets', archive: 'Archives', about: 'Qui suis-je ?', skip: 'Aller au billet' },
    byline: 'Par Salma · quatre minutes',
    commentsTitle: 'Vos commentaires',
    archive: [
      ['Trois nuits au pied d’un barrage vide', 'janvier'],
      ['Dessiner la carte d’un canal qu’on n’a jamais vu', 'décembre'],
      ['Le thé des pêcheurs, avec les doses', 'novembre'],
    ],
    about: 'Je suis Salma. Je dessine des cartes le jour, j’écris sur l’eau la nuit. Ni publicité, ni infolettre.',
    footer: 'Un blog imaginaire, qui fait partie de la démonstration de Khabar.',
    posts: {
      ar: {
        title: 'On l’entend avant de le voir',
        before:
          'J’ai grandi dans un bourg où l’on ne demandait pas l’heure, mais à qui était le tour de l’eau. Cet article en arabe, je l’ai donc lu deux fois avant le petit-déjeuner :',
        after: [
          'Ce que l’article ne dit pas, c’est qu’un falaj s’entend avant de se voir. Un souffle froid sort des puits, puis un murmure lointain, et soudain tout le monde se tait.',
          'J’ai interrogé ma mère sur le registre de l’eau. Elle a ri : mon grand-père le savait par cœur, et personne n’a jamais osé vérifier ses comptes. J’y reviendrai.',
        ],
        comments: [
          ['Badr', 'Chez nous, le cadran était un palmier. Quand il est tombé, on s’est disputé un an.'],
          ['Noura', 'Saluez votre mère ! Où peut-on consulter ce registre ?'],
        ],
      },
      en: {
        title: 'Un bateau qui a des horaires',
        before:
          'Une amie de Port Amara m’envoie cet article en anglais : un bac qui ne connaît que le vent et le soleil. À lire lentement :',
        after: [
          'Ma phrase préférée est celle du maître du chantier : un bateau qui reste à terre oublie ce qu’il est. J’en ai compté onze dans mon appartement.',
          'Si les horaires tiennent, je serai de la première traversée, en avril, avec un carnet et de quoi calmer l’estomac.',
        ],
        comments: [
          ['Badr', 'Garde-moi une place près de la voile, pas près des batteries.'],
          ['Noura', '212 plans pour ce qui s’est toujours construit à l’œil : voilà déjà une nouvelle.'],
        ],
      },
    },
  },
};
