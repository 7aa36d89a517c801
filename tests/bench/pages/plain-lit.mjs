// A LitElement with no feature but the card itself: what all ratios are against.
import DOMPurify from 'dompurify';
import { css, html, LitElement, nothing, unsafeCSS } from 'lit';
import { formatDate, styles } from './card.mjs';

class PlainCard extends LitElement {
  static properties = { src: {}, article: { state: true } };
  static styles = [
    css`
      :host {
        display: block;
      }
    `,
    unsafeCSS(styles),
  ];

  async connectedCallback() {
    super.connectedCallback();
    this.article = await (await fetch(this.src)).json();
  }

  render() {
    if (!this.article) return nothing;
    const { url, title, summary, date_published: published, image, content_html: body } = this.article;
    const { width, height, alt } = this.article._khabar.image;
    return html`<article>
      <h2 class="headline"><a href=${url}>${title}</a></h2>
      <p>${summary}</p>
      <time datetime=${published}>${formatDate(published)}</time>
      <img loading="lazy" width=${width} height=${height} alt=${alt} src=${image} />
      <div class="body">${DOMPurify.sanitize(body, { RETURN_DOM_FRAGMENT: true })}</div>
    </article>`;
  }
}

customElements.define('plain-card', PlainCard);
