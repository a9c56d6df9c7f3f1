import type { Logger } from 'pino';
import type { Address } from '../config/env.ts';
import type { OpenedDesk } from './open-desk.ts';
import { CannotStart } from './ops/open-redis.ts';
import { createProbes } from './web/create-probes.ts';
import type { Probes } from './web/probe-routes.ts';

export interface RunningServer {
  /** `http://host:port`, with the port that was really taken. */
  readonly address: string;
  stop(): Promise<void>;
}

export interface ConsoleOptions extends Probes {
  readonly opened: OpenedDesk;
  readonly http: Address;
  /** True where browsers reach the console by https. */
  readonly secureCookies: boolean;
  readonly log: Logger;
}

/** The console and the HTTP API, listening. */
export const startConsole = async ({ opened, http, ...options }: ConsoleOptions): Promise<RunningServer> => {
  // A worker listens too, but never needs the pages.
  const { createWeb } = await import('./web/create-web.ts');
  return listen(await createWeb({ desk: opened.desk, queues: opened.queues, ...options }), http);
};

/** /livez, /readyz and /metrics only: what a worker without a console listens with. */
export const startProbes = async (
  options: Probes & { readonly log: Logger; readonly http: Address },
): Promise<RunningServer> => listen(await createProbes(options), options.http);

type Server = Awaited<ReturnType<typeof createProbes>>;

const listen = async (server: Server, { host, port }: Address): Promise<RunningServer> => {
  try {
    const address = await server.listen({ host, port });
    return { address, stop: () => server.close() };
  } catch (error) {
    await server.close();
    throw new CannotStart(
      `cannot listen on ${host}:${port}: ${(error as Error).message}`,
      'another process may hold it: stop that one, or name another address in TELLAL_HTTP',
    );
  }
};
