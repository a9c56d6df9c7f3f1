import Fastify, { errorCodes, type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { bodyLimit, describeError } from './describe-error.ts';
import { createProblem, sendProblem } from './problem.ts';

/** So much is read of what is too large, so that a client that is still sending hears the answer. */
const readLimit = 4 * bodyLimit;

/** What a request in flight gets to finish once the server is told to close. */
const graceMs = 2_000;

/** A server whose every error is a problem, with bounds on what a client may send. */
export const createServer = (log: FastifyBaseLogger): FastifyInstance => {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: readLimit,
    requestTimeout: 30_000,
    // Article ids may be whole addresses, percent-encoded.
    routerOptions: { maxParamLength: 4_096 },
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply, describeError(error));
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    const problem = describeError(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      createProblem('not-found', `There is no ${request.method} here.`, { hint: 'See /openapi.json.' }),
    ),
  );
  // Nothing here reads plain text: sent so, JSON is a slip that deserves its name.
  app.removeContentTypeParser('text/plain');
  const readJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many clients declare JSON on every request; a removal or a pause has no body.
    if (body === '' && !request.routeOptions.schema?.body) done(null, undefined);
    else void readJson(request, String(body), done);
  });
  app.addHook('preValidation', async (request) => {
    if (Number(request.headers['content-length']) > bodyLimit) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  });
  app.addHook('preClose', async () => {
    // Browsers hold spare connections on which they never asked anything; Node would wait a minute for them.
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, not the address: ids and queries stay out of the log.
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.debug(line, 'answered');
  });
  return app;
};
