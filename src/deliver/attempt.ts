import type { Begun, OpenAttempt, Settlement } from '../article/ledger.ts';
import type { Message } from '../article/post.ts';
import type { Receipt } from '../article/receipt.ts';
import { callWithin } from './call-within.ts';
import type { Channel } from './channel.ts';

export interface AttemptRequest {
  readonly channel: Channel;
  readonly begun: Begun;
  /** The post, or the notice that stands in for a post taken back. */
  readonly message: Message;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

export interface Attempted {
  readonly article: string;
  readonly channel: string;
  readonly begun: OpenAttempt;
  readonly tookMs: number;
}

/** The fifth step: the receipt goes into the ledger, then into metrics, log and live view. */
export type RecordReceipt = (attempted: Attempted, receipt: Receipt) => Promise<Settlement>;

/** Fences are unique on a channel. */
export const nameAttempt = (fence: number): string => `f${fence}`;

/** One call of the platform. Whatever an adapter throws, nobody can tell whether it took effect. */
export const attempt = async ({ channel, begun, message, signal, timeoutMs }: AttemptRequest): Promise<Receipt> => {
  try {
    return await callWithin(timeoutMs, signal, async (ending) => {
      const call = { signal: ending, attempt: nameAttempt(begun.fence) };
      if (!begun.standing) return channel.send(message, call);
      if (begun.operation === 'remove') return channel.remove(begun.standing, message, call);
      return channel.edit(begun.standing, message, call);
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : 'not an error';
    return { outcome: 'unknown', cause: `a fault of the ${channel.id} adapter: ${words}` };
  }
};
