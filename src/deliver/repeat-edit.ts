import type { Attempt } from '../article/delivery.ts';
import type { EditSweep, LaneJob, LaneStep } from '../article/lane.ts';
import type { Ledger } from '../article/ledger.ts';
import { triesBeyond } from './give-up.ts';
import type { Lane, Render } from './lane.ts';
import type { Memory } from './memory.ts';
import { type AddSweep, endRound, firstSweepMs, lastRound } from './sweep-rounds.ts';

export interface RepeatEditPorts {
  readonly archive: Memory;
  readonly ledger: Pick<Ledger, 'get' | 'restate' | 'resolve' | 'attempts'>;
  readonly renderNotice: Render;
  readonly addSweep: AddSweep;
  readonly addLaneJob: (job: LaneJob) => Promise<void>;
}

/**
 * After an edit of which nobody could tell, and after a removal that its lane no longer waits for. One that is still not
 * answered is tried again. An edit that was: carried out late, it would put its old words over newer ones, and no platform
 * shows when that happened. So the newest is said once more; where it stands already, that changes nothing.
 */
export const repeatEdit = async (
  { archive, ledger, renderNotice, addSweep, addLaneJob }: RepeatEditPorts,
  lane: Lane,
  sweep: EditSweep,
  signal: AbortSignal,
): Promise<LaneStep> => {
  const { article, edit } = sweep;
  const { id, pictures, wording } = lane.config;
  const end = (note: string): Promise<LaneStep> => endRound(addSweep, lane, sweep, note);
  const [delivery, archived, attempts] = await Promise.all([
    ledger.get(article, id),
    archive.get(article),
    ledger.attempts(article, id),
  ]);
  if (!delivery || !archived) return { kind: 'done', note: 'nothing to repeat' };
  const { state, needs, messageId } = delivery;
  // One round of sweeps is enough, however many edits an outage has swallowed.
  const later = attempts.findLast((attempt) => isInDoubt(attempt) && attempt.fence > edit);
  if (later) {
    await addSweep(id, { article, edit: later.fence, round: 0 }, firstSweepMs(lane));
    return { kind: 'done', note: 'a later edit is repeated instead' };
  }
  // First: a lane job too many finds nothing to do.
  const addJob = () => addLaneJob({ article, channel: id, breaking: archived.post.breaking, delayMs: 0 });
  if (state === 'sent') {
    await addJob();
    await ledger.restate(article, id);
    return end('the newest words are said once more');
  }
  const beyond = state === 'unknown' && needs === 'person' ? triesBeyond(attempts) : null;
  const tried = attempts.at(-1);
  if (beyond !== null && tried && sweep.round >= Math.min(beyond, lastRound)) {
    await addJob();
    await ledger.resolve(article, id, { tookEffect: false }, tried.fence);
    return end('it is tried again');
  }
  if (state !== 'removed' || messageId === null) return end(`not now: ${state}`);
  // A removal is final, so it needs no place in the ledger.
  const picture = pictures && archived.post.image !== null;
  const notice = renderNotice(archived.post, lane.channel.looks, { picture, wording });
  const receipt = await lane.channel.remove({ messageId, picture }, notice, { signal });
  if (receipt.outcome === 'deferred') return { kind: 'later', ms: Math.max(receipt.retryAfterMs, 1) };
  return end(`removed once more: ${receipt.outcome}`);
};

const isInDoubt = ({ operation, receipt }: Attempt): boolean => operation === 'edit' && receipt?.outcome === 'unknown';
