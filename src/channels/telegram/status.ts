import type { ChannelStatus } from '../../article/channel.ts';
import type { Call } from '../../deliver/channel.ts';
import type { Answer, Failure } from './classify.ts';
import type { Bot, Chat, ChatId, ChatMember } from './methods.ts';
import { remedyFor } from './receipts.ts';
import type { TelegramApi } from './telegram-api.ts';

/** Asks Telegram who the bot is, where it posts and looks for proof, and what it may do there. */
export const readStatus = async (
  api: TelegramApi,
  chat_id: ChatId,
  proofChat: ChatId | null,
  call: Call,
): Promise<ChannelStatus> => {
  const me = await api.call('getMe', {}, call);
  if (me.kind !== 'done') return statusOfFailure(me);
  const there = await readMembership(api, chat_id, me.result, call);
  if (there.kind !== 'done') return statusOfFailure(there);
  const status = judgeRights(me.result, there.result.chat, there.result.member);
  if (proofChat === null || status.state !== 'ready') return status;

  const proof = await readMembership(api, proofChat, me.result, call);
  const fault = proof.kind === 'done' ? findProofFault(proof.result, there.result.chat) : proof.words;
  return fault === null ? status : { state: 'degraded', detail: `proof chat ${proofChat}: ${fault}`, hint: proofHint };
};

interface Membership {
  readonly chat: Chat;
  readonly member: ChatMember;
}

const readMembership = async (
  api: TelegramApi,
  chat_id: ChatId,
  { id }: Bot,
  call: Call,
): Promise<Answer<Membership>> => {
  const chat = await api.call('getChat', { chat_id }, call);
  if (chat.kind !== 'done') return chat;
  const member = await api.call('getChatMember', { chat_id, user_id: id }, call);
  return member.kind === 'done' ? { kind: 'done', result: { chat: chat.result, member: member.result } } : member;
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

/** What keeps the bot from posting and deleting in the proof chat; its own messages it may delete anywhere. */
const findProofFault = ({ chat, member }: Membership, channel: Chat): string | null => {
  if (chat.id === channel.id) return 'it is the channel itself, where readers would see every look';
  const mayPost =
    chat.type === 'channel'
      ? member.can_post_messages
      : ['creator', 'administrator', 'member'].includes(member.status) || member.can_send_messages;
  return mayPost ? null : 'the bot may not post there';
};

const proofHint =
  'name a private group in accounts.telegram.proofChat and let the bot post there, so that unknown outcomes are looked up';

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
