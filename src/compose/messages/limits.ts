import type { Looks } from '../../article/post.ts';

/**
 * How long a message may be, in UTF-16 units of what readers see.
 *
 * Telegram: 4096 for a text and 1024 for a caption (Bot API, sendMessage and sendPhoto). Its servers count code points;
 * UTF-16 units are never fewer. Its other limit, 32,768 bytes of markup, is out of reach: 4096 units escaped take at most
 * five bytes each, and so do the units of the longest link.
 *
 * WhatsApp publishes no limit for channels. It folds a message behind "read more" at about 3,000 characters, and 1024 is
 * the limit of a caption in its business API.
 */
const limits: Readonly<Record<Looks, { readonly text: number; readonly caption: number }>> = {
  telegram: { text: 4096, caption: 1024 },
  whatsapp: { text: 3000, caption: 1024 },
};

export const limitFor = (looks: Looks, picture: boolean): number => limits[looks][picture ? 'caption' : 'text'];

/** The longest address that browsers and messengers are known to take, in UTF-16 units. */
export const longestLink = 2000;
