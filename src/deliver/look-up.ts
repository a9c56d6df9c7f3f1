import type { LaneStep } from '../article/lane.ts';
import type { Beginning, Ledger } from '../article/ledger.ts';
import type { Channel, Finding } from './channel.ts';
import type { Lane } from './lane.ts';

type Lookup = Extract<Beginning, { kind: 'lookup' }>;

/**
 * Looks into the channel after an unknown outcome. Null: it is resolved, go on with this delivery.
 * Edits and removals may be done twice without harm, so those are simply done again; a post is never re-sent blindly.
 */
export const lookUp = async (
  ledger: Pick<Ledger, 'resolve' | 'askPerson'>,
  lane: Lane,
  article: string,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<LaneStep | null> => {
  const { config, channel, timing } = lane;
  const settleMs = lookup.sought?.image ? timing.uploadSettleMs : timing.settleMs;
  if (lookup.ageMs < settleMs) return { kind: 'wait', ms: settleMs - lookup.ageMs };
  if (lookup.operation !== 'post') {
    await ledger.resolve(article, config.id, { tookEffect: false }, lookup.fence);
    return null;
  }
  const finding = await findPost(channel, lookup, AbortSignal.any([signal, AbortSignal.timeout(timing.timeoutMs)]));
  switch (finding.kind) {
    case 'found':
      await ledger.resolve(
        article,
        config.id,
        { tookEffect: true, messageId: finding.messageId, link: finding.link },
        lookup.fence,
      );
      return null;
    case 'absent':
      await ledger.resolve(article, config.id, { tookEffect: false }, lookup.fence);
      return null;
    case 'cannot-tell':
      await ledger.askPerson(article, config.id, lookup.fence, finding.cause);
      return { kind: 'done', note: `unknown, a person is asked: ${finding.cause}` };
  }
};

const findPost = async (channel: Channel, { sought, startedAt }: Lookup, signal: AbortSignal): Promise<Finding> => {
  if (!sought) return { kind: 'cannot-tell', cause: 'it is no longer known what was sent' };
  try {
    return await channel.find({ ...sought, picture: null }, startedAt, { signal });
  } catch (error) {
    return {
      kind: 'cannot-tell',
      cause: `the look failed: ${error instanceof Error ? error.message : 'not an error'}`,
    };
  }
};
