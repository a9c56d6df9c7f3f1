import type { Chat, Chats } from './chats.ts';
import type { Clock } from './clock.ts';
import type { Params } from './params.ts';
import type { Photos } from './photos.ts';
import type { ChatEvent } from './port.ts';
import type { StoredMessage } from './stored-message.ts';
import type { Updates } from './updates.ts';

/** Everything that the methods of the stand-in work on. */
export interface World {
  readonly bot: { readonly id: number; readonly username: string };
  readonly clock: Clock;
  readonly chats: Chats;
  readonly photos: Photos;
  readonly updates: Updates;
  /** By the id of the callback query. */
  readonly callbacks: Map<string, Callback>;
  readonly keep: number;
}

export interface Callback {
  /** When the button was pressed, epoch milliseconds. */
  readonly at: number;
  answer: string | null;
}

/** A request that passed every check: what is left is to do it. */
export interface Plan {
  /** The chat whose flood limit it counts against; null for methods that have none. */
  readonly chat: Chat | null;
  commit(): unknown;
}

/** Checks a request against the world; throws a Refusal. */
export type Method = (world: World, params: Params) => Plan;

/** A method that no flood limit holds. */
export const free = (commit: () => unknown): Plan => ({ chat: null, commit });

export const seconds = (world: World): number => Math.floor(world.clock.now() / 1000);

export const showBot = (world: World): Readonly<Record<string, unknown>> => ({
  id: world.bot.id,
  is_bot: true,
  first_name: 'Tellal',
  username: world.bot.username,
});

/** Who the bot's messages name as their author. */
export const authorFor = (world: World, chat: Chat): Readonly<Record<string, unknown>> | null =>
  chat.type === 'channel' ? null : showBot(world);

export type NewMessage = Partial<StoredMessage> & Pick<StoredMessage, 'formatted' | 'by' | 'author'>;

/** Puts a message under the next id of the chat. */
export const post = (world: World, chat: Chat, message: NewMessage): StoredMessage => {
  chat.lastId += 1;
  const stored: StoredMessage = {
    photo: null,
    preview: null,
    buttons: [],
    silent: false,
    protected: false,
    origin: null,
    pins: null,
    editDate: null,
    ...message,
    id: chat.lastId,
    date: seconds(world),
  };
  chat.messages.set(stored.id, stored);
  noteEvent(world, chat, stored.pins === null ? 'posted' : 'pinned', stored, stored.by);
  return stored;
};

export const replace = (world: World, chat: Chat, message: StoredMessage, by: 'bot' | 'human'): StoredMessage => {
  chat.messages.set(message.id, message);
  noteEvent(world, chat, 'edited', message, by);
  return message;
};

export const remove = (world: World, chat: Chat, message: StoredMessage, by: 'bot' | 'human'): void => {
  chat.messages.delete(message.id);
  if (chat.pinned === message.id) chat.pinned = null;
  noteEvent(world, chat, 'deleted', message, by);
};

const noteEvent = (
  world: World,
  chat: Chat,
  kind: ChatEvent['kind'],
  message: StoredMessage,
  by: ChatEvent['by'],
): void => {
  const { id, formatted } = message;
  chat.events.push({ kind, messageId: id, at: world.clock.now(), by, text: formatted.text });
  if (chat.events.length > world.keep) chat.events.shift();
};
