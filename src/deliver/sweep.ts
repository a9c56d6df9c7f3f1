import type { LaneJob, LaneStep, Sweep } from '../article/lane.ts';
import type { Ledger } from '../article/ledger.ts';
import { nameAttempt } from './attempt.ts';
import type { Lane, Render } from './lane.ts';
import type { Memory } from './memory.ts';

export interface SweepPorts {
  readonly archive: Memory;
  readonly ledger: Pick<Ledger, 'get' | 'adopt' | 'attempts' | 'messageIds'>;
  readonly render: Render;
  readonly renderNotice: Render;
  readonly addSweep: (channel: string, sweep: Sweep, delayMs: number) => Promise<void>;
  readonly addLaneJob: (job: LaneJob) => Promise<void>;
  /** A second copy was found and deleted. */
  readonly note: (swept: { readonly article: string; readonly channel: string; readonly deleted: string }) => void;
}

/** After how many settling times each round looks; a platform may accept a request minutes late. */
const rounds = [2, 10, 30] as const;

export const sweepDelay = (lane: Lane, round: number): number | null => {
  const times = rounds[round];
  return times === undefined ? null : times * lane.timing.settleMs;
};

/**
 * After a post was sent again because it was not found: looks whether the first copy turned up after all.
 * The older copy stays, the newer one is deleted.
 */
export const createSweep =
  (ports: SweepPorts) =>
  async (lane: Lane, { article, from, round }: Sweep, signal: AbortSignal): Promise<LaneStep> => {
    const { id, wording } = lane.config;
    const again = async (note: string): Promise<LaneStep> => {
      const next = sweepDelay(lane, round + 1);
      if (next !== null) await ports.addSweep(id, { article, from, round: round + 1 }, next);
      return { kind: 'done', note };
    };
    const [delivery, archived] = await Promise.all([ports.ledger.get(article, id), ports.archive.get(article)]);
    if (!delivery || !archived) return { kind: 'done', note: 'nothing to sweep' };
    const retracted = delivery.wanted === null && (delivery.state === 'removed' || delivery.state === 'skipped');
    const standing = delivery.state === 'sent' ? delivery.messageId : null;
    // What is in flight now would be taken for a second copy.
    if (standing === null && !retracted) return again(`not yet: ${delivery.state}`);
    const { looks } = lane.channel;
    const picture = lane.config.pictures && archived.post.image !== null;
    const message = ports.render(archived.post, looks, { picture, wording });
    const known = await ports.ledger.messageIds(id, from);
    const attempts = (await ports.ledger.attempts(article, id)).map(({ fence }) => nameAttempt(fence));
    const search = { since: delivery.plannedAt, floor: from, known, attempts };
    const finding = await lane.channel.find(message, search, { signal });
    if (finding.kind === 'later') return { kind: 'later', ms: finding.retryAfterMs };
    if (finding.kind !== 'found') return again(`no second copy: ${finding.kind}`);
    const [older, newer] = standing === null ? [null, finding.messageId] : byAge(finding.messageId, standing);
    const notice = ports.renderNotice(archived.post, looks, { picture, wording });
    const receipt = await lane.channel.remove({ messageId: newer, picture }, notice, { signal });
    if (receipt.outcome !== 'accepted') return { kind: 'later', ms: lane.timing.settleMs };
    ports.note({ article, channel: id, deleted: newer });
    if (older !== null && standing !== null && older !== standing) {
      await ports.ledger.adopt(article, id, standing, older, finding.link);
      // The older copy may say what was corrected since.
      await ports.addLaneJob({ article, channel: id, breaking: archived.post.breaking, delayMs: 0 });
    }
    return again(`a second copy was deleted: ${newer}`);
  };

const byAge = (one: string, other: string): readonly [older: string, newer: string] =>
  Number(one) < Number(other) ? [one, other] : [other, one];
