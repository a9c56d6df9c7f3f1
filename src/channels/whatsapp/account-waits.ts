import { setTimeout as delay } from 'node:timers/promises';
import type { AccountRecord } from './account.ts';

const firstPauseMs = 300;
const longestPauseMs = 60_000;
const recordWithinMs = 2_000;

/** Before the next start of the browser, after so many that came to nothing. */
export const pauseMs = (failures: number): number => Math.min(longestPauseMs, firstPauseMs * 2 ** failures);

export const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

/** As the record, but it fails instead of waiting for a store that is away: an account must be able to stop meanwhile. */
export const boundRecord = (record: AccountRecord): AccountRecord => ({
  publish: (view) => answered(record.publish(view)),
  linkRequest: () => answered(record.linkRequest()),
  dropLinkRequest: () => answered(record.dropLinkRequest()),
  noteLinked: () => answered(record.noteLinked()),
  linkedForMs: () => answered(record.linkedForMs()),
});

const answered = async <T>(answer: Promise<T>): Promise<T> => {
  const patience = new AbortController();
  const late = delay(recordWithinMs, undefined, { signal: patience.signal }).then(() => {
    throw new Error('the record did not answer');
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    patience.abort();
  }
};

/** Resolves when somebody asks for a link, or when it is stopped. */
export const untilLinkRequest = async (record: AccountRecord, everyMs: number, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await pause(everyMs, signal);
    if (await record.linkRequest().catch(() => null)) return;
  }
};

/** A record that does not answer says nothing of what a person wants. */
export const requestRanOut = (record: AccountRecord): Promise<boolean> =>
  record.linkRequest().then(
    (request) => request === null,
    () => false,
  );
