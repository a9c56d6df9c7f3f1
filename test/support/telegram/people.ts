import { randomUUID } from 'node:crypto';
import { type Chat, rightsIn, showChat } from './chats.ts';
import { showMembership } from './method-look.ts';
import { parseHtml } from './parse-html.ts';
import type { BotApi, BotRights } from './port.ts';
import { type Formatted, prepareText } from './prepare-text.ts';
import { seePost, showMessage } from './stored-message.ts';
import { post, remove, replace, seconds, type World } from './world.ts';

type People = Pick<
  BotApi,
  'setRights' | 'rename' | 'posts' | 'history' | 'postAsHuman' | 'editAsHuman' | 'deleteAsHuman' | 'press' | 'answerTo'
>;

/** What people do in Telegram's own app, and what they see there. */
export const createPeople = (world: World): People => {
  const { chats, updates, callbacks } = world;
  const kindOf = (chat: Chat): string => (chat.type === 'channel' ? 'channel_post' : 'message');

  return {
    posts: (ref) => [...chats.need(ref).messages.values()].filter((each) => each.pins === null).map(seePost),
    history: (ref) => chats.need(ref).events,
    rename: (ref, username) => {
      chats.need(ref).username = username?.replace(/^@/, '');
    },
    setRights: (ref, rights) => changeRights(world, chats.need(ref), rights),
    postAsHuman: (ref, text) => {
      const chat = chats.need(ref);
      const message = post(world, chat, { formatted: readHuman(text), by: 'human', author: authorOf(chat) });
      if (rightsIn(chat).member) updates.push(kindOf(chat), showMessage(chat, message));
      return message.id;
    },
    editAsHuman: (ref, id, text) => {
      const chat = chats.need(ref);
      const old = needMessage(chat, id);
      const edited = replace(world, chat, { ...old, formatted: readHuman(text), editDate: seconds(world) }, 'human');
      // Bots are not told of edits of their own posts.
      if (old.by === 'human' && rightsIn(chat).member)
        updates.push(`edited_${kindOf(chat)}`, showMessage(chat, edited));
    },
    deleteAsHuman: (ref, id) => {
      const chat = chats.need(ref);
      const message = needMessage(chat, id);
      remove(world, chat, message, 'human');
      chat.ghosts.set(id, message);
    },
    press: (ref, id, data, by) => {
      const chat = chats.need(ref);
      const message = chat.messages.get(id);
      const query = randomUUID();
      callbacks.set(query, { at: world.clock.now(), answer: null });
      updates.push('callback_query', {
        id: query,
        from: showPerson(chats.need(by)),
        message: message ? showMessage(chat, message) : { chat: showChat(chat), message_id: id, date: 0 },
        chat_instance: String(chat.id),
        data,
      });
      return query;
    },
    answerTo: (query) => callbacks.get(query)?.answer ?? null,
  };
};

const changeRights = (world: World, chat: Chat, rights: BotRights): void => {
  const before = showMembership(world, chat);
  chat.bot = rights;
  world.updates.push('my_chat_member', {
    chat: showChat(chat),
    from: { id: 777_000, is_bot: false, first_name: 'Owner' },
    date: seconds(world),
    old_chat_member: before,
    new_chat_member: showMembership(world, chat),
  });
};

const readHuman = (html: string): Formatted => {
  const parsed = parseHtml(html);
  if ('fault' in parsed) throw new Error(`the test's own text is wrong: ${parsed.fault}`);
  return prepareText(parsed);
};

const needMessage = (chat: Chat, id: number): NonNullable<ReturnType<Chat['messages']['get']>> => {
  const message = chat.messages.get(id);
  if (!message) throw new Error(`there is no message ${id} in ${chat.title}`);
  return message;
};

const showPerson = (chat: Chat): Readonly<Record<string, unknown>> => ({
  id: chat.id,
  is_bot: false,
  first_name: chat.title,
  ...(chat.username === undefined ? {} : { username: chat.username }),
});

/** Channels show no author; in groups the stand-in's people are anonymous administrators. */
const authorOf = (chat: Chat): Readonly<Record<string, unknown>> | null => {
  if (chat.type === 'private') return showPerson(chat);
  return chat.type === 'channel'
    ? null
    : { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
};
