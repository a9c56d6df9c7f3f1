import type { FastifyRequest } from 'fastify';

/** True if a page of this very server sent the request. Browsers set these headers; pages cannot forge them. */
export const isSameOrigin = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
};
