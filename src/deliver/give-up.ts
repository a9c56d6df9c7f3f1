import type { Attempt } from '../article/delivery.ts';
import type { Receipt } from '../article/receipt.ts';

/** So often is one operation tried that comes to nothing, before its lane is no longer held for it. */
const mostTries = 5;

/**
 * The receipt that ends what is tried in vain; null: try again. What no platform answered is not counted, or an outage
 * would turn posts that only have to wait into refused ones. A retry, and another revision, begin anew.
 * `attempts`: newest last, the one just found without effect among them. `patienceMs`: so long it is tried at least.
 */
export const giveUp = (
  attempts: readonly Attempt[],
  patienceMs: number,
): Extract<Receipt, { outcome: 'refused' }> | null => {
  const answers = lastRun(attempts).flatMap(({ startedAt, receipt }) =>
    receipt?.outcome === 'unknown' && receipt.answered ? { startedAt, cause: receipt.cause } : [],
  );
  const [first, last] = [answers[0], answers.at(-1)];
  if (!first || !last || answers.length < mostTries || last.startedAt - first.startedAt < patienceMs) return null;
  return { outcome: 'refused', reason: `not taken in ${answers.length} tries: ${last.cause}` };
};

/**
 * How many tries of a change beyond those for which its lane waits nobody could tell of; null: the lane still waits. A
 * post is waited for as long as it takes, or others would overtake it.
 */
export const triesBeyond = (attempts: readonly Attempt[]): number | null => {
  const tries = triesInVain(attempts);
  return attempts.at(-1)?.operation === 'post' || tries < mostTries ? null : tries - mostTries;
};

/** How often in a row nobody could tell of the latest operation. */
export const triesInVain = (attempts: readonly Attempt[]): number =>
  lastRun(attempts).filter(({ receipt }) => receipt?.outcome === 'unknown').length;

/** The latest attempts of the same operation and revision that came to nothing. */
const lastRun = (attempts: readonly Attempt[]): readonly Attempt[] => {
  const latest = attempts.at(-1);
  const end = attempts.findLastIndex(
    ({ operation, revision, receipt }) =>
      operation !== latest?.operation ||
      revision !== latest.revision ||
      receipt?.outcome === 'refused' ||
      receipt?.outcome === 'accepted',
  );
  return attempts.slice(end + 1);
};
