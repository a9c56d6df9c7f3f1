import { getEventListeners } from 'node:events';
import { expect, it } from '@jest/globals';
import type { Lookup } from '../../../src/article/ledger.ts';
import type { Channel } from '../../../src/deliver/channel.ts';
import { lookUp } from '../../../src/deliver/look-up.ts';
import { aMessage } from '../../contract/a-message.ts';
import { channelOf } from '../../support/desk-words.ts';

const unused = (): Promise<never> => Promise.reject(new Error('not expected'));
const lookup: Lookup = {
  ...{ kind: 'lookup', operation: 'post', fence: 1, startedAt: 1, attempt: 1, plannedAt: 1 },
  ...{ ageMs: 60_000, looks: 0, floor: null, sought: aMessage('telegram') },
};
const timing = { timeoutMs: 1, uploadTimeoutMs: 1, settleMs: 10, uploadSettleMs: 40, patienceMs: 0 };

const lookWith = (find: Channel['find'], signal: AbortSignal) => {
  const asked: string[] = [];
  const channel: Channel = {
    ...{ id: 'tg', looks: 'telegram', send: unused, edit: unused, remove: unused, status: unused },
    find,
  };
  const ledger = {
    ...{ resolve: unused, noteLook: async () => undefined, messageIds: unused, attempts: async () => [] },
    askPerson: async (_article: string, _channel: string, _fence: number, cause: string) => void asked.push(cause),
  };
  const ports = { ledger, addSweep: unused, record: unused };
  const looked = lookUp(ports, { config: channelOf('tg'), channel, timing }, '1009', lookup, signal);
  return looked.then((step) => ({ step, asked }));
};

it('a look is aborted when the process stops', async () => {
  const stopping = new AbortController();
  const looked = lookWith(
    (_message, _search, { signal }) =>
      new Promise((settle) => {
        signal.addEventListener('abort', () => settle({ kind: 'later', retryAfterMs: 1, cause: 'stopped' }));
        stopping.abort();
      }),
    stopping.signal,
  );
  expect((await looked).step).toMatchObject({ kind: 'wait', because: expect.stringContaining('stopped') });
});

it('nothing is kept of a look that was answered', async () => {
  const stopping = new AbortController();
  let seen: AbortSignal | null = null;
  await lookWith(async (_message, _search, { signal }) => {
    seen = signal;
    return { kind: 'absent' };
  }, stopping.signal);
  expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  stopping.abort();
  expect(seen).toHaveProperty('aborted', false);
});

it('a person is asked where the look fails', async () => {
  const { asked } = await lookWith(() => Promise.reject(new Error('no answer')), new AbortController().signal);
  expect(asked).toEqual(['the look failed: no answer']);
});
