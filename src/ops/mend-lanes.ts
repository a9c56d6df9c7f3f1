import type { Logger } from 'pino';
import type { Archive } from '../article/archive.ts';
import type { LaneJob } from '../article/lane.ts';
import type { Ledger } from '../article/ledger.ts';
import type { Lane } from '../deliver/lane.ts';

export interface MendPorts {
  readonly lanes: readonly Pick<Lane, 'config'>[];
  readonly ledger: Pick<Ledger, 'list'>;
  readonly archive: Pick<Archive, 'get'>;
  readonly add: (job: LaneJob) => Promise<void>;
  /** Articles that have a job for later in the lane; null: the lane is at work, or has too many to look through. */
  readonly delayed: (channel: string) => Promise<ReadonlySet<string> | null>;
  readonly log: Logger;
}

const everyMs = 60_000;
const batch = 1_000;

/**
 * A lane without a job for now has nothing to do; if its ledger says otherwise, the jobs were lost (removed by hand, or
 * by a Redis that lost its last writes), and are added again in the order of planning. Returns how to stop.
 */
export const mendLanes = (ports: MendPorts): (() => void) => {
  const mendAll = (): void => {
    for (const lane of ports.lanes)
      mendLane(ports, lane.config.id).catch((err: unknown) => ports.log.warn({ err }, 'a lane was not looked at'));
  };
  mendAll();
  const timer = setInterval(mendAll, everyMs);
  return () => clearInterval(timer);
};

const mendLane = async ({ ledger, archive, add, delayed, log }: MendPorts, channel: string): Promise<void> => {
  const later = await delayed(channel);
  if (later === null) return;
  const left = await ledger.list({ toDo: true, channels: [channel], order: 'oldest', limit: batch });
  const toDo = left.filter(({ article, needs }) => needs !== 'person' && !later.has(article));
  // Between the two looks a lane may have been given its first job: one too many is harmless.
  for (const { article } of toDo) {
    const breaking = (await archive.get(article))?.post.breaking ?? false;
    await add({ article, channel, breaking, delayMs: 0 });
  }
  if (toDo.length > 0) log.warn({ channel, count: toDo.length }, 'lane jobs were missing and are added again');
};
