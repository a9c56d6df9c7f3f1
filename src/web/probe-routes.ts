import type { FastifyInstance } from 'fastify';

/** Whether this process can do its work, and what each check found. */
export interface Readiness {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, { readonly ok: boolean; readonly detail?: string }>>;
}

export interface Probes {
  readonly ready: () => Promise<Readiness>;
  /** The Prometheus text format. */
  readonly metrics: () => Promise<string>;
}

/** /livez says that the process runs, no more: a restart mends neither Redis nor a logged-out account. */
export const registerProbes = (app: FastifyInstance, { ready, metrics }: Probes): void => {
  const schema = { hide: true };
  app.get('/livez', { schema }, () => ({ ok: true }));
  app.get('/readyz', { schema }, async (_request, reply) => {
    const readiness = await ready();
    return reply.code(readiness.ok ? 200 : 503).send(readiness);
  });
  app.get('/metrics', { schema }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
  );
};
