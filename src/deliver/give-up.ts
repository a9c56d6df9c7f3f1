import type { Attempt } from '../article/delivery.ts';
import type { Receipt } from '../article/receipt.ts';

/** So often is one operation tried to which the platform itself answers, and which then has not taken effect. */
const mostAnswers = 5;

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
  if (!first || !last || answers.length < mostAnswers || last.startedAt - first.startedAt < patienceMs) return null;
  return { outcome: 'refused', reason: `not taken in ${answers.length} tries: ${last.cause}` };
};

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
