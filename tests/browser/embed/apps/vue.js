// A Vue application that shows quotations and knows nothing of embed.js.
import { createApp, h, nextTick, shallowRef } from 'vue';

const shown = shallowRef([]);

const quotation = ({ key, src, words, view, summary, look = '' }) =>
  h('blockquote', { key, class: `khabar-card ${look}`, 'data-src': src, 'data-view': view }, [
    h('p', words),
    summary && h('p', summary),
    h('a', { href: '#' }, 'اقرأ'),
  ]);

createApp(() => (shown.value ? shown.value.map(quotation) : h('h1', 'لا أخبار'))).mount('main');

/** @param {readonly { key: string, src: string, words: string, view?: string, summary?: string, look?: string }[] | undefined} stories */
window.show = async (stories) => {
  shown.value = stories;
  await nextTick();
};
