import type { BotRights, ChannelSetup, ChatEvent, ChatRef, Person } from './port.ts';
import { badRequest, forbidden } from './refusal.ts';
import type { StoredMessage } from './stored-message.ts';

export interface Rights {
  readonly member: boolean;
  readonly canPost: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
}

export interface Chat {
  readonly id: number;
  readonly type: 'channel' | 'supergroup' | 'private';
  username: string | undefined;
  readonly title: string;
  readonly protected: boolean;
  readonly person: Person | null;
  bot: BotRights;
  lastId: number;
  readonly messages: Map<number, StoredMessage>;
  /** Deleted by people, which bots are not told: the server still believes in these. */
  readonly ghosts: Map<number, StoredMessage>;
  readonly events: ChatEvent[];
  pinned: number | null;
}

export interface Chats {
  add(chat: Chat): void;
  /** Undefined when nothing has this id or public name. */
  get(ref: ChatRef): Chat | undefined;
  /** For the test itself: an unknown chat is a mistake in the test. */
  need(ref: ChatRef): Chat;
}

const ADMINISTRATOR: Rights = { member: true, canPost: true, canEdit: true, canDelete: true };
const STRANGER: Rights = { member: false, canPost: false, canEdit: false, canDelete: false };

export const createChats = (): Chats => {
  const byId = new Map<number, Chat>();
  const get = (ref: ChatRef): Chat | undefined => {
    const id = typeof ref === 'number' ? ref : /^-?\d+$/.test(ref) ? Number(ref) : null;
    if (id !== null) return byId.get(id);
    const name = String(ref).toLowerCase();
    return [...byId.values()].find((chat) => chat.username !== undefined && `@${chat.username.toLowerCase()}` === name);
  };
  return {
    get,
    add: (chat) => byId.set(chat.id, chat),
    need: (ref) => {
      const chat = get(ref);
      if (!chat) throw new Error(`the stand-in has no chat ${ref}: add it first`);
      return chat;
    },
  };
};

export const newChannel = (setup: ChannelSetup): Chat => ({
  ...emptyChat(),
  id: setup.id,
  type: setup.type ?? 'channel',
  username: setup.username?.replace(/^@/, ''),
  title: setup.title ?? setup.username ?? `Channel ${setup.id}`,
  protected: setup.protected ?? false,
  person: null,
  bot: setup.bot ?? ADMINISTRATOR,
});

export const newPrivateChat = (person: Person): Chat => ({
  ...emptyChat(),
  id: person.id,
  type: 'private',
  username: person.username,
  title: person.firstName,
  protected: false,
  person,
  bot: ADMINISTRATOR,
});

const emptyChat = (): Pick<Chat, 'lastId' | 'messages' | 'ghosts' | 'events' | 'pinned'> => ({
  lastId: 1,
  messages: new Map(),
  ghosts: new Map(),
  events: [],
  pinned: null,
});

export const rightsIn = (chat: Chat): Rights => (typeof chat.bot === 'string' ? STRANGER : chat.bot);

/** The chat that a request names, if the bot may at least read it. */
export const openChat = (chats: Chats, ref: string, use: 'read' | 'write'): Chat => {
  if (ref === '') throw badRequest('chat_id is empty');
  const chat = chats.get(ref);
  if (!chat) throw badRequest('chat not found');
  if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (!rightsIn(chat).member) {
    if (chat.username === undefined) throw badRequest('chat not found');
    if (use === 'write') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  }
  if (use === 'write' && chat.person?.blocked) throw forbidden('bot was blocked by the user');
  return chat;
};

/** The chat that a request wants to post in. */
export const openChatToPost = (chats: Chats, ref: string): Chat => {
  const chat = openChat(chats, ref, 'write');
  if (rightsIn(chat).canPost) return chat;
  throw badRequest(
    chat.type === 'channel'
      ? 'need administrator rights in the channel chat'
      : 'not enough rights to send text messages to the chat',
  );
};

/** A chat as it stands in every message. */
export const showChat = (chat: Chat): Readonly<Record<string, unknown>> => ({
  id: chat.id,
  ...(chat.person ? { first_name: chat.person.firstName } : { title: chat.title }),
  ...(chat.username === undefined ? {} : { username: chat.username }),
  type: chat.type,
});
