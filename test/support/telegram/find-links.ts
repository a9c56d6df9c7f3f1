import { checkUrl } from './check-url.ts';
import { endOf } from './entities.ts';
import type { Entity } from './port.ts';
import type { Formatted } from './prepare-text.ts';

/** A domain without a protocol is a link only under a well-known ending. */
const ENDINGS = 'com|org|net|info|io|me|ru|az|рф|tv|gov|edu|eu|uk|tr|ge|am|example';
const URL = new RegExp(
  `https?://[^\\s<>"«»]+|(?<![\\p{L}\\p{N}@/.-])(?:[\\p{L}\\p{N}-]+\\.)+(?:${ENDINGS})(?![\\p{L}\\p{N}-])(?:[/?#][^\\s<>"«»]*)?`,
  'giu',
);
const TAIL = /[.,:;!?'")\]]+$/;

const OTHERS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['email', /(?<![\p{L}\p{N}._-])[a-z0-9._-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu],
  ['mention', /(?<![\p{L}\p{N}_/])@[a-z]\w{3,31}(?!\w)/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{L}\p{N}_]*[\p{L}_])[\p{L}\p{N}_]{1,256}/gu],
  ['bot_command', /(?<![\p{L}\p{N}_/])\/[a-z0-9_]{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/])/giu],
];

/** What Telegram recognises in plain text, outside of what the sender marked up. */
export const findLinks = ({ text, entities }: Formatted): readonly Entity[] => {
  const found = [...findUrls(text), ...OTHERS.flatMap(([type, pattern]) => findAll(text, type, pattern))];
  const taken = entities.filter((entity) => ['text_link', 'pre', 'code'].includes(entity.type));
  const free: Entity[] = [];
  for (const entity of found) {
    if (![...taken, ...free].some((other) => overlap(other, entity))) free.push(entity);
  }
  return free;
};

/** The page whose preview Telegram shows by default: the first link of the text. */
export const findFirstUrl = ({ text, entities }: Formatted): string | null => {
  for (const entity of entities) {
    if (entity.type === 'text_link' && entity.url !== undefined) return entity.url;
    if (entity.type !== 'url') continue;
    const checked = checkUrl(text.slice(entity.offset, endOf(entity)));
    if ('url' in checked) return checked.url;
  }
  return null;
};

const findUrls = (text: string): readonly Entity[] =>
  [...text.matchAll(URL)]
    .map((match) => ({ at: match.index, link: match[0].replace(TAIL, '') }))
    .filter(({ link }) => 'url' in checkUrl(link))
    .map(({ at, link }) => ({ type: 'url', offset: at, length: link.length }));

const findAll = (text: string, type: string, pattern: RegExp): readonly Entity[] =>
  [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length }));

const overlap = (a: Entity, b: Entity): boolean => a.offset < endOf(b) && b.offset < endOf(a);
