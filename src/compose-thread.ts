import type { Article } from './article/article.ts';
import { composeDeclared } from './compose/choose-compose.ts';
import type { Known } from './compose/compose-article.ts';
import { answerJobs } from './ops/answer-jobs.ts';

const sentence = 'A bridge of six hundred metres has opened in the city, and the first cars crossed it this morning.';
const page: Article = {
  id: '',
  revision: 1,
  url: '',
  language: null,
  section: null,
  title: 'A bridge has opened - Site',
  html: `<html><body><h1>A bridge has opened</h1><div>${`<p>${sentence}</p>`.repeat(5)}</div></body></html>`,
  text: null,
  summary: null,
  image: null,
  publishedAt: null,
  priority: 'normal',
  tags: [],
};
// The first page costs a hundred times as much as others, because every pattern is compiled when it is first used. On a
// busy machine that may take longer than a page is given.
composeDeclared(page);

/** What the threads of src/open-composer.ts run. A language to detect is left to them: it takes 150 MB, once. */
answerJobs(async ({ article, known }: { readonly article: Article; readonly known: Known }) =>
  composeDeclared(article, known),
);
