import { openHouse } from './chaos-house.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { type ChaosResult, collectResult } from './chaos-result.ts';
import { produce } from './produce.ts';
import { carryOut } from './pursue.ts';
import { writeScript } from './script.ts';
import { createStriker } from './strike.ts';
import { shareDone, untilSettled } from './watch-run.ts';

const tellMs = 200;
/** So many events and posts may wait: later corrections would find nothing posted yet that they could edit. */
const ahead = 15;

/** One whole run. `onProgress`: the share of the posts that has appeared. */
export const runChaos = async (
  options: ChaosOptions,
  onProgress: (share: number) => void = () => undefined,
  stop: AbortSignal = new AbortController().signal,
): Promise<ChaosResult> => {
  const script = writeScript(options);
  const house = await openHouse(options, script);
  const ending = new AbortController();
  const watched = { house, script, signal: AbortSignal.any([stop, ending.signal]) };
  const ticking = setInterval(() => onProgress(shareDone(watched)), tellMs);
  try {
    const startedAt = house.api.clock.now();
    const striker = createStriker(house);
    const striking = carryOut(
      { strikes: script.strikes, shareDone: () => shareDone(watched), signal: watched.signal },
      striker.strike,
    );
    // A failover that does not come about ends the run.
    striking.catch((error: unknown) => ending.abort(error));
    await produce(house.redis.url, script.events, house.backlog, watched.signal, ahead);
    const settled = await untilSettled(watched);
    ending.abort();
    await striking;
    await striker.thawed();
    stop.throwIfAborted();
    return await collectResult(options, script, house, striker, { settled, startedAt });
  } finally {
    ending.abort();
    clearInterval(ticking);
    await house.close();
  }
};
