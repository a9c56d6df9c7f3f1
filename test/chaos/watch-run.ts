import { setTimeout as delay } from 'node:timers/promises';
import type { ChaosHouse } from './chaos-house.ts';
import type { Script } from './script.ts';
import type { Strike } from './script-strikes.ts';
import { countAppeared, nothingIsLate } from './stage.ts';

export interface Watched {
  readonly house: ChaosHouse;
  readonly script: Script;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

/** Between two looks at the stand-in: shorter than its answers take, so that a strike finds requests in flight. */
const lookMs = 3;
const lookAtQueuesMs = 200;
/** The longest rest of a sound run is the last look for second copies, half a minute after a post. */
const stuckMs = 90_000;

export const shareDone = ({ house, script }: Watched): number =>
  Math.min(1, countAppeared(house.api, script.chats) / (script.expected.length * script.chats.length));

/** Each strike in its turn, as soon as so many posts have appeared; ends with the last one or with the signal. */
export const carryOut = async (watched: Watched, strike: (strike: Strike) => Promise<void>): Promise<void> => {
  for (const next of watched.script.strikes) {
    while (shareDone(watched) < next.at) {
      if (watched.signal.aborted) return;
      await delay(lookMs);
    }
    if (watched.signal.aborted) return;
    await strike(next);
  }
};

/** Resolves when nothing is left to do or to come; false: when nothing has moved for long, or the run is ended. */
export const untilSettled = async ({ house, signal }: Watched): Promise<boolean> => {
  let requests = -1;
  let movedAt = Date.now();
  for (let calm = 0; calm < 3; ) {
    if (signal.aborted || Date.now() - movedAt > stuckMs) return false;
    if (house.api.requests.length !== requests) movedAt = Date.now();
    requests = house.api.requests.length;
    await delay(lookAtQueuesMs);
    calm = nothingIsLate(house.api) && (await house.backlog.isEmpty()) ? calm + 1 : 0;
  }
  return true;
};
