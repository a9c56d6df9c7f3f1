import type { Article } from './article/article.ts';
import { chooseCompose } from './compose/choose-compose.ts';
import type { Known } from './compose/compose-article.ts';
import { answerJobs } from './ops/answer-jobs.ts';

/** What the threads of src/open-composer.ts run. */
answerJobs(async ({ article, known }: { readonly article: Article; readonly known: Known }) => {
  const compose = await chooseCompose(article);
  return compose(article, known);
});
