import type { Method } from './methods.ts';
import type { TelegramApi } from './telegram-api.ts';
import { type TakeTurn, waitForTurn } from './turns.ts';

/** Looking is free. */
const changing: ReadonlySet<Method> = new Set([
  'sendMessage',
  'sendPhoto',
  'editMessageText',
  'editMessageCaption',
  'deleteMessage',
  'forwardMessage',
  'copyMessage',
]);

/**
 * What changes something waits for its turn before it leaves, at most `longestWaitMs`: a claim in the ledger ends soon
 * after the call, so a request that would leave late does not leave.
 */
export const holdBack = (api: TelegramApi, takeTurn: TakeTurn, longestWaitMs: number): TelegramApi => ({
  call: async (method, params, options) => {
    const held = changing.has(method) ? await waitForTurn(takeTurn, options.signal, longestWaitMs) : null;
    return held ?? api.call(method, params, options);
  },
});
