/** What the newsroom published. Times are ISO 8601 with an offset. */
export interface Article {
  readonly id: string;
  /** Grows with every correction; the first publication is 1. */
  readonly revision: number;
  /** Absolute http(s) address, as the newsroom gave it. */
  readonly url: string;
  /** BCP 47 primary subtag (`ru`, `az`, ...), or null when nobody declared it. */
  readonly language: string | null;
  readonly section: string | null;
  readonly title: string;
  /** A whole page or a fragment; wins over `text`. */
  readonly html: string | null;
  readonly text: string | null;
  /** An editor's own summary. */
  readonly summary: string | null;
  /** Absolute http(s) address of a picture. */
  readonly image: string | null;
  readonly publishedAt: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
}

export type Priority = 'normal' | 'breaking';

/** What an editor asked for beyond the article itself. */
export interface PushOptions {
  /** Channel ids: only these, whatever they usually take. */
  readonly to?: readonly string[];
  /** ISO 8601: not before. */
  readonly at?: string;
}

/** How far ahead a push may be due, milliseconds: deliveries are kept for 45 days. */
export const furthestPushMs = 30 * 24 * 60 * 60 * 1000;

export type ArticleEvent =
  | {
      readonly type: 'article.published' | 'article.corrected';
      /** A revision of null means: the newest plus one. */
      readonly article: Omit<Article, 'revision'> & { readonly revision: number | null };
      readonly push: PushOptions;
    }
  | { readonly type: 'article.retracted'; readonly article: { readonly id: string } };

export type EventType = ArticleEvent['type'];
