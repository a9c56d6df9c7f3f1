import { setTimeout as delay } from 'node:timers/promises';
import type { ChaosHouse } from './chaos-house.ts';
import type { Kill } from './recovery.ts';
import type { Strike } from './script-strikes.ts';

/** Something that was done to the house; epoch milliseconds of the stand-in's clock. */
export interface Struck {
  readonly at: number;
  readonly what: string;
}

/** Longer than a lock and the look for dead ones (queues/settings.ts) together. */
const freezeMs = 21_000;
const downMs = 500;

/** Carries out strikes and keeps what it did. */
export interface Striker {
  readonly struck: readonly Struck[];
  readonly kills: readonly Kill[];
  count(kind: Strike['kind']): number;
  /** A freeze goes on by itself. */
  strike(strike: Strike): Promise<void>;
  /** When the last frozen worker has been let go. */
  thawed(): Promise<unknown>;
}

export const createStriker = ({ api, fleet, redis, backlog }: ChaosHouse): Striker => {
  const struck: Struck[] = [];
  const kills: Kill[] = [];
  const kinds: Strike['kind'][] = [];
  const frozen: Promise<void>[] = [];
  const note = (what: string): void => void struck.push({ at: api.clock.now(), what });

  const actions: Readonly<Record<Strike['kind'], (worker: number) => Promise<void>>> = {
    kill: async (worker) => {
      const channels = await backlog.busy();
      kills.push({ at: api.clock.now(), channels });
      note(`kill -9 of worker ${worker}`);
      await fleet.kill(worker);
    },
    freeze: async (worker) => {
      note(`worker ${worker} is frozen`);
      frozen.push(fleet.freeze(worker, freezeMs).then(() => note(`worker ${worker} goes on`)));
    },
    redis: async () => {
      note('kill -9 of Redis');
      await redis.strike();
      note('Redis is back');
    },
    platform: async () => {
      note('the platform refuses connections');
      await api.goDown();
      await delay(downMs);
      await api.comeBack();
      note('the platform is back');
    },
  };
  return {
    struck,
    kills,
    count: (kind) => kinds.filter((one) => one === kind).length,
    strike: ({ kind, worker }) => {
      kinds.push(kind);
      return actions[kind](worker);
    },
    thawed: () => Promise.all(frozen),
  };
};
