import { startRedis } from '../test/support/redis.ts';
import { type Measured, startRaw, startTellal, timeBareNode } from './processes.ts';

/** Milliseconds from spawn to ready, one each try. */
export interface StartUp {
  /** With its own redis-server, worker and console. */
  readonly start: readonly number[];
  /** On a Redis that runs. */
  readonly worker: readonly number[];
  readonly rawWorker: readonly number[];
  readonly bareNode: readonly number[];
}

const yaml = `
newsroom: { name: Herald }
channels:
  - { id: preview-1, platform: preview, looks: telegram }
`;

export const measureStartUp = async (tries: number, note: (text: string) => void): Promise<StartUp> => {
  const redis = await startRedis();
  const results = {
    start: [] as number[],
    worker: [] as number[],
    rawWorker: [] as number[],
    bareNode: [] as number[],
  };
  try {
    for (let count = 1; count <= tries; count++) {
      note(`start-up: try ${count} of ${tries}`);
      results.bareNode.push(await timeBareNode());
      results.rawWorker.push(await timeStart(startRaw(redis.url, 1)));
      results.worker.push(await timeStart(startTellal('worker', yaml, { REDIS_URL: redis.url })));
      results.start.push(await timeStart(startTellal('start', yaml)));
    }
    return results;
  } finally {
    await redis.close();
  }
};

const timeStart = async (starting: Promise<Measured>): Promise<number> => {
  const started = await starting;
  await started.stop();
  return started.startMs;
};
