import type { Chat } from './methods.ts';

/** Where a reader opens a post; in a channel without a public name only its members can. */
export const linkToPost = ({ id, username }: Pick<Chat, 'id' | 'username'>, messageId: number): string =>
  username ? `https://t.me/${username}/${messageId}` : `https://t.me/c/${String(id).replace(/^-100/, '')}/${messageId}`;

/** Telegram refuses a button, and ignores a preview, whose address has no dot in its host. */
export const isPublicAddress = (address: string): boolean => {
  try {
    return /^https?:$/.test(new URL(address).protocol) && new URL(address).hostname.includes('.');
  } catch {
    return false;
  }
};
