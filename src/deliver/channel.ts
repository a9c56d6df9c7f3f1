import type { ChannelStatus } from '../article/channel.ts';
import type { Looks, Message } from '../article/post.ts';
import type { Receipt } from '../article/receipt.ts';

/** What stands on the channel. */
export interface Posted {
  readonly messageId: string;
  /** True: a picture with a caption. False: a text. An edit cannot change the one into the other. */
  readonly picture: boolean;
}

export interface Call {
  /** Aborted when the attempt's deadline passes or the process must stop. */
  readonly signal: AbortSignal;
  /** Names this attempt, for platforms where the sender may choose the id of a post. */
  readonly attempt?: string;
}

/** Where to look for a post. Message ids grow on a channel. */
export interface Search {
  /** Epoch milliseconds: it cannot have appeared before. */
  readonly since: number;
  /** The newest message id known to exist before it was sent; null: none is known. */
  readonly floor: string | null;
  /** Message ids after the floor that belong to posts we know: these are not looked at. */
  readonly known: readonly string[];
  /** The attempts of this post, as `Call.attempt` named them. */
  readonly attempts?: readonly string[];
  /** What earlier attempts said that were not found, if it was something else. */
  readonly earlier?: readonly Message[];
}

/** What a look into the channel itself showed, after an unknown outcome. */
export type Finding =
  | { readonly kind: 'found'; readonly messageId: string; readonly link: string | null }
  /** It is not there now. A post that was accepted late may still appear, so one look is no proof. */
  | { readonly kind: 'absent' }
  /** The platform asks to wait before the next look. */
  | { readonly kind: 'later'; readonly retryAfterMs: number; readonly cause: string }
  | { readonly kind: 'cannot-tell'; readonly cause: string };

/**
 * One destination. Expected failure is a Receipt, never an exception.
 * Every adapter passes the same suite, `runChannelContract`.
 */
export interface Channel {
  readonly id: string;
  readonly looks: Looks;
  send(message: Message, call: Call): Promise<Receipt>;
  edit(posted: Posted, message: Message, call: Call): Promise<Receipt>;
  /** Takes the post back; where the platform no longer allows it, replaces its text by `notice`. */
  remove(posted: Posted, notice: Message, call: Call): Promise<Receipt>;
  /** Looks for a post that may or may not have appeared. */
  find(message: Message, search: Search, call: Call): Promise<Finding>;
  status(call: Call): Promise<ChannelStatus>;
}
