import type { Attempt } from '../../src/article/delivery.ts';

/** A worker was killed while these lanes had work. */
export interface Kill {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly channels: readonly string[];
}

export interface LaneTrace {
  readonly channel: string;
  /** When requests that post, edit or remove came from this lane; oldest first, epoch milliseconds. */
  readonly requests: readonly number[];
  readonly attempts: readonly Attempt[];
}

/** Milliseconds from a kill to the next request of each lane that had work. */
export interface Recovery {
  /** The lane had a send in flight that died with the worker: it also settles. */
  readonly inFlight: readonly number[];
  readonly others: readonly number[];
}

export const measureRecovery = (kills: readonly Kill[], lanes: readonly LaneTrace[]): Recovery => {
  const samples = kills.flatMap(({ at, channels }) =>
    lanes
      .filter(({ channel }) => channels.includes(channel))
      .map(({ requests, attempts }) => ({
        ms: (requests.find((time) => time > at) ?? Number.NaN) - at,
        inFlight: attempts.some((attempt) => diedAt(attempt, at)),
      }))
      .filter(({ ms }) => !Number.isNaN(ms)),
  );
  const take = (inFlight: boolean): readonly number[] =>
    samples.filter((sample) => sample.inFlight === inFlight).map(({ ms }) => ms);
  return { inFlight: take(true), others: take(false) };
};

/** Longer than any attempt lives. */
const aliveMs = 15_000;

const diedAt = ({ startedAt, receipt }: Attempt, at: number): boolean =>
  startedAt <= at &&
  startedAt > at - aliveMs &&
  receipt?.outcome === 'unknown' &&
  receipt.cause.includes('did not come back');

/** NaN of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
