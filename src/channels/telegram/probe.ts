import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from '../../deliver/channel.ts';
import { type Answer, type Failure, saysNo } from './classify.ts';
import type { Chat, ChatId, Methods, SeenMessage } from './methods.ts';
import type { TelegramApi } from './telegram-api.ts';
import { type TakeTurn, waitForTurn } from './turns.ts';

/** Where the bot can read what stands in a channel: it forwards the posts there, and deletes the copies at once. */
export interface Proof {
  readonly chat: ChatId;
  readonly takeTurn: TakeTurn;
}

/** What stands under one message id. */
export type Probed =
  /** `original`: it was forwarded from where it stands, so `forward_origin` tells when and where that is. */
  | { readonly kind: 'post'; readonly seen: SeenMessage; readonly original: boolean }
  /** Something that is no post, such as the notice that one was pinned. */
  | { readonly kind: 'no-post' }
  | { readonly kind: 'hole' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Probe = (messageId: number) => Promise<Probed>;

const longestTurnMs = 10 * 60_000;
const shortWaitSeconds = 10;
const mostTries = 3;
const discardWithinMs = 5_000;

/** Reads what bots are not shown: https://core.telegram.org/bots/api has no method for it, but a forward says it all. */
export const createProbe = (api: TelegramApi, { chat, takeTurn }: Proof, source: Chat, { signal }: Call): Probe => {
  const transfer = async <M extends 'forwardMessage' | 'copyMessage'>(
    method: M,
    from: ChatId,
    message_id: number,
  ): Promise<Answer<Methods[M]['result']>> => {
    for (let tries = 1; ; tries += 1) {
      const held = await waitForTurn(takeTurn, signal, longestTurnMs);
      if (held) return held;
      const params = { chat_id: chat, from_chat_id: from, message_id, disable_notification: true };
      const answer = await api.call(method, params, { signal });
      if (answer.kind !== 'retry-after' || answer.seconds > shortWaitSeconds || tries === mostTries) return answer;
      // Stopped meanwhile, the next call says so.
      await delay(answer.seconds * 1_000, undefined, { signal }).catch(() => undefined);
    }
  };

  /** Of a copy that stays behind nobody takes harm. */
  const discard = async (message_id: number): Promise<void> => {
    await api.call('deleteMessage', { chat_id: chat, message_id }, { signal: AbortSignal.timeout(discardWithinMs) });
  };

  /** A copy comes out where a forward does not, but only a forward of that copy shows it. */
  const probeByCopy: Probe = async (messageId) => {
    const copied = await transfer('copyMessage', source.id, messageId);
    if (isHole(copied)) return { kind: 'hole' };
    if (saysNo(copied, /message can't be copied/)) return { kind: 'no-post' };
    if (copied.kind !== 'done') return { kind: 'failed', failure: copied };
    const shown = await transfer('forwardMessage', chat, copied.result.message_id);
    await discard(copied.result.message_id);
    if (shown.kind !== 'done') return { kind: 'failed', failure: shown };
    await discard(shown.result.message_id);
    return { kind: 'post', seen: shown.result, original: false };
  };

  return async (messageId) => {
    if (source.has_protected_content) return probeByCopy(messageId);
    const forwarded = await transfer('forwardMessage', source.id, messageId);
    if (isHole(forwarded)) return { kind: 'hole' };
    if (saysNo(forwarded, /message can't be forwarded|protected content/)) return probeByCopy(messageId);
    if (forwarded.kind !== 'done') return { kind: 'failed', failure: forwarded };
    await discard(forwarded.result.message_id);
    return { kind: 'post', seen: forwarded.result, original: true };
  };
};

/** The last two: the Bot API server still remembers a message that somebody has deleted. */
const isHole = (answer: Answer<unknown>): boolean =>
  saysNo(answer, /message to (forward|copy) not found|message was not forwarded|MESSAGE_ID_INVALID/);
