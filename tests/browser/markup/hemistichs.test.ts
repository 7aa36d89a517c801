import { expect } from 'chai';
import { cleaned } from '../body/cleaning.js';
import { article } from '../support/articles.js';
import { drawWithBody, part } from '../support/card.js';

const LINES = [
  ['قِفا نَبكِ مِن ذِكرى حَبيبٍ وَمَنزِلِ', 'بِسِقطِ اللِوى بَينَ الدَخولِ فَحَومَلِ'],
  ['فَتوضِحَ فَالمِقراةِ لَم يَعفُ رَسمُها', 'لِما نَسَجَتها مِن جَنوبٍ وَشَمأَلِ'],
] as const;

const table = (rows: readonly (readonly string[])[], cell = 'td') =>
  `<table>${rows.map((cells) => `<tr>${cells.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`).join('')}</table>`;
const between = (ornament: string) => LINES.map(([one, other]) => [one, ornament, other]);

const classOf = (html: string, selector: string) =>
  cleaned(html, { direction: 'rtl' }).querySelector(selector)?.className;

describe('Verse in two halves', () => {
  for (const [name, html, selector] of [
    ['a table', table(LINES), 'table'],
    ['a table with an empty column in the middle', table(between('')), 'table'],
    ['a table with stars in the middle', table(between('***')), 'table'],
    ['a line of two spans', '<p><span class="sadr">أ ب</span> <span class="ajuz">ج د</span></p>', 'p'],
    [
      'lines of two spans',
      '<p><span class="sadr">أ</span> <span class="ajuz">ب</span><br><span class="sadr">ج</span> <span class="ajuz">د</span></p>',
      'p',
    ],
    ['a box of two paragraphs', '<div class="bayt"><p class="shatr">أ</p><p class="shatr">ب</p></div>', 'div'],
  ] as const)
    it(`is known: ${name}`, () => {
      expect(classOf(html, selector)).to.equal('hemistichs');
    });

  it('keeps apart the lines of a cell', async () => {
    const cell = ([one, other]: readonly [string, string]) => [one.replace(' ', '<br>'), other];
    const card = await drawWithBody({
      article: article({ content_html: table(LINES.map(cell)) }),
      attributes: { view: 'article' },
    });
    expect(part(card, 'body')!.querySelector('table')!.className).to.equal('hemistichs');
    expect(getComputedStyle(part(card, 'body')!.querySelector('br')!).display).not.to.equal('none');
  });

  it('keeps all its words and the rows and cells of its table', () => {
    const verse = cleaned(table(between('')), { direction: 'rtl' });
    expect([...verse.querySelectorAll('td')].map(({ textContent }) => textContent)).to.deep.equal(between('').flat());
    expect(verse.querySelectorAll('tr')).to.have.length(2);
  });
});

describe('Verse whose halves are set apart by spaces', () => {
  const text = (end: string) => LINES.map((halves) => halves.join(' '.repeat(12))).join(end);

  for (const [name, html] of [
    ['lines', `<pre>${text('\n')}\n</pre>`],
    ['lines with blank ones between them', `<pre class="wp-block-verse">\n${text('\n\n')}</pre>`],
    ['line breaks', `<pre>${text('<br>')}</pre>`],
  ] as const)
    it(`is set in halves, line by line: ${name}`, () => {
      const lines = [...cleaned(html, { direction: 'rtl' }).querySelectorAll('div > .hemistichs')];
      expect(lines.map(({ children }) => [...children].map(({ textContent }) => textContent))).to.deep.equal(LINES);
    });

  it('is left as it is where a line has no halves', () => {
    const html = `<pre>قال امرؤ القيس في معلقته\n${text('\n')}</pre>`;
    expect(classOf(html, 'pre')).to.equal('verse');
  });

  it('is no code with a comment in Arabic', () => {
    expect(classOf('<pre><code>أهلا وسهلا    بكم جميعا\nأهلا وسهلا    بكم جميعا</code></pre>', 'pre')).to.equal('');
  });
});

describe('What is no verse', () => {
  for (const [name, html] of [
    ['one row', table(LINES.slice(0, 1))],
    ['a table with a head', table(LINES, 'th')],
    ['names and numbers', table(LINES.map(([one]) => [one, '٤٠ ريالًا عمانيًّا في السنة']))],
    [
      'single words',
      table([
        ['كتاب', 'مدرسة'],
        ['قلم', 'مسطرة'],
      ]),
    ],
    ['terms and their meanings', table(LINES.map(([one]) => ['فلج داودي', `${one} ${one}`]))],
    ['paragraphs', table(LINES.map(([one, other]) => [one.repeat(3), other.repeat(3)]))],
    ['three columns of words', table(between('في اليوم الأول من السنة'))],
    ['words in two languages', table(LINES.map(([one]) => [one, 'Halt, friends both! Let us weep']))],
  ] as const)
    it(`stays as it is: ${name}`, () => {
      expect(classOf(html, 'table')).to.equal('');
    });

  it('stays as it is: a box with half a line and a sentence', () => {
    expect(classOf('<p><span class="sadr">أ ب</span> في أول القصيدة <span class="ajuz">ج</span></p>', 'p')).to.equal(
      '',
    );
  });
});

describe('Verse in the card', () => {
  const drawn = async (html: string, width: number) => {
    const json = article({ content_html: `<p>…</p>${html}` });
    return part(await drawWithBody({ article: json, attributes: { view: 'article' }, width }), 'body')!;
  };

  for (const width of [320, 480, 720, 1100])
    it(`has no rules, two columns in the middle of the text, and scrolls nowhere: ${width} px`, async () => {
      const body = await drawn(table(LINES), width);
      const box = body.querySelector('.table')!;
      const [first, second] = [...box.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect());
      expect(box.scrollWidth).to.equal(box.clientWidth);
      expect(getComputedStyle(box.querySelector('td')!).borderBottomWidth).to.equal('0px');
      expect(first!.right).to.be.closeTo(box.getBoundingClientRect().right, 1);
      expect(second!.left).to.be.closeTo(box.getBoundingClientRect().left, 1);
      expect(first!.width / second!.width).to.be.within(0.7, 1.4);
    });

  it('of spans has its halves side by side where there is room, else one below the other', async () => {
    const [[one, other]] = LINES;
    const html = `<p><span class="sadr">${one}</span> <span class="ajuz">${other}</span></p>`;
    const tops = async (width: number) =>
      [...(await drawn(html, width)).querySelectorAll('.hemistichs span')].map(
        (half) => half.getBoundingClientRect().top,
      );
    const [wide, narrow] = [await tops(720), await tops(320)];
    expect(wide[0]).to.equal(wide[1]);
    expect(narrow[0]).to.be.below(narrow[1]!);
  });
});
