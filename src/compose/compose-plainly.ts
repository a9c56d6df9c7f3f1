import type { Article } from '../article/article.ts';
import type { Compose, Composition } from './compose-article.ts';

/** UTF-16 units of HTML that are looked at, and of text that is composed. */
const maxHtml = 500_000;
const maxText = 20_000;
/** Whatever stood first on the page may have become the summary. */
const doubtful = 0.3;

const pageMark = /<\/?(?:html|head|body|frameset)\b[^<>]*>|<!doctype[^<>]*>/gi;

/**
 * The post of an article that could not be composed as usual, and little trusted: a page is read from top to bottom, as
 * the fragments of an article are, and no article is looked for in it.
 */
export const composePlainly = (article: Article, compose: Compose): Composition => {
  const { post, body } = compose({
    ...article,
    html: article.html?.slice(0, maxHtml).replace(pageMark, '') ?? null,
    text: article.text?.slice(0, maxText) ?? null,
    summary: article.summary?.slice(0, maxText) ?? null,
  });
  const isOwn = post.summaryBy === 'editor';
  // Lines of a page that was not understood say nothing of its host.
  return { post: { ...post, confidence: isOwn ? 1 : Math.min(post.confidence, doubtful) }, body, lines: [] };
};
