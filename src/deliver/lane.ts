import type { ChannelConfig } from '../article/channel.ts';
import type { Channel } from './channel.ts';

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
}
