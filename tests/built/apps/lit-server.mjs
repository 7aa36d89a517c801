// An app that renders its pages on a server, by Lit. Prints the HTML.
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, LitElement } from 'lit';
import 'khabar';

class AppPage extends LitElement {
  render() {
    return html`<khabar-card src=${'https://news.example/b.json'} .view=${'teaser'}><p>داخل</p></khabar-card>`;
  }
}
customElements.define('app-page', AppPage);

const page = html`<khabar-card src="https://news.example/a.json" view=${'article'} ?open=${true}
    ><a href="https://news.example/">خبر</a></khabar-card
  ><app-page></app-page>`;
console.log(await collectResult(render(page)));
