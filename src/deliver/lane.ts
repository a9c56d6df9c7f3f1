import type { ChannelConfig } from '../article/channel.ts';
import type { Looks, Message, Post } from '../article/post.ts';
import type { Wording } from '../article/wording.ts';
import type { Channel } from './channel.ts';

/** Puts a post into the words of a channel; `picture`: as the caption of one. */
export type Render = (
  post: Post,
  looks: Looks,
  options: { readonly picture: boolean; readonly wording: Wording },
) => Message;

/** One channel as its lane runs it. Times in milliseconds. */
export interface Lane {
  readonly config: ChannelConfig;
  readonly channel: Channel;
  readonly timing: Timing;
}

/** `upload`: for posts with a picture. */
export interface Timing {
  readonly timeoutMs: number;
  readonly uploadTimeoutMs: number;
  /** The wait before an unknown outcome is looked up. */
  readonly settleMs: number;
  readonly uploadSettleMs: number;
  /** How long the platform may answer that something is wrong with it before a post is given up. */
  readonly patienceMs: number;
}
