import { createAllowList } from './allow-list.ts';
import {
  addressFault,
  busyFault,
  type FetchFault,
  faultOfError,
  faultOfStatus,
  redirectsFault,
} from './fetch-fault.ts';
import { createGuardedConnect, type Resolve, resolveBySystem } from './guarded-connect.ts';
import { createHostPace } from './host-pace.ts';
import { acceptedEncodings, readBody, TooLargeError } from './read-body.ts';

export interface FetchRequest {
  readonly url: string;
  /** The `accept` header. */
  readonly accept: string;
  /** Bound of the decompressed body. */
  readonly maxBytes: number;
}

export type Fetched =
  | {
      readonly kind: 'fetched';
      /** Where the redirects ended. */
      readonly url: string;
      /** As the header says it; '' if it does not. */
      readonly contentType: string;
      readonly bytes: Uint8Array;
    }
  | ({ readonly kind: 'failed' } & FetchFault);

/** Fetches from the public internet, and from private addresses only what the newsroom allowed. Never throws. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<Fetched>;
  close(): Promise<void>;
}

export interface FetcherOptions {
  /** Entries of `fetch.allow` in the configuration. */
  readonly allow: readonly string[];
  /** `Tellal/<version> (+<site>)` */
  readonly userAgent: string;
  /** For one fetch with all its redirects, to the last byte. */
  readonly timeoutMs?: number;
  /** Between two fetches from one host. */
  readonly gapMs?: number;
  readonly resolve?: Resolve;
}

const mostRedirects = 5;
const perHost = 2;

export const createFetcher = (options: FetcherOptions): Fetcher => {
  const { allow, userAgent, timeoutMs = 15_000, gapMs = 100, resolve = resolveBySystem } = options;
  const takeTurn = createHostPace({ perHost, gapMs, maxWaiting: 200, maxWaitMs: 2 * timeoutMs });
  const allowed = createAllowList(allow);
  const openClient = async () => {
    const { Agent, buildConnector, request } = await import('undici');
    const agent = new Agent({
      connect: createGuardedConnect(buildConnector, allowed, resolve, timeoutMs),
      connections: perHost,
      // No connection is kept: one that the site closes just when it is used again would fail a fetch for nothing.
      pipelining: 0,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    return { agent, request };
  };
  // Loaded with the first fetch: articles with a text and no picture need none.
  let client: ReturnType<typeof openClient> | null = null;

  /** One hop: a body, a fault, or the address to go on to. */
  const hop = async (url: URL, { accept, maxBytes }: FetchRequest, signal: AbortSignal): Promise<Fetched | URL> => {
    client ??= openClient();
    const { agent, request } = await client;
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: { accept, 'accept-encoding': acceptedEncodings, 'user-agent': userAgent },
    });
    const header = (name: string): string => [headers[name] ?? ''].flat()[0] ?? '';
    const target = statusCode >= 300 && statusCode < 400 ? asUtf8(header('location')) : '';
    if (target === '' && statusCode === 200 && Number(header('content-length')) <= maxBytes) {
      const bytes = await readBody(body, header('content-encoding'), maxBytes, signal);
      return { kind: 'fetched', url: url.href, contentType: header('content-type'), bytes };
    }
    // An unread body must be ended, or its connection stays taken.
    body.on('error', () => undefined).destroy();
    if (target !== '') return URL.canParse(target, url.href) ? new URL(target, url) : failed(addressFault);
    if (statusCode !== 200) return failed(faultOfStatus(statusCode));
    throw new TooLargeError();
  };

  const follow = async (wanted: FetchRequest): Promise<Fetched> => {
    let next: URL | Fetched = new URL(wanted.url);
    let signal: AbortSignal | null = null;
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      if (!isFetchable(next)) return failed(addressFault);
      const endTurn = await takeTurn(next.host);
      if (endTurn === null) return failed(busyFault);
      signal ??= AbortSignal.timeout(timeoutMs);
      try {
        next = await hop(next, wanted, signal);
      } catch (error) {
        return failed(faultOfError(error, signal.aborted));
      } finally {
        endTurn();
      }
      if (!(next instanceof URL)) return next;
    }
    return failed(redirectsFault);
  };

  return {
    fetch: async (wanted) => (URL.canParse(wanted.url) ? follow(wanted) : failed(addressFault)),
    close: async () => {
      await (await client)?.agent.destroy();
    },
  };
};

const failed = (fault: FetchFault): Fetched => ({ kind: 'failed', ...fault });

/** Headers arrive as Latin-1; an address in Cyrillic that was sent as it is, is UTF-8. */
const asUtf8 = (header: string): string => Buffer.from(header, 'latin1').toString('utf8');

const isFetchable = ({ protocol, username, password }: URL): boolean =>
  (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
