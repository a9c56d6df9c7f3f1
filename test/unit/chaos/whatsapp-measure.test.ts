import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../../src/article/delivery.ts';
import { measurePosts, measureRecovery } from '../../chaos/whatsapp/measure-run.ts';
import type { WebRequest } from '../../support/whatsapp/port.ts';

const request = (at: number, operation: WebRequest['operation'], page: string): WebRequest => ({
  ...{ at, operation, page, device: 'd', channel: null, text: null, outcome: null, serverId: null },
});

describe('the recovery after a strike', () => {
  it('ends with the next change that a page asks for which was loaded after it', () => {
    const requests = [
      request(10, 'send', 'old'),
      request(101, 'send', 'old'),
      request(150, 'open', 'new'),
      request(160, 'edit', 'new'),
    ];
    expect(measureRecovery([{ at: 100, kind: 'browser', what: '' }], requests)).toEqual(new Map([['browser', [60]]]));
  });

  it('is not measured where nothing had to be loaded anew, or nothing came after it', () => {
    const struck = [
      { at: 100, kind: 'person', what: '' },
      { at: 200, kind: 'worker', what: '' },
    ] as const;
    expect(measureRecovery(struck, [request(150, 'send', 'new')])).toEqual(new Map());
  });
});

describe('the time of a post', () => {
  const attempt = (change: Partial<Attempt>): Attempt => ({
    ...{ fence: 1, operation: 'post', revision: 1, startedAt: 100, endedAt: 130 },
    receipt: { outcome: 'accepted', messageId: '1', link: null, picture: true },
    ...change,
  });
  const lines = (...attempts: readonly Attempt[]) => [{ attempts }];

  it('is that of a first attempt that was accepted', () => {
    expect(measurePosts(lines(attempt({}), attempt({ operation: 'edit' })))).toEqual({ text: [], picture: [30] });
  });

  it('is nothing where the first attempt came to nothing', () => {
    const failed = attempt({ receipt: { outcome: 'unknown', cause: 'no answer' } });
    expect(measurePosts(lines(failed, attempt({})))).toEqual({ text: [], picture: [] });
  });
});
