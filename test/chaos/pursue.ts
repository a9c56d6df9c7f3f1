import { setTimeout as delay } from 'node:timers/promises';

/** Between two looks at the stand-in: shorter than its answers take, so that a strike finds requests in flight. */
const lookMs = 3;
const lookAtQueuesMs = 200;

interface Pursuit<Strike> {
  /** In their order; `at`: the share of the posts that has appeared before. */
  readonly strikes: readonly Strike[];
  readonly shareDone: () => number;
  readonly signal: AbortSignal;
}

/** Each strike in its turn, as soon as so many posts have appeared; ends with the last one or with the signal. */
export const carryOut = async <Strike extends { readonly at: number }>(
  { strikes, shareDone, signal }: Pursuit<Strike>,
  strike: (strike: Strike) => Promise<void>,
): Promise<void> => {
  for (const next of strikes) {
    while (shareDone() < next.at) {
      if (signal.aborted) return;
      await delay(lookMs);
    }
    if (signal.aborted) return;
    await strike(next);
  }
};

interface Rest {
  /** Grows with everything that moves. */
  readonly countRequests: () => number;
  /** Nothing is left to do or to come. */
  readonly isCalm: () => Promise<boolean>;
  /** The longest rest of a sound run, milliseconds. */
  readonly stuckMs: number;
  readonly signal: AbortSignal;
}

/** Resolves when it is calm three times running; false: when nothing has moved for long, or the run is ended. */
export const untilCalm = async ({ countRequests, isCalm, stuckMs, signal }: Rest): Promise<boolean> => {
  let requests = -1;
  let movedAt = Date.now();
  for (let calm = 0; calm < 3; ) {
    if (signal.aborted || Date.now() - movedAt > stuckMs) return false;
    if (countRequests() !== requests) movedAt = Date.now();
    requests = countRequests();
    await delay(lookAtQueuesMs);
    calm = (await isCalm()) ? calm + 1 : 0;
  }
  return true;
};
