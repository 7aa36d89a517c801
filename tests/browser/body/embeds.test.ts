import { expect } from 'chai';
import { cleaned, cleanedElement, cleanedMarkup } from './cleaning.js';

const linkOf = (html: string) => cleaned(html).querySelector('a');

describe('An embed of the body', () => {
  it('becomes a link that says what it is and where it leads', () => {
    const html = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed" title="جلسة الحوار"></iframe>';
    expect(cleanedMarkup(html)).to.equal(
      '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" target="_blank" rel="noopener" aria-describedby="new-window" class="embed">' +
        '<bdi>جلسة الحوار</bdi> <bdi dir="ltr">youtube.com</bdi></a>',
    );
  });

  for (const [title, name] of [
    ['', 'يوتيوب'],
    ['YouTube video player', 'يوتيوب'],
    ['  Two\n lines ', 'Two lines'],
    ['<b>a</b>', '<b>a</b>'],
  ]) {
    it(`with the title "${title}" is called ${name}`, () => {
      const frame = document.createElement('iframe');
      frame.title = title!;
      frame.src = 'https://www.youtube.com/embed/dQw4w9WgXcQ';
      expect(linkOf(frame.outerHTML)?.firstChild?.textContent).to.equal(name);
    });
  }

  for (const [src, href, name] of [
    ['https://www.youtube-nocookie.com/embed/LtOGa5M8AuU', 'https://www.youtube.com/watch?v=LtOGa5M8AuU', 'يوتيوب'],
    ['//www.youtube.com/embed/LtOGa5M8AuU?rel=0', 'https://www.youtube.com/watch?v=LtOGa5M8AuU', 'يوتيوب'],
    [
      'https://www.youtube.com/embed/videoseries?list=PLx_1-2',
      'https://www.youtube.com/playlist?list=PLx_1-2',
      'يوتيوب',
    ],
    ['https://player.vimeo.com/video/32246206?color=ffffff', 'https://vimeo.com/32246206', 'Vimeo'],
    ['https://player.vimeo.com/video/32246206?h=0a1b2c&dnt=1', 'https://vimeo.com/32246206/0a1b2c', 'Vimeo'],
    ['https://www.dailymotion.com/embed/video/x7abc', 'https://www.dailymotion.com/video/x7abc', 'Dailymotion'],
    [
      'https://www.instagram.com/p/CxY_z-1/embed/captioned/',
      'https://www.instagram.com/p/CxY_z-1/',
      'Embedded content',
    ],
    ['https://platform.twitter.com/embed/Tweet.html?dnt=1&id=123', 'https://x.com/i/status/123', 'Embedded content'],
    ['https://www.tiktok.com/embed/v2/7012', 'https://www.tiktok.com/@/video/7012', 'Embedded content'],
    [
      'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F&show_text=0',
      'https://www.facebook.com/a/videos/1/',
      'Embedded content',
    ],
    [
      'https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d3658!2d58.5922!3d23.6139!2m3',
      'https://www.google.com/maps/search/?api=1&query=23.6139,58.5922',
      'Google Maps',
    ],
    [
      'https://www.google.com/maps/embed/v1/place?key=k&q=Muscat+Oman',
      'https://www.google.com/maps/search/?api=1&query=Muscat+Oman',
      'Google Maps',
    ],
    [
      'https://www.openstreetmap.org/export/embed.html?bbox=1%2C2&layer=mapnik&marker=23.6%2C58.5',
      'https://www.openstreetmap.org/?mlat=23.6&mlon=58.5',
      'OpenStreetMap',
    ],
    ['https://open.spotify.com/embed/episode/7makk4?utm=1', 'https://open.spotify.com/episode/7makk4', 'Spotify'],
    [
      'https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=red',
      'https://soundcloud.com/a/b',
      'SoundCloud',
    ],
    ['https://other.example/2025/story/embed/#?secret=XyZ', 'https://other.example/2025/story/', 'Embedded content'],
    ['https://charts.example/v/1', 'https://charts.example/v/1', 'Embedded content'],
    ['/charts/1', 'https://news.example/charts/1', 'Embedded content'],
  ]) {
    it(`at ${src} leads to ${href}`, () => {
      const link = linkOf(`<p>a</p><iframe src="${src!.replaceAll('&', '&amp;')}"></iframe>`);
      expect(link?.href).to.equal(href);
      expect(link?.firstChild?.textContent).to.equal(name);
    });
  }

  it('that a player names another page of, leads nowhere that is no web address', () => {
    const player = 'https://www.facebook.com/plugins/post.php?href=javascript%3Acanary()';
    expect(linkOf(`<iframe src="${player}"></iframe>`)?.href).to.equal(player);
  });

  for (const [name, html] of Object.entries({
    'a frame that waits for a script': '<iframe data-src="https://charts.example/1"></iframe>',
    'a frame that waits for another script':
      '<iframe src="about:blank" data-lazy-src="https://charts.example/1"></iframe>',
    'an object': '<object data="https://charts.example/1" type="application/pdf"><p>fallback</p></object>',
    'an embed': '<embed src="https://charts.example/1">',
    'an object around an embed':
      '<object><param name="movie" value="https://charts.example/1"><embed src="https://charts.example/1"></object>',
    'an empty post of Facebook': '<div class="fb-post" data-href="https://charts.example/1"></div>',
    'an address alone in a paragraph': '<p> https://charts.example/1\n</p>',
    'a link alone in a paragraph, to the address it shows':
      '<p><a href="https://charts.example/1">https://charts.example/1</a></p>',
    'an address that a block of WordPress could not embed':
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://charts.example/1\n</div></figure>',
  })) {
    it(`may be ${name}`, () => {
      const links = cleaned(html).querySelectorAll('a.embed');
      expect([...links].map((link) => (link as HTMLAnchorElement).href)).to.deep.equal(['https://charts.example/1']);
    });
  }

  it('keeps its place in the figure, above its caption', () => {
    const html =
      '<figure><div><iframe src="https://charts.example/1"></iframe></div><figcaption>ملخّص</figcaption></figure>';
    const figure = cleanedElement(html);
    expect(figure.querySelector('a.embed ~ *')).to.equal(null);
    expect(figure.lastElementChild?.textContent).to.equal('ملخّص');
  });

  it('in a box that keeps the shape of a film is not taken for hidden', () => {
    const html =
      '<div style="position:relative;overflow:hidden;height:0;padding-bottom:56.25%"><iframe src="https://charts.example/1" style="position:absolute;top:0;left:0;width:100%"></iframe></div>';
    expect(linkOf(html)?.href).to.equal('https://charts.example/1');
  });

  it('within a link is no link of its own', () => {
    const body = cleaned('<a href="/a"><iframe src="https://charts.example/1" title="رسم"></iframe></a>');
    expect(body.querySelectorAll('a')).to.have.length(1);
    expect(body.textContent).to.equal('رسم');
  });

  for (const [name, html] of Object.entries({
    'that counts readers': '<iframe src="https://count.example/" width="1" height="1"></iframe>',
    'that is hidden': '<iframe src="https://count.example/" style="display:none"></iframe>',
    'of a button': '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
    'of an advertisement': '<iframe src="https://ad.doubleclick.net/x" width="300" height="250"></iframe>',
    'without an address': '<iframe srcdoc="<p>x</p>"></iframe><iframe></iframe><iframe src="javascript:0"></iframe>',
    'whose address runs': '<embed src="javascript:0"><object data="data:text/html,x"></object>',
  })) {
    it(`${name} leaves nothing`, () => {
      expect(cleanedMarkup(`<p>a</p>${html}`)).to.equal('<p>a</p>');
    });
  }

  it('that waits at no size for a script, but has a title, stays', () => {
    expect(linkOf('<iframe src="https://charts.example/1" width="0" height="0" title="رسم"></iframe>')).not.to.equal(
      null,
    );
  });

  it('that came as a quote stays a quote', () => {
    const html =
      '<blockquote class="twitter-tweet"><p lang="ar" dir="rtl">نص التغريدة</p>— خبر (@khabar) <a href="https://twitter.com/khabar/status/1">November 12, 2025</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>';
    const quote = cleanedElement(html);
    expect(quote.localName).to.equal('blockquote');
    expect(quote.textContent).to.equal('نص التغريدة— خبر (@khabar) November 12, 2025');
    expect(quote.querySelector('a')?.className).to.equal('');
  });

  for (const html of [
    '<p>See https://charts.example/1</p>',
    '<p><a href="/a">https://charts.example/1</a> and more</p>',
    '<p>https://charts.example/1 https://charts.example/2</p>',
    '<li>https://charts.example/1</li>',
    '<p>javascript://x.example/</p>',
  ]) {
    it(`is not what stands in ${html}`, () => {
      expect(cleaned(html).querySelector('.embed')).to.equal(null);
    });
  }
});
