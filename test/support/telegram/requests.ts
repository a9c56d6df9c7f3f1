import type { Params } from './params.ts';
import type { ApiRequest } from './port.ts';

/** A request whose outcome is still being written. */
export type OpenRequest = { -readonly [Key in keyof ApiRequest]: ApiRequest[Key] };

export interface RequestLog {
  readonly list: readonly ApiRequest[];
  open(method: string, params: Params, at: number, chat: number | null): OpenRequest;
}

/** Remembers the newest `keep` requests. */
export const createRequestLog = (keep: number): RequestLog => {
  const list: OpenRequest[] = [];
  return {
    list,
    open: (method, params, at, chat) => {
      const request: OpenRequest = { method, params: describe(params), at, chat, outcome: null, messageId: null };
      list.push(request);
      if (list.length > keep) list.shift();
      return request;
    },
  };
};

const describe = ({ values, files }: Params): Readonly<Record<string, unknown>> => ({
  ...values,
  ...Object.fromEntries([...files].map(([name, { filename, bytes }]) => [name, { filename, bytes: bytes.length }])),
});

/** The id of the message that a result stands for, if it stands for one. */
export const messageIdOf = (result: unknown): number | null => {
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return null;
  return typeof result.message_id === 'number' ? result.message_id : null;
};
