import type { Article } from './article/article.ts';
import { composeDeclared } from './compose/choose-compose.ts';
import type { Known } from './compose/compose-article.ts';
import { answerJobs } from './ops/answer-jobs.ts';

/** What the threads of src/open-composer.ts run. A language to detect is left to them: it takes 150 MB, once. */
answerJobs(async ({ article, known }: { readonly article: Article; readonly known: Known }) =>
  composeDeclared(article, known),
);
