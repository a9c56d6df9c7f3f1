/** The part of the Bot API that a publisher needs: https://core.telegram.org/bots/api */
export interface Methods {
  readonly getMe: { readonly params: Readonly<Record<string, never>>; readonly result: Bot };
  readonly getChat: { readonly params: InChat; readonly result: Chat };
  readonly getChatMember: { readonly params: InChat & { readonly user_id: number }; readonly result: ChatMember };
  readonly sendMessage: { readonly params: InChat & Sound & Text & Buttons; readonly result: Sent };
  readonly sendPhoto: {
    readonly params: InChat & Sound & Caption & Buttons & { readonly photo: Upload };
    readonly result: Sent;
  };
  readonly editMessageText: { readonly params: InChat & OfMessage & Text & Buttons; readonly result: Sent };
  readonly editMessageCaption: { readonly params: InChat & OfMessage & Caption & Buttons; readonly result: Sent };
  readonly deleteMessage: { readonly params: InChat & OfMessage; readonly result: true };
  readonly forwardMessage: { readonly params: InChat & Sound & FromChat & OfMessage; readonly result: SeenMessage };
  readonly copyMessage: {
    readonly params: InChat & Sound & FromChat & OfMessage;
    readonly result: Pick<SeenMessage, 'message_id'>;
  };
}

export type Method = keyof Methods;

/** `@name`, or the numeric id of a chat. */
export type ChatId = string | number;

interface InChat {
  readonly chat_id: ChatId;
}

interface OfMessage {
  readonly message_id: number;
}

interface FromChat {
  readonly from_chat_id: ChatId;
}

interface Sound {
  readonly disable_notification?: boolean;
}

interface Text {
  readonly text: string;
  readonly parse_mode: 'HTML';
  readonly link_preview_options: LinkPreview;
}

interface Caption {
  readonly caption: string;
  readonly parse_mode: 'HTML';
}

interface Buttons {
  /** Left out of an edit, it takes the buttons away. */
  readonly reply_markup?: {
    readonly inline_keyboard: readonly (readonly { readonly text: string; readonly url: string }[])[];
  };
}

/** `prefer_large_media` counts only where `url` is given. */
export type LinkPreview = { readonly is_disabled: true } | { readonly url: string; readonly prefer_large_media: true };

/** The bytes of a file; Telegram never fetches one for us. */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly filename: string;
}

export interface Bot {
  readonly id: number;
  readonly username?: string;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly username?: string;
  readonly has_protected_content?: boolean;
}

export interface ChatMember {
  readonly status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
  readonly can_post_messages?: boolean;
  readonly can_edit_messages?: boolean;
  readonly can_delete_messages?: boolean;
  /** Of a `restricted` member. */
  readonly can_send_messages?: boolean;
}

export interface Sent {
  readonly message_id: number;
  readonly chat: Chat;
}

/** A message as a forward shows it: a text, or something else with a caption. */
export interface SeenMessage {
  readonly message_id: number;
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly caption?: string;
  readonly caption_entities?: readonly Entity[];
  readonly link_preview_options?: { readonly url?: string };
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly url?: string }[])[] };
  readonly forward_origin?:
    | { readonly type: 'channel'; readonly chat: Chat; readonly message_id: number; readonly date: number }
    | { readonly type: 'user' | 'hidden_user' | 'chat' };
}

/** Offset and length in UTF-16 units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}
