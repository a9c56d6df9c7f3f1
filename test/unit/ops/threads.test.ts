import { afterEach, describe, expect, it } from '@jest/globals';
import { createThreads, type Threads, type ThreadsOptions } from '../../../src/ops/threads.ts';

type Answer = { readonly job: string; readonly answered: number };

let threads: Threads<string, Answer>;
const open = (options: Partial<ThreadsOptions> = {}): void => {
  threads = createThreads<string, Answer>({
    entry: new URL('../../support/stubborn-thread.mjs', import.meta.url),
    count: 1,
    timeoutMs: 10_000,
    heapMb: 32,
    jobsPerThread: 100,
    idleMs: 60_000,
    mostWaiting: 10,
    ...options,
  });
};
afterEach(() => threads.close());

const answerOf = async (job: string): Promise<unknown> => {
  const answer = await threads.run(job);
  return answer.kind === 'done' ? answer.value : answer;
};

describe('threads', () => {
  it('answer one job after the other', async () => {
    open();
    expect(await Promise.all(['a', 'b', 'c'].map(answerOf))).toEqual([
      { job: 'a', answered: 1 },
      { job: 'b', answered: 2 },
      { job: 'c', answered: 3 },
    ]);
  });

  it('go on after a job that failed', async () => {
    open();
    expect(await answerOf('fail')).toEqual({ kind: 'failed', reason: 'it was told to', ended: false });
    expect(await answerOf('b')).toEqual({ job: 'b', answered: 2 });
  });

  it.each([
    ['breaks', 'throw', 'it broke', 10_000],
    ['ends', 'end', 'the thread ended', 10_000],
    ['fills its memory', 'fill', 'it needed too much memory', 10_000],
    ['hangs', 'hang', 'it took longer than 0.2 s', 200],
  ])('are replaced when one %s', async (_what, job, reason, timeoutMs) => {
    open({ timeoutMs });
    expect(await answerOf(job)).toEqual({ kind: 'failed', reason, ended: true });
    expect(await answerOf('next')).toEqual({ job: 'next', answered: 1 });
  });

  it('are replaced after so many jobs', async () => {
    open({ jobsPerThread: 2 });
    const answers = await Promise.all(['a', 'b', 'c'].map(answerOf));
    expect(answers).toEqual([
      { job: 'a', answered: 1 },
      { job: 'b', answered: 2 },
      { job: 'c', answered: 1 },
    ]);
  });

  it('refuse a job when too many wait already', async () => {
    open({ mostWaiting: 1 });
    const answers = await Promise.all(['a', 'b', 'c'].map(answerOf));
    expect(answers).toEqual([{ job: 'a', answered: 1 }, { job: 'b', answered: 2 }, { kind: 'busy' }]);
  });

  it('say that a module cannot be loaded', async () => {
    open({ entry: new URL('../../support/no-such-thread.mjs', import.meta.url) });
    expect(await threads.run('a')).toMatchObject({ kind: 'failed', reason: expect.stringContaining('no-such-thread') });
  });
});
