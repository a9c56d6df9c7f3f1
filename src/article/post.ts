/** What subscribers are told, before any markup. */
export interface Post {
  readonly headline: string;
  /** Whole sentences; may be empty when the article says nothing beyond its headline. */
  readonly summary: string;
  readonly link: string;
  /** Address of the article's picture. */
  readonly image: string | null;
  /** The agency that the article names as its source. */
  readonly credit: string | null;
  readonly tags: readonly string[];
  readonly section: string | null;
  /** BCP 47 primary subtag; `und` if it cannot be told. */
  readonly language: string;
  readonly breaking: boolean;
  /** 0 to 1: how far the summary can be trusted. */
  readonly confidence: number;
  /** Who wrote the summary; absent in posts of older versions. */
  readonly summaryBy?: SummaryAuthor;
  /** Why a summary is not from where it was asked for. */
  readonly summaryNote?: string;
}

/** `extract`: the article's own sentences. `llm`: a language model, checked against the article. */
export type SummaryAuthor = 'editor' | 'extract' | 'llm';

/** Whose markup and limits a message follows. */
export type Looks = 'telegram' | 'whatsapp';

/** A picture whose bytes were fetched and checked. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
  readonly filename: string;
}

/** A Post in one platform's markup, inside its limits. */
export interface Message {
  readonly looks: Looks;
  /** Telegram HTML or WhatsApp markup, exactly as it is sent; a caption when there is a picture. */
  readonly text: string;
  readonly link: string;
  /** Where the picture came from; null when the message has none. */
  readonly image: string | null;
  readonly picture: Picture | null;
}
