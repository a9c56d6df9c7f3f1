import type { Article } from '../article/article.ts';
import { type Compose, createCompose } from './compose-article.ts';
import { readLanguage } from './declared-language.ts';

/** Takes the declared language, and else leaves it open: `und`. */
export const composeDeclared = createCompose((stated) => readLanguage(stated) ?? 'und');

/** What composes this article. Detecting a language is loaded for the first article that does not declare its own. */
export const chooseCompose = async ({ language }: Pick<Article, 'language'>): Promise<Compose> =>
  readLanguage(language) === null ? (await import('./compose-post.ts')).composeArticle : composeDeclared;
