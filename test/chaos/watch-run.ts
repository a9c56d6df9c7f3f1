import type { ChaosHouse } from './chaos-house.ts';
import { untilCalm } from './pursue.ts';
import type { Script } from './script.ts';
import { countAppeared, nothingIsLate } from './stage.ts';

export interface Watched {
  readonly house: ChaosHouse;
  readonly script: Script;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

/** The longest rest of a sound run is the last look for second copies, half a minute after a post. */
const stuckMs = 90_000;

export const shareDone = ({ house, script }: Watched): number =>
  Math.min(1, countAppeared(house.api, script.chats) / (script.expected.length * script.chats.length));

/** Resolves when nothing is left to do or to come; false: when nothing has moved for long, or the run is ended. */
export const untilSettled = ({ house, signal }: Watched): Promise<boolean> => {
  const isCalm = async (): Promise<boolean> => nothingIsLate(house.api) && house.backlog.isEmpty();
  return untilCalm({ countRequests: () => house.api.requests.length, isCalm, stuckMs, signal });
};
