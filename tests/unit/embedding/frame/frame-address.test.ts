import { describe, expect, it } from 'vitest';
import { allowedOrigins, frameRequest, isAllowed } from '../../../../src/embedding/frame/frame-address.js';

const BASE = 'https://cdn.example/khabar@1/frame.html?view=teaser';
const requested = (hash: string) => {
  const { address, secret } = frameRequest(hash, BASE);
  return [address?.href, secret];
};

describe('frameRequest', () => {
  it.each([
    ['#https://news.example/feed.json', 'https://news.example/feed.json', undefined],
    ['#https://news.example/feed.json#42', 'https://news.example/feed.json#42', undefined],
    ['#https://news.example/?a=1&b=%D8%A3', 'https://news.example/?a=1&b=%D8%A3', undefined],
    ['#https%3A%2F%2Fnews.example%2Ffeed.json%2342', 'https://news.example/feed.json#42', undefined],
    ['#/feed.json', 'https://cdn.example/feed.json', undefined],
    ['#https://news.example/a.json#?secret=aB3', 'https://news.example/a.json', 'aB3'],
    ['#https://news.example/a.json#42#?secret=aB3', 'https://news.example/a.json#42', 'aB3'],
    ['#https://news.example/a.json?secret=token', 'https://news.example/a.json?secret=token', undefined],
    ['#?secret=aB3', undefined, 'aB3'],
    ['#https://news.example/a.json#?secret=<b>', 'https://news.example/a.json#?secret=%3Cb%3E', undefined],
    ['#https%3A%2F%2Fnews.example%2F%', undefined, undefined],
    ['#https://', undefined, undefined],
    ['#', undefined, undefined],
    ['', undefined, undefined],
  ])('reads %j', (hash, address, secret) => {
    expect(requested(hash)).toEqual([address, secret]);
  });
});

describe('allowedOrigins', () => {
  const own = 'https://cdn.example';
  it.each([
    ['', []],
    ['https://news.example', ['https://news.example']],
    ['https://news.example/ http://localhost:4901/x', ['https://news.example', 'http://localhost:4901']],
    ['news.example, other.example:8443', ['https://news.example', 'https://other.example:8443']],
    ['*', []],
    ['https://*.example', []],
    ['https://', []],
    ["'self' data: https://news.example", ['https://news.example']],
  ])('of %j are its own and %j', (listed, others) => {
    const origins = allowedOrigins(listed, own);
    expect(origins[0]).toBe(own);
    expect(origins).toEqual(expect.arrayContaining(others));
    expect(origins.filter((origin) => origin !== own && !/^https?:\/\/[\w.:-]+$/.test(origin))).toEqual([]);
  });
});

describe('isAllowed', () => {
  const origins = ['https://cdn.example', 'https://news.example:8443'];
  it.each([
    ['https://cdn.example/a.json', true],
    ['http://cdn.example/a.json', true],
    ['https://news.example:8443/', true],
    ['https://news.example/', false],
    ['https://evil.example/cdn.example', false],
    ['https://cdn.example.evil.example/', false],
    ['https://cdn.example@evil.example/', false],
    ['data:application/json,{}', false],
    ['blob:https://cdn.example/1', false],
    ['javascript:1', false],
  ])('for %s is %s', (address, expected) => {
    expect(isAllowed(new URL(address), origins)).toBe(expected);
  });
});
