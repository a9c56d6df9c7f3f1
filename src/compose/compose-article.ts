import type { Article } from '../article/article.ts';
import type { Post } from '../article/post.ts';
import { takeEditorSummary } from './editor-summary.ts';
import { extract } from './extract.ts';
import { takeHeadline } from './headline.ts';

/** What is known of other articles, gathered outside so that composing stays pure. */
export interface Known {
  /** Lines that stand on many pages of the article's host. */
  readonly repeatedLines: ReadonlySet<string>;
}

/** A post, and what composing found on the way that others build upon. */
export interface Composition {
  readonly post: Post;
  /** The article's sentences after cleaning, the first few thousand characters. */
  readonly body: string;
  /** The lines that were read, before cleaning: what might stand on other pages of the same host too. */
  readonly lines: readonly string[];
}

const nothingKnown: Known = { repeatedLines: new Set() };

/** Article -> Post, and what it was made of. The same article gives the same composition, always. */
export type Compose = (article: Article, known?: Known) => Composition;

/** What of a composition tells its language. */
export const languageSample = ({ headline, summary }: Pick<Post, 'headline' | 'summary'>, body: string): string =>
  `${headline} ${summary} ${body}`;

/** `tellLanguage`: of the language that an article declares and of its text, which one it is; `und`: it cannot be told. */
export const createCompose =
  (tellLanguage: (stated: string | null, sample: string) => string): Compose =>
  (article, known = nothingKnown) => {
    const headline = takeHeadline(article);
    const found = extract(article, headline, known.repeatedLines);
    const body = found.sentences.join(' ');
    const own = takeEditorSummary(article.summary, headline, body);
    const summary = own ?? found.summary;
    const post: Post = {
      headline,
      summary,
      link: article.url,
      image: article.image,
      credit: found.credit,
      tags: article.tags,
      section: article.section,
      language: tellLanguage(article.language, languageSample({ headline, summary }, body)),
      breaking: article.priority === 'breaking',
      confidence: own === null ? found.confidence : 1,
      summaryBy: own === null ? 'extract' : 'editor',
    };
    return { post, body, lines: found.lines };
  };
