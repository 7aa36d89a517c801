import { expect } from 'chai';
import { allText, drawWithBody, part, parts, textOf, type KhabarCard } from '../support/card.js';
import { fixture, SETS, skipWithout } from '../support/servers.js';

const PARTS_IN_READING_ORDER = [
  'publisher',
  'section',
  'headline',
  'summary',
  'published',
  'reading-time',
  'picture',
  'more',
  'body',
  'source',
  'short-link',
  'copy',
  'original',
  'share',
  'follow',
  'related',
];

/** What the reference article of each set says. */
const WORDS = {
  own: { agencies: ['وكالة الساحل', 'الصدى'], publisher: 'الصدى', crosshead: 'متطوّعون يعدّون الأعشاش' },
  shared: { agencies: ['العمانية', 'التأمل'], publisher: 'التأمل', crosshead: 'سيرجي شويجو يصل مسقط' },
};

for (const set of SETS)
  describe(`The reference article (${set})`, () => {
    let card: KhabarCard;
    before(skipWithout(set));
    beforeEach(async () => {
      card = await drawWithBody({ article: await fixture(`${set}/seed/article.json`) });
    });

    it('has its parts in the order in which they are read', () => {
      const elements = PARTS_IN_READING_ORDER.map((name) => part(card, name)!);
      expect(elements.map((element) => element?.getAttribute('part'))).to.deep.equal(PARTS_IN_READING_ORDER);
      const sorted = [...elements].sort((one, other) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      );
      expect(sorted.map((element) => element.getAttribute('part'))).to.deep.equal(PARTS_IN_READING_ORDER);
    });

    it('prints its date in the clock of Muscat, to a reader in New York', () => {
      expect(textOf(part(card, 'published'))).to.equal('نُشر في: الأربعاء، 12 نوفمبر 2025، 2:08\u00A0م');
      expect(part(card, 'published')!.querySelector('time')!.dateTime).to.equal('2025-11-12T14:08:00+04:00');
    });

    it('does not print an update that equals the publication', () => {
      expect(part(card, 'updated')).to.equal(null);
    });

    it('takes three minutes to read', () => {
      expect(textOf(part(card, 'reading-time'))).to.equal('مدة القراءة: 3 دقائق');
    });

    it('never shows its bot trap', () => {
      expect(allText(card)).not.to.match(/secret/i);
      expect(card.shadowRoot!.querySelector('[href*="secret"]')).to.equal(null);
    });

    it('names the agencies in their order', () => {
      expect(textOf(part(card, 'source'))).to.equal(`المصدر: ${WORDS[set].agencies.join(' + ')}`);
      expect([...part(card, 'source')!.querySelectorAll('bdi')].map(textOf)).to.deep.equal(WORDS[set].agencies);
    });

    it('keeps its crosshead, one level below the headline', () => {
      expect(part(card, 'headline')!.localName).to.equal('h2');
      expect(textOf(part(card, 'body')!.querySelector('h3'))).to.equal(WORDS[set].crosshead);
    });

    it('shows the host of its own address beside the name of its publisher', () => {
      expect(textOf(part(card, 'publisher'))).to.equal(`${WORDS[set].publisher} example.om`);
    });

    it('offers all six of its accounts, each under the name of its network', () => {
      expect(parts(card, 'follow-link').map((link) => textOf(link))).to.deep.equal(
        ['إكس', 'إنستغرام', 'فيسبوك', 'يوتيوب', 'واتساب', 'تلغرام'].map(
          (name) => `تابعنا على ${name} (يُفتح في نافذة جديدة)`,
        ),
      );
    });

    it('offers its four related stories', () => {
      expect(parts(card, 'related-link').length).to.equal(4);
    });
  });
