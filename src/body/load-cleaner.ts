/** The cleaning room, with its DOMPurify, is no part of what draws the headline: it comes when a body is to be shown. */
export const loadCleaner = () => import('./clean.js');
