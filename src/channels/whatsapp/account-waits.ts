import { setTimeout as delay } from 'node:timers/promises';
import type { WhatsappState } from '../../article/whatsapp-account.ts';
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
  provedBuild: () => answered(record.provedBuild()),
  noteProvedBuild: (build) => answered(record.noteProvedBuild(build)),
  verdict: () => answered(record.verdict()),
  noteVerdict: (verdict, forMs) => answered(record.noteVerdict(verdict, forMs)),
  dropVerdict: () => answered(record.dropVerdict()),
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

/** Resolves when somebody asks for a link, when a verdict that does not last is forgotten, or when it is stopped. */
export const untilWorthATry = async (
  record: AccountRecord,
  state: WhatsappState,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    await pause(everyMs, signal);
    if (await record.linkRequest().catch(() => null)) return;
    if (verdictMs(state) !== null && (await isForgotten(record))) return;
  }
};

/** WhatsApp changes its page about daily, so one that cannot be used is looked at again after this. */
const incompatibleMs = 60 * 60_000;

/** How long a verdict is kept; null: until a person acts. */
export const verdictMs = (state: WhatsappState): number | null => (state === 'incompatible' ? incompatibleMs : null);

const isForgotten = (record: AccountRecord): Promise<boolean> =>
  record.verdict().then(
    (verdict) => verdict === null,
    () => false,
  );

/** A record that does not answer says nothing of what a person wants. */
export const requestRanOut = (record: AccountRecord): Promise<boolean> =>
  record.linkRequest().then(
    (request) => request === null,
    () => false,
  );
