import type { Clock } from './clock.ts';
import { badRequest, Refusal } from './refusal.ts';

export interface UpdatesQuery {
  readonly offset: number;
  readonly limit: number;
  readonly timeout: number;
  /** Null leaves the choice of the last call in force. */
  readonly allowed: readonly string[] | null;
}

type Update = Readonly<Record<string, unknown>> & { readonly update_id: number };

export interface Updates {
  push(kind: string, payload: unknown): void;
  read(query: UpdatesQuery): Promise<readonly unknown[]>;
  /** Forgets what was not fetched yet. */
  drop(): void;
  webhook: string;
}

const DAY = 86_400_000;
const MAX_KEPT = 10_000;
const MAX_TIMEOUT = 50;
/** Only sent to bots that ask for them. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export const createUpdates = (clock: Clock): Updates => {
  const kept: { readonly update: Update; readonly at: number }[] = [];
  let nextId = 100_001;
  let allowed: readonly string[] = [];
  let waiting: { wake(): void; refuse(refusal: Refusal): void } | null = null;

  const forget = (offset: number): void => {
    const oldest = clock.now() - DAY;
    const last = offset < 0 ? kept.length + offset : 0;
    const rest = kept.filter(({ update, at }, index) => at > oldest && update.update_id >= offset && index >= last);
    kept.splice(0, kept.length, ...rest);
  };
  const take = (limit: number): readonly unknown[] => kept.slice(0, limit).map(({ update }) => update);

  const updates: Updates = {
    webhook: '',
    push: (kind, payload) => {
      if (allowed.length === 0 ? ON_REQUEST.has(kind) : !allowed.includes(kind)) return;
      kept.push({ update: { update_id: nextId, [kind]: payload }, at: clock.now() });
      nextId += 1;
      if (kept.length > MAX_KEPT) kept.shift();
      waiting?.wake();
    },
    drop: () => {
      kept.length = 0;
    },
    read: async ({ offset, limit, timeout, allowed: wanted }) => {
      if (updates.webhook !== '') {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      if (limit < 1 || limit > 100) throw badRequest('LIMIT_INVALID');
      waiting?.refuse(
        conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
      );
      if (wanted) allowed = wanted;
      forget(offset);
      if (kept.length === 0 && timeout > 0) await wait(Math.min(timeout, MAX_TIMEOUT) * 1000);
      return take(limit);
    },
  };
  return updates;

  function wait(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = {
        wake: () => end(resolve),
        refuse: (refusal: Refusal) => end(() => reject(refusal)),
      };
      const end = (settle: () => void): void => {
        if (waiting === mine) waiting = null;
        settle();
      };
      waiting = mine;
      clock.after(ms, mine.wake);
    });
  }
};

const conflict = (words: string): Refusal => new Refusal(409, `Conflict: ${words}`);
