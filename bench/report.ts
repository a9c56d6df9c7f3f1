import { alignColumns } from '../src/cli/align-columns.ts';
import type { Latency } from './latency.ts';
import type { Machine } from './machine.ts';
import type { StartUp } from './start-up.ts';
import { median, quantile } from './statistics.ts';
import { medianOf, type Throughput } from './throughput.ts';

/** A part that could not be measured is null, and its fault has been told. */
export interface Results {
  readonly machine: Machine;
  readonly throughput: Throughput | null;
  readonly latency: Latency | null;
  readonly startUp: StartUp | null;
}

/** One line of the table; `goal`: what we hold ourselves to. */
interface Line {
  readonly what: string;
  readonly tellal: number;
  readonly raw: number;
  readonly goal?: { readonly text: string; readonly met: boolean };
}

const atMost = (value: number, limit: number, unit: string) => ({
  text: `<= ${limit} ${unit}`,
  met: value <= limit,
});

const throughputLines = (throughput: Throughput): readonly Line[] => {
  const [tellal, raw] = [medianOf(throughput.tellal, 'perSecond'), medianOf(throughput.raw, 'perSecond')];
  const [atStart, after] = [medianOf(throughput.tellal, 'memoryAtStart'), medianOf(throughput.tellal, 'memoryAfter')];
  return [
    {
      what: 'articles to 3 preview channels, a second',
      tellal,
      raw,
      goal: { text: '>= half of raw', met: tellal >= raw / 2 },
    },
    {
      what: 'processor time of the worker, ms an article',
      tellal: medianOf(throughput.tellal, 'workerMs'),
      raw: medianOf(throughput.raw, 'workerMs'),
    },
    {
      what: 'processor time of Redis, ms an article',
      tellal: medianOf(throughput.tellal, 'redisMs'),
      raw: medianOf(throughput.raw, 'redisMs'),
    },
    {
      what: 'memory of the worker once ready, MB RSS',
      tellal: atStart,
      raw: medianOf(throughput.raw, 'memoryAtStart'),
      goal: atMost(atStart, 150, 'MB'),
    },
    {
      what: 'memory of the worker after the run, MB RSS',
      tellal: after,
      raw: medianOf(throughput.raw, 'memoryAfter'),
      goal: atMost(after, 150, 'MB'),
    },
  ];
};

const latencyLines = ({ tellal, raw }: Latency): readonly Line[] =>
  (
    [
      [0.5, 10],
      [0.99, 50],
    ] as const
  ).map(([share, limit]) => ({
    what: `event in the queue -> request at the platform, p${share * 100} ms`,
    tellal: quantile(tellal, share),
    raw: quantile(raw, share),
    goal: atMost(quantile(tellal, share), limit, 'ms'),
  }));

const startUpLines = ({ start, worker, rawWorker, bareNode }: StartUp): readonly Line[] => [
  { what: 'until ready: tellal start, ms (against node -e 0)', tellal: median(start), raw: median(bareNode) },
  { what: 'until ready: tellal worker, ms', tellal: median(worker), raw: median(rawWorker) },
];

const format = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** The results as a table for people. */
export const renderReport = ({ machine, throughput, latency, startUp }: Results): string => {
  const lines = [
    ...(throughput ? throughputLines(throughput) : []),
    ...(latency ? latencyLines(latency) : []),
    ...(startUp ? startUpLines(startUp) : []),
  ];
  const rows = lines.map(({ what, tellal, raw, goal }) => [
    what,
    format(tellal),
    format(raw),
    (tellal / raw).toFixed(2),
    goal?.text ?? '',
    goal ? (goal.met ? 'met' : 'MISSED') : '',
  ]);
  const { cpu, cores, memoryGb, node, redis, date, load } = machine;
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB; node ${node}, redis ${redis}; ${date}; load at the start ${load}\n\n`,
    alignColumns([['what', 'Tellal', 'raw BullMQ', 'ratio', 'goal', ''], ...rows]),
  ].join('');
};
