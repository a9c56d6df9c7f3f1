import { setTimeout as delay } from 'node:timers/promises';
import { findBrowsers } from '../../integration/whatsapp/find-processes.ts';
import type { ChaosHouse } from './chaos-house.ts';
import type { Script } from './script.ts';
import type { Strike } from './script-strikes.ts';
import { countAppeared, isChange } from './stage.ts';

export interface Watched {
  readonly house: ChaosHouse;
  readonly script: Script;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

const lookMs = 3;
const lookAtQueuesMs = 200;
const lookAtBrowsersMs = 1_000;
/** The longest rests of a sound run: a minute that WhatsApp asks to wait, a page that never loads, a pause between starts. */
const stuckMs = 240_000;

export const shareDone = ({ house, script }: Watched): number =>
  Math.min(1, countAppeared(house.web, script.places) / (script.expected.length * script.places.length));

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
export const untilSettled = async ({ house, script, signal }: Watched): Promise<boolean> => {
  const longestLateMs = Math.max(0, ...script.orders.map(({ lateMs = 0 }) => lateMs));
  let requests = -1;
  let movedAt = Date.now();
  for (let calm = 0; calm < 3; ) {
    if (signal.aborted || Date.now() - movedAt > stuckMs) return false;
    if (house.web.requests.length !== requests) movedAt = Date.now();
    requests = house.web.requests.length;
    await delay(lookAtQueuesMs);
    const lastChange = house.web.requests.findLast(isChange)?.at ?? 0;
    calm = Date.now() > lastChange + longestLateMs && (await house.backlog.isEmpty()) ? calm + 1 : 0;
  }
  return true;
};

/** The most browsers that had the profile open at once, as seen every second. */
export const countBrowsers = async ({ profile }: ChaosHouse, signal: AbortSignal): Promise<number> => {
  let most = 0;
  let before: ReadonlySet<number> = new Set();
  while (!signal.aborted) {
    const ids = (await findBrowsers(profile)).map(({ browser }) => browser);
    // A browser that starts forks itself before its parts get names of their own: those are gone at the next look.
    most = Math.max(most, ids.filter((id) => before.has(id)).length);
    before = new Set(ids);
    await delay(lookAtBrowsersMs, undefined, { signal }).catch(() => undefined);
  }
  return most;
};
