import { type Actor, type Fault, type Outcome, type Role, roles } from './desk.ts';

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  code: Fault['code'],
  message: string,
  more: Pick<Fault, 'hint' | 'errors'> = {},
): { readonly ok: false; readonly fault: Fault } => ({ ok: false, fault: { code, message, ...more } });

/** The refusal if the actor's role is below the one needed; null if the actor may. */
export const refuseBelow = (role: Role, actor: Actor): { readonly ok: false; readonly fault: Fault } | null =>
  roles.indexOf(actor.role) >= roles.indexOf(role)
    ? null
    : fail('forbidden', `${actor.name} is ${actor.role}; this needs the role ${role}`, {
        hint: `ask an admin for a token with the role ${role}`,
      });

/** Thrown where a command has no Outcome to say it with: `watch` and the checks of tokens and sessions. */
export class UnavailableError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'UnavailableError';
    this.fault = fault;
  }
}

/** Bugs keep flying; whatever else a port throws means that Redis does not do its work. */
const unavailableBy = (error: unknown): Fault => {
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) throw error;
  if (error instanceof UnavailableError) return error.fault;
  const words = error instanceof Error ? error.message : String(error);
  if (/^(OOM|MISCONF|READONLY)\b/.test(words)) {
    const hint = 'give Redis more memory or disk, then try again';
    return { code: 'unavailable', message: `Redis refuses to write: ${firstLine(words)}`, hint };
  }
  return {
    code: 'unavailable',
    message: `Redis does not answer: ${firstLine(words)}`,
    hint: 'check that Redis runs and that REDIS_URL points to it, then try again',
  };
};

const firstLine = (words: string): string => words.split('\n', 1)[0]?.slice(0, 200) || 'no reason given';

/** The same command, but a Redis that is away is a fault and not an exception. */
export const orUnavailable =
  <A extends readonly unknown[], T>(command: (...args: A) => Promise<Outcome<T>>) =>
  async (...args: A): Promise<Outcome<T>> => {
    try {
      return await command(...args);
    } catch (error) {
      return { ok: false, fault: unavailableBy(error) };
    }
  };

/** The same call, but a Redis that is away is an UnavailableError. */
export const orThrowUnavailable =
  <A extends readonly unknown[], T>(call: (...args: A) => Promise<T>) =>
  async (...args: A): Promise<T> => {
    try {
      return await call(...args);
    } catch (error) {
      throw new UnavailableError(unavailableBy(error));
    }
  };
