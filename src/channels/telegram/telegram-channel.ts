import type { ChannelConfig } from '../../article/channel.ts';
import type { Message, Picture } from '../../article/post.ts';
import type { Receipt } from '../../article/receipt.ts';
import type { Call, Channel, Posted } from '../../deliver/channel.ts';
import { type Answer, saysNo } from './classify.ts';
import { findPost } from './find-post.ts';
import { isPublicAddress, linkToPost } from './links.ts';
import type { ChatId, Methods, Sent, Upload } from './methods.ts';
import type { Proof } from './probe.ts';
import { type Attempted, receiptOfFailure } from './receipts.ts';
import { readStatus } from './status.ts';
import type { TelegramApi } from './telegram-api.ts';

type ButtonParams = Pick<Methods['sendMessage']['params'], 'reply_markup'>;

/** A Telegram channel in which a bot posts. */
export const createTelegramChannel = ({
  config,
  api,
  proof,
}: {
  readonly config: ChannelConfig;
  readonly api: TelegramApi;
  /** Null: unknown outcomes are for a person. */
  readonly proof: Proof | null;
}): Channel => {
  const chat_id = readTarget(config);

  const buttonFor = ({ link }: Message): ButtonParams =>
    config.button !== null && isPublicAddress(link)
      ? { reply_markup: { inline_keyboard: [[{ text: config.button, url: link }]] } }
      : {};

  const send = async (message: Message, call: Call): Promise<Receipt> => {
    const common = { chat_id, disable_notification: config.silent, ...buttonFor(message) };
    const { picture } = message;
    const answer = picture
      ? await api.call('sendPhoto', { ...common, ...captionOf(message), photo: uploadOf(picture) }, call)
      : await api.call('sendMessage', { ...common, ...textOf(message) }, call);
    return receiptOf(answer, picture ? 'picture' : 'text', picture !== null);
  };

  /** Whether a post has a picture is a guess where it was found by its link, so Telegram's word counts more. */
  const change = async (posted: Posted, text: TextParams, buttons: ButtonParams, call: Call): Promise<Changed> => {
    const common = { chat_id, message_id: Number(posted.messageId), ...buttons };
    const write = (picture: boolean): Promise<Answer<Sent>> =>
      picture
        ? api.call('editMessageCaption', { ...common, caption: text.text, parse_mode: 'HTML' }, call)
        : api.call('editMessageText', { ...common, ...text }, call);
    const answer = await write(posted.picture);
    if (!isOtherMedium(answer)) return { answer, posted };
    return { answer: await write(!posted.picture), posted: { ...posted, picture: !posted.picture } };
  };

  return {
    id: config.id,
    looks: 'telegram',
    send,
    edit: async (asked, message, call) => {
      const { answer, posted } = await change(asked, textOf(message), buttonFor(message), call);
      return isUnchanged(answer) ? accepted(posted) : receiptOf(answer, 'edit', posted.picture);
    },
    remove: async (posted, notice, call) => {
      const deleted = await api.call('deleteMessage', { chat_id, message_id: Number(posted.messageId) }, call);
      if (deleted.kind === 'done') return accepted(posted);
      if (isGone(deleted)) return accepted(posted, 'it was already gone');
      if (!isUndeletable(deleted)) return receiptOfFailure(deleted, 'removal');

      const bare = { ...textOf(notice), link_preview_options: { is_disabled: true } } as const;
      const { answer } = await change(posted, bare, {}, call);
      if (isGone(answer)) return accepted(posted, 'it was already gone');
      if (answer.kind !== 'done' && !isUnchanged(answer)) return receiptOfFailure(answer, 'removal');
      return accepted(posted, 'Telegram no longer lets it be deleted, so a notice replaced its text');
    },
    find: (message, search, call) => findPost({ api, chat_id, proof }, message, search, call),
    status: (call) => readStatus(api, chat_id, proof?.chat ?? null, call),
  };
};

interface Changed {
  readonly answer: Answer<Sent>;
  readonly posted: Posted;
}

type TextParams = Pick<Methods['sendMessage']['params'], 'text' | 'parse_mode' | 'link_preview_options'>;

const textOf = ({ text, link }: Message): TextParams => ({
  text,
  parse_mode: 'HTML',
  link_preview_options: isPublicAddress(link) ? { url: link, prefer_large_media: true } : { is_disabled: true },
});

const captionOf = ({ text }: Message) => ({ caption: text, parse_mode: 'HTML' }) as const;

/** Telegram knows pictures by their extension first, and not WebP's; what they are it reads from the bytes. */
const extensions: Readonly<Record<Picture['type'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'jpg',
};

const uploadOf = ({ bytes, type }: Picture): Upload => ({ bytes, filename: `picture.${extensions[type]}` });

const readTarget = ({ id, target }: ChannelConfig): ChatId => {
  if (target === null) throw new Error(`the telegram channel ${id} has no target`);
  return /^-?\d+$/.test(target) ? Number(target) : target;
};

const receiptOf = (answer: Answer<Sent>, attempted: Attempted, picture: boolean): Receipt => {
  if (answer.kind !== 'done') return receiptOfFailure(answer, attempted);
  const { message_id, chat } = answer.result;
  return { outcome: 'accepted', messageId: String(message_id), link: linkToPost(chat, message_id), picture };
};

/** Where the platform says no more than yes, the link known from before still holds. */
const accepted = ({ messageId, picture }: Posted, note?: string): Receipt => ({
  outcome: 'accepted',
  messageId,
  link: null,
  picture,
  ...(note ? { note } : {}),
});

const isOtherMedium = (answer: Answer<unknown>): boolean => saysNo(answer, /there is no (text|caption) in the message/);
const isUnchanged = (answer: Answer<unknown>): boolean => saysNo(answer, /message is not modified/);
const isGone = (answer: Answer<unknown>): boolean => saysNo(answer, /message to (delete|edit) not found/);
/** A bot's own post can be deleted for 48 hours, edited for ever. */
const isUndeletable = (answer: Answer<unknown>): boolean =>
  saysNo(answer, /message can't be deleted|MESSAGE_DELETE_FORBIDDEN/);
