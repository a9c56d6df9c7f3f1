import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The console's own files; they lie beside this module in the sources as in the build. */
export const registerAssets = async (app: FastifyInstance): Promise<void> => {
  await app.register(fastifyStatic, {
    root: join(import.meta.dirname, 'assets'),
    prefix: '/assets/',
    cacheControl: false,
  });
  const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');
  app.get('/assets/htmx.js', { schema: { hide: true } }, (_request, reply) =>
    reply.sendFile(basename(htmx), dirname(htmx)),
  );
};
