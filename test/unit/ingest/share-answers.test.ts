import { describe, expect, it } from '@jest/globals';
import { shareAnswers } from '../../../src/ingest/share-answers.ts';

/** Answers with the length of the key; every asking is written down. */
const start = (bounds = { answers: 3, bytes: 100 }) => {
  const asked: string[] = [];
  const clock = { now: 0 };
  const share = shareAnswers<number>({
    ask: async (key) => {
      asked.push(key);
      if (key === 'broken') throw new Error('broken');
      return key.length;
    },
    bytesOf: (answer) => answer,
    keepMsOf: () => 1_000,
    bounds,
    now: () => clock.now,
  });
  return { asked, clock, share };
};

describe('shareAnswers', () => {
  it('asks once for all who ask at the same time', async () => {
    const { asked, share } = start();
    expect(await Promise.all([share('a'), share('a'), share('b')])).toEqual([1, 1, 1]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('keeps an answer for its time, and no longer', async () => {
    const { asked, clock, share } = start();
    await share('a');
    clock.now = 999;
    await share('a');
    expect(asked).toEqual(['a']);
    clock.now = 1_000;
    await share('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('drops what was used least when there are too many', async () => {
    const { asked, share } = start({ answers: 2, bytes: 100 });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await share(key);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('drops what was used least when there are too many bytes', async () => {
    const { asked, share } = start({ answers: 9, bytes: 5 });
    for (const key of ['aaa', 'bbb', 'bbb', 'aaa']) await share(key);
    expect(asked).toEqual(['aaa', 'bbb', 'aaa']);
  });

  it('does not keep an answer that is larger than all room', async () => {
    const { asked, share } = start({ answers: 9, bytes: 2 });
    await share('aaa');
    await share('aaa');
    expect(asked).toEqual(['aaa', 'aaa']);
  });

  it('asks again after an error', async () => {
    const { asked, share } = start();
    await expect(share('broken')).rejects.toThrow('broken');
    await expect(share('broken')).rejects.toThrow('broken');
    expect(asked).toEqual(['broken', 'broken']);
  });
});
