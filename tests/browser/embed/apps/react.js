// A React application that shows quotations and knows nothing of embed.js.
import { createElement as h, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

const root = createRoot(document.querySelector('main'));

const quotation = ({ key, src, words, view, summary, look = '' }) =>
  h(
    'blockquote',
    { key, className: `khabar-card ${look}`, 'data-src': src, 'data-view': view },
    h('p', null, words),
    summary && h('p', null, summary),
    h('a', { href: '#' }, 'اقرأ'),
  );

/** @param {readonly { key: string, src: string, words: string, view?: string, summary?: string, look?: string }[] | undefined} stories */
window.show = (stories) =>
  flushSync(() => root.render(h(StrictMode, null, stories ? stories.map(quotation) : h('h1', null, 'لا أخبار'))));
