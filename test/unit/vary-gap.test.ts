import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../src/article/receipt.ts';
import type { Lane } from '../../src/deliver/lane.ts';
import { varyGap } from '../../src/vary-gap.ts';
import { aChannelConfig } from '../contract/a-channel-config.ts';
import { aMessage } from '../contract/a-message.ts';
import { calling } from '../contract/channel-contract.ts';

const accepted: Receipt = { outcome: 'accepted', messageId: '7', link: null, picture: false };
const deferred: Receipt = { outcome: 'deferred', retryAfterMs: 1_000, reason: 'not linked' };

/** A lane of this gap, whose channel answers with these receipts, and what chance says. */
const open = (minGapMs: number, receipts: Receipt[], chances: number[]) => {
  const lane = {
    config: aChannelConfig({ id: 'wa-az', pace: { minGapMs, rates: [{ count: 6, perMs: 3_600_000 }] } }),
    channel: { id: 'wa-az', send: async () => receipts.shift() ?? accepted },
    timing: { timeoutMs: 1, uploadTimeoutMs: 1, settleMs: 1, uploadSettleMs: 1, patienceMs: 0 },
  } as unknown as Lane;
  const varied = varyGap(lane, () => chances.shift() ?? 0);
  return {
    gap: () => varied.config.pace.minGapMs,
    send: () => varied.channel.send(aMessage('whatsapp'), calling()),
    varied,
  };
};

describe('the gap between two posts', () => {
  it('is up to half longer, and another one after each post', async () => {
    const { gap, send } = open(8_000, [accepted, accepted], [0, 0.5, 1]);
    const gaps = [gap()];
    for (const _ of [1, 2]) {
      await send();
      gaps.push(gap());
    }
    expect(gaps).toEqual([8_000, 10_000, 12_000]);
  });

  it('stays the same for whoever asks again', async () => {
    const { gap, send } = open(8_000, [deferred], [0.5, 1]);
    await send();
    expect([gap(), gap()]).toEqual([10_000, 10_000]);
  });

  it('is none where none is wanted', () => {
    expect(open(0, [], [0.9]).gap()).toBe(0);
  });

  it('changes nothing else of the lane', () => {
    const { varied } = open(8_000, [], [0]);
    expect(varied.config).toMatchObject({ id: 'wa-az', pace: { rates: [{ count: 6, perMs: 3_600_000 }] } });
  });
});
