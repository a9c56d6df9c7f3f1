import { type Chat, openChat, openChatToPost, rightsIn } from './chats.ts';
import { findMessage, readMessageId } from './method-edit.ts';
import { prepareCaption } from './method-send.ts';
import { hasParam, type Params, readFlag, readText } from './params.ts';
import { readFormatted } from './read-content.ts';
import { readMarkup } from './read-markup.ts';
import { badRequest } from './refusal.ts';
import { type Content, type StoredMessage, showMessage } from './stored-message.ts';
import { authorFor, type Method, post, type World } from './world.ts';

export const forwardMessage: Method = (world, params) => {
  const { source, message } = openSource(world, params, 'forward');
  const chat = openChatToPost(world.chats, readText(params, 'chat_id'));
  if (message.pins !== null) throw badRequest("the message can't be forwarded");
  if (message.protected || source.protected) throw badRequest("message has protected content and can't be forwarded");
  refuseGhost(source, message);
  const origin = message.origin ?? { chat: source, messageId: message.id, date: message.date };
  return {
    chat,
    commit: () => showMessage(chat, postCopy(world, params, chat, { ...message, origin })),
  };
};

/** Unlike a forward, a copy by a bot also comes out of a chat that protects its content. */
export const copyMessage: Method = (world, params) => {
  const caption = hasParam(params, 'caption') ? readFormatted(params, 'caption') : null;
  const buttons = readMarkup(params);
  const { source, message } = openSource(world, params, 'copy');
  const chat = openChatToPost(world.chats, readText(params, 'chat_id'));
  if (message.pins !== null) throw badRequest("the message can't be copied");
  refuseGhost(source, message);
  const formatted = message.photo && caption ? prepareCaption(caption) : message.formatted;
  return {
    chat,
    commit: () => ({ message_id: postCopy(world, params, chat, { ...message, formatted, buttons, origin: null }).id }),
  };
};

/** The source is looked up before the target: a copy without `chat_id` tells whether a message exists. */
const openSource = (world: World, params: Params, verb: string): { source: Chat; message: StoredMessage } => {
  const source = openChat(world.chats, readText(params, 'from_chat_id'), 'read');
  const ghost = source.ghosts.get(readMessageId(params));
  return { source, message: ghost ?? findMessage(source, params, `message to ${verb} not found`) };
};

/** What people deleted the server still believes in, and the backend does not. */
const refuseGhost = (source: Chat, message: StoredMessage): void => {
  if (source.ghosts.has(message.id)) throw badRequest('MESSAGE_ID_INVALID');
};

const postCopy = (
  world: World,
  params: Params,
  chat: Chat,
  { formatted, photo, preview, buttons, origin }: Content & Pick<StoredMessage, 'origin'>,
): StoredMessage =>
  post(world, chat, {
    formatted,
    photo,
    preview,
    buttons,
    origin,
    by: 'bot',
    author: authorFor(world, chat),
    silent: readFlag(params, 'disable_notification'),
    protected: readFlag(params, 'protect_content'),
  });

export const pinChatMessage: Method = (world, params) => {
  const chat = openChat(world.chats, readText(params, 'chat_id'), 'write');
  const message = findMessage(chat, params, 'message to pin not found');
  if (!rightsIn(chat).canEdit) throw badRequest('not enough rights to manage pinned messages in the chat');
  return {
    chat,
    commit: () => {
      chat.pinned = message.id;
      post(world, chat, {
        formatted: { text: '', entities: [] },
        by: 'bot',
        author: authorFor(world, chat),
        pins: message.id,
        silent: readFlag(params, 'disable_notification'),
      });
      return true;
    },
  };
};
