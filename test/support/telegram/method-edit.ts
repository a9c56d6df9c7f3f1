import { type Chat, openChat, rightsIn } from './chats.ts';
import { LONGEST_CAPTION, LONGEST_TEXT } from './method-send.ts';
import { type Params, readInteger, readText } from './params.ts';
import { countSigns, prepareText } from './prepare-text.ts';
import { readFormatted, readPreview } from './read-content.ts';
import { readMarkup } from './read-markup.ts';
import { badRequest } from './refusal.ts';
import { type Content, type StoredMessage, sameContent, showMessage } from './stored-message.ts';
import { type Method, type Plan, remove, replace, seconds, type World } from './world.ts';

/** A bot may delete a message this many seconds after it was sent, and no longer. */
const DELETE_WINDOW = 172_800;

export const editMessageText: Method = (world, params) => {
  const formatted = readFormatted(params, 'text');
  const preview = readPreview(params);
  const buttons = readMarkup(params);
  const { chat, message } = openMessageToEdit(world, params);
  if (message.photo) throw badRequest('there is no text in the message to edit');
  const prepared = prepareText(formatted);
  if (prepared.text === '') throw badRequest('text must be non-empty');
  // The backend refuses what the server itself lets through on an edit: hence other words than on a send.
  if (countSigns(prepared.text) > LONGEST_TEXT) throw badRequest('MESSAGE_TOO_LONG');
  return planEdit(world, chat, message, { formatted: prepared, photo: null, preview, buttons });
};

export const editMessageCaption: Method = (world, params) => {
  const formatted = readFormatted(params, 'caption');
  const buttons = readMarkup(params);
  const { chat, message } = openMessageToEdit(world, params);
  if (!message.photo) throw badRequest('there is no caption in the message to edit');
  const prepared = prepareText(formatted);
  if (countSigns(prepared.text) > LONGEST_CAPTION) throw badRequest('MEDIA_CAPTION_TOO_LONG');
  return planEdit(world, chat, message, { formatted: prepared, photo: message.photo, preview: null, buttons });
};

export const editMessageReplyMarkup: Method = (world, params) => {
  const buttons = readMarkup(params);
  const { chat, message } = openMessageToEdit(world, params);
  return planEdit(world, chat, message, { ...message, buttons });
};

export const deleteMessage: Method = (world, params) => {
  const chat = openChat(world.chats, readText(params, 'chat_id'), 'write');
  const message = findMessage(chat, params, 'message to delete not found');
  const rights = rightsIn(chat);
  const mayDelete = rights.canDelete || (message.by === 'bot' && rights.canPost);
  if (!mayDelete || seconds(world) - message.date >= DELETE_WINDOW) throw badRequest("message can't be deleted");
  return {
    chat: null,
    commit: () => {
      remove(world, chat, message, 'bot');
      return true;
    },
  };
};

export const findMessage = (chat: Chat, params: Params, missing: string): StoredMessage => {
  const message = chat.messages.get(readMessageId(params));
  if (!message) throw badRequest(missing);
  return message;
};

export const readMessageId = (params: Params): number => {
  const id = readInteger(params, 'message_id');
  if (id <= 0) throw badRequest('message identifier is not specified');
  return id;
};

const openMessageToEdit = (world: World, params: Params): { chat: Chat; message: StoredMessage } => {
  const chat = openChat(world.chats, readText(params, 'chat_id'), 'write');
  if (chat.ghosts.has(readMessageId(params))) throw badRequest('MESSAGE_ID_INVALID');
  const message = findMessage(chat, params, 'message to edit not found');
  const rights = rightsIn(chat);
  const mine = message.by === 'bot' ? rights.canPost : chat.type === 'channel' && rights.canEdit;
  if (!mine || message.origin || message.pins !== null) throw badRequest("message can't be edited");
  return { chat, message };
};

const planEdit = (world: World, chat: Chat, message: StoredMessage, content: Content): Plan => {
  if (sameContent(message, content)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  return {
    chat,
    commit: () => {
      const edited = replace(world, chat, { ...message, ...content, editDate: seconds(world) }, 'bot');
      return showMessage(chat, edited);
    },
  };
};
