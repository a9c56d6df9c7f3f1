import { setTimeout as delay } from 'node:timers/promises';
import type { Failure } from './classify.ts';

/** Takes a turn of something that is shared, or answers how many milliseconds to wait before asking again. 0: taken. */
export type TakeTurn = () => Promise<number>;

/** Null: the turn is taken. Otherwise why not: it did not come within `withinMs`, or the call was stopped. */
export const waitForTurn = async (
  takeTurn: TakeTurn,
  signal: AbortSignal,
  withinMs: number,
): Promise<Failure | null> => {
  const end = performance.now() + withinMs;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
  const aborted = whenAborted(patience);
  let waitMs = 0;
  try {
    for (;;) {
      const answerMs = await Promise.race([aborted, takeTurn()]);
      // A process that was frozen meanwhile comes too late, whatever the answer.
      const leftMs = end - performance.now();
      if (answerMs === 0 && leftMs > 0) return null;
      waitMs = answerMs || waitMs;
      if (waitMs > leftMs) return notSent(waitMs);
      await delay(waitMs, undefined, { signal: patience });
    }
  } catch {
    return notSent(waitMs);
  }
};

/** Redis may be away, and then it answers late. */
const whenAborted = (signal: AbortSignal): Promise<never> => {
  const aborted = new Promise<never>((_settle, fail) => {
    if (signal.aborted) fail(signal.reason);
    else signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  });
  // Nobody may be waiting any more by then.
  aborted.catch(() => undefined);
  return aborted;
};

const notSent = (waitMs: number): Failure => ({
  kind: 'not-sent',
  words: 'no turn came within the limits that all channels share',
  ...(waitMs > 0 ? { retryAfterMs: waitMs } : {}),
});
