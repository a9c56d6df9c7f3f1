import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { startRedis } from '../test/support/redis.ts';
import { startBotApi } from '../test/support/telegram/bot-api.ts';
import { createEvent } from './articles.ts';
import { withCleanUp } from './clean-up.ts';
import { type Measured, startRaw, startTellal } from './processes.ts';

/** Milliseconds, one each event. */
export interface Latency {
  readonly tellal: readonly number[];
  readonly raw: readonly number[];
}

const chat = -1001000000001;
const warmUp = 20;
/** Both sides are at rest again before the next event. */
const restMs = 15;
const arriveWithinMs = 10_000;

const yaml = (apiRoot: string): string => `
newsroom: { name: Herald }
accounts:
  telegram: { apiRoot: ${apiRoot} }
channels:
  - { id: tg, platform: telegram, target: "@herald_bench", perMinute: 0, minGapSeconds: 0 }
`;

/**
 * One event at a time, by turns through Tellal (from `add` to the head of the request at the Bot API's stand-in, which
 * lives in this process) and through raw BullMQ (from `add` to the start of the job), both idle, on the same Redis.
 */
export const measureLatency = (events: number, note: (text: string) => void): Promise<Latency> =>
  withCleanUp(async (later) => {
    const redis = await startRedis(['--appendfsync', 'everysec']);
    later(redis.close);
    const api = await startBotApi();
    later(api.close);
    api.addChannel({ id: chat, username: 'herald_bench', title: 'Herald' });
    const env = { REDIS_URL: redis.url, TELEGRAM_BOT_TOKEN: api.token };
    const tellalWorker = await startTellal('worker', yaml(api.url), env);
    later(tellalWorker.stop);
    const rawWorker = await startRaw(redis.url, 0);
    later(rawWorker.stop);
    const open = (prefix: string): Queue => new Queue('articles', { connection: { path: redis.url }, prefix });
    const [ours, theirs] = [open('{tellal}'), open('{raw}')];
    later(() => Promise.all([ours.close(), theirs.close()]));

    const tellal: number[] = [];
    const raw: number[] = [];
    for (let number = 0; number < warmUp + events; number++) {
      if (number % 50 === 0) note(`latency: event ${number} of ${warmUp + events}`);
      const ourMs = await timeTellal(ours, number);
      await delay(restMs);
      const rawMs = await timeRaw(theirs, rawWorker, number);
      await delay(restMs);
      if (number < warmUp) continue;
      tellal.push(ourMs);
      raw.push(rawMs);
    }
    const posts = api.posts(chat).length;
    if (posts !== warmUp + events) throw new Error(`${posts} posts appeared of ${warmUp + events}`);
    return { tellal, raw };
  });

const timeTellal = async (queue: Queue, number: number): Promise<number> => {
  const arrival = nextPost();
  const event = createEvent(number);
  const addedAt = performance.now();
  await queue.add(event.type, event);
  return (await arrival) - addedAt;
};

/** When the head of the next sendMessage reached a server of this process, before anything was done with it. */
const nextPost = (): Promise<number> =>
  new Promise((settle, fail) => {
    const requests = channel('http.server.request.start');
    const end = (): void => {
      clearTimeout(timer);
      requests.unsubscribe(look);
    };
    const look = (message: unknown): void => {
      if (!(message as { request: IncomingMessage }).request.url?.endsWith('/sendMessage')) return;
      settle(performance.now());
      end();
    };
    const timer = setTimeout(() => {
      end();
      fail(new Error(`no request arrived in ${arriveWithinMs / 1_000} s`));
    }, arriveWithinMs);
    requests.subscribe(look);
  });

/** Both processes read the same monotonic clock. */
const timeRaw = async (queue: Queue, { child }: Measured, number: number): Promise<number> => {
  const started = once(child, 'message', { signal: AbortSignal.timeout(arriveWithinMs) });
  const event = createEvent(number);
  const addedAt = process.hrtime.bigint();
  await queue.add(event.type, event);
  const [{ startedAt }] = (await started) as [{ startedAt: string }];
  return Number(BigInt(startedAt) - addedAt) / 1e6;
};
