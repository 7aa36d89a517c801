import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../src/dialects/people.js';
import { reading } from '../support/articles.js';
import { expectLinear, repeated, SERIES_TIMEOUT } from '../support/linear.js';

describe('the reader of names', () => {
  it.each([
    ['هدى الوادعية', ['هدى الوادعية']],
    ['هدى الوادعية | سالم المعمري', ['هدى الوادعية', 'سالم المعمري']],
    ['هدى؛ سالم; ليلى', ['هدى', 'سالم', 'ليلى']],
    ['هدى | هدى', ['هدى']],
    ['| هدى |', ['هدى']],
    ['By هدى الوادعية | By سالم', ['هدى الوادعية', 'سالم']],
    ['by: Jane Doe', ['Jane Doe']],
    ['Written by Jane Doe', ['Jane Doe']],
    ['بقلم هدى', ['هدى']],
    ['بقلم: هدى الوادعية', ['هدى الوادعية']],
    ['كتب سالم المعمري', ['سالم المعمري']],
    ['كتبت: هدى الوادعية', ['هدى الوادعية']],
    ['هدى الوادعية و سالم المعمري', ['هدى الوادعية', 'سالم المعمري']],
    ['أحمد بن علي و سالم المعمري و هدى الوادعية', ['أحمد بن علي', 'سالم المعمري', 'هدى الوادعية']],
    ['علی رضایی و مریم احمدی', ['علی رضایی', 'مریم احمدی']],
    ['desk@news.example (هدى الوادعية)', ['هدى الوادعية']],
    ['هدى الوادعية <desk@news.example>', ['هدى الوادعية']],
    ['"Doe, Jane" <jane@news.example>', ['Doe, Jane']],
    ['a@news.example (A B); C D <c@news.example>', ['A B', 'C D']],
  ])('makes of %j %j', (stated, names) => {
    expect(namesIn(stated)).toEqual(names);
  });

  it.each([
    'محمد و',
    'و محمد',
    'هدى و سالم',
    'وزارة الصحة و السكان',
    'وزارة التربية و التعليم العالي',
    'وزارة الصحة و هيئة الدواء',
    'الهيئة العامة و مجلس الإدارة',
    'خبرگزاری دانش و فناوری ایران',
    'هدى الوادعية و 3 آخرون',
    'هدى الوادعية وسالم المعمري',
    'كتب ومؤلفات جديدة',
    'كتب',
    'By',
    'Byron Smith',
    'R&D',
    'A &unheardof; B',
    'Smith, John',
    'Jane and John',
    'Huda + Salim',
    'desk@news.example',
    'هدى (مسقط)',
  ])('leaves %j whole', (stated) => {
    expect(namesIn(stated)).toEqual([stated]);
  });

  it.each([undefined, '', ' | ', ';'])('finds no name in %j', (stated) => {
    expect(namesIn(stated)).toEqual([]);
  });

  it.each([
    ['separators', repeated('|')],
    ['addresses', repeated('a@b ')],
    ['conjunctions', repeated(' و ')],
    ['words', repeated('ab ')],
    ['ampersands', repeated('&a;')],
    ['brackets', repeated('<')],
  ])(
    'is linear in a value of nothing but %s',
    (_, input) => {
      expectLinear(input, namesIn);
    },
    SERIES_TIMEOUT,
  );
});

describe('the authors', () => {
  const both = ['هدى الوادعية', 'سالم المعمري'];
  const stated = 'By هدى الوادعية | سالم المعمري';
  const title = { rendered: 'خبر' };

  it.each([
    ['WordPress', { title, _embedded: { author: [{ name: stated }] } }],
    ['WordPress with PublishPress', { title, authors: [{ display_name: stated }] }],
    ['WordPress with Yoast', { title, yoast_head_json: { author: stated } }],
    ['WordPress.com', { ID: 7, URL: 'https://news.example/7', title: 'خبر', author: { name: stated } }],
    ['Ghost', { comment_id: '7', title: 'خبر', authors: [{ name: stated }] }],
    ['Ghost with the first alone', { comment_id: '7', title: 'خبر', primary_author: { name: stated } }],
    ['JSON-LD', { '@type': 'NewsArticle', headline: 'خبر', author: stated }],
    ['JSON-LD with a person', { '@type': 'NewsArticle', headline: 'خبر', author: { name: stated } }],
    ['JSON-LD with names in a list', { '@type': 'NewsArticle', headline: 'خبر', author: { name: both } }],
    ['JSON Feed', { items: [{ title: 'خبر', authors: [{ name: stated }] }] }],
    ['JSON Feed with names in a list', { items: [{ title: 'خبر', authors: { name: both } }] }],
    ['JSON Feed of the first version', { items: [{ title: 'خبر', author: { name: stated } }] }],
    ['JSON Feed with the authors of the feed', { authors: stated, items: [{ title: 'خبر' }] }],
    ['an item alone', { title: 'خبر', authors: stated }],
  ])('are the same in %s', (_, json) => {
    expect(reading(json).article.authors.map(({ name }) => name)).toEqual(both);
  });

  it('keep the address that is stated for them', () => {
    const author = { name: stated, url: 'https://news.example/desk' };
    expect(reading({ '@type': 'NewsArticle', headline: 'خبر', author }).article.authors).toEqual(
      both.map((name) => ({ name, url: 'https://news.example/desk' })),
    );
  });

  it('of Khabar’s own form are taken at their word', () => {
    expect(reading({ title: 'خبر', authors: ['هدى | سالم'], _khabar: {} }).article.authors).toEqual([
      { name: 'هدى | سالم' },
    ]);
  });
});
