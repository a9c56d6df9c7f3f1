import { setTimeout as delay } from 'node:timers/promises';
import { findBrowsers } from '../../integration/whatsapp/find-processes.ts';
import { untilCalm } from '../pursue.ts';
import type { ChaosHouse } from './chaos-house.ts';
import type { Script } from './script.ts';
import { countAppeared, isChange } from './stage.ts';

export interface Watched {
  readonly house: ChaosHouse;
  readonly script: Script;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

const lookAtBrowsersMs = 1_000;
/** The longest rests of a sound run: a minute that WhatsApp asks to wait, a page that never loads, a pause between starts. */
const stuckMs = 240_000;

export const shareDone = ({ house, script }: Watched): number =>
  Math.min(1, countAppeared(house.web, script.places) / (script.expected.length * script.places.length));

/** Resolves when nothing is left to do or to come; false: when nothing has moved for long, or the run is ended. */
export const untilSettled = ({ house, script, signal }: Watched): Promise<boolean> => {
  const longestLateMs = Math.max(0, ...script.orders.map(({ lateMs = 0 }) => lateMs));
  const isCalm = async (): Promise<boolean> => {
    const lastChange = house.web.requests.findLast(isChange)?.at ?? 0;
    return Date.now() > lastChange + longestLateMs && house.backlog.isEmpty();
  };
  return untilCalm({ countRequests: () => house.web.requests.length, isCalm, stuckMs, signal });
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
