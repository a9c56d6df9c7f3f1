import { type Chat, openChatToPost } from './chats.ts';
import { hasParam, isRecord, type Params, readFlag, readInteger, readJson, readText } from './params.ts';
import { countSigns, type Formatted, prepareText } from './prepare-text.ts';
import { readFormatted, readPreview } from './read-content.ts';
import { readMarkup } from './read-markup.ts';
import { badRequest } from './refusal.ts';
import { type Content, showMessage } from './stored-message.ts';
import { authorFor, type Method, type Plan, post, type World } from './world.ts';

export const LONGEST_TEXT = 4096;
export const LONGEST_CAPTION = 1024;

export const sendMessage: Method = (world, params) => {
  const formatted = readFormatted(params, 'text');
  const preview = readPreview(params);
  const buttons = readMarkup(params);
  const chat = openChatToPost(world.chats, readText(params, 'chat_id'));
  checkReply(chat, params);
  return planPost(world, params, chat, () => ({
    formatted: prepareMessageText(formatted),
    photo: null,
    preview,
    buttons,
  }));
};

export const sendPhoto: Method = (world, params) => {
  const input = world.photos.read(params);
  const formatted = readFormatted(params, 'caption');
  const buttons = readMarkup(params);
  const chat = openChatToPost(world.chats, readText(params, 'chat_id'));
  checkReply(chat, params);
  const caption = prepareCaption(formatted);
  return planPost(world, params, chat, () => ({
    formatted: caption,
    photo: world.photos.resolve(input),
    preview: null,
    buttons,
  }));
};

/** The content is made before anything is posted, so that every refusal comes first. */
const planPost = (world: World, params: Params, chat: Chat, makeContent: () => Content): Plan => {
  const content = makeContent();
  return {
    chat,
    commit: () => {
      const message = post(world, chat, {
        ...content,
        by: 'bot',
        author: authorFor(world, chat),
        silent: readFlag(params, 'disable_notification'),
        protected: readFlag(params, 'protect_content'),
      });
      return showMessage(chat, message);
    },
  };
};

const prepareMessageText = (formatted: Formatted): Formatted => {
  const prepared = prepareText(formatted);
  if (prepared.text === '') throw badRequest('text must be non-empty');
  if (countSigns(prepared.text) > LONGEST_TEXT) throw badRequest('message is too long');
  return prepared;
};

export const prepareCaption = (formatted: Formatted): Formatted => {
  const prepared = prepareText(formatted);
  if (countSigns(prepared.text) > LONGEST_CAPTION) throw badRequest('message caption is too long');
  return prepared;
};

const checkReply = (chat: Chat, params: Params): void => {
  if (!hasParam(params, 'reply_parameters')) return;
  const reply = readJson(params, 'reply_parameters', 'reply parameters');
  if (!isRecord(reply)) throw badRequest('object expected as reply parameters');
  const replied = readInteger({ values: reply, files: params.files }, 'message_id');
  if (!chat.messages.has(replied) && reply.allow_sending_without_reply !== true) {
    throw badRequest('message to be replied not found');
  }
};
