import { type Attempt, deliveryId } from '../article/delivery.ts';
import type { LaneStep, Sweep } from '../article/lane.ts';
import type { Ledger, Lookup } from '../article/ledger.ts';
import { afterReceipt } from './after-receipt.ts';
import type { RecordReceipt } from './attempt.ts';
import { callWithin } from './call-within.ts';
import type { Finding } from './channel.ts';
import { giveUp, triesBeyond, triesInVain } from './give-up.ts';
import type { Lane } from './lane.ts';
import { saidBefore, tracesOf } from './search.ts';
import { type AddSweep, firstSweepMs } from './sweep-rounds.ts';

export interface LookUpPorts {
  readonly ledger: Pick<Ledger, 'resolve' | 'askPerson' | 'noteLook' | 'messageIds' | 'attempts'>;
  readonly addSweep: AddSweep;
  readonly record: RecordReceipt;
}

/** A post that is not there at two looks, one settling time apart, was not accepted. */
const looksNeeded = 2;
/** A look may have to take many turns of a budget. */
const lookWithinMs = 10 * 60_000;

/**
 * Looks into the channel after an unknown outcome. Null: it is resolved, go on with this delivery.
 * Edits and removals may be done twice without harm, so those are simply done again; a post is never re-sent blindly.
 * They have their place on the channel already, so the lane need not wait for one that is never answered.
 */
export const lookUp = async (
  ports: LookUpPorts,
  lane: Lane,
  article: string,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<LaneStep | null> => {
  const { ledger } = ports;
  const { id } = lane.config;
  const { fence } = lookup;
  const settleMs = settlingTime(lane, lookup);
  if (lookup.ageMs < settleMs) return { kind: 'wait', ms: settleMs - lookup.ageMs };
  const attempts = await ledger.attempts(article, id);
  if (lookup.operation !== 'post') return tryAgain(ports, lane, article, lookup, attempts);
  const finding = await findPost(ledger, lane, lookup, attempts, signal);
  switch (finding.kind) {
    case 'found': {
      const { messageId, link } = finding;
      const mayBeOlder = saidBefore(attempts).some(({ text }) => text !== lookup.sought?.text);
      await ledger.resolve(article, id, { tookEffect: true, messageId, link, mayBeOlder }, fence);
      return null;
    }
    case 'absent':
      if (lookup.looks + 1 >= looksNeeded) return tryAgain(ports, lane, article, lookup, attempts);
      await ledger.noteLook(article, id, fence);
      return { kind: 'wait', ms: settleMs };
    case 'later':
      return {
        kind: 'wait',
        ms: finding.retryAfterMs,
        because: `looking for ${deliveryId(article, id)}: ${finding.cause}`,
      };
    case 'cannot-tell':
      await ledger.askPerson(article, id, fence, finding.cause);
      return { kind: 'done', note: `unknown, a person is asked: ${finding.cause}` };
  }
};

/** It did not take effect, as far as can be seen by now. */
const tryAgain = async (
  { ledger, addSweep, record }: LookUpPorts,
  lane: Lane,
  article: string,
  lookup: Lookup,
  attempts: readonly Attempt[],
): Promise<LaneStep | null> => {
  const { id } = lane.config;
  const refusal = giveUp(attempts, lane.timing.patienceMs);
  const isAside = !refusal && triesBeyond(attempts) !== null;
  const sweep = sweepOf(article, lookup, isAside);
  // First: whoever dies in between leaves a sweep too many, not one too few.
  if (sweep) await addSweep(id, sweep, firstSweepMs(lane));
  if (refusal) {
    await record({ article, channel: id, begun: lookup, tookMs: 0 }, refusal);
    return afterReceipt(refusal);
  }
  if (isAside) {
    const words = inVain(attempts);
    await ledger.askPerson(article, id, lookup.fence, words);
    return { kind: 'done', note: `unknown, a person is asked: ${words}` };
  }
  await ledger.resolve(article, id, { tookEffect: false }, lookup.fence);
  return null;
};

const inVain = (attempts: readonly Attempt[]): string => {
  const receipt = attempts.at(-1)?.receipt;
  const cause = receipt?.outcome === 'unknown' ? `: ${receipt.cause}` : '';
  return `nobody can tell after ${triesInVain(attempts)} tries, and it is tried again now and then${cause}`;
};

/** A removal is final, so one that comes late does what is wanted: it is done again only while nobody can tell. */
const sweepOf = (article: string, { operation, fence, floor }: Lookup, isAside: boolean): Sweep | null => {
  if (operation === 'post') return floor === null ? null : { article, from: floor, round: 0 };
  return operation === 'edit' || isAside ? { article, edit: fence, round: 0 } : null;
};

const settlingTime = ({ timing }: Lane, { sought }: Lookup): number =>
  sought?.image ? timing.uploadSettleMs : timing.settleMs;

const findPost = async (
  ledger: LookUpPorts['ledger'],
  { config, channel }: Lane,
  { sought, startedAt, floor }: Lookup,
  attempts: readonly Attempt[],
  stop: AbortSignal,
): Promise<Finding> => {
  if (!sought) return { kind: 'cannot-tell', cause: 'it is no longer known what was sent' };
  const known = floor === null ? [] : await ledger.messageIds(config.id, floor);
  const lost = attempts.filter((attempt) => attempt.sought);
  const since = Math.min(startedAt, ...lost.map((attempt) => attempt.startedAt));
  const search = { since, floor, known, ...tracesOf(attempts) };
  try {
    return await callWithin(lookWithinMs, stop, (signal) =>
      channel.find({ ...sought, picture: null }, search, { signal }),
    );
  } catch (error) {
    return {
      kind: 'cannot-tell',
      cause: `the look failed: ${error instanceof Error ? error.message : 'not an error'}`,
    };
  }
};
