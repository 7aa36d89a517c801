import { expect } from 'chai';
import { cleaned, cleanedElement, cleanedMarkup } from '../body/cleaning.js';

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
    'of a counter that waits':
      '<iframe src="about:blank" data-x="https://www.googletagmanager.com/ns.html?id=1"></iframe>',
    'of an advertisement that a script fills': '<ins class="adsbygoogle" data-ad-slot="123"></ins><script></script>',
    'of AMP that is an advertisement': '<amp-ad type="x" data-slot="/1/2"></amp-ad><amp-analytics></amp-analytics>',
    'that is a button to share': '<div class="fb-share-button" data-href="https://other.example/story"></div>',
    'that is a gap':
      '<div class="spacer" data-height="20"></div><div class="elementor-element" data-id="3f2a1b"></div>',
    'that is a drawing': '<svg width="9" height="9" data-src="https://charts.example/1"></svg>',
    'of a script alone':
      '<script async src="https://platform.twitter.com/widgets.js"></script><script src="https://cdn.example/lib" data-rocket-src="https://cdn.example/x"></script>',
    'of code that names addresses': '<script>load("https://charts.example/1")</script>',
    'of code that waits for consent': '<script type="text/plain">load("https://charts.example/1")</script>',
    'of data about the page': '<script type="application/ld+json">{"url":"https://charts.example/1"}</script>',
    'of a box that names the page itself': '<div data-url="https://news.example/2025/11/story/"></div>',
    'of a box that names an interface': '<div data-ajax-url="https://news.example/wp-admin/admin-ajax.php"></div>',
    'of a quotation of nothing': '<blockquote> </blockquote>',
  })) {
    it(`${name} leaves nothing`, () => {
      const body = cleaned(`<p>a</p>${html}`);
      expect(body.textContent).to.equal('a');
      expect(body.querySelector('a, :not(p, div, ins)')).to.equal(null);
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

const YOUTUBE = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const ORIGINAL = 'https://news.example/2025/11/story/';

const embedsOf = (html: string, options = {}) =>
  [...cleaned(html, options).querySelectorAll<HTMLAnchorElement>('a.embed')].map(({ href }) => href);

describe('An embed that a script would draw', () => {
  for (const [html, href] of [
    ['<script src="https://gist.github.com/a/1b2c.js"></script>', 'https://gist.github.com/a/1b2c'],
    ['<script src="https://gist.github.com/a/1b2c.js?file=x.js"></script>', 'https://gist.github.com/a/1b2c'],
    ['<script src="https://asciinema.org/a/14.js" id="asciicast-14" async></script>', 'https://asciinema.org/a/14'],
    [
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="marfa/7"></script>',
      'https://t.me/marfa/7',
    ],
    [
      '<div id="1"><script src="https://www.aparat.com/embed/AbCdE?data[rnddiv]=1&data[responsive]=yes"></script></div>',
      'https://www.aparat.com/v/AbCdE',
    ],
    [
      '<div class="flourish-embed flourish-map" data-src="story/12"><script src="https://public.flourish.studio/resources/embed.js"></script></div>',
      'https://public.flourish.studio/story/12',
    ],
    ['<div class="infogram-embed" data-id="abc-123"></div><script>x()</script>', 'https://infogram.com/abc-123'],
    [
      '<div><script defer src="https://datawrapper.dwcdn.net/AbCdE/embed.js" data-target="#x"></script></div>',
      'https://datawrapper.dwcdn.net/AbCdE/',
    ],
    [
      '<script src="https://cdn.jwplayer.com/players/AbCdEfGh-1AbCdEfG.js"></script>',
      'https://cdn.jwplayer.com/players/AbCdEfGh-1AbCdEfG.html',
    ],
    [
      '<div data-tf-widget="aBcDeF12"></div><script src="//embed.typeform.com/next/embed.js"></script>',
      'https://form.typeform.com/to/aBcDeF12',
    ],
    ['<blockquote class="imgur-embed-pub" lang="en" data-id="a/AbCd12"></blockquote>', 'https://imgur.com/a/AbCd12'],
    [
      '<div class="strava-embed-placeholder" data-embed-type="activity" data-embed-id="123"></div>',
      'https://www.strava.com/activities/123',
    ],
    [
      '<div class="tableauPlaceholder"><noscript><a href="#"><img alt="" src="https://public.tableau.com/static/images/Wo/Work/Sheet/1.png"></a></noscript></div>',
      'https://public.tableau.com/views/Work/Sheet',
    ],
    ['<script src="https://x.example/e.js" data-url="https://charts.example/1"></script>', 'https://charts.example/1'],
    ['<div class="poll" data-poll-id="77"></div><script src="https://poll.example/p.js"></script>', ORIGINAL],
    ['<div class="quiz-embed" data-quiz="a-b-c" data-key="1"></div>', ORIGINAL],
  ]) {
    it(`leads to ${href}: ${html}`, () => {
      expect(embedsOf(html!)).to.deep.equal([href]);
    });
  }

  it('keeps the picture for who has no scripts', () => {
    const html =
      '<div class="flourish-embed" data-src="story/12"><script></script><noscript><img src="/a.png" alt="رسم"></noscript></div>';
    const body = cleaned(html);
    expect(body.querySelector('img')?.alt).to.equal('رسم');
    expect(body.querySelectorAll('a')).to.have.length(1);
  });
});

describe('A quotation without words', () => {
  for (const [html, href] of [
    [
      '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/12"></a></blockquote>',
      'https://twitter.com/a/status/12',
    ],
    [
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/7000000000000000000" data-video-id="7000000000000000000"><section></section></blockquote>',
      'https://www.tiktok.com/@a/video/7000000000000000000',
    ],
    [
      '<blockquote class="snapchat-embed" data-snapchat-embed-url="https://www.snapchat.com/spotlight/a/embed"></blockquote>',
      'https://www.snapchat.com/spotlight/a',
    ],
    [
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.com/@a/post/B"></blockquote>',
      'https://www.threads.com/@a/post/B',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/A/"><div><svg></svg></div></blockquote>',
      'https://www.instagram.com/p/A/',
    ],
    [
      '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/a/comments/b/"> https://www.reddit.com/r/a/comments/b/ </a></blockquote>',
      'https://www.reddit.com/r/a/comments/b/',
    ],
    ['<a data-pin-do="embedPin" href="https://www.pinterest.com/pin/1/"></a>', 'https://www.pinterest.com/pin/1/'],
    ['<blockquote class="unheard-of" data-post="x1"></blockquote>', ORIGINAL],
  ]) {
    it(`leads to ${href}: ${html}`, () => {
      expect(embedsOf(html!)).to.deep.equal([href]);
    });
  }

  it('is not one with words, or with a picture', () => {
    for (const words of ['قال', '<img src="/a.jpg">'])
      expect(
        embedsOf(`<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/7">${words}</blockquote>`),
      ).to.deep.equal([]);
  });
});

describe('A player that waits', () => {
  for (const html of [
    '<iframe src="about:blank" data-src-cmplz="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    '<iframe data-cookieblock-src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    '<iframe data-litespeed-src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    '<iframe zz="//www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    '<iframe src="/consent.html" data-zz="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"></iframe>',
    `<iframe srcdoc="<a href='https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1'>▶</a>"></iframe>`,
    '<noscript><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe></noscript>',
    '<div class="rll-youtube-player" data-src="https://www.youtube.com/embed/dQw4w9WgXcQ" data-id="dQw4w9WgXcQ"></div>',
    '<div class="rll-youtube-player" data-id="dQw4w9WgXcQ"><img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt=""><button>Play</button></div>',
    '<div class="youtube-facade"><img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt=""></div>',
    '<div data-youtube-id="dQw4w9WgXcQ"></div>',
    '<div data-service="youtube" data-video-id="dQw4w9WgXcQ"></div>',
    '<div data-embed-url="https://youtu.be/dQw4w9WgXcQ"><div></div></div>',
    `<div data-settings='{"youtube_url":"https:\\/\\/www.youtube.com\\/watch?v=dQw4w9WgXcQ"}'><div class="elementor-video"></div></div>`,
    '<div data-html="%3Ciframe%20src%3D%22https%3A%2F%2Fwww.youtube.com%2Fembed%2FdQw4w9WgXcQ%22%3E"></div>',
    `<div data-content="${btoa('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>')}"></div>`,
    `<div><script type="text/template">${btoa('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>')}</script></div>`,
    '<lite-youtube videoid="dQw4w9WgXcQ"><button>Play</button></lite-youtube>',
    '<youtube-video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" controls></youtube-video>',
    '<amp-youtube data-videoid="dQw4w9WgXcQ" layout="responsive"><amp-img src="/a.jpg" placeholder></amp-img></amp-youtube>',
    '<video><source type="video/youtube" src="https://www.youtube.com/watch?v=dQw4w9WgXcQ&_=1"></video>',
    '<video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ"></video>',
  ]) {
    it(`becomes one link: ${html}`, () => {
      expect(embedsOf(`<p>a</p>${html}<p>b</p>`)).to.deep.equal([YOUTUBE]);
    });
  }

  for (const [html, href] of [
    [
      '<amp-iframe src="https://charts.example/1"><amp-img src="/a.jpg" placeholder></amp-img></amp-iframe>',
      'https://charts.example/1',
    ],
    ['<amp-twitter data-tweetid="1234567890"></amp-twitter>', 'https://x.com/i/status/1234567890'],
    ['<amp-instagram data-shortcode="AbC"></amp-instagram>', 'https://www.instagram.com/p/AbC'],
    [
      '<amp-facebook data-href="https://www.facebook.com/a/posts/1"></amp-facebook>',
      'https://www.facebook.com/a/posts/1',
    ],
    ['<amp-vimeo data-videoid="32246206"></amp-vimeo>', 'https://vimeo.com/32246206'],
    ['<lite-vimeo videoid="32246206"></lite-vimeo>', 'https://vimeo.com/32246206'],
    ['<tableau-viz src="/views/Work/Sheet"></tableau-viz>', 'https://news.example/views/Work/Sheet'],
    [
      '<x-chart><script type="application/json">{"page":"https://charts.example/1"}</script></x-chart>',
      'https://charts.example/1',
    ],
    [
      '<div data-video-id="63" data-account="12" data-player="default"></div>',
      'https://players.brightcove.net/12/default_default/index.html?videoId=63',
    ],
    ['<div class="anything" data-zz="https://charts.example/1"></div>', 'https://charts.example/1'],
  ]) {
    it(`leads to ${href}: ${html}`, () => {
      expect(embedsOf(html!)).to.deep.equal([href]);
    });
  }

  it('is called by its title', () => {
    for (const html of [
      '<lite-youtube videoid="dQw4w9WgXcQ" playlabel="جولة"></lite-youtube>',
      '<div class="youtube" data-id="dQw4w9WgXcQ" data-title="جولة"></div>',
      '<div class="youtube" data-id="dQw4w9WgXcQ"></div><noscript><iframe title="جولة" src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe></noscript>',
      `<div class="youtube" data-id="dQw4w9WgXcQ"></div><p><a href="${YOUTUBE}">جولة</a></p>`,
    ]) {
      const links = cleaned(html).querySelectorAll('a');
      expect(
        [...links].map(({ textContent }) => textContent),
        html,
      ).to.deep.equal(['جولة youtube.com']);
    }
  });

  it('keeps the words that ask for consent, and the links among them', () => {
    const frame = btoa('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>');
    const body = cleaned(`<div data-content="${frame}"><p>هذا المحتوى محجوب. <a href="/privacy">المزيد</a></p></div>`);
    expect(body.textContent).to.include('هذا المحتوى محجوب.');
    expect([...body.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://news.example/privacy',
      YOUTUBE,
    ]);
  });

  it('is of YouTube where its name has the form of one', () => {
    for (const name of ['interactiv', 'interactivel', 'inter.ctive']) {
      const html = `<div class="youtube" data-id="${name}"></div><lite-youtube videoid="${name}"></lite-youtube>`;
      expect(embedsOf(`<iframe src="https://www.youtube.com/embed/${name}"></iframe>${html}`).join()).not.to.include(
        'watch',
      );
    }
  });

  it('within a link of words is no link of its own', () => {
    expect(cleaned('<p><a href="/a">a<video></video><iframe></iframe></a></p>').querySelectorAll('a')).to.have.length(
      1,
    );
  });
});

describe('A film or a sound', () => {
  for (const html of [
    '<video src="/a.mp4"></video>',
    '<video><source src="/a.x-unheard" type="video/x-unheard"><source src="/a.mp4"></video>',
    '<amp-video src="/a.mp4" width="4" height="3"></amp-video>',
    '<video-js><source src="/a.mp4"></video-js>',
    '<my-player src="/a.webm"></my-player>',
    '<video data-src="/a.mp4"></video>',
  ]) {
    it(`that the browser plays stays: ${html}`, () => {
      expect(cleaned(html).querySelectorAll('video:is([src], :has([src]))')).to.have.length(1);
      expect(embedsOf(html)).to.deep.equal([]);
    });
  }

  it('of AMP is a sound where it is one', () => {
    expect(
      cleaned('<amp-audio src="/a.mp3"></amp-audio><x-play src="/b.mp3"></x-play>').querySelectorAll('audio'),
    ).to.have.length(2);
  });

  for (const [html, href] of [
    ['<video src="blob:https://news.example/1" controls></video>', ORIGINAL],
    ['<video></video>', ORIGINAL],
    ['<audio preload="none"></audio>', ORIGINAL],
    ['<video><source src="/a.x" type="video/x-unheard"></video>', 'https://news.example/a.x'],
    ['<video src="/a.mpd"></video>', 'https://news.example/a.mpd'],
    ['<video src="blob:1"><a href="/film/1">a</a></video>', 'https://news.example/film/1'],
  ]) {
    it(`that the browser cannot play becomes a link: ${html}`, () => {
      expect(embedsOf(html!)).to.deep.equal([href]);
      expect(cleaned(html!).querySelector('video, audio')).to.equal(null);
    });
  }

  it('of a stream is one where the browser knows streams', () => {
    const knows = document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== '';
    expect(embedsOf('<video src="/a.m3u8"></video>')).to.deep.equal(knows ? [] : ['https://news.example/a.m3u8']);
  });

  it('of a playlist is a link, with its title, for each track', () => {
    const tracks = JSON.stringify({
      type: 'audio',
      tracks: [{ src: '/a.mp3', title: 'أول' }, { src: '/b.mp3' }, { src: 'javascript:0', title: 'c' }],
    });
    const html = `<div class="wp-playlist wp-audio-playlist"><audio controls></audio><div class="wp-playlist-next"></div><noscript><ol><li><a href="/a.mp3">أول</a></li></ol></noscript><script type="application/json" class="wp-playlist-script">${tracks}</script></div>`;
    expect(embedsOf(html)).to.deep.equal(['https://news.example/a.mp3', 'https://news.example/b.mp3']);
    expect(cleaned(html).querySelector('li')?.textContent).to.equal('أول news.example');
    expect(embedsOf(html.replace('{"type"', '{"type'))).to.deep.equal([ORIGINAL]);
  });
});

describe('An embed that nothing names', () => {
  for (const html of [
    '<iframe></iframe>',
    '<iframe srcdoc="<p>x</p>"></iframe>',
    '<iframe src="javascript:0"></iframe>',
    '<embed src="javascript:0"><object data="data:text/html,x"></object>',
    '<x-chart></x-chart>',
    '<x-chart src="https://cdn.example/chart.js" data-font="https://cdn.example/a.css"></x-chart>',
    '<video></video><p> </p><iframe></iframe><x-map></x-map>',
  ]) {
    it(`leaves one link to the original: ${html}`, () => {
      expect(embedsOf(`<p>a</p>${html}<p>b</p>`)).to.deep.equal([ORIGINAL]);
    });
  }

  it('leaves one in each place', () => {
    expect(embedsOf('<iframe></iframe><p>a</p><iframe></iframe>')).to.deep.equal([ORIGINAL, ORIGINAL]);
  });

  it('leaves nothing where the article has no address', () => {
    expect(cleanedMarkup('<p>a</p><iframe></iframe><x-map></x-map><video></video>', { base: undefined })).to.equal(
      '<p>a</p>',
    );
  });

  it('is not one whose words or pictures are there', () => {
    for (const words of ['<b>a</b>', '<img src="/a.jpg">', '<table><tr><td>a</td></tr></table>']) {
      expect(embedsOf(`<x-box data-id="1">${words}</x-box>`)).to.deep.equal([]);
      expect(cleaned(`<x-box>${words}</x-box>`).querySelector('b, img, table')).to.exist;
    }
  });
});

describe('Two embeds of one page', () => {
  const frame = '<iframe src="https://charts.example/1"></iframe>';

  it('are one where nothing stands between them', () => {
    for (const twin of [
      frame,
      `<noscript>${frame}</noscript>`,
      '<p><a href="https://charts.example/1">a</a></p>',
      '<p>https://charts.example/1</p>',
    ])
      for (const html of [frame + twin, `${twin}<div> </div>${frame}`])
        expect(cleaned(html).querySelectorAll('a'), html).to.have.length(1);
  });

  it('are two where words or a picture stand between them, or a link belongs to a sentence', () => {
    for (const html of [
      `${frame}<p>a</p>${frame}`,
      `${frame}<img src="/a.jpg">${frame}`,
      `<p>See <a href="https://charts.example/1">a</a></p>${frame}`,
      `${frame}<p><a href="https://charts.example/1">a</a> shows it</p>`,
    ])
      expect(cleaned(html).querySelectorAll('a'), html).to.have.length(2);
  });

  it('are not two pages', () => {
    expect(
      embedsOf('<iframe src="https://charts.example/1"></iframe><iframe src="https://charts.example/2"></iframe>'),
    ).to.have.length(2);
  });
});

describe('Embeds', () => {
  for (const [name, html] of Object.entries({
    'boxes within one another': '<div data-x="https://a.example/?">'.repeat(200) + '<b> </b>'.repeat(4000),
    'players within one another':
      '<div class="embed">'.repeat(200) + '<b data-x="https://a.example/b"> </b>'.repeat(4000),
    'boxes that wait': '<div data-x="1"></div>'.repeat(15_000),
    links: '<a href="https://charts.example/1">a</a>'.repeat(15_000),
    frames: '<iframe src="https://charts.example/1"></iframe>'.repeat(8000),
    'an attribute of addresses': `<div data-x="${'https://a '.repeat(80_000)}"></div>`,
    'an attribute of slashes': `<div data-x="${'"//'.repeat(200_000)}"></div>`,
  })) {
    it(`end where a body is of nothing but ${name}`, () => {
      const start = performance.now();
      cleaned(html);
      expect(performance.now() - start).to.be.below(10_000);
    }).timeout(20_000);
  }
});

describe('An embed of an editor or a newsletter', () => {
  for (const [html, address] of [
    ['<figure class="media"><oembed url="https://vimeo.com/1"></oembed></figure>', 'https://vimeo.com/1'],
    [
      '<iframe src="https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2FdQw4w9WgXcQ&url=x"></iframe>',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    [
      `<div class="youtube-wrap" data-attrs='{"videoId":"dQw4w9WgXcQ"}'><div class="youtube-inner"></div></div>`,
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    [
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3k"></blockquote>',
      'https://bsky.app/profile/did:plc:abc/post/3k',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/abc/"><div>View this post</div></blockquote>',
      'https://www.instagram.com/p/abc/',
    ],
  ] as const)
    it(`leaves its link: ${html.slice(0, 60)}`, () => {
      expect([...cleaned(html).querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([address]);
    });
});
