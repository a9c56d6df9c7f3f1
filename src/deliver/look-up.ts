import type { LaneStep, Sweep } from '../article/lane.ts';
import type { Beginning, Ledger } from '../article/ledger.ts';
import { nameAttempt } from './attempt.ts';
import type { Finding } from './channel.ts';
import type { Lane } from './lane.ts';
import { sweepDelay } from './sweep.ts';

type Lookup = Extract<Beginning, { kind: 'lookup' }>;

export interface LookUpPorts {
  readonly ledger: Pick<Ledger, 'resolve' | 'askPerson' | 'noteLook' | 'messageIds'>;
  readonly addSweep: (channel: string, sweep: Sweep, delayMs: number) => Promise<void>;
}

/** A post that is not there at two looks, one settling time apart, was not accepted. */
const looksNeeded = 2;
/** A look may have to take many turns of a budget. */
const lookWithinMs = 10 * 60_000;

/**
 * Looks into the channel after an unknown outcome. Null: it is resolved, go on with this delivery.
 * Edits and removals may be done twice without harm, so those are simply done again; a post is never re-sent blindly.
 */
export const lookUp = async (
  { ledger, addSweep }: LookUpPorts,
  lane: Lane,
  article: string,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<LaneStep | null> => {
  const { id } = lane.config;
  const { fence } = lookup;
  const settleMs = settlingTime(lane, lookup);
  if (lookup.ageMs < settleMs) return { kind: 'wait', ms: settleMs - lookup.ageMs };
  if (lookup.operation !== 'post') {
    await ledger.resolve(article, id, { tookEffect: false }, fence);
    return null;
  }
  const finding = await findPost(ledger, lane, lookup, signal);
  switch (finding.kind) {
    case 'found': {
      const { messageId, link } = finding;
      await ledger.resolve(article, id, { tookEffect: true, messageId, link }, fence);
      return null;
    }
    case 'absent':
      if (lookup.looks + 1 >= looksNeeded) {
        // First: whoever dies in between leaves a sweep too many, not one too few.
        if (lookup.floor !== null)
          await addSweep(id, { article, from: lookup.floor, round: 0 }, sweepDelay(lane, 0) ?? 0);
        await ledger.resolve(article, id, { tookEffect: false }, fence);
        return null;
      }
      await ledger.noteLook(article, id, fence);
      return { kind: 'wait', ms: settleMs };
    case 'later':
      return { kind: 'wait', ms: finding.retryAfterMs };
    case 'cannot-tell':
      await ledger.askPerson(article, id, fence, finding.cause);
      return { kind: 'done', note: `unknown, a person is asked: ${finding.cause}` };
  }
};

const settlingTime = ({ timing }: Lane, { sought }: Lookup): number =>
  sought?.image ? timing.uploadSettleMs : timing.settleMs;

const findPost = async (
  ledger: LookUpPorts['ledger'],
  { config, channel }: Lane,
  { sought, startedAt, floor, fence }: Lookup,
  stop: AbortSignal,
): Promise<Finding> => {
  if (!sought) return { kind: 'cannot-tell', cause: 'it is no longer known what was sent' };
  const known = floor === null ? [] : await ledger.messageIds(config.id, floor);
  const signal = AbortSignal.any([stop, AbortSignal.timeout(lookWithinMs)]);
  const search = { since: startedAt, floor, known, attempts: [nameAttempt(fence)] };
  try {
    return await channel.find({ ...sought, picture: null }, search, { signal });
  } catch (error) {
    return {
      kind: 'cannot-tell',
      cause: `the look failed: ${error instanceof Error ? error.message : 'not an error'}`,
    };
  }
};
