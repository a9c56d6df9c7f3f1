import type { Block } from './block.ts';
import { toHeadline } from './plain-text.ts';

const alternative = /<img\b[^<>]*?\salt\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi;
/** A shorter text says what kind of picture it is. UTF-16 units, as below. */
const shortest = 15;
/** Behind the caption, who took the picture; where a sentence goes on, the picture only shows whom it speaks of. */
const credit = /^[.!…]?\s*(?:$|(?:[(|©/–—-]|(?:Photo|Picture|Image|Credit|Getty|Фото|Foto|Şəkil)(?!\p{Ll})).{0,60}$)/u;
const mostPictures = 200;

/** What a page says in place of its pictures. */
const readAlternatives = (html: string): readonly string[] => {
  const texts = new Set<string>();
  for (const [, double, single] of html.matchAll(alternative)) {
    const text = toHeadline(double ?? single ?? '');
    if (text.length >= shortest) texts.add(text);
    if (texts.size === mostPictures) break;
  }
  return [...texts];
};

/** Leaves out the lines that say what the text in place of a picture says: its caption. */
export const dropPictureTexts = (blocks: readonly Block[], html: string): readonly Block[] => {
  const texts = readAlternatives(html);
  const isCaption = ({ text, heading }: Block): boolean =>
    !heading && texts.some((alt) => text.startsWith(alt) && credit.test(text.slice(alt.length)));
  const rest = texts.length === 0 ? blocks : blocks.filter((block) => !isCaption(block));
  return rest.length === 0 ? blocks : rest;
};
