import type { Clock } from './clock.ts';
import type { Fault, Faults } from './faults.ts';

/** `-100…` or `@name`. */
export type ChatRef = number | string;

/** What the bot is in a chat. `none`: never joined; `kicked`: removed by an administrator. */
export type BotRights =
  | 'none'
  | 'kicked'
  | { readonly member: boolean; readonly canPost: boolean; readonly canEdit: boolean; readonly canDelete: boolean };

export interface ChannelSetup {
  /** `-100…`. */
  readonly id: number;
  readonly username?: string;
  readonly title?: string;
  /** Default `channel`. A proof chat may be a `supergroup`. */
  readonly type?: 'channel' | 'supergroup';
  /** `protect_content` on the whole chat: nothing can be forwarded out of it. */
  readonly protected?: boolean;
  /** Default: an administrator with every right. */
  readonly bot?: BotRights;
}

export interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly username?: string;
  /** The person stopped the bot: sends answer 403. */
  readonly blocked?: boolean;
}

export interface Entity {
  readonly type: string;
  /** UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly custom_emoji_id?: string;
}

export interface Button {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
}

export interface SeenPhoto {
  readonly width: number;
  readonly height: number;
  /** Size in bytes as uploaded or fetched. */
  readonly bytes: number;
  readonly type: string;
  readonly fileId: string;
}

/** One post as subscribers see it now. */
export interface SeenPost {
  readonly messageId: number;
  /** Epoch seconds. */
  readonly date: number;
  readonly editDate: number | null;
  readonly by: 'bot' | 'human';
  /** Text or caption without markup. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly photo: SeenPhoto | null;
  readonly silent: boolean;
  /** The first inline button. */
  readonly button: Button | null;
  readonly buttons: readonly (readonly Button[])[];
  /** The page whose preview is shown under a text; null when there is none. */
  readonly previewUrl: string | null;
  /** Set on posts that were forwarded from another chat. */
  readonly forwardedFrom: { readonly chat: number; readonly messageId: number } | null;
}

/** Something that happened in a chat, kept although the post is gone. */
export interface ChatEvent {
  readonly kind: 'posted' | 'edited' | 'deleted' | 'pinned';
  readonly messageId: number;
  /** Epoch milliseconds of the stand-in's clock. */
  readonly at: number;
  readonly by: 'bot' | 'human';
  /** Text or caption after the event; before it when deleted. */
  readonly text: string;
}

/** How the stand-in answered a request. */
export type Outcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  /** An ordered fault; `committed` says whether the request took effect (so far, when it is late). */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly committed: boolean };

export interface ApiRequest {
  /** As Telegram spells it, e.g. `sendMessage`. */
  readonly method: string;
  /** As received: values of forms are strings. Uploaded files are `{filename, bytes}`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds of the stand-in's clock. */
  readonly at: number;
  /** Numeric id of the chat it named, when there is such a chat. */
  readonly chat: number | null;
  /** Null while the answer is being made. */
  readonly outcome: Outcome | null;
  /** Of the message that a send created. */
  readonly messageId: number | null;
}

/** What fetching a picture by URL gives: bytes, or the words of the refusal after `Bad Request: `. */
export type UrlPicture = Uint8Array | string;

export interface BotApiOptions {
  readonly token?: string;
  /** Path before `/bot<token>`, e.g. `/telegram`. */
  readonly prefix?: string;
  /** Telegram's flood limits; default off. */
  readonly flood?: boolean;
  /** With flood: how long a request may be held back before it is answered 429; real Telegram 8000. Default 0. */
  readonly absorbMs?: number;
  /** Time stands still and moves by `clock.advance` alone. */
  readonly frozen?: boolean;
  /** How many requests and chat events are remembered; default 50,000 each, oldest forgotten first. */
  readonly keep?: number;
}

/** A strict stand-in of Telegram's Bot API on a real port. */
export interface BotApi {
  /** apiRoot for a client, with a trailing slash. */
  readonly url: string;
  readonly token: string;
  readonly bot: { readonly id: number; readonly username: string };
  readonly clock: Clock;
  readonly faults: Faults;
  /** Every request, oldest first. */
  readonly requests: readonly ApiRequest[];
  /** Misspelt or unknown parameters and methods: a test asserts that this is empty. */
  readonly violations: readonly string[];

  addChannel(setup: ChannelSetup): void;
  /** A private chat with a person who started the bot. */
  addPerson(person: Person): void;
  setRights(chat: ChatRef, rights: BotRights): void;
  /** The public name changes; the id stays. */
  rename(chat: ChatRef, username: string | undefined): void;

  /** What subscribers see now, oldest first. */
  posts(chat: ChatRef): readonly SeenPost[];
  history(chat: ChatRef): readonly ChatEvent[];
  /** A person with the right to post writes HTML in the channel, or a person writes to the bot; gives the message id. */
  postAsHuman(chat: ChatRef, text: string): number;
  /** The bot is not told: the server still believes in the message, and forwarding it fails in other words. */
  deleteAsHuman(chat: ChatRef, messageId: number): void;
  editAsHuman(chat: ChatRef, messageId: number, text: string): void;
  /** A person presses an inline button; gives the id of the callback query. */
  press(chat: ChatRef, messageId: number, data: string, by: number): string;
  /** What `answerCallbackQuery` said to it; null when not answered. */
  answerTo(callbackQueryId: string): string | null;
  /** What Telegram gets when it fetches this address for sendPhoto. Others fail to be fetched. */
  servePicture(url: string, picture: UrlPicture): void;

  /** Connections are refused until `comeBack`; what stands stays. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}
