import type { Article } from './article/article.ts';
import { composeArticle, type Known } from './compose/compose-post.ts';
import { answerJobs } from './ops/answer-jobs.ts';

/** What the threads of src/open-composer.ts run. */
answerJobs(({ article, known }: { readonly article: Article; readonly known: Known }) =>
  composeArticle(article, known),
);
