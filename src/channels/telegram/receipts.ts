import type { Receipt } from '../../article/receipt.ts';
import type { Failure } from './classify.ts';

/** What was tried; only a second post would be seen twice. */
export type Attempted = 'text' | 'picture' | 'edit' | 'removal';

/** The receipt of a request that did not go well. */
export const receiptOfFailure = (failure: Failure, attempted: Attempted): Receipt => {
  switch (failure.kind) {
    case 'definite':
      return {
        outcome: 'refused',
        reason: withRemedy(failure.words),
        ...(attempted === 'picture' && isAboutPicture(failure) ? { pictureRefused: true } : {}),
      };
    case 'retry-after':
      return mayBePosted(failure.seconds, attempted)
        ? { outcome: 'unknown', cause: `${failure.words}: an answer that Telegram also gives to a post it has taken` }
        : { outcome: 'deferred', retryAfterMs: failure.seconds * 1_000, reason: failure.words };
    case 'not-sent':
      return {
        outcome: 'deferred',
        retryAfterMs: failure.retryAfterMs ?? reconnectMs,
        reason: failure.words,
        unsent: true,
      };
    case 'unknown':
      return { outcome: 'unknown', cause: failure.words, ...(failure.answered ? { answered: true } : {}) };
  }
};

const reconnectMs = 3_000;

/**
 * A Bot API server that shuts down answers what it has not finished with "retry after 5", although it may be carried out.
 * Real waits of up to eight seconds it sits out itself.
 */
const mayBePosted = (seconds: number, attempted: Attempted): boolean =>
  seconds === 5 && (attempted === 'text' || attempted === 'picture');

const aboutPicture =
  /IMAGE_PROCESS_FAILED|PHOTO_|MEDIA_EMPTY|wrong file identifier|wrong type of the web page content|too big for a photo|file must be non-empty|photo has unsupported extension|no photo in the request/;

const isAboutPicture = ({ code, words }: { readonly code: number; readonly words: string }): boolean =>
  code === 413 || aboutPicture.test(words);

const remedies: readonly (readonly [RegExp, string])[] = [
  [/chat not found|chat_id is empty/, 'check the target of this channel, and make the bot an administrator of it'],
  [/not a member|was kicked/, 'make the bot an administrator of this channel'],
  [
    /need administrator rights|no write access|not enough rights|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN/,
    'give the bot the right to post, edit and delete messages in this channel',
  ],
  [/Unauthorized|^Not Found$|unallowed token/, 'check TELEGRAM_BOT_TOKEN: Telegram does not know this token'],
  [/message to edit not found|MESSAGE_ID_INVALID/, 'somebody deleted this post in the channel'],
];

/** Telegram's words, and what helps where we know it. */
const withRemedy = (words: string): string => {
  const remedy = remedyFor(words);
  return remedy ? `${words} (${remedy})` : words;
};

export const remedyFor = (words: string): string | null =>
  remedies.find(([pattern]) => pattern.test(words))?.[1] ?? null;
