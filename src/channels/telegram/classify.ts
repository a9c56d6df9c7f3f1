import { TelegramError } from 'telegraf';

/** What came of one request. Only `definite`, `retry-after` and `not-sent` are certain not to have taken effect. */
export type Answer<T> = { readonly kind: 'done'; readonly result: T } | Failure;

export type Failure =
  /** Telegram refused; `words` are its own. */
  | { readonly kind: 'definite'; readonly code: number; readonly words: string }
  /** Flood control. */
  | { readonly kind: 'retry-after'; readonly seconds: number; readonly words: string }
  /** The request never left, or no connection came about. `retryAfterMs`: where it is known when it may leave. */
  | { readonly kind: 'not-sent'; readonly words: string; readonly retryAfterMs?: number }
  /** The request may have been carried out. `answered`: the server that answered is Telegram's own. */
  | { readonly kind: 'unknown'; readonly words: string; readonly answered?: true };

export const saysNo = (answer: Answer<unknown>, words: RegExp): boolean =>
  answer.kind === 'definite' && words.test(answer.words);

/** Sorts what telegraf threw by what it says about the request. Anything not known for sure is `unknown`. */
export const classify = (error: unknown): Failure => {
  if (error instanceof TelegramError) return classifyAnswer(error);
  if (!(error instanceof Error)) return { kind: 'unknown', words: 'the request failed without an error' };
  if (error.name === 'AbortError') return { kind: 'unknown', words: 'no answer in time' };
  const words = redact(error.message);
  return neverConnected(error) ? { kind: 'not-sent', words } : { kind: 'unknown', words };
};

const classifyAnswer = ({ code, description, parameters }: TelegramError): Failure => {
  const words = redact(description);
  if (code === 429) return { kind: 'retry-after', seconds: parameters?.retry_after ?? longWait, words };
  if (code >= 400 && code < 500) return { kind: 'definite', code, words };
  return { kind: 'unknown', words: `${code} ${words}`, ...(code === ofTelegram ? { answered: true } : {}) };
};

/** What stands in front of Telegram answers with 502 to 504 while it is out of order, whatever the request. */
const ofTelegram = 500;

/** Seconds, where flood control does not say how long. */
const longWait = 60;

const noConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** A reset or a time-out is harmless only while the connection is being made, which but the words tell. */
const whileConnecting = /reason: (?:connect E|getaddrinfo E|.*before secure TLS connection was established)/;

const neverConnected = (error: Error & { readonly code?: unknown }): boolean =>
  noConnection.has(String(error.code)) || whileConnecting.test(error.message);

/** A bot's token stands in the address of every request, and telegraf lets some addresses into its messages. */
export const redact = (text: string): string => text.replace(/bot\d+:[A-Za-z0-9_-]+/g, 'bot<token>');
