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
}

export interface ChatMember {
  readonly status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
  readonly can_post_messages?: boolean;
  readonly can_edit_messages?: boolean;
  readonly can_delete_messages?: boolean;
}

export interface Sent {
  readonly message_id: number;
  readonly chat: Chat;
}
