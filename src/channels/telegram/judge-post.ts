import type { Message } from '../../article/post.ts';
import type { Entity, SeenMessage } from './methods.ts';
import { readVisibleText, tidyText } from './visible-text.ts';

/** `doubtful`: it could be ours, but only a person can tell. */
export type Verdict = 'ours' | 'doubtful' | 'other';

export interface Whereabouts {
  readonly chat: number;
  readonly messageId: number;
  /** Epoch milliseconds. */
  readonly since: number;
  /** False: it was seen by way of a copy, which tells nothing of where and when. */
  readonly original: boolean;
}

/** Telegram's clock and ours need not agree. */
const clocksDifferMs = 60_000;
/** A shorter text without our link could be anybody's. */
const tellingLength = 40;

/** The best verdict over what our post may say. */
export const judgePost = (messages: readonly Message[], seen: SeenMessage, whereabouts: Whereabouts): Verdict => {
  const verdicts = messages.map((message) => judgeMessage(message, seen, whereabouts));
  return (['ours', 'doubtful'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'other';
};

/**
 * Whether a post in the channel is the one we sent. An editor may have changed a word in it, of which no bot is told, so
 * the link of the article and most of the words are enough. A link alone is not: editors link to articles, too.
 */
const judgeMessage = (message: Message, seen: SeenMessage, whereabouts: Whereabouts): Verdict => {
  const sent = readVisibleText(message.text);
  const found = tidyText(seen.text ?? seen.caption ?? '');
  const linked = linksOf(seen).some((link) => sameAddress(link, message.link)) || names(found, message.link);
  if (!linked && sent !== found) return 'other';
  const certain = linked ? haveWordsInCommon(sent, found) : sent.length >= tellingLength;
  return certain && isMedium(message, seen) && isThere(seen, whereabouts) ? 'ours' : 'doubtful';
};

/** A picture that Telegram refused is followed by the text alone; a text never turns into a picture by itself. */
const isMedium = ({ image }: Message, { text }: SeenMessage): boolean => text !== undefined || image !== null;

const isThere = ({ forward_origin: origin }: SeenMessage, { chat, messageId, since, original }: Whereabouts): boolean =>
  !original ||
  (origin?.type === 'channel' &&
    origin.chat.id === chat &&
    origin.message_id === messageId &&
    origin.date * 1_000 >= since - clocksDifferMs);

const linksOf = (seen: SeenMessage): readonly string[] => [
  ...readLinks(seen.text, seen.entities),
  ...readLinks(seen.caption, seen.caption_entities),
  ...(seen.link_preview_options?.url ? [seen.link_preview_options.url] : []),
  ...(seen.reply_markup?.inline_keyboard ?? []).flat().flatMap(({ url }) => url ?? []),
];

const readLinks = (text = '', entities: readonly Entity[] = []): readonly string[] =>
  entities.flatMap(({ type, url, offset, length }) => {
    if (type === 'text_link') return url ?? [];
    return type === 'url' ? text.slice(offset, offset + length) : [];
  });

/** An address that Telegram does not take for a link stands in the text as it is. */
const names = (text: string, link: string): boolean => link !== '' && text.includes(link);

const sameAddress = (one: string, other: string): boolean => addressOf(one) === addressOf(other);

/** Telegram rewrites addresses a little: the host in small letters, a slash after it, odd letters percent-encoded. */
const addressOf = (link: string): string => {
  const whole = /^[a-z]+:\/\//i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(whole)) return link;
  const { host, pathname, search, hash } = new URL(whole);
  return `${host}${pathname.replace(/\/$/, '')}${search}${hash}`;
};

const haveWordsInCommon = (one: string, other: string): boolean => {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)];
  const common = [...ours].filter((word) => theirs.has(word)).length;
  return common * 2 >= Math.max(ours.size, theirs.size);
};

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
