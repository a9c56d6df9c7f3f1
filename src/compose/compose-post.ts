import type { Article } from '../article/article.ts';
import type { Post } from '../article/post.ts';
import { takeEditorSummary } from './editor-summary.ts';
import { extract } from './extract.ts';
import { tellLanguage } from './language.ts';
import { toHeadline } from './plain-text.ts';

/** What is known of other articles, gathered outside so that composing stays pure. */
export interface Known {
  /** Lines that stand on many pages of the article's host. */
  readonly repeatedLines: ReadonlySet<string>;
}

const nothingKnown: Known = { repeatedLines: new Set() };

/** Article -> Post: what subscribers are told. The same article gives the same post, always. */
export const composePost = (article: Article, known: Known = nothingKnown): Post => {
  const headline = toHeadline(article.title);
  const found = extract(article, headline, known.repeatedLines);
  const body = found.sentences.join(' ');
  const own = takeEditorSummary(article.summary, headline, body);
  const summary = own ?? found.summary;
  return {
    headline,
    summary,
    link: article.url,
    image: article.image,
    credit: found.credit,
    tags: article.tags,
    section: article.section,
    language: tellLanguage(article.language, `${headline} ${summary} ${body}`),
    breaking: article.priority === 'breaking',
    confidence: own === null ? found.confidence : 1,
  };
};
