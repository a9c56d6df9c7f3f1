import type { ChannelStatus } from '../../article/channel.ts';
import type { Call } from '../../deliver/channel.ts';
import type { Failure } from './classify.ts';
import type { Bot, Chat, ChatId, ChatMember } from './methods.ts';
import { remedyFor } from './receipts.ts';
import type { TelegramApi } from './telegram-api.ts';

/** Asks Telegram who the bot is, where it posts, and what it may do there. */
export const readStatus = async (api: TelegramApi, chat_id: ChatId, call: Call): Promise<ChannelStatus> => {
  const me = await api.call('getMe', {}, call);
  if (me.kind !== 'done') return statusOfFailure(me);
  const chat = await api.call('getChat', { chat_id }, call);
  if (chat.kind !== 'done') return statusOfFailure(chat);
  const member = await api.call('getChatMember', { chat_id, user_id: me.result.id }, call);
  if (member.kind !== 'done') return statusOfFailure(member);
  return judgeRights(me.result, chat.result, member.result);
};

const judgeRights = (bot: Bot, chat: Chat, member: ChatMember): ChannelStatus => {
  const who = `@${bot.username ?? bot.id}`;
  const where = chat.title ?? chat.username ?? String(chat.id);
  if (chat.type !== 'channel')
    return { state: 'degraded', detail: `${where} is a ${chat.type}`, hint: 'name a channel as the target' };
  if (!member.can_post_messages)
    return { state: 'down', detail: `${who} may not post in ${where}`, hint: `make it an administrator who ${may}` };
  if (!member.can_edit_messages || !member.can_delete_messages)
    return {
      state: 'degraded',
      detail: `${who} may post in ${where}, but not ${member.can_edit_messages ? 'delete' : 'edit'}`,
      hint: `make it an administrator who ${may}, so that corrections and retractions reach readers`,
    };
  return { state: 'ready', detail: `${who} may post, edit and delete in ${where}`, hint: null };
};

const may = 'may post, edit and delete messages';

const statusOfFailure = (failure: Failure): ChannelStatus => {
  switch (failure.kind) {
    case 'definite':
      return { state: 'down', detail: failure.words, hint: remedyFor(failure.words) };
    case 'retry-after':
      return { state: 'degraded', detail: failure.words, hint: `Telegram asks to wait ${failure.seconds} s` };
    case 'not-sent':
    case 'unknown':
      return { state: 'down', detail: failure.words, hint: 'check the network and apiRoot of the telegram account' };
  }
};
