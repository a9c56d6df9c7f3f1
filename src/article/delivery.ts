import type { Message } from './post.ts';
import type { Receipt } from './receipt.ts';

export const deliveryStates = ['planned', 'sending', 'sent', 'refused', 'skipped', 'unknown', 'removed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const isState = (word: string): word is DeliveryState => (deliveryStates as readonly string[]).includes(word);

export type Operation = 'post' | 'edit' | 'remove';

/** One article on one channel. Times are epoch milliseconds of the Redis clock. */
export interface Delivery {
  /** `<article>@<channel>` */
  readonly id: string;
  readonly article: string;
  readonly channel: string;
  readonly state: DeliveryState;
  /** Who must act on an unknown outcome: Tellal is looking, or a person is asked. */
  readonly needs: null | 'lookup' | 'person';
  /** What stands on the channel; 0 before anything does, and while nobody can tell what it says. */
  readonly revision: number;
  /** What should stand there; null: nothing (retracted). */
  readonly wanted: number | null;
  readonly messageId: string | null;
  readonly link: string | null;
  /** The rule that skipped it, the platform's words, or the cause of an unknown outcome. */
  readonly reason: string | null;
  /** How many attempts were begun and left us; each with its receipt in `Ledger.attempts`. */
  readonly attempts: number;
  readonly plannedAt: number;
  /** Not before this moment (a scheduled push). */
  readonly dueAt: number | null;
  readonly sentAt: number | null;
}

/** What is about to be said, kept while nobody can tell whether it was, so that it can be looked for. */
export type Sought = Omit<Message, 'picture'>;

export interface Attempt {
  readonly fence: number;
  readonly operation: Operation;
  readonly revision: number | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly receipt: Receipt | null;
  /** Of a post that was not found: what it said. */
  readonly sought?: Sought;
}

export const deliveryId = (article: string, channel: string): string => `${article}@${channel}`;

/** Channel ids hold no `@`, so the last one divides. */
export const splitDeliveryId = (id: string): { article: string; channel: string } | null => {
  const at = id.lastIndexOf('@');
  return at > 0 && at < id.length - 1 ? { article: id.slice(0, at), channel: id.slice(at + 1) } : null;
};
