import type { Article } from './article.ts';
import type { Post } from './post.ts';

export interface ArchivedArticle {
  /** Without `html` and `text`: what was said of them stands in the post. */
  readonly article: Article;
  readonly post: Post;
  readonly retracted: boolean;
  /** Another article with the same canonical address. */
  readonly duplicateOf: string | null;
}

export type Acceptance =
  /** New, or newer than what was known. */
  | { readonly kind: 'accepted'; readonly revision: number; readonly duplicateOf: string | null }
  /** This very revision is known; planning it again is harmless. */
  | { readonly kind: 'seen'; readonly revision: number; readonly duplicateOf: string | null }
  | { readonly kind: 'older'; readonly newest: number }
  /** A retraction is final. */
  | { readonly kind: 'retracted' };

/** The newest revision of every article, with its post. */
export interface Archive {
  /** `fingerprint`: of the content, so that a redelivery without a revision is recognised. */
  accept(
    article: Omit<Article, 'revision'> & { readonly revision: number | null },
    post: Post,
    marks: { readonly fingerprint: string; readonly address: string },
  ): Promise<Acceptance>;
  retract(id: string): Promise<void>;
  get(id: string): Promise<ArchivedArticle | null>;
}
