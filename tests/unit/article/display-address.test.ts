import { describe, expect, it } from 'vitest';
import { displayAddress } from '../../../src/article/display-address.js';
import { address } from '../support/articles.js';

describe('displayAddress', () => {
  it.each([
    ['https://news.example/?p=7', 'news.example/?p=7'],
    ['http://www.news.example/a/', 'news.example/a/'],
    ['https://news.example/', 'news.example'],
    ['https://www.news.example/', 'news.example'],
    ['https://www.com/a.b', 'www.com/a.b'],
    ['https://news.example/https://other.example/', 'news.example/https://other.example/'],
  ])('shows %s as %s', (value, shown) => {
    expect(displayAddress(address(value))).toBe(shown);
  });
});
