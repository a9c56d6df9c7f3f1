import { describe, expect, it } from '@jest/globals';
import type { Attempt, Delivery } from '../../../src/article/delivery.ts';
import type { Sweep } from '../../../src/article/lane.ts';
import type { Receipt } from '../../../src/article/receipt.ts';
import type { Channel, Finding } from '../../../src/deliver/channel.ts';
import { createSweep } from '../../../src/deliver/sweep.ts';
import { aMessage } from '../../contract/a-message.ts';
import { articleOf, channelOf, deliveryOf, postOf } from '../../support/desk-words.ts';

const signal = new AbortController().signal;
const message = aMessage('telegram');
const edit = (fence: number, receipt: Receipt | null): Attempt => ({
  ...{ fence, operation: 'edit', revision: 2, startedAt: fence, endedAt: fence, receipt },
});
const inDoubt: Receipt = { outcome: 'unknown', cause: 'no answer in time' };

/** Sweeps a delivery on a channel that answers so, and tells in their order the changes that were made. */
const run = async (
  sweep: Sweep,
  about: {
    readonly delivery?: Partial<Delivery>;
    readonly attempts?: readonly Attempt[];
    readonly finding?: Finding;
    readonly removal?: Receipt;
  },
): Promise<readonly string[]> => {
  const did: string[] = [];
  const act = async (what: string): Promise<void> => {
    did.push(what);
  };
  const article = articleOf();
  const removed: Receipt = { outcome: 'accepted', messageId: '12', link: null, picture: false };
  const channel: Channel = {
    id: 'tg',
    looks: 'telegram',
    send: () => Promise.reject(new Error('a sweep sends nothing')),
    edit: () => Promise.reject(new Error('a sweep edits nothing past the ledger')),
    remove: async ({ messageId }) => {
      await act(`remove ${messageId}`);
      return about.removal ?? removed;
    },
    find: async (_message, { known }) =>
      about.finding?.kind === 'found' && !known.includes(about.finding.messageId) ? about.finding : { kind: 'absent' },
    status: async () => ({ state: 'ready', detail: '', hint: null }),
  };
  const archived = { article, post: postOf(article), retracted: false, duplicateOf: null, nearDuplicateOf: null };
  const sweepNow = createSweep({
    archive: { get: async () => archived, forget: () => undefined },
    ledger: {
      get: async () => deliveryOf(article.id, 'tg', about.delivery),
      attempts: async () => about.attempts ?? [],
      messageIds: async () => [],
      adopt: async (_article, _channel, was, messageId) => {
        await act(`adopt ${messageId} for ${was}`);
        return true;
      },
      restate: () => act('restate'),
      resolve: async (_article, _channel, { tookEffect }, fence) => {
        await act(`resolve ${fence} as ${tookEffect ? 'done' : 'not done'}`);
        return 'resolved';
      },
    },
    render: () => message,
    renderNotice: () => message,
    addSweep: (_channel, { round }, ms) => act(`round ${round} in ${ms}`),
    addLaneJob: () => act('lane job'),
    note: () => undefined,
  });
  const timing = { timeoutMs: 1, uploadTimeoutMs: 1, settleMs: 10, uploadSettleMs: 40, patienceMs: 0 };
  await sweepNow({ config: channelOf('tg'), channel, timing }, sweep, signal);
  return did;
};

const afterEdit = (round: number): Sweep => ({ article: '1009', edit: 5, round });
const afterPost = (round: number): Sweep => ({ article: '1009', from: '10', round });
const found: Finding = { kind: 'found', messageId: '14', link: null };

describe('after an edit of which nobody could tell', () => {
  it('the newest words are said once more through the ledger, in three rounds', async () => {
    expect(await run(afterEdit(0), {})).toEqual(['lane job', 'restate', 'round 1 in 100']);
    expect(await run(afterEdit(1), {})).toEqual(['lane job', 'restate', 'round 2 in 300']);
    expect(await run(afterEdit(2), {})).toEqual(['lane job', 'restate']);
  });

  it('only those of the latest such edit are', async () => {
    // Its own rounds begin, unless they wait already.
    expect(await run(afterEdit(2), { attempts: [edit(5, inDoubt), edit(6, inDoubt)] })).toEqual(['round 0 in 20']);
    expect(await run(afterEdit(0), { attempts: [edit(5, inDoubt), edit(6, null)] })).toContain('restate');
  });

  it.each(['sending', 'unknown', 'refused'] as const)('nothing is touched while it is %s', async (state) => {
    expect(await run(afterEdit(0), { delivery: { state } })).toEqual(['round 1 in 100']);
  });

  it('it is tried again where a person is asked about it, the later the more tries there were', async () => {
    const delivery = { state: 'unknown', needs: 'person' } as const;
    const tried = (times: number): readonly Attempt[] =>
      Array.from({ length: times }, (_, nth) => edit(nth + 6 - times, inDoubt));
    const again = ['lane job', 'resolve 5 as not done'];
    expect(await run(afterEdit(0), { delivery, attempts: tried(5) })).toEqual([...again, 'round 1 in 100']);
    expect(await run(afterEdit(0), { delivery, attempts: tried(6) })).toEqual(['round 1 in 100']);
    expect(await run(afterEdit(1), { delivery, attempts: tried(6) })).toEqual([...again, 'round 2 in 300']);
    expect(await run(afterEdit(1), { delivery, attempts: tried(20) })).toEqual(['round 2 in 300']);
    expect(await run(afterEdit(2), { delivery, attempts: tried(20) })).toEqual(again);
  });

  it('what was retracted is removed once more', async () => {
    const delivery = { state: 'removed', wanted: null } as const;
    expect(await run(afterEdit(0), { delivery })).toEqual(['remove 12', 'round 1 in 100']);
  });
});

describe('after a post that was not found', () => {
  it('the newer of two copies is deleted', async () => {
    expect(await run(afterPost(0), { finding: found })).toEqual(['remove 14', 'round 1 in 100']);
    const older = { ...found, messageId: '11' };
    expect(await run(afterPost(2), { finding: older })).toEqual(['remove 12', 'lane job', 'adopt 11 for 12']);
  });

  it.each(['refused', 'skipped', 'planned'] as const)('it is the post where the delivery was %s', async (state) => {
    const delivery = { state, messageId: null, revision: 0 };
    expect(await run(afterPost(2), { delivery, finding: found })).toEqual(['lane job', 'adopt 14 for null']);
  });

  it.each(['removed', 'skipped'] as const)('it is deleted where the article was retracted (%s)', async (state) => {
    const delivery = { state, wanted: null, messageId: state === 'removed' ? '12' : null };
    expect(await run(afterPost(2), { delivery, finding: found })).toEqual(['remove 14']);
  });

  it('what stands is no second copy of itself', async () => {
    expect(await run(afterPost(2), { finding: { ...found, messageId: '12' } })).toEqual([]);
  });

  it.each(['sending', 'unknown'] as const)('nothing is touched while it is %s, and the rounds go on', async (state) => {
    expect(await run(afterPost(0), { delivery: { state }, finding: found })).toEqual(['round 1 in 100']);
  });

  it('it stays where the platform lets nobody delete it, and the rounds go on', async () => {
    const removal: Receipt = { outcome: 'refused', reason: 'not enough rights' };
    expect(await run(afterPost(0), { finding: found, removal })).toEqual(['remove 14', 'round 1 in 100']);
  });
});
