import type { Article } from './article.ts';
import type { Post } from './post.ts';

export interface ArchivedArticle {
  /** Without `html` and `text`: what was said of them stands in the post. */
  readonly article: Article;
  readonly post: Post;
  readonly retracted: boolean;
  /** Another article with the same canonical address. */
  readonly duplicateOf: string | null;
  /** Another article that says nearly the same, by the text of the first revision. */
  readonly nearDuplicateOf: string | null;
}

/** Which other article an article says again, decided once, when it is new; corrections change nothing of it. */
export type Duplicity = Pick<ArchivedArticle, 'duplicateOf' | 'nearDuplicateOf'>;

export type Acceptance =
  /** New, or newer than what was known. */
  | ({ readonly kind: 'accepted'; readonly revision: number } & Duplicity)
  /** This very revision is known; planning it again is harmless. */
  | ({ readonly kind: 'seen'; readonly revision: number } & Duplicity)
  | { readonly kind: 'older'; readonly newest: number }
  /** A retraction is final. */
  | { readonly kind: 'retracted' };

/** The newest revision of every article, with its post. */
export interface Archive {
  /**
   * `fingerprint`: of the content, so that a redelivery without a revision is recognised. `event`: what the event is called,
   * so that one without a revision is not taken for news when it comes again after newer ones.
   */
  accept(
    article: Omit<Article, 'revision'> & { readonly revision: number | null },
    post: Post,
    marks: {
      readonly fingerprint: string;
      readonly address: string;
      readonly nearDuplicateOf: string | null;
      readonly event: string | null;
    },
  ): Promise<Acceptance>;
  /** The revision of an event without one that has to wait for its page: what comes after it is newer. */
  reserve(id: string): Promise<number>;
  retract(id: string): Promise<void>;
  get(id: string): Promise<ArchivedArticle | null>;
}
