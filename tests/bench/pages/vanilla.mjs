// A card as somebody writes it in an afternoon: fetch, DOMPurify, elements.
import DOMPurify from 'dompurify';
import { formatDate, styles } from './card.mjs';

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function draw(place) {
  const article = await (await fetch(place.dataset.src)).json();
  const { width, height, alt } = article._khabar.image;
  place.replaceChildren(
    element(
      'article',
      {},
      element('h2', { className: 'headline' }, element('a', { href: article.url }, article.title)),
      element('p', {}, article.summary),
      element('time', { dateTime: article.date_published }, formatDate(article.date_published)),
      element('img', { loading: 'lazy', width, height, alt, src: article.image }),
      element('div', { className: 'body' }, DOMPurify.sanitize(article.content_html, { RETURN_DOM_FRAGMENT: true })),
    ),
  );
}

document.head.append(element('style', {}, styles));
document.querySelectorAll('[data-src]').forEach(draw);
