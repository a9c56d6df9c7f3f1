import type { Article } from '../article/article.ts';
import type { Post } from '../article/post.ts';
import { createCompose, type Known } from './compose-article.ts';
import { tellLanguage } from './language.ts';

/** Composes articles whether they declare their language or not; what detects it takes 150 MB to load. */
export const composeArticle = createCompose(tellLanguage);

/** Article -> Post: what subscribers are told. The same article gives the same post, always. */
export const composePost = (article: Article, known?: Known): Post => composeArticle(article, known).post;
