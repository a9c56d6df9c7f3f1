import type { WebRequest } from './port.ts';
import type { Ask } from './wire.ts';

/** A request whose outcome is still being written. */
export type OpenRequest = { -readonly [Key in keyof WebRequest]: WebRequest[Key] };

export interface RequestLog {
  readonly list: readonly WebRequest[];
  open(ask: Ask): OpenRequest;
}

const KEEP = 50_000;

export const createRequestLog = (channelId: (ref: string) => string | null): RequestLog => {
  const list: OpenRequest[] = [];
  return {
    list,
    open: ({ operation, page, device, body }) => {
      const text = typeof body.text === 'string' ? body.text : null;
      const channel = typeof body.channel === 'string' ? channelId(body.channel) : null;
      const request = { operation, at: Date.now(), page, device, channel, text, outcome: null, serverId: null };
      list.push(request);
      if (list.length > KEEP) list.shift();
      return request;
    },
  };
};
