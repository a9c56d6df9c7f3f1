import { offendersOf } from '../judge.ts';
import { describeTimes, writeColumns } from '../write-columns.ts';
import type { ChaosResult } from './chaos-result.ts';
import type { StrikeKind } from './script-strikes.ts';

/** A control that shows nothing is a failure. */
export const isPassed = (result: ChaosResult): boolean => {
  const { options, verdict, settled, violations, untrue, asked, browsers } = result;
  if (options.pass === 'control') return verdict.twice.length > 0;
  // WhatsApp shows what stands, so that nobody has to be asked.
  const faults = [offendersOf(verdict), untrue, asked, violations];
  return settled && browsers <= 1 && faults.every(({ length }) => length === 0);
};

type Row = readonly [title: string, read: (result: ChaosResult) => string | number];

const strikesOf =
  (...kinds: readonly StrikeKind[]): Row[1] =>
  ({ struck }) =>
    struck.filter(({ kind }) => kinds.includes(kind)).length;
const recoveryAfter =
  (...kinds: readonly StrikeKind[]): Row[1] =>
  ({ recovery }) =>
    describeTimes(kinds.flatMap((kind) => recovery.get(kind) ?? []));

const rows: readonly Row[] = [
  ['deliveries planned', ({ verdict }) => verdict.planned],
  ['posts on the channels', ({ verdict }) => verdict.standing],
  ['lost', ({ verdict }) => verdict.lost.length],
  ['twice', ({ verdict }) => verdict.twice.length],
  ['out of order', ({ verdict }) => verdict.outOfOrder.length],
  ['wrong revision', ({ verdict }) => verdict.wrong.length],
  ['ledger untrue', ({ untrue }) => untrue.length],
  ['a person is asked', ({ asked }) => asked.length],
  ['second copies swept up', ({ verdict }) => verdict.sweptUp],
  ['without their picture', ({ withoutPicture }) => withoutPicture],
  ['faults of server and page', ({ faults }) => faults],
  ['kill -9 of the worker that holds the account', strikesOf('worker')],
  ['kill -9 of the child', strikesOf('child')],
  ['kill -9 of the browser', strikesOf('browser')],
  ['worker frozen', strikesOf('freeze-worker')],
  ['browser frozen', strikesOf('freeze-browser')],
  ['kill -9 of Redis', strikesOf('redis')],
  ['WhatsApp refuses connections', strikesOf('outage')],
  ['CONFLICT, TIMEOUT, UNPAIRED_IDLE', strikesOf('conflict', 'timeout', 'unpaired-idle')],
  ['the page is loaded again', strikesOf('reload')],
  ['devices removed on the phone', strikesOf('log-out')],
  ['a person posts in between', strikesOf('person')],
  ['links by a person', ({ links }) => links],
  ['loads of the page', ({ loads }) => loads],
  ['browsers at once, at most', ({ browsers }) => browsers],
  ['left to do at the end', ({ settled }) => (settled ? 'nothing' : 'something')],
  ['next post after kill or freeze of the worker', recoveryAfter('worker', 'freeze-worker')],
  ['after kill of child or browser', recoveryAfter('child', 'browser')],
  ['after the browser froze', recoveryAfter('freeze-browser')],
  ['after CONFLICT, UNPAIRED_IDLE, a new load', recoveryAfter('conflict', 'unpaired-idle', 'reload')],
  ['start of the browser -> ready', ({ starts }) => describeTimes(starts)],
  ['a post of text', ({ posts }) => describeTimes(posts.text)],
  ['a post with a picture', ({ posts }) => describeTimes(posts.picture)],
  ['took', ({ seconds }) => `${seconds.toFixed(0)} s`],
];

export const nameOf = ({ options }: ChaosResult): string =>
  ({ plain: 'whatsapp', drift: 'a later build', control: 'control' })[options.pass];

/** A column for each run. */
export const writeTable = (results: readonly ChaosResult[]): string =>
  writeColumns(
    rows.map(([title]) => title),
    results.map((result) => [nameOf(result), ...rows.map(([, read]) => String(read(result)))]),
  );
