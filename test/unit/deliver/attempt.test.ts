import { getEventListeners } from 'node:events';
import { expect, it } from '@jest/globals';
import type { Begun } from '../../../src/article/ledger.ts';
import { attempt } from '../../../src/deliver/attempt.ts';
import type { Call, Channel } from '../../../src/deliver/channel.ts';
import { aMessage } from '../../contract/a-message.ts';

const unused = (): Promise<never> => Promise.reject(new Error('not expected'));
const begun: Begun = {
  ...{ kind: 'begun', operation: 'post', fence: 1, startedAt: 1, attempt: 1, plannedAt: 1 },
  ...{ standing: null, sweepFrom: null },
};

const tryWith = (send: Channel['send'], signal: AbortSignal, timeoutMs: number) => {
  const channel: Channel = {
    ...{ id: 'tg', looks: 'telegram', edit: unused, remove: unused, find: unused, status: unused },
    send,
  };
  return attempt({ channel, begun, message: aMessage('telegram'), signal, timeoutMs });
};

/** A platform that never answers. */
const hang = (_message: unknown, { signal }: Call): Promise<never> =>
  new Promise((_settle, fail) => {
    const end = (): void => fail(new Error('aborted'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  });

it('a call that is not answered in time is aborted', async () => {
  expect(await tryWith(hang, new AbortController().signal, 1)).toMatchObject({ outcome: 'unknown' });
});

it('a call is aborted when the process stops', async () => {
  const stopping = new AbortController();
  const tried = tryWith(hang, stopping.signal, 60_000);
  stopping.abort();
  expect(await tried).toMatchObject({ outcome: 'unknown' });
  expect(await tryWith(hang, stopping.signal, 60_000)).toMatchObject({ outcome: 'unknown' });
});

it('nothing is kept of a call that was answered', async () => {
  const stopping = new AbortController();
  let seen: AbortSignal | null = null;
  await tryWith(
    async (_message, { signal }) => {
      seen = signal;
      return { outcome: 'accepted', messageId: '7', link: null, picture: false };
    },
    stopping.signal,
    60_000,
  );
  expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  stopping.abort();
  expect(seen).toHaveProperty('aborted', false);
});
