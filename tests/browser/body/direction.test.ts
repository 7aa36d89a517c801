import { expect } from 'chai';
import { cleaned, cleanedMarkup } from './cleaning.js';

const ARABIC = { direction: 'rtl' } as const;
const ENGLISH = { direction: 'ltr' } as const;
const directionOf = (html: string, name: string, options: { direction: 'ltr' | 'rtl' } = ARABIC) =>
  cleaned(html, options).querySelector(name)!.getAttribute('dir');

describe('A block of an Arabic article', () => {
  for (const name of ['p', 'h2', 'blockquote'])
    it(`without an Arabic letter is left to right: <${name}>`, () => {
      expect(
        directionOf(`<${name}>"Water is life," he said. (Reuters)</${name}>`, name === 'h2' ? 'h3' : name),
      ).to.equal('ltr');
    });

  it('without an Arabic letter is left to right in a table, a caption and a footnote', () => {
    expect(directionOf('<table><tr><td>Windows 11 (24H2).</td><td>نص</td></tr></table>', 'td')).to.equal('ltr');
    expect(
      directionOf('<figure><img src="/a" alt="b"><figcaption>Photo: AP.</figcaption></figure>', 'figcaption'),
    ).to.equal('ltr');
    expect(directionOf('<ol><li>نص</li><li id="fn1">Smith, J. (2020).</li></ol>', 'li:last-child')).to.equal('ltr');
  });

  it('with one Arabic letter has the direction of the article, also where it begins with a Latin word', () => {
    for (const text of ['iPhone 17 يصل إلى عُمان', 'BBC عربي', '"Water" و'])
      expect(directionOf(`<p>${text}</p>`, 'p'), text).to.equal(null);
    expect(directionOf('<p dir="auto">iPhone 17 يصل</p>', 'p')).to.equal(null);
  });

  it('is no link to an embed, or a player', () => {
    const embed = '<div><iframe src="https://charts.example/1" title="Chart of prices"></iframe></div>';
    expect(directionOf(embed, 'div')).to.equal(null);
  });

  it('of digits and signs has the direction of the article', () => {
    for (const text of ['3 - 1', '2026/11/27', '٥٠', '…'])
      expect(directionOf(`<p>${text}</p>`, 'p'), text).to.equal(null);
  });

  it('keeps the direction that the publisher states', () => {
    expect(directionOf('<p dir="rtl">English</p>', 'p')).to.equal('rtl');
    expect(cleanedMarkup('<div dir="rtl"><p>English</p></div>', ARABIC)).to.equal(
      '<div dir="rtl"><p>English</p></div>',
    );
  });

  it('is a list of its own direction where all its items are', () => {
    expect(cleanedMarkup('<ul><li>Windows 11 (24H2).</li><li>iOS 19!</li></ul>', ARABIC)).to.equal(
      '<ul dir="ltr"><li>Windows 11 (24H2).</li><li>iOS 19!</li></ul>',
    );
  });
});

describe('A block of an English article', () => {
  it('without a letter of another script than Arabic is right to left', () => {
    expect(directionOf('<p>قال: «الماء حياة».</p>', 'p', ENGLISH)).to.equal('rtl');
    expect(directionOf('<p>The word ماء means water.</p>', 'p', ENGLISH)).to.equal(null);
    expect(directionOf('<p>Вода — жизнь.</p>', 'p', ENGLISH)).to.equal(null);
  });
});

describe('Code of an Arabic article', () => {
  it('is left to right', () => {
    expect(
      cleanedMarkup('<p>اكتب <code>npm run --watch</code></p><pre><code>f(i); // تعليق</code></pre>', ARABIC),
    ).to.equal('<p>اكتب <code dir="ltr">npm run --watch</code></p><pre dir="ltr"><code>f(i); // تعليق</code></pre>');
  });

  it('is verse where it is no code', () => {
    expect(directionOf('<pre class="wp-block-verse">قفا نبك</pre>', 'pre')).to.equal(null);
  });
});

describe('A telephone number', () => {
  it('that begins with + keeps its order among Arabic words', () => {
    expect(cleanedMarkup('<p>هاتف +968 2469 1234 أو +968-9123-4567.</p>', ARABIC)).to.equal(
      '<p>هاتف <bdi dir="ltr">+968 2469 1234</bdi> أو <bdi dir="ltr">+968-9123-4567</bdi>.</p>',
    );
  });

  it('takes its bracket along', () => {
    expect(cleanedMarkup('<p>هاتف (+968) 24123456</p>', ARABIC)).to.equal(
      '<p>هاتف <bdi dir="ltr">(+968) 24123456</bdi></p>',
    );
  });

  it('keeps its order in its link, which a press calls', () => {
    expect(cleanedMarkup('<p>هاتف <a href="tel:+96824691234">2469 1234</a></p>', ARABIC)).to.equal(
      '<p>هاتف <a href="tel:+96824691234" dir="ltr">2469 1234</a></p>',
    );
  });

  it('is no range, score, price or sum', () => {
    for (const text of ['3 - 1', '10-20', '2020-2026', '+5', '+5 - +10', '50.00', '14:30-15:00', '2469 1234'])
      expect(cleanedMarkup(`<p>من ${text} ريال</p>`, ARABIC), text).to.equal(`<p>من ${text} ريال</p>`);
  });

  it('is left as the publisher has marked it', () => {
    const html = '<p>هاتف <span dir="ltr">+968 2469 1234</span> أو <bdo dir="ltr">+968 9123 4567</bdo></p>';
    expect(cleanedMarkup(html, ARABIC)).to.equal(html);
  });
});

describe('A mail address', () => {
  it('has no other receiver', () => {
    for (const more of ['%0D%0ABcc:x@evil.example', ',x@evil.example', '?cc=x@evil.example'])
      expect(
        cleaned(`<a href="mailto:a@b.example${more}">a</a>`).querySelector('a')?.getAttribute('href'),
        more,
      ).to.equal('mailto:a@b.example');
  });

  it('is a link, without what would write the letter', () => {
    expect(
      cleanedMarkup('<p><a href="mailto:info@news.example?subject=x&amp;body=y">info@news.example</a></p>'),
    ).to.equal('<p><a href="mailto:info@news.example">info@news.example</a></p>');
  });
});
