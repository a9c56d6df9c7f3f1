import { type Chat, showChat } from './chats.ts';
import { findFirstUrl } from './find-links.ts';
import type { Button, SeenPhoto, SeenPost } from './port.ts';
import type { Formatted } from './prepare-text.ts';

export interface LinkPreview {
  readonly is_disabled?: boolean;
  readonly url?: string;
  readonly prefer_small_media?: boolean;
  readonly prefer_large_media?: boolean;
  readonly show_above_text?: boolean;
}

export type Buttons = readonly (readonly Button[])[];

export interface Content {
  /** Text, or caption of the photo. */
  readonly formatted: Formatted;
  readonly photo: SeenPhoto | null;
  readonly preview: LinkPreview | null;
  readonly buttons: Buttons;
}

export interface Origin {
  readonly chat: Chat;
  readonly messageId: number;
  /** Epoch seconds. */
  readonly date: number;
}

export interface StoredMessage extends Content {
  readonly id: number;
  readonly date: number;
  readonly editDate: number | null;
  readonly by: 'bot' | 'human';
  /** Who wrote it, where that is shown: not in channels. */
  readonly author: Readonly<Record<string, unknown>> | null;
  readonly silent: boolean;
  readonly protected: boolean;
  readonly origin: Origin | null;
  /** A service message about this message being pinned. */
  readonly pins: number | null;
}

export const sameContent = (a: Content, b: Content): boolean => key(a) === key(b);

const key = ({ formatted, preview, buttons }: Content): string => JSON.stringify([formatted, preview, buttons]);

/** A message as the Bot API returns it. */
export const showMessage = (chat: Chat, message: StoredMessage): Readonly<Record<string, unknown>> => ({
  message_id: message.id,
  ...(message.author ? { from: message.author } : { sender_chat: showChat(chat) }),
  chat: showChat(chat),
  date: message.date,
  ...(message.editDate === null ? {} : { edit_date: message.editDate }),
  ...(message.origin ? { forward_origin: showOrigin(message.origin) } : {}),
  ...(message.protected || chat.protected ? { has_protected_content: true } : {}),
  ...showContent(chat, message),
  ...(message.buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: message.buttons } }),
});

const showOrigin = ({ chat, messageId, date }: Origin): Readonly<Record<string, unknown>> =>
  chat.type === 'channel'
    ? { type: 'channel', chat: showChat(chat), message_id: messageId, date }
    : { type: 'hidden_user', sender_user_name: chat.title, date };

const showContent = (chat: Chat, message: StoredMessage): Readonly<Record<string, unknown>> => {
  if (message.pins !== null) {
    const pinned = chat.messages.get(message.pins);
    return {
      pinned_message: pinned ? showMessage(chat, pinned) : { chat: showChat(chat), message_id: message.pins, date: 0 },
    };
  }
  const { text, entities } = message.formatted;
  const marks = entities.length === 0 ? undefined : entities;
  if (message.photo) {
    return {
      photo: showPhoto(message.photo),
      ...(text === '' ? {} : { caption: text, ...(marks ? { caption_entities: marks } : {}) }),
    };
  }
  return {
    text,
    ...(marks ? { entities: marks } : {}),
    ...(message.preview ? { link_preview_options: message.preview } : {}),
  };
};

const THUMBNAIL = 90;

const showPhoto = (photo: SeenPhoto): readonly Readonly<Record<string, unknown>>[] => {
  const scale = Math.min(1, THUMBNAIL / Math.max(photo.width, photo.height));
  const size = (fileId: string, factor: number): Readonly<Record<string, unknown>> => ({
    file_id: fileId,
    file_unique_id: `u${fileId}`,
    width: Math.max(1, Math.round(photo.width * factor)),
    height: Math.max(1, Math.round(photo.height * factor)),
    file_size: Math.max(1, Math.round(photo.bytes * factor)),
  });
  return [size(`${photo.fileId}s`, scale), size(photo.fileId, 1)];
};

/** A message as subscribers see it. */
export const seePost = (message: StoredMessage): SeenPost => ({
  messageId: message.id,
  date: message.date,
  editDate: message.editDate,
  by: message.by,
  text: message.formatted.text,
  entities: message.formatted.entities,
  photo: message.photo,
  silent: message.silent,
  button: message.buttons[0]?.[0] ?? null,
  buttons: message.buttons,
  previewUrl: seePreview(message),
  forwardedFrom: message.origin ? { chat: message.origin.chat.id, messageId: message.origin.messageId } : null,
});

const seePreview = ({ photo, preview, formatted }: Content): string | null => {
  if (photo || preview?.is_disabled) return null;
  return preview?.url ?? findFirstUrl(formatted);
};
