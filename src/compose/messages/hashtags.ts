import type { Post } from '../../article/post.ts';
import type { Hashtags } from '../../article/wording.ts';

const apostrophes = /['’ʼ`]/g;
const word = /[\p{L}\p{N}\p{M}]+/gu;
/**
 * What Telegram takes for a hashtag, as its clients find them (tdlib, MessageEntity.cpp): letters and digits, one letter
 * at least. It takes no combining marks, so that some scripts have no hashtags.
 */
const valid = /^[\p{L}\p{Nd}]*\p{L}[\p{L}\p{Nd}]*$/u;
/** Longer, it is a sentence that somebody typed as a tag. In UTF-16 units; Telegram takes 256. */
const longest = 50;
const dottedI: readonly string[] = ['az', 'tr'];

/** Hashtags of the section and the tags, each once, separated by spaces; '' if there are none. */
export const writeHashtags = (post: Pick<Post, 'section' | 'tags' | 'language'>, wanted: Hashtags): string => {
  const named = [
    ...(wanted.sections && post.section !== null ? [post.section] : []),
    ...(wanted.tags ? post.tags : []),
  ];
  const byFolded = new Map<string, string>();
  for (const name of named) {
    const tag = joinWords(name, post.language);
    const folded = tag.toLowerCase();
    if (valid.test(tag) && tag.length <= longest && !byFolded.has(folded)) byFolded.set(folded, tag);
  }
  return [...byFolded.values()]
    .slice(0, wanted.max)
    .map((tag) => `#${tag}`)
    .join(' ');
};

/** `Новый мост` -> `НовыйМост`; a single word stays as it was written. */
const joinWords = (name: string, language: string): string => {
  const words = name.normalize('NFC').replace(apostrophes, '').match(word) ?? [];
  return words.length === 1 ? (words[0] ?? '') : words.map((one) => capitalise(one, language)).join('');
};

const capitalise = (text: string, language: string): string => {
  const [first = '', ...rest] = text;
  const capital = dottedI.includes(language) ? first.toLocaleUpperCase(language) : first.toUpperCase();
  return capital + rest.join('');
};
