import { produce } from '../produce.ts';
import { carryOut } from '../pursue.ts';
import { openHouse } from './chaos-house.ts';
import { type ChaosResult, collectResult } from './chaos-result.ts';
import { attendPhone } from './phone-person.ts';
import type { RunOptions } from './run-options.ts';
import { addPictures, writeScript } from './script.ts';
import { createStriker } from './strike.ts';
import { countBrowsers, shareDone, untilSettled } from './watch-run.ts';

const tellMs = 200;
/** So many events and posts may wait: later corrections would find nothing posted yet that they could edit. */
const ahead = 5;

/** One whole run. `onProgress`: the share of the posts that has appeared. */
export const runWhatsappChaos = async (
  options: RunOptions,
  onProgress: (share: number) => void = () => undefined,
  stop: AbortSignal = new AbortController().signal,
): Promise<ChaosResult> => {
  const script = writeScript(options);
  const house = await openHouse(options, script);
  const ending = new AbortController();
  const watched = { house, script, signal: AbortSignal.any([stop, ending.signal]) };
  const ticking = setInterval(() => onProgress(shareDone(watched)), tellMs);
  try {
    const startedAt = Date.now();
    const striker = createStriker(house, script.places);
    const striking = carryOut(
      { strikes: script.strikes, shareDone: () => shareDone(watched), signal: watched.signal },
      striker.strike,
    );
    // A browser that does not come back ends the run.
    striking.catch((error: unknown) => ending.abort(error));
    const attending = attendPhone(house, watched.signal);
    const counting = countBrowsers(house, watched.signal);
    const events = addPictures(script.events, house.pictures);
    await produce(house.redis.url, events, house.backlog, watched.signal, ahead);
    const settled = await untilSettled(watched);
    ending.abort();
    await striking;
    await striker.thawed();
    stop.throwIfAborted();
    const seconds = (Date.now() - startedAt) / 1_000;
    const [{ asked: links }, browsers] = await Promise.all([attending, counting]);
    return await collectResult(options, script, house, {
      struck: striker.struck,
      settled,
      startedAt,
      seconds,
      links,
      browsers,
    });
  } finally {
    ending.abort();
    clearInterval(ticking);
    await house.close();
  }
};
