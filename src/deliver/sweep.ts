import type { CopySweep, LaneJob, LaneStep, Sweep } from '../article/lane.ts';
import type { Ledger } from '../article/ledger.ts';
import type { Lane, Render } from './lane.ts';
import type { Memory } from './memory.ts';
import { repeatEdit } from './repeat-edit.ts';
import { tracesOf } from './search.ts';
import { type AddSweep, endRound } from './sweep-rounds.ts';

export interface SweepPorts {
  readonly archive: Memory;
  readonly ledger: Pick<Ledger, 'get' | 'adopt' | 'restate' | 'resolve' | 'attempts' | 'messageIds'>;
  readonly render: Render;
  readonly renderNotice: Render;
  readonly addSweep: AddSweep;
  readonly addLaneJob: (job: LaneJob) => Promise<void>;
  /** A second copy was found and deleted. */
  readonly note: (swept: { readonly article: string; readonly channel: string; readonly deleted: string }) => void;
}

/** One round of what is done again after an outcome that nobody could tell. */
export const createSweep =
  (ports: SweepPorts) =>
  (lane: Lane, sweep: Sweep, signal: AbortSignal): Promise<LaneStep> =>
    'edit' in sweep ? repeatEdit(ports, lane, sweep, signal) : findCopy(ports, lane, sweep, signal);

/**
 * After a post was not found: looks whether it turned up after all. Where another stands meanwhile, the older of the two
 * stays and the newer one is deleted; where nothing does, it is the post.
 */
const findCopy = async (ports: SweepPorts, lane: Lane, sweep: CopySweep, signal: AbortSignal): Promise<LaneStep> => {
  const { article, from } = sweep;
  const { id, wording } = lane.config;
  const end = (note: string): Promise<LaneStep> => endRound(ports.addSweep, lane, sweep, note);
  const [delivery, archived] = await Promise.all([ports.ledger.get(article, id), ports.archive.get(article)]);
  if (!delivery || !archived) return { kind: 'done', note: 'nothing to sweep' };
  // What is in flight now would be taken for a second copy.
  if (delivery.state === 'sending' || delivery.state === 'unknown') return end(`not yet: ${delivery.state}`);

  const { looks } = lane.channel;
  const picture = lane.config.pictures && archived.post.image !== null;
  const message = ports.render(archived.post, looks, { picture, wording });
  const [ours, attempts] = await Promise.all([ports.ledger.messageIds(id, from), ports.ledger.attempts(article, id)]);
  // What a person has named is not among the ids that we know of ourselves.
  const known = delivery.messageId === null ? ours : [...ours, delivery.messageId];
  const search = { since: delivery.plannedAt, floor: from, known, ...tracesOf(attempts) };
  const finding = await lane.channel.find(message, search, { signal });
  if (finding.kind === 'later') return { kind: 'later', ms: finding.retryAfterMs };
  if (finding.kind !== 'found') return end(`no copy: ${finding.kind}`);

  const { messageId, link } = finding;
  const standing = delivery.state === 'removed' ? null : delivery.messageId;
  const [older, newer] = delivery.wanted === null && standing === null ? [null, messageId] : byAge(messageId, standing);
  if (newer !== null) {
    const notice = ports.renderNotice(archived.post, looks, { picture, wording });
    const receipt = await lane.channel.remove({ messageId: newer, picture }, notice, { signal });
    if (receipt.outcome === 'refused') return end(`a second copy stays: ${receipt.reason}`);
    if (receipt.outcome !== 'accepted') return { kind: 'later', ms: lane.timing.settleMs };
    ports.note({ article, channel: id, deleted: newer });
  }
  if (older !== null && older !== standing) {
    // It may say what was corrected since. First: a lane job too many finds nothing to do.
    await ports.addLaneJob({ article, channel: id, breaking: archived.post.breaking, delayMs: 0 });
    await ports.ledger.adopt(article, id, standing, older, link);
  }
  return end(newer === null ? `the post turned up: ${older}` : `a second copy was deleted: ${newer}`);
};

const byAge = (found: string, standing: string | null): readonly [older: string, newer: string | null] => {
  if (standing === null) return [found, null];
  return Number(found) < Number(standing) ? [found, standing] : [standing, found];
};
