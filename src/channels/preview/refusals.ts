import type { Looks } from '../../article/post.ts';

/**
 * What a platform counts and takes at most. Telegram: code points of a text or a caption, its markup aside (Bot API).
 * WhatsApp: characters of a message as sent; captions are held to what its business API takes.
 */
const rules: Readonly<
  Record<Looks, { readonly count: (text: string) => number; readonly text: number; readonly caption: number }>
> = {
  telegram: { count: (html) => countCodePoints(withoutMarkup(html).trim()), text: 4096, caption: 1024 },
  whatsapp: { count: (text) => text.trim().length, text: 65_536, caption: 1024 },
};

/** Why the platform would refuse this message; null if it would take it. */
export const findRefusal = (text: string, looks: Looks, picture: boolean): string | null => {
  const { count, ...limits } = rules[looks];
  const length = count(text);
  const limit = limits[picture ? 'caption' : 'text'];
  if (length === 0 && !picture) return 'the message is empty';
  if (length > limit) return `the message is too long: ${length} characters, ${looks} takes ${limit}`;
  return null;
};

const withoutMarkup = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '&');

const countCodePoints = (text: string): number => [...text].length;
