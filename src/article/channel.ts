import type { Priority } from './article.ts';
import type { Looks } from './post.ts';
import type { Wording } from './wording.ts';

/** What a channel takes; every key given must match. */
export interface Takes {
  readonly languages?: readonly string[];
  readonly sections?: readonly string[];
  readonly tags?: readonly string[];
  readonly priority?: Priority;
}

export type Platform = 'telegram' | 'whatsapp' | 'preview';

/** How a lane is paced: not more often than the gap, nor than each rate. */
export interface Pace {
  readonly minGapMs: number;
  readonly rates: readonly { readonly count: number; readonly perMs: number }[];
}

/** Minutes after midnight in `timezone` (IANA); `from` may be later than `to` (over midnight). */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  readonly timezone: string;
}

/** One destination as the newsroom configured it, every default filled in. */
export interface ChannelConfig {
  /** `[a-z0-9][a-z0-9-]*`, at most 64: it stands in keys, queue names and addresses. */
  readonly id: string;
  readonly platform: Platform;
  /** `@name`, a numeric chat id, a public WhatsApp link; null for a preview channel. */
  readonly target: string | null;
  readonly looks: Looks;
  readonly takes: Takes;
  /** 0 to 1: a post whose summary is trusted less waits for an editor; 0 takes all. */
  readonly minConfidence: number;
  readonly wording: Wording;
  readonly pictures: boolean;
  /** Telegram: delivered without a sound. */
  readonly silent: boolean;
  /** Telegram: the words on a button that opens the article; null: no button. */
  readonly button: string | null;
  readonly pace: Pace;
  readonly quietHours: QuietHours | null;
}

export interface ChannelStatus {
  /** `ready`: posts can go out. `degraded`: some can. `down`: none can; `hint` says what to do. */
  readonly state: 'ready' | 'degraded' | 'down';
  readonly detail: string;
  readonly hint: string | null;
}
