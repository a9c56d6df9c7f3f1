import type { Logger } from 'pino';
import type { LanguageModel } from '../config/config.ts';
import type { Article } from './article/article.ts';
import type { Post } from './article/post.ts';
import { tellLanguage } from './compose/language.ts';
import { createAskModel } from './llm/ask-model.ts';
import { createSummariseByModel } from './llm/summarise-by-model.ts';

/** What was composed, with the summary of a language model where one is asked and can be trusted. */
export type Summarise = <T extends { readonly post: Post; readonly body: string }>(
  article: Pick<Article, 'id'>,
  composed: T,
) => Promise<T>;

/** Null: no model is asked. One for worker and desk of a process, so that an editor who looked at a preview sees just that go out. */
export const openSummaries = (model: LanguageModel | null, key: string | null, log: Logger): Summarise | null => {
  if (model === null) return null;
  const summarise = createSummariseByModel({
    ask: createAskModel({ ...model, key }),
    tellLanguage: (text) => tellLanguage(null, text),
    now: () => performance.now(),
  });
  return async ({ id }, composed) => {
    const post = await summarise(composed.post, composed.body);
    log.info({ article: id, summaryBy: post.summaryBy, summaryNote: post.summaryNote }, 'summary');
    return { ...composed, post };
  };
};
