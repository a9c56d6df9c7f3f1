import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { warnOfFaults } from '../../../src/ops/queue-faults.ts';

const startQueues = (...names: readonly string[]) => {
  const lines: { readonly level: number; readonly msg: string; readonly remedy?: string; readonly queue: string }[] =
    [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const queues = names.map((name) => Object.assign(new EventEmitter(), { name }));
  warnOfFaults(queues, log);
  const complain = (at: number, words: string) => queues[at]?.emit('error', new Error(words));
  return { lines, complain };
};

describe('faults of the queues', () => {
  it.each([
    [
      'MISCONF Errors writing to the AOF file: No space left on device script: f_1, on @user_script:3.',
      'room on the disk',
    ],
    ["OOM command not allowed when used memory > 'maxmemory'.", 'maxmemory'],
    ["READONLY You can't write against a read only replica.", 'primary'],
  ])('say what to do when Redis takes no writes: %s', (words, remedy) => {
    const { lines, complain } = startQueues('articles');
    complain(0, words);
    expect(lines).toMatchObject([
      { level: 50, queue: 'articles', fault: words, remedy: expect.stringContaining(remedy) },
    ]);
  });

  it('are told once, whichever queue and script they come from', () => {
    const { lines, complain } = startQueues('articles', 'lane-tg-ru');
    complain(0, 'MISCONF Errors writing to the AOF file: File too large script: f_1');
    complain(1, 'MISCONF Errors writing to the AOF file: File too large script: f_2');
    complain(1, 'MISCONF Errors writing to the AOF file: File too large');
    expect(lines).toHaveLength(1);
  });

  it('are told anew when they are others', () => {
    const { lines, complain } = startQueues('articles');
    for (const words of ['Missing lock for job 7', 'OOM command not allowed', 'Missing lock for job 7'])
      complain(0, words);
    expect(lines.map(({ level }) => level)).toEqual([40, 50, 40]);
  });
});
