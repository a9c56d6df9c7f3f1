import type { Pace } from './channel.ts';
import type { Attempt, Delivery, DeliveryState, Operation, Sought } from './delivery.ts';
import type { Receipt } from './receipt.ts';

/** One article's newest revision wants a place on one channel, or a rule says no. */
export interface Plan {
  readonly article: string;
  readonly channel: string;
  /** null: retracted. */
  readonly wanted: number | null;
  readonly breaking: boolean;
  /** Epoch milliseconds; null: at once. */
  readonly dueAt: number | null;
  /** The rule that says no; null: deliver. */
  readonly skippedBy: string | null;
  /** An editor named this channel: a delivery that a rule had skipped is planned after all. */
  readonly insist: boolean;
}

/** Nothing of this article is wanted on this channel any more. */
export const planRetraction = (article: string, channel: string): Plan => ({
  ...{ article, channel, wanted: null, breaking: false, dueAt: null, skippedBy: null, insist: false },
});

export interface Planned {
  readonly plan: Plan;
  /** A lane job is needed: something differs from what is wanted. */
  readonly toDo: boolean;
  /** Milliseconds from now until the delivery may begin. */
  readonly delayMs: number;
}

export interface BeginRequest {
  readonly article: string;
  readonly channel: string;
  /** The revision that was rendered; a newer one wanted makes `begin` answer `stale`. */
  readonly revision: number;
  readonly leaseMs: number;
  readonly pace: Pace;
  readonly sought: Sought;
}

/** One attempt that was begun, and whose receipt is awaited. Times are epoch milliseconds of the Redis clock. */
export interface OpenAttempt {
  readonly operation: Operation;
  readonly fence: number;
  readonly startedAt: number;
  readonly attempt: number;
  readonly plannedAt: number;
}

/** The permission to do one operation, until its deadline. */
export interface Begun extends OpenAttempt {
  readonly kind: 'begun';
  /** What an edit or a removal acts on; null for a post. */
  readonly standing: { readonly messageId: string; readonly picture: boolean } | null;
  /** Set when an earlier post of this delivery was not found and may yet turn up: look after this message id. */
  readonly sweepFrom: string | null;
}

export type Beginning =
  | Begun
  /** Nothing to do: done already, refused, skipped, or a person is asked. */
  | { readonly kind: 'nothing' }
  /** The lane must wait: a gap between posts, or another process is in mid-send. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** This delivery is not due yet; the lane goes on without it. */
  | { readonly kind: 'early'; readonly ms: number }
  /** A newer revision is wanted than the one rendered: render again. */
  | { readonly kind: 'stale' }
  /** The last outcome is unknown: look in the channel once `ageMs` is past the settling time. */
  | Lookup;

export interface Lookup extends OpenAttempt {
  readonly kind: 'lookup';
  /** Since it was begun, or since the latest look. */
  readonly ageMs: number;
  /** How often it was looked for in vain. */
  readonly looks: number;
  readonly floor: string | null;
  readonly sought: Sought | null;
}

export type Settlement = 'settled' | 'fenced';

export interface DeliveryQuery {
  readonly states?: readonly DeliveryState[];
  readonly channels?: readonly string[];
  /** Instead of by states: what needs a lane job, because something differs from what is wanted or is not settled. */
  readonly toDo?: true;
  /** By planning; default `newest` first. */
  readonly order?: 'newest' | 'oldest';
  readonly limit: number;
}

/** The durable record of deliveries. Written before the platform is called, and after. */
export interface Ledger {
  /** Idempotent: planning the same twice changes nothing. */
  plan(plans: readonly Plan[]): Promise<readonly Planned[]>;
  /** Marks the delivery `sending` with a fencing token and a deadline, or says why not. */
  begin(request: BeginRequest): Promise<Beginning>;
  /** Writes the receipt, unless somebody else has settled this fence. A certain one also ends what was unknown. */
  settle(article: string, channel: string, fence: number, receipt: Receipt): Promise<Settlement>;
  /** Answers an unknown outcome by looking or by a person's word. */
  resolve(
    article: string,
    channel: string,
    answer:
      | {
          readonly tookEffect: true;
          readonly messageId: string | null;
          readonly link: string | null;
          /** What was found may say an earlier revision: it is brought up to date next. */
          readonly mayBeOlder?: boolean;
        }
      | { readonly tookEffect: false },
    fence?: number,
  ): Promise<'resolved' | 'not-unknown' | 'no-such-delivery'>;
  /** It was looked for in vain; the next look is due one settling time later. */
  noteLook(article: string, channel: string, fence: number): Promise<void>;
  /** Ids of the posts of this channel after `floor`, oldest first. */
  messageIds(channel: string, floor: string): Promise<readonly string[]>;
  /**
   * What stands is another post than was thought (`was`; null: none): an earlier copy that turned up. What it says is
   * brought up to date next.
   */
  adopt(article: string, channel: string, was: string | null, messageId: string, link: string | null): Promise<boolean>;
  /** What stands may have lost its newest words: the next job says them once more. */
  restate(article: string, channel: string): Promise<void>;
  /** Parks an unknown outcome until a person answers. */
  askPerson(article: string, channel: string, fence: number, cause: string): Promise<void>;
  /** Parks a post that does not stand yet for the person who posts it by hand, until `resolve` says what came of it. */
  hold(article: string, channel: string, by: string): Promise<'held' | 'not-holdable' | 'no-such-delivery'>;
  /** Plans a refused or skipped delivery again. */
  retry(article: string, channel: string): Promise<'planned' | 'not-retryable' | 'no-such-delivery'>;
  get(article: string, channel: string): Promise<Delivery | null>;
  attempts(article: string, channel: string): Promise<readonly Attempt[]>;
  list(query: DeliveryQuery): Promise<readonly Delivery[]>;
  /** Every delivery of one article on these channels. */
  ofArticle(article: string, channels: readonly string[]): Promise<readonly Delivery[]>;
  counts(channel: string): Promise<Readonly<Record<DeliveryState, number>>>;
  /** The Redis clock, epoch milliseconds. */
  now(): Promise<number>;
}
