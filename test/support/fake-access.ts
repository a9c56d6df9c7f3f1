import type { Access, Actor, Fault, Outcome, Role } from '../../src/desk/desk.ts';
import { UnavailableError } from '../../src/desk/outcome.ts';

type Command = <T>(actor: Actor, least: Role, act: () => Outcome<T>) => Promise<Outcome<T>>;

/** Tokens and sessions in memory; `failure`: what every call fails with, if anything. */
export const createFakeAccess = (
  actors: ReadonlyMap<string, Actor>,
  failure: () => Fault | Error | null,
  command: Command,
): Access => {
  const sessions = new Map<string, { readonly actor: Actor; readonly csrf: string }>();
  return {
    authenticate: async (token) => {
      const fault = failure();
      if (fault instanceof Error) throw fault;
      if (fault) throw new UnavailableError(fault);
      return actors.get(token) ?? null;
    },
    login: async (token) => {
      const actor = actors.get(token);
      if (!actor) return null;
      const session = `session-${sessions.size}-of-${actor.name}`;
      sessions.set(session, { actor, csrf: `csrf-of-${actor.name}` });
      return { session, actor };
    },
    session: async (session) => sessions.get(session) ?? null,
    logout: async (session) => {
      sessions.delete(session);
    },
    grant: (actor, name) => command(actor, 'admin', () => ({ ok: true, value: { token: `token-of-${name}` } })),
    revoke: (actor) => command(actor, 'admin', () => ({ ok: true, value: null })),
    holders: (actor) => command(actor, 'admin', () => ({ ok: true, value: [...actors.values()] })),
  };
};
