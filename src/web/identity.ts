import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Access, type Actor, type Role, roles } from '../desk/desk.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Who asks. `csrf` is what a changing request of a session must carry; null for a Bearer token, which no page can send unasked. */
export interface Identity {
  readonly actor: Actor;
  readonly csrf: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | null;
  }
}

export const readBearer = (request: FastifyRequest): string | null =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;

export const identifySession = async (
  request: FastifyRequest,
  access: Access,
  cookie: SessionCookie,
): Promise<Identity | null> => {
  const session = cookie.read(request);
  return session === null ? null : access.session(session);
};

/** By the Bearer token if there is one, else by the session of the page. */
export const identify = async (
  request: FastifyRequest,
  access: Access,
  cookie: SessionCookie,
): Promise<Identity | null> => {
  const token = readBearer(request);
  if (token === null) return identifySession(request, access, cookie);
  const actor = await access.authenticate(token);
  return actor && { actor, csrf: null };
};

/** The identity that the guard of this route has established. */
export const identityOf = (request: FastifyRequest): Identity => {
  if (request.identity === null) throw new Error('route without a guard');
  return request.identity;
};

export const actorOf = (request: FastifyRequest): Actor => identityOf(request).actor;

export const hasRole = (actor: Actor, least: Role): boolean => roles.indexOf(actor.role) >= roles.indexOf(least);

export const changes = (request: FastifyRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(request.method);

/** Compares without telling by the time taken how much was right. */
export const isSameSecret = (given: unknown, wanted: string | null): boolean =>
  typeof given === 'string' && wanted !== null && timingSafeEqual(hash(given), hash(wanted));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
