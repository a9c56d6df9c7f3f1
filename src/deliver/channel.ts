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
}

/** What a look into the channel itself showed, after an unknown outcome. */
export type Finding =
  | { readonly kind: 'found'; readonly messageId: string; readonly link: string | null }
  /** Proved: it is not there. */
  | { readonly kind: 'absent' }
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
  /** Looks for a post that may or may not have appeared since `since` (epoch milliseconds). */
  find(message: Message, since: number, call: Call): Promise<Finding>;
  status(call: Call): Promise<ChannelStatus>;
}
