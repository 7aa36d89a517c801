// The part that reads everything but Khabar's own JSON. It comes when an address or an answer asks for it.
export { fetchDetails, withDetails } from './details.js';
export { languageByLetters } from './language-of.js';
export { fromPage, readAnswer } from './page.js';
