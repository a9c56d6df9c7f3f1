import type { Article } from '../../src/article/article.ts';

/** An article with what matters to a measurement, and nothing else. */
export const articleOf = (fields: Partial<Article>): Article => ({
  id: '1',
  revision: 1,
  url: 'https://herald.example/1',
  language: null,
  section: null,
  title: '',
  html: null,
  text: null,
  summary: null,
  image: null,
  publishedAt: null,
  priority: 'normal',
  tags: [],
  ...fields,
});
