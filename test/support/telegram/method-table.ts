import {
  answerCallbackQuery,
  deleteMyCommands,
  deleteWebhook,
  getUpdates,
  getWebhookInfo,
  sendChatAction,
  setMyCommands,
  setWebhook,
} from './method-bot.ts';
import { copyMessage, forwardMessage, pinChatMessage } from './method-copy.ts';
import { deleteMessage, editMessageCaption, editMessageReplyMarkup, editMessageText } from './method-edit.ts';
import { getChat, getChatMember, getMe } from './method-look.ts';
import { sendMessage, sendPhoto } from './method-send.ts';
import type { Method } from './world.ts';

export interface MethodEntry {
  readonly name: string;
  readonly run: Method;
  /** The parameters that Bot API 10.1 documents and this stand-in acts on or may ignore. */
  readonly params: ReadonlySet<string>;
}

const FORMAT = 'parse_mode';
const SEND =
  'chat_id disable_notification protect_content allow_paid_broadcast message_effect_id reply_parameters reply_markup message_thread_id';
const EDIT = 'chat_id message_id reply_markup';
const COPY = 'chat_id from_chat_id message_id disable_notification protect_content message_thread_id';

const ROWS: readonly (readonly [name: string, run: Method, params: string])[] = [
  ['getMe', getMe, ''],
  ['getChat', getChat, 'chat_id'],
  ['getChatMember', getChatMember, 'chat_id user_id'],
  ['sendMessage', sendMessage, `${SEND} ${FORMAT} text entities link_preview_options`],
  ['sendPhoto', sendPhoto, `${SEND} ${FORMAT} photo caption caption_entities show_caption_above_media has_spoiler`],
  ['editMessageText', editMessageText, `${EDIT} ${FORMAT} text entities link_preview_options`],
  ['editMessageCaption', editMessageCaption, `${EDIT} ${FORMAT} caption caption_entities show_caption_above_media`],
  ['editMessageReplyMarkup', editMessageReplyMarkup, EDIT],
  ['deleteMessage', deleteMessage, 'chat_id message_id'],
  ['forwardMessage', forwardMessage, COPY],
  ['copyMessage', copyMessage, `${COPY} ${FORMAT} caption caption_entities show_caption_above_media reply_markup`],
  ['pinChatMessage', pinChatMessage, 'chat_id message_id disable_notification'],
  ['getUpdates', getUpdates, 'offset limit timeout allowed_updates'],
  ['answerCallbackQuery', answerCallbackQuery, 'callback_query_id text show_alert url cache_time'],
  ['setMyCommands', setMyCommands, 'commands scope language_code'],
  ['deleteMyCommands', deleteMyCommands, 'scope language_code'],
  ['setWebhook', setWebhook, 'url ip_address max_connections allowed_updates drop_pending_updates secret_token'],
  ['deleteWebhook', deleteWebhook, 'drop_pending_updates'],
  ['getWebhookInfo', getWebhookInfo, ''],
  ['sendChatAction', sendChatAction, 'chat_id action message_thread_id'],
];

const TABLE: ReadonlyMap<string, MethodEntry> = new Map(
  ROWS.map(([name, run, params]) => [name.toLowerCase(), { name, run, params: new Set(params.split(' ')) }]),
);

/** Method names are not case-sensitive. */
export const findMethod = (name: string): MethodEntry | undefined => TABLE.get(name.toLowerCase());
