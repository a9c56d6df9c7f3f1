import type { Attempt } from '../article/delivery.ts';
import type { EditSweep, LaneJob, LaneStep } from '../article/lane.ts';
import type { Ledger } from '../article/ledger.ts';
import type { Lane, Render } from './lane.ts';
import type { Memory } from './memory.ts';
import { type AddSweep, endRound } from './sweep-rounds.ts';

export interface RepeatEditPorts {
  readonly archive: Memory;
  readonly ledger: Pick<Ledger, 'get' | 'restate' | 'attempts'>;
  readonly renderNotice: Render;
  readonly addSweep: AddSweep;
  readonly addLaneJob: (job: LaneJob) => Promise<void>;
}

/**
 * After an edit of which nobody could tell: carried out late, it would put its old words over newer ones, and no platform
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
  const [delivery, archived] = await Promise.all([ledger.get(article, id), archive.get(article)]);
  if (!delivery || !archived) return { kind: 'done', note: 'nothing to repeat' };
  const { state, messageId } = delivery;
  // One round of sweeps is enough, however many edits an outage has swallowed.
  if ((await ledger.attempts(article, id)).some((attempt) => isInDoubt(attempt) && attempt.fence > edit))
    return { kind: 'done', note: 'a later edit is repeated instead' };

  if (state === 'sent') {
    // First: a lane job too many finds nothing to do.
    await addLaneJob({ article, channel: id, breaking: archived.post.breaking, delayMs: 0 });
    await ledger.restate(article, id);
    return end('the newest words are said once more');
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
