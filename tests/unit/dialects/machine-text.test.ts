import { describe, expect, it } from 'vitest';
import { withoutMachineText, withoutShortcodes, withoutStyles } from '../../../src/dialects/machine-text.js';
import { reading } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

const folded = (plain: string) => plain.replace(/\s+/g, ' ').trim();

describe('a style sheet in a text', () => {
  it.each([
    ['.a{color:red} خبر', 'خبر'],
    ['خبر .a .b > li:hover, #c::before{color:red;margin:0} آخر', 'خبر آخر'],
    ['/*! x - v3.1 - 28-05-2023 */.a{padding:0}.a .b[class*=c-]>a{color:inherit} خبر', 'خبر'],
    ['/* x */ .a{b:c} خبر', 'خبر'],
    ['@media (max-width:767px){.a{b:c}.d{e:f}} خبر', 'خبر'],
    ['@keyframes x{from{top:0}50%{top:1px}to{top:2px}} خبر', 'خبر'],
    ['@import url("a.css"); خبر', 'خبر'],
    [':root{--a:#fff} body{margin:0} h2,p{margin:0} خبر', 'خبر'],
    ['Water is back. .a{color:red} It runs.', 'Water is back. It runs.'],
    ['خبر .a{color:red;margin', 'خبر'],
    ['خبر @media (x){.a{color:red} .b{color:', 'خبر'],
  ])('goes from %j', (plain, rest) => {
    expect(folded(withoutStyles(plain))).toBe(rest);
  });

  it.each([
    'خبر {عاجل}',
    'The set {a: b} is small',
    'قال: {x}',
    'نسخة .NET الجديدة #وسم @salim',
    'a /* b */ c',
    'الساعة 9:05 {تحديث}',
    'if (x) { return }',
  ])('is not %j', (plain) => {
    expect(withoutStyles(plain)).toBe(plain);
  });
});

describe('a shortcode in a text', () => {
  it.each([
    ['[vc_row][vc_column width=”1/2″]نص[/vc_column][/vc_row]', 'نص'],
    ['[et_pb_text]أ[/et_pb_text][et_pb_text]ب[/et_pb_text]', 'أ ب'],
    ['[caption id="a_1" width="300"]شرح[/caption] نص', 'شرح نص'],
    ['[gallery ids="1,2"] نص', 'نص'],
    ['[gallery] نص', 'نص'],
    ['[dropcap]ج[/dropcap]رى الماء', 'جرى الماء'],
    ['نص [contact-form-7 id="12"]', 'نص'],
    ['نص [vc_single_image image="812" img_si', 'نص'],
    ['نص [vc_single_image image="812" […]', 'نص […]'],
    ['نص [/vc_colu', 'نص'],
  ])('goes from %j, and what it holds stays', (plain, rest) => {
    expect(folded(withoutShortcodes(plain))).toBe(rest);
  });

  it.each([
    '[تحديث] نص',
    'نص [1]',
    'نص [sic] نص',
    '[Updated] x',
    '[video] x',
    'نص […]',
    '[a b c]',
    '[so-called] x',
    'x [AFP',
  ])('is not %j', (plain) => {
    expect(withoutShortcodes(plain)).toBe(plain);
  });
});

describe('what is no language', () => {
  it('is an address', () => {
    expect(folded(withoutMachineText('خبر https://news.example/a www.news.example desk@news.example'))).toBe('خبر');
  });
});

describe('a summary', () => {
  const sheet = '.a{color:red}[vc_row]رمّم الأهالي القناة.[/vc_row] secret  link';

  it.each([
    ['WordPress', { title: { rendered: 'خبر' }, excerpt: { rendered: `<p>${sheet}</p>` } }],
    ['WordPress.com', { ID: 7, URL: 'https://news.example/7', title: 'خبر', excerpt: `<p>${sheet}</p>` }],
    ['Ghost', { comment_id: '7', title: 'خبر', excerpt: sheet }],
    ['JSON-LD', { '@type': 'NewsArticle', headline: 'خبر', description: sheet }],
    ['JSON Feed', { items: [{ title: 'خبر', content_html: '<p>نص</p>', summary: sheet }] }],
  ])('has no style sheet, no shortcode and no trap in %s', (_, json) => {
    expect(reading(json).article.summary).toBe('رمّم الأهالي القناة.');
  });

  it.each(['  secret   link ', '<div><div>Secret</div><b>Link</b></div>', 'Se\u200Bcret\u00A0Li&#8203;nk'])(
    'loses the known trap spelled %j',
    (trap) => {
      const json = { title: { rendered: 'خبر' }, excerpt: { rendered: `<p>جملة قصيرة.</p>${trap}` } };
      expect(reading(json).article.summary).toBe('جملة قصيرة.');
    },
  );

  it('is none where nothing is left of it', () => {
    const json = { title: { rendered: 'خبر' }, excerpt: { rendered: '<p>.a{color:red} [&hellip;]</p>' } };
    expect(reading(json).article.summary).toBeUndefined();
  });
});

describe('the time that it takes', () => {
  it.each([
    ['classes', repeated('.a')],
    ['classes apart', repeated('.a ')],
    ['elements', repeated('a ')],
    ['braces', repeated('{')],
    ['rules', repeated('.a{b:c}')],
    ['rules without an end', repeated('.a{b:c')],
    ['at-rules', repeated('@a ')],
    ['comments without an end', repeated('/*!')],
    ['brackets', repeated('[')],
    ['shortcodes', repeated('[a_b]')],
    ['shortcodes without an end', repeated('[a_b c=')],
    ['addresses', repeated('a@')],
    ['white space', repeated(' ', '{')],
    ['colons', repeated(':a')],
  ])(
    'is linear in a text of nothing but %s',
    (_, input) => {
      expectLinear(input, withoutMachineText, 2 ** 16);
    },
    SERIES_TIMEOUT,
  );
});
