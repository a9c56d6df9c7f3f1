import { getEventListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SessionProcess, startSessionProcess } from '../../../../src/channels/whatsapp/session-process.ts';

let profile: string;
let session: SessionProcess;
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'tellal-session-'));
  session = startSessionProcess(profile, () => undefined);
});
afterAll(async () => {
  await session.kill();
  await rm(profile, { recursive: true });
});

describe('a call of a process whose browser is not open', () => {
  it('ends when its time is over', async () => {
    expect(await session.call('health', null, { timeoutMs: 1 })).toEqual({
      kind: 'no-answer',
      words: 'no answer in time',
    });
  });

  it('ends when it is stopped, and is not made when it was before', async () => {
    const stopping = new AbortController();
    const limits = { timeoutMs: 60_000, signal: stopping.signal };
    const called = session.call('health', null, limits);
    stopping.abort();
    expect(await called).toEqual({ kind: 'no-answer', words: 'stopped before the answer' });
    expect(await session.call('health', null, limits)).toMatchObject({ kind: 'not-asked' });
  });

  it('leaves nothing behind once it is answered', async () => {
    const { signal } = new AbortController();
    expect(await session.call('health', null, { timeoutMs: 60_000, signal })).toMatchObject({ kind: 'failed' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
