// @engines chromium: the words are ours to read; what a style hides is asked of each engine in hidden/hidden-style.test.ts.
import { expect } from 'chai';
import { withoutHiddenText } from '../../../src/dialects/hidden-text.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../../unit/support/linear.js';

describe('withoutHiddenText', () => {
  for (const [summary, rest] of [
    ['جملة قصيرة. Secret Link', 'جملة قصيرة.'],
    ['جملة قصيرة.Secret Link', 'جملة قصيرة.'],
    ['جملة قصيرةSecret Link', 'جملة قصيرة'],
    ['جملة قصيرة. Secret Link Secret Link', 'جملة قصيرة.'],
    ['Secret Link', ''],
  ] as const)
    it(`takes the known trap off the end of ${JSON.stringify(summary)}`, () => {
      expect(withoutHiddenText(summary)).to.equal(rest);
    });

  for (const [name, summary, html, rest] of [
    [
      'between two sentences',
      'الأول. فخ خفي الثاني.',
      '<p>الأول.</p><a href="/x" hidden>فخ خفي</a><p>الثاني.</p>',
      'الأول. الثاني.',
    ],
    ['between two words', 'خبر فخ خفي قصير', 'خبر <a hidden>فخ خفي</a> قصير', 'خبر قصير'],
    ['at the beginning', 'فخ خفي الأول.', '<a hidden>فخ خفي</a><p>الأول.</p>', 'الأول.'],
    ['before an ellipsis', 'الأول. فخ خفي…', '<p>الأول.</p><a hidden>فخ خفي</a>', 'الأول.'],
    ['before the mark of a cut', 'الأول. فخ خفي […]', '<p>الأول.</p><a hidden>فخ خفي</a>', 'الأول.'],
    [
      'between quotation marks written as references',
      '“الأول” فخ خفي “الثاني”',
      '<p>&#8220;الأول&#8221;</p><a hidden>فخ خفي</a><p>&#8220;الثاني&#8221;</p>',
      '“الأول” “الثاني”',
    ],
    [
      'in a box that is hidden',
      'الأول. فخ خفي الثاني.',
      'الأول. <span style="display:none"><a href="/x">فخ خفي</a></span> الثاني.',
      'الأول. الثاني.',
    ],
    [
      'by a class that keeps it for screen readers',
      'الأول. فخ خفي الثاني.',
      '<p>الأول.</p><a class="screen-reader-text" href="/x">فخ خفي</a><p>الثاني.</p>',
      'الأول. الثاني.',
    ],
    ['where the cut went through it', 'الأول. فخ […]', '<p>الأول.</p><a hidden>فخ خفي</a><p>الثاني.</p>', 'الأول.'],
  ] as const)
    it(`takes off the words of a link that the body hides, ${name}`, () => {
      expect(withoutHiddenText(summary, html)).to.equal(rest);
    });

  it('takes the known trap from between two sentences where the body is not there', () => {
    expect(withoutHiddenText('الأول. Secret Link الثاني.')).to.equal('الأول. الثاني.');
  });

  it('takes the known trap out of a plain body where it is a line of its own', () => {
    expect(withoutHiddenText('الأول.\nSecret Link\nالثاني.')).to.equal('الأول.\nالثاني.');
  });

  for (const [name, summary, html] of [
    ['elsewhere than in the body', 'زار وزير الصحة صحار', '<a hidden>وزير الصحة</a><p>زار الوزير صحار</p>'],
    ['in a label for screen readers that is no link', 'زار المزيد', '<p>زار</p><p class="sr-only">المزيد</p>'],
    ['in a summary that was cut', 'قال وزير […]', '<p>تصريح</p><a hidden>وزير الصحة</a>'],
    ['before an ellipsis that hide nothing', 'انتظر الجميع…', '<a hidden>فخ خفي</a>'],
  ] as const)
    it(`leaves the same words where they stand ${name}`, () => {
      expect(withoutHiddenText(summary, html)).to.equal(summary);
    });

  for (const summary of ['Secret Link في أول الجملة', 'جملة عن «Secret Link» نفسه', 'Secret Links', 'جملة قصيرة.', ''])
    it(`leaves ${JSON.stringify(summary)} as it is`, () => {
      expect(withoutHiddenText(summary)).to.equal(summary);
    });

  for (const [name, html] of [
    ['display:none', '<a href="/x" style="display:none">فخ خفي</a>'],
    ['display : none', "<a style='color:red; display : none !important'>فخ خفي</a>"],
    ['capitals', '<A HREF="/x" STYLE="DISPLAY:NONE">فخ خفي</A>'],
    ['visibility:hidden', '<a style="visibility: hidden">فخ خفي</a>'],
    ['the hidden attribute', '<a href="/x" hidden>فخ خفي</a>'],
    ['no size', '<a href="/x" style="font-size:0">فخ خفي</a>'],
    ['no opacity', '<a href="/x" style="opacity: 0;">فخ خفي</a>'],
    ['a place off the screen', '<a href="/x" style="position:absolute;left:-9999px">فخ خفي</a>'],
    ['an indent off the screen', '<a href="/x" style="text-indent:-999em">فخ خفي</a>'],
    ['a line break in its words', '<a hidden>\n فخ\n خفي </a>'],
    ['a space before its end', '<a hidden>فخ خفي</a >'],
  ] as const)
    it(`takes off words that the body hides by ${name}`, () => {
      expect(withoutHiddenText('جملة قصيرة. فخ خفي', `<p>جملة قصيرة.</p>${html}`)).to.equal('جملة قصيرة.');
    });

  for (const [name, html] of [
    ['an address that speaks of it', '<a href="https://news.example/hidden-gems/">مسقط القديمة</a>'],
    ['a class', '<a class="overflow-hidden">مسقط القديمة</a>'],
    ['a title', '<a title="hidden treasure">مسقط القديمة</a>'],
    ['data of the publisher', '<a data-hidden="false">مسقط القديمة</a>'],
    ['a style that hides what overflows', '<a style="overflow:hidden">مسقط القديمة</a>'],
    ['aria-hidden, which is seen', '<a aria-hidden="true">مسقط القديمة</a>'],
  ] as const)
    it(`keeps the words of a link with ${name}`, () => {
      expect(withoutHiddenText('زرنا مسقط القديمة', html)).to.equal('زرنا مسقط القديمة');
    });

  for (const [name, html] of [
    ['visibility: collapse', '<a style="visibility:collapse">فخ</a>'],
    ['a clip', '<a style="position:absolute;clip:rect(0,0,0,0)">فخ</a>'],
    ['a hidden wrapper', '<p style="display:none"><a href="/x">فخ</a></p>'],
    ['an element within', '<a style="display:none"><span>فخ</span></a>'],
    ['another element than a link', '<span hidden>فخ</span>'],
    ['hidden=""', '<a href="/x" hidden="">فخ</a>'],
    ['single quotes', "<a style='display: none'>فخ</a>"],
  ] as const)
    it(`takes off the words that are hidden by ${name}`, () => {
      expect(withoutHiddenText('زرنا مسقط. فخ', html)).to.equal('زرنا مسقط.');
    });

  it('takes off what several hidden links have left, in any order', () => {
    const html = '<a hidden>أول الفخاخ</a><a hidden>ثاني الفخاخ</a>';
    expect(withoutHiddenText('جملة. ثاني الفخاخ أول الفخاخ Secret Link', html)).to.equal('جملة.');
  });

  for (const [name, summary, html] of [
    ['that the body shows', 'جملة. اقرأ المزيد', '<a href="/x">اقرأ المزيد</a>'],
    ['half transparent', 'جملة. اقرأ المزيد', '<a style="opacity:0.5">اقرأ المزيد</a>'],
    ['beside a wide margin', 'جملة. اقرأ المزيد', '<a style="margin-top:-100px">اقرأ المزيد</a>'],
    ['a little to the left', 'جملة. اقرأ المزيد', '<a style="left:-1px">اقرأ المزيد</a>'],
    ['hidden in the body, but in the middle of the summary', 'جملة فخ خفي أخرى', '<a hidden>فخ خفي</a>'],
    ['that only end in a hidden letter', 'عاد من البلدين', '<a hidden>ن</a>'],
    ['that only end in a hidden word', 'the story goes on forevermore', '<a hidden>more</a>'],
    ['that only end in a hidden figure', 'in 2025', '<a hidden>25</a>'],
    ['beside a hidden link without words', 'جملة قصيرة', '<a hidden> </a><a hidden></a>'],
  ] as const)
    it(`leaves words ${name}`, () => {
      expect(withoutHiddenText(summary, html)).to.equal(summary);
    });

  const traps = (size: number) =>
    Array.from({ length: Math.ceil(size / 40) }, (_, index) => `<a hidden>trap ${index}</a>`).join('');

  for (const [name, summary, html] of [
    ['links that never end', () => 'x', repeated('<a ')],
    ['tags that never end', () => 'x', repeated('<')],
    ['links without words', () => 'x', repeated('<a>')],
    ['hidden links that never end', () => 'x', repeated('<a hidden>')],
    ['one long link', () => 'x', repeated(' ', '<a ')],
    ['long links', () => 'x', repeated(`<a ${'x'.repeat(1990)}`)],
    ['half-written styles', () => 'x', repeated(`<a display${' '.repeat(9)}>`)],
    ['the hidden words over and over', repeated(' y'), repeated('<a hidden>y</a>')],
    [
      'many hidden words, of which the last is over and over',
      repeated(' y'),
      (size: number) => `${traps(size)}<a hidden>y</a>`,
    ],
    ['one hidden word, among many, over and over', repeated(' y'), (size: number) => `<a hidden>y</a>${traps(size)}`],
    ['the known trap over and over', repeated(' Secret Link'), () => ''],
  ] as const)
    it(`is linear in ${name}`, () => {
      expectLinear(
        (size) => [summary(size), html(size)] as const,
        ([one, other]) => withoutHiddenText(one, other),
      );
    }).timeout(SERIES_TIMEOUT);
});
