import { startBotApi } from '../support/telegram/bot-api.ts';
import type { Fault } from '../support/telegram/faults.ts';
import type { ApiRequest, BotApi } from '../support/telegram/port.ts';
import { readMark } from './articles.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { type ChatOf, proofChat } from './house-file.ts';
import type { Seen } from './judge.ts';
import { type ScriptedFaults, slowAnswers } from './script-faults.ts';

const changing: ReadonlySet<string> = new Set(['sendMessage', 'sendPhoto', 'editMessageText', 'deleteMessage']);

/** What a request posts, edits or removes. */
export const isChange = ({ method }: ApiRequest): boolean => changing.has(method);

/** No fault at all: the answers of the stand-in take a moment. */
export const isSlowOnly = (fault: Fault): boolean => slowAnswers.includes(fault);

/** The stand-in of Telegram with our channels, and with the faults of the script. */
export const startStage = async (
  { seed }: ChaosOptions,
  chats: readonly ChatOf[],
  { orders }: ScriptedFaults,
): Promise<BotApi> => {
  const api = await startBotApi({ keep: 1_000_000 });
  for (const { chat, channel } of chats) api.addChannel({ id: chat, title: channel });
  api.addChannel({ id: proofChat, title: 'Proofs', type: 'supergroup' });
  api.faults.plan({ seed, share: 1, kinds: slowAnswers });
  for (const order of orders) api.faults.order(order);
  return api;
};

/** How many articles have appeared on the channels together. */
export const countAppeared = (api: BotApi, chats: readonly ChatOf[]): number =>
  chats.reduce((sum, { chat }) => sum + api.history(chat).filter(({ kind }) => kind === 'posted').length, 0);

/** True once everything that was accepted late was carried out, or refused by then. */
export const nothingIsLate = (api: BotApi): boolean => api.faults.pending === 0;

export const seeChannels = (api: BotApi, chats: readonly ChatOf[]): readonly Seen[] =>
  chats.map(({ channel, chat }) => ({
    channel,
    standing: marksOf(api.posts(chat)),
    appeared: marksOf(api.history(chat).filter(({ kind }) => kind === 'posted')),
  }));

const marksOf = (posts: readonly { readonly text: string }[]) =>
  posts.map(({ text }) => {
    const mark = readMark(text);
    if (!mark) throw new Error(`a post that nobody wrote: ${text}`);
    return mark;
  });
