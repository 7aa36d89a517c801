import { expect } from 'chai';
import { cleaned } from '../body/cleaning.js';

const words = (html: string) => cleaned(html).textContent.replace(/\s+/g, ' ').trim();
const BASE = 'https://news.example/2025/11/story/';
const links = (html: string) => [...cleaned(html).querySelectorAll('a')].map(({ href }) => href);

describe('A shortcode that no plugin has replaced', () => {
  for (const [html, expected] of [
    ['<p>[vc_row][vc_column][vc_column_text]جرى الماء[/vc_column_text][/vc_column][/vc_row]</p>', 'جرى الماء'],
    ['<p>[vc_row][vc_column width=&#8221;1/2&#8243;]</p><p>جرى</p><p>[/vc_column][/vc_row]</p>', 'جرى'],
    ['<p>[et_pb_section fb_built=&#8221;1&#8243;][et_pb_text]</p><p>ثم</p><p>[/et_pb_text][/et_pb_section]</p>', 'ثم'],
    ['<p>[caption id="a" width="300"]<b>صورة</b> وصف[/caption]</p>', 'صورة وصف'],
    ['<p>[vc_toggle title=&#8221;سؤال&#8221;]جواب[/vc_toggle]</p>', 'سؤال جواب'],
    ['<p>[dropcap]ج[/dropcap]رى الماء</p>', 'جرى الماء'],
  ] as const)
    it(`leaves what it holds: ${html}`, () => {
      expect(words(html)).to.equal(expected);
    });

  for (const html of [
    '<p>[تحديث] النص [1] وقال [sic]</p>',
    '<p>a[0] = b[i]</p>',
    '<p>اكتب <code>[gallery ids="1"]</code></p>',
    '<p>[video] هنا</p>',
    '<p>data[user_id] و [file_name] و [note a=5]</p>',
  ])
    it(`is no bracket of an author: ${html}`, () => {
      expect(words(html)).to.equal(html.replace(/<[^>]*>/g, ''));
    });

  it('leaves a link to what it embeds, or to the original', () => {
    expect(links('<p>[video mp4="https://news.example/film.mp4"][/video]</p>')).to.deep.equal([
      'https://news.example/film.mp4',
    ]);
    expect(links('<p>[embed]https://news.example/film[/embed]</p>')).to.deep.equal(['https://news.example/film']);
    expect(links('[embed]https://vimeo.com/76979871[/embed]<p>a</p>')).to.deep.equal(['https://vimeo.com/76979871']);
    expect(links('<p>[gallery ids="1,2,3"]</p>')).to.deep.equal([BASE]);
    expect(links('<p>[vc_single_image image="812"]</p>')).to.deep.equal([BASE]);
  });
});
