import { ArticleError } from '../article/article-error.js';
import { LONGEST_BODY } from './policy.js';

/** @throws {ArticleError} `too-large` */
export function cap(count: number, most: number, what: string): void {
  if (count > most) throw new ArticleError('too-large', `The body has too many ${what}.`);
}

/** @throws {ArticleError} `too-large` */
export function capLength(source: string): void {
  cap(new Blob([source]).size, LONGEST_BODY, 'bytes');
}
