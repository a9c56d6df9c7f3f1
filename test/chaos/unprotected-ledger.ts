import type { RedisClient } from '../../queues/connection.ts';
import { laneSlot } from '../../queues/keys.ts';
import type { Beginning, Ledger } from '../../src/article/ledger.ts';

type Standing = { readonly revision: number; readonly messageId: string };

/**
 * What most queue workers do: "done" is written after the platform has said yes, nothing is written before it is called,
 * and whatever did not end with yes or no is simply done again.
 */
export const unprotect = (ledger: Ledger, redis: RedisClient): Ledger => {
  const keyOf = (article: string, channel: string): string => `${laneSlot(channel)}:control:${article}`;

  const begin = async (article: string, channel: string, revision: number): Promise<Beginning> => {
    const delivery = await ledger.get(article, channel);
    const done = await redis.get(keyOf(article, channel));
    if (!delivery || done === 'over') return { kind: 'nothing' };
    const standing = done === null ? null : (JSON.parse(done) as Standing);
    const { wanted, plannedAt } = delivery;
    if (wanted === null ? standing === null : standing?.revision === wanted) return { kind: 'nothing' };
    if (wanted !== null && revision < wanted) return { kind: 'stale' };
    return {
      kind: 'begun',
      operation: wanted === null ? 'remove' : standing ? 'edit' : 'post',
      fence: wanted ?? 0,
      startedAt: plannedAt,
      plannedAt,
      standing: standing && { messageId: standing.messageId, picture: false },
      attempt: 1,
      sweepFrom: null,
    };
  };

  return {
    ...ledger,
    plan: async (plans) => (await ledger.plan(plans)).map((planned) => ({ ...planned, toDo: true })),
    begin: ({ article, channel, revision }) => begin(article, channel, revision),
    settle: async (article, channel, revision, receipt) => {
      if (receipt.outcome === 'refused' || (receipt.outcome === 'accepted' && revision === 0))
        await redis.set(keyOf(article, channel), 'over');
      else if (receipt.outcome === 'accepted')
        await redis.set(keyOf(article, channel), JSON.stringify({ revision, messageId: receipt.messageId }));
      return 'settled';
    },
  };
};
