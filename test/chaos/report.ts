import type { ChaosResult } from './chaos-result.ts';
import { offendersOf } from './judge.ts';
import { describeTimes, writeColumns } from './write-columns.ts';

/** Nothing lost, nothing twice, nothing out of order, nothing of a wrong revision, nothing left to do. */
export const isSound = ({ verdict, settled, violations }: ChaosResult): boolean =>
  settled && violations.length === 0 && offendersOf(verdict).length === 0;

const rows: readonly (readonly [string, (result: ChaosResult) => string | number])[] = [
  ['deliveries planned', ({ verdict }) => verdict.planned],
  ['posts on the channels', ({ verdict }) => verdict.standing],
  ['lost', ({ verdict }) => verdict.lost.length],
  ['twice', ({ verdict }) => verdict.twice.length],
  ['out of order', ({ verdict }) => verdict.outOfOrder.length],
  ['wrong revision', ({ verdict }) => verdict.wrong.length],
  ['a person is asked', ({ asked }) => asked.length],
  ['refused, as ordered', ({ refused }) => refused.length],
  ['second copies swept up', ({ verdict }) => verdict.sweptUp],
  ['faults at the platform', ({ faults }) => faults],
  ['kill -9 of a worker', ({ kills }) => kills],
  ['workers frozen', ({ freezes }) => freezes],
  ['kill -9 of Redis', ({ redisKills }) => redisKills],
  ['outages of the platform', ({ outages }) => outages],
  ['workers ended by themselves', ({ ended }) => ended],
  ['left to do at the end', ({ settled }) => (settled ? 'nothing' : 'something')],
  ['a lane moves after a kill', ({ recovery }) => describeTimes(recovery.others)],
  ['the same, a send in flight', ({ recovery }) => describeTimes(recovery.inFlight)],
  ['took', ({ seconds }) => `${seconds.toFixed(0)} s`],
];

export const nameOf = ({ options }: ChaosResult): string => {
  const { worker, redis, inStep, proofChat } = options;
  const place = inStep || redis === 'standalone' ? redis : `${redis}, harder`;
  return `${worker === 'control' ? 'control' : place}${proofChat ? '' : ', no proof chat'}`;
};

/** A column for each run. */
export const writeTable = (results: readonly ChaosResult[]): string =>
  writeColumns(
    rows.map(([title]) => title),
    results.map((result) => [nameOf(result), ...rows.map(([, read]) => String(read(result)))]),
  );
