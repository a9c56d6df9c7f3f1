import type { Article } from '../article/article.ts';

/** An article as it came in; a revision of null means: the newest plus one. */
export type IncomingArticle = Omit<Article, 'revision'> & { readonly revision: number | null };
