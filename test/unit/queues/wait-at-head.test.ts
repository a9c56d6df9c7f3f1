import { describe, expect, it } from '@jest/globals';
import { Worker } from 'bullmq';
import { waitAtHead } from '../../../queues/wait-at-head.ts';

const replyOf = (words: string): Error => Object.assign(new Error(words), { name: 'ReplyError' });
const backToTheHead = Worker.RateLimitError().message;

describe('a job that must wait', () => {
  it('goes back to the head, and its queue waits whole milliseconds, at least one', async () => {
    const waits: number[] = [];
    const worker = { rateLimit: async (ms: number) => void waits.push(ms) };
    for (const ms of [0, 12.3, 1_000]) await expect(waitAtHead(worker, ms)).rejects.toThrow(backToTheHead);
    expect(waits).toEqual([1, 13, 1_000]);
  });

  it('is never failed because Redis takes no writes', async () => {
    const worker = { rateLimit: () => Promise.reject(replyOf('MISCONF Errors writing to the AOF file')) };
    await expect(waitAtHead(worker, 5)).rejects.toThrow(backToTheHead);
  });

  it('hides no bug', async () => {
    const worker = { rateLimit: () => Promise.reject(new TypeError('undefined is not a function')) };
    await expect(waitAtHead(worker, 5)).rejects.toThrow(TypeError);
  });
});
