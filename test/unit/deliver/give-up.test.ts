import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../../src/article/delivery.ts';
import type { Receipt } from '../../../src/article/receipt.ts';
import { giveUp as giveUpAfter, triesBeyond } from '../../../src/deliver/give-up.ts';

const noId: Receipt = { outcome: 'unknown', cause: 'no id came back', answered: true };
const silence: Receipt = { outcome: 'unknown', cause: 'no answer in time' };
const flood: Receipt = { outcome: 'deferred', retryAfterMs: 1_000, reason: 'Too Many Requests' };

const giveUp = (attempts: readonly Attempt[]) => giveUpAfter(attempts, 0);

let fence = 0;
const times = (count: number, receipt: Receipt, more: Partial<Attempt> = {}): readonly Attempt[] =>
  Array.from({ length: count }, () => ({
    fence: ++fence,
    operation: 'post',
    revision: 1,
    startedAt: fence,
    endedAt: fence,
    receipt,
    ...more,
  }));

describe('what is tried in vain', () => {
  it('is refused at the fifth answer, in the last words of the platform', () => {
    expect(giveUp(times(4, noId))).toBeNull();
    expect(giveUp(times(5, noId))).toEqual({
      outcome: 'refused',
      reason: 'not taken in 5 tries: no id came back',
    });
  });

  it('is tried for as long as it takes while nobody answers', () => {
    expect(giveUp(times(40, silence))).toBeNull();
  });

  it('is refused at the fifth answer also when silence and flood control came in between', () => {
    const tried = [...times(3, noId), ...times(2, silence), ...times(1, flood)];
    expect(giveUp([...tried, ...times(1, noId)])).toBeNull();
    expect(giveUp([...tried, ...times(2, noId)])?.outcome).toBe('refused');
  });

  it('is tried longer where an answer may be of an outage', () => {
    const hour = 3_600_000;
    const over = (ms: number) => [...times(4, noId, { startedAt: 0 }), ...times(1, noId, { startedAt: ms })];
    expect(giveUpAfter(over(hour - 1), hour)).toBeNull();
    expect(giveUpAfter(over(hour), hour)).not.toBeNull();
  });

  it('begins anew with a retry', () => {
    const refused = times(1, { outcome: 'refused', reason: 'not taken in 5 tries' });
    expect(giveUp([...times(4, noId), ...refused, ...times(4, noId)])).toBeNull();
    expect(giveUp([...times(4, noId), ...refused, ...times(5, noId)])).not.toBeNull();
  });

  it('begins anew with another revision, and with another operation', () => {
    expect(giveUp([...times(4, noId), ...times(4, noId, { revision: 2 })])).toBeNull();
    const edit = { operation: 'edit', revision: 2 } as const;
    expect(giveUp([...times(4, noId, { revision: 2 }), ...times(4, noId, edit)])).toBeNull();
    expect(giveUp(times(5, noId, edit))).not.toBeNull();
  });
});

describe('a change of which nobody can tell', () => {
  const change = { operation: 'edit', revision: 2 } as const;

  it('holds its lane for five tries', () => {
    expect(triesBeyond(times(4, silence, change))).toBeNull();
    expect(triesBeyond(times(5, silence, change))).toBe(0);
    expect(triesBeyond([...times(5, silence, change), ...times(1, flood, change), ...times(2, noId, change)])).toBe(2);
  });

  it('holds it anew after another revision, and after an answer', () => {
    expect(triesBeyond([...times(7, silence, change), ...times(1, silence, { ...change, revision: 3 })])).toBeNull();
    const accepted: Receipt = { outcome: 'accepted', messageId: '12', link: null, picture: false };
    expect(triesBeyond([...times(7, silence, change), ...times(1, accepted, change)])).toBeNull();
  });

  it('is no first post, which nothing may overtake', () => {
    expect(triesBeyond(times(40, silence))).toBeNull();
  });
});
