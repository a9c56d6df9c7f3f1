import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { createWeb, type WebOptions } from '../../src/web/create-web.ts';
import type { Readiness } from '../../src/web/probe-routes.ts';
import { createFakeDesk, type FakeDesk } from './fake-desk.ts';

export interface FakeWeb extends FakeDesk {
  readonly app: FastifyInstance;
}

/** The whole web door before a desk in memory. */
export const createFakeWeb = async (options: Partial<WebOptions> = {}): Promise<FakeWeb> => {
  const fake = createFakeDesk();
  const ready = async (): Promise<Readiness> => ({ ok: true, checks: { redis: { ok: true } } });
  const app = await createWeb({
    desk: fake.desk,
    queues: [],
    log: pino({ level: 'silent' }),
    ready,
    metrics: async () => '# TYPE tellal_up gauge\ntellal_up 1\n',
    secureCookies: false,
    ...options,
  });
  return { ...fake, app };
};
