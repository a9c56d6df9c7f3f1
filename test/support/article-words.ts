import type { Article } from '../../src/article/article.ts';

/** An article with nothing but its title; tests say what matters to them. */
export const articleWith = (fields: Partial<Article>): Article => ({
  id: '1',
  revision: 1,
  url: 'https://herald.example/news/1',
  language: null,
  section: null,
  title: 'Новый мост через реку открыли в Гяндже',
  html: null,
  text: null,
  summary: null,
  image: null,
  publishedAt: null,
  priority: 'normal',
  tags: [],
  ...fields,
});
