import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Access, type Actor, roles } from './desk.ts';
import { done, fail, orThrowUnavailable, orUnavailable, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

type Ports = Pick<DeskPorts, 'tokens' | 'sessions' | 'audit' | 'adminToken'>;

const sessionMs = 12 * 60 * 60 * 1000;
const firstAdmin: Actor = { name: 'admin', role: 'admin' };

/** Long random values are hashed once: nobody can guess 256 bits, so a slow hash would add nothing. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const randomText = (): string => randomBytes(32).toString('base64url');
const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Who may come in. Tokens look like `tellal_` and 43 URL-safe characters; only hashes are stored. */
export const createAccess = ({ tokens, sessions, audit, adminToken }: Ports, now: () => Promise<number>): Access => {
  const adminHash = adminToken === null ? null : hashOf(adminToken);

  const actorOf = async (tokenHash: string): Promise<Actor | null> => {
    if (adminHash !== null && isSame(tokenHash, adminHash)) return firstAdmin;
    const holder = await tokens.find(tokenHash);
    return holder && { name: holder.name, role: holder.role };
  };

  return {
    authenticate: orThrowUnavailable((token) => actorOf(hashOf(token))),

    login: orThrowUnavailable(async (token) => {
      const tokenHash = hashOf(token);
      const actor = await actorOf(tokenHash);
      if (!actor) return null;
      const session = randomText();
      await sessions.put(hashOf(session), { actor, csrf: randomText(), tokenHash }, sessionMs);
      return { session, actor };
    }),

    session: orThrowUnavailable(async (session) => {
      const found = await sessions.find(hashOf(session));
      // The token is asked again: a removed holder is out at once, in every session.
      const actor = found && (await actorOf(found.tokenHash));
      return actor && { actor, csrf: found.csrf };
    }),

    logout: orThrowUnavailable((session) => sessions.remove(hashOf(session))),

    grant: orUnavailable(async (actor, name, role) => {
      const refusal = refuseBelow('admin', actor);
      if (refusal) return refusal;
      if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u.test(name)) {
        return fail('invalid', `${JSON.stringify(name.slice(0, 80))} cannot be the name of a holder`, {
          hint: 'a name has up to 64 letters, digits, spaces, dots, dashes, underscores or @, and begins with a letter or digit',
        });
      }
      if (!roles.includes(role))
        return fail('invalid', `there is no role ${role}`, { hint: `the roles are ${roles.join(', ')}` });
      const taken = name === firstAdmin.name || (await tokens.list()).some((holder) => holder.name === name);
      if (taken)
        return fail('conflict', `the name ${name} is taken`, { hint: 'remove its holder first, or choose another' });
      const token = `tellal_${randomText()}`;
      await tokens.put(hashOf(token), { name, role, since: await now() });
      audit({ actor: actor.name, command: 'access add', subject: `${name} as ${role}` });
      return done({ token });
    }),

    revoke: orUnavailable(async (actor, name) => {
      const refusal = refuseBelow('admin', actor);
      if (refusal) return refusal;
      if (!(await tokens.remove(name))) {
        return fail('not-found', `nobody has the name ${JSON.stringify(name)}`, {
          hint: 'the first admin comes from TELLAL_API_TOKEN and is removed there; the others: tellal access list',
        });
      }
      audit({ actor: actor.name, command: 'access remove', subject: name });
      return done(null);
    }),

    holders: orUnavailable(async (actor) => {
      const refusal = refuseBelow('admin', actor);
      return refusal ?? done((await tokens.list()).map(({ name, role }) => ({ name, role })));
    }),
  };
};
