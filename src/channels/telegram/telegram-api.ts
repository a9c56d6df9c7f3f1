import { Telegram } from 'telegraf';
import { type Answer, classify, type Failure } from './classify.ts';
import { createConnectingAgent } from './connecting-agent.ts';
import type { Method, Methods, Upload } from './methods.ts';

/** The Bot API for one token. Failure is a value; no error, with the token in it or without, gets out. */
export interface TelegramApi {
  call<M extends Method>(
    method: M,
    params: Methods[M]['params'],
    options: { readonly signal: AbortSignal },
  ): Promise<Answer<Methods[M]['result']>>;
}

export interface TelegramApiOptions {
  readonly token: string;
  /** Of Telegram or of a Bot API server of one's own; may hold a path. */
  readonly apiRoot: string;
  /** Milliseconds to wait for an answer. */
  readonly timeoutMs: number;
  /** The same for a request with a file. */
  readonly uploadTimeoutMs: number;
}

/** What we use of telegraf, whose types stop at Bot API 7.1 and at a foreign AbortSignal. */
interface Client {
  callApi(method: string, params: object, options: { readonly signal: AbortSignal }): Promise<unknown>;
}

export const createTelegramApi = ({ token, apiRoot, timeoutMs, uploadTimeoutMs }: TelegramApiOptions): TelegramApi => {
  // Without the slash, telegraf would drop the last part of the path.
  const root = apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`;
  const agent = createConnectingAgent(Math.min(timeoutMs / 2, longestConnectMs));
  const client = new Telegram(token, { apiRoot: root, agent, webhookReply: false }) as unknown as Client;

  return {
    call: async (method, params, { signal }) => {
      if (signal.aborted) return { kind: 'not-sent', words: 'stopped before it was sent' };
      const uploads = Object.values(params).some(isUpload);
      const patience = AbortSignal.timeout(uploads ? uploadTimeoutMs : timeoutMs);
      const answered = new AbortController();
      try {
        const result = await client.callApi(method, serialize(params), {
          signal: AbortSignal.any([signal, patience, answered.signal]),
        });
        return { kind: 'done', result: result as Methods[typeof method]['result'] };
      } catch (error) {
        return withoutToken(classify(error), token);
      } finally {
        // telegraf does not read the body of an answer over 499, which would keep its connection.
        answered.abort();
      }
    },
  };
};

const longestConnectMs = 10_000;

/** telegraf forgets objects beside a file, and fetches every one that holds a `url`: they go out as JSON. */
const serialize = (params: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, serializeValue(value)]),
  );

const serializeValue = (value: unknown): unknown => {
  if (isUpload(value)) return { source: Buffer.from(value.bytes), filename: value.filename };
  return typeof value === 'object' ? JSON.stringify(value) : value;
};

const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;

/** Even a token of an unusual form. */
const withoutToken = (failure: Failure, token: string): Failure => ({
  ...failure,
  words: token === '' ? failure.words : failure.words.replaceAll(token, '<token>'),
});
