import { parentPort } from 'node:worker_threads';
import type { ThreadReply } from './thread.ts';

/** What the module of a thread calls, once: every job that comes is answered, in order. */
export const answerJobs = <Job>(work: (job: Job) => Promise<unknown>): void => {
  const reply = (answer: ThreadReply): void => parentPort?.postMessage(answer);
  parentPort?.on('message', async (job: Job) => {
    try {
      reply({ value: await work(job) });
    } catch (error) {
      reply({ fault: error instanceof Error ? error.message : String(error) });
    }
  });
  reply('ready');
};
