/** An article of our own with all the markup that an honest publisher may use, in Arabic and in Latin script. */
export const honestArticle = `
<h2>سوق مطرح <small lang="en" dir="ltr">Mutrah Souq</small></h2>
<p lang="ar" dir="rtl">يعود <b>السوق</b> إلى <i>القرن</i> <u>التاسع</u> <em>عشر</em>، <strong>وفيه</strong>
  <a href="/2025/10/market?lang=ar&amp;page=2" rel="nofollow">أكثر من 300 دكّان</a>؛ مساحته 1,200&nbsp;م<sup>2</sup>.
  قال التاجر: <q cite="/interview">البضاعة <bdi>Omani</bdi> أصيلة</q><br>
  وكتب الرحّالة <cite>ابن بطوطة</cite> عن <dfn title="ميناء قديم">مطرح</dfn> و<abbr title="كيلومتر">كم</abbr>.</p>
<h3>Two scripts, <span lang="fa">دو خط</span></h3>
<p lang="en" dir="ltr">The price fell by <del datetime="2025-11-01">20</del> <ins datetime="2025-11-02">25</ins> per cent,
  <s>not</s> <mark>much</mark>; H<sub>2</sub>O, <var>x</var> = 3 &lt; 5 &amp; 6 &gt; 2, <bdo dir="rtl">right to left</bdo>,
  press <kbd>Ctrl</kbd>, it says <samp>done</samp>, run <code>a &lt;b&gt; c</code>; على<wbr>الخط at
  <time datetime="2025-11-12T14:08+04:00">14:08</time>.</p>
<p><ruby>漢<rb>字</rb><rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby> و<ruby>مسقط<rt>Masqaṭ</rt></ruby></p>
<h4>أرقام</h4>
<h5>Fifth</h5>
<h6>Sixth</h6>
<hr>
<blockquote cite="https://other.example/speech"><p>«لا يُقال كلّ ما يُعلم»</p></blockquote>
<pre>line one
  line two</pre>
<ul><li>تمر</li><li>لبان<ol start="3" reversed type="i"><li value="7">Frankincense</li></ol></li></ul>
<dl><dt>خنجر</dt><dd>A dagger</dd></dl>
<figure>
  <picture>
    <source srcset="/img/wide.webp 1200w, /img/narrow.webp 600w" sizes="(max-width: 600px) 100vw, 600px" type="image/webp" media="(min-width: 300px)">
    <img src="/img/souq.jpg" srcset="/img/souq.jpg 1x, /img/souq@2x.jpg 2x" sizes="100vw" alt="مدخل السوق" width="1200" height="800">
  </picture>
  <figcaption>مدخل السوق — <a href="https://photos.example/1">صورة</a></figcaption>
</figure>
<div><video src="/media/tour.mp4" width="640" height="360" controls></video></div>
<audio src="/media/call.mp3" controls></audio>
<video controls width="640"><source src="/media/tour.webm" type="video/webm"></video>
<table>
  <caption>الأسعار</caption>
  <colgroup span="1"></colgroup><colgroup><col span="2"></colgroup>
  <thead><tr><th scope="col" abbr="سنة">السنة</th><th colspan="2" scope="colgroup">Price</th></tr></thead>
  <tbody><tr><th scope="row" rowspan="2">2024</th><td>5</td><td rowspan="2">6</td></tr><tr><td>7</td></tr></tbody>
  <tfoot><tr><td colspan="3">ريال عُماني</td></tr></tfoot>
</table>
<details open><summary>المزيد</summary><p>نصّ مطويّ</p></details>
`;
