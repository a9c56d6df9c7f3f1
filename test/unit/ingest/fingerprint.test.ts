import { describe, expect, it } from '@jest/globals';
import { fingerprintOf } from '../../../src/ingest/fingerprint.ts';
import type { IncomingArticle } from '../../../src/ingest/incoming-article.ts';

const article: IncomingArticle = {
  id: '1009',
  revision: null,
  url: 'https://newsroom.example/news/1009',
  language: 'ru',
  section: 'Общество',
  title: 'В Баку открылся новый мост',
  html: '<p data-nonce="1">Мост соединил два  берега.</p>',
  text: null,
  summary: null,
  image: null,
  publishedAt: '2024-04-28T23:51:00+04:00',
  priority: 'normal',
  tags: [],
};
const same = fingerprintOf(article);

describe('fingerprintOf', () => {
  it.each<Partial<IncomingArticle>>([
    { revision: 7 },
    { publishedAt: null },
    { html: '<p data-nonce="2">Мост соединил\nдва берега.</p>' },
    { title: ' В Баку открылся  новый мост' },
    { text: 'not read where there is html' },
  ])('stays the same when no reader would notice %j', (change) => {
    expect(fingerprintOf({ ...article, ...change })).toBe(same);
  });

  it.each<Partial<IncomingArticle>>([
    { title: 'В Баку открылся старый мост' },
    { html: '<p>Мост соединил три берега.</p>' },
    { summary: 'Мост открыт.' },
    { image: 'https://newsroom.example/1.jpg' },
    { url: 'https://newsroom.example/news/1010' },
    { tags: ['мост'] },
    { priority: 'breaking' },
  ])('differs when a reader would notice %j', (change) => {
    expect(fingerprintOf({ ...article, ...change })).not.toBe(same);
  });

  it('reads the text where there is no html', () => {
    const plain = { ...article, html: null };
    expect(fingerprintOf({ ...plain, text: 'a' })).not.toBe(fingerprintOf({ ...plain, text: 'b' }));
  });
});
