import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where the console keeps its session in a browser. */
export interface SessionCookie {
  read(request: FastifyRequest): string | null;
  write(reply: FastifyReply, session: string): void;
  clear(reply: FastifyReply): void;
}

export const createSessionCookie = (secure: boolean): SessionCookie => {
  // The prefix makes browsers refuse the cookie from a sub-domain or over plain HTTP (RFC 6265bis 4.1.3.2).
  const name = secure ? '__Host-tellal' : 'tellal';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read: (request) => request.cookies[name] ?? null,
    write: (reply, session) => {
      reply.setCookie(name, session, options);
    },
    clear: (reply) => {
      reply.clearCookie(name, options);
    },
  };
};
