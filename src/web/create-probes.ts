import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createServer } from './create-server.ts';
import { type Probes, registerProbes } from './probe-routes.ts';

/** What a worker without a console answers: /livez, /readyz and /metrics. The caller listens. */
export const createProbes = async (options: Probes & { readonly log: FastifyBaseLogger }): Promise<FastifyInstance> => {
  const app = createServer(options.log);
  registerProbes(app, options);
  await app.ready();
  return app;
};
