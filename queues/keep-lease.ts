import { setTimeout as delay } from 'node:timers/promises';
import type { Lease } from './lease.ts';

export interface LeaseUse {
  readonly lease: Lease;
  /** It is ours from now on; called again with a new epoch after each loss. */
  readonly onHold: (epoch: number) => void | Promise<void>;
  /** It was taken or renewed, and may be used for `ms` more. */
  readonly onRenew: (ms: number) => void;
  /** Must end what the lease allows; until it resolves, and for no longer than the lease holds, nobody else begins. */
  readonly onLost: () => Promise<void>;
  /** Another process has it. */
  readonly onOther: (by: string) => void;
  readonly everyMs?: number;
}

const usualEveryMs = 2_000;
/** What is left of the lease for `onLost` when Redis no longer answers, as a share of it. */
const endingShare = 0.4;

const goodForMs = ({ ttlMs }: Lease): number => ttlMs * (1 - endingShare);

/** Takes the lease whenever it is free, renews it, and tells in time when it is lost. Returns how to give it back. */
export const keepLease = (use: LeaseUse): (() => Promise<void>) => {
  const stopping = new AbortController();
  const running = run(use, stopping.signal);
  return async () => {
    stopping.abort();
    await running;
  };
};

const run = async (use: LeaseUse, stopping: AbortSignal): Promise<void> => {
  const { lease, everyMs = usualEveryMs } = use;
  while (!stopping.aborted) {
    const askedAt = performance.now();
    const acquired = await answerWithin(everyMs, lease.acquire());
    if (acquired?.held) {
      use.onRenew(goodForMs(lease) - (performance.now() - askedAt));
      await use.onHold(acquired.epoch);
      await renewUntilLost(use, acquired.epoch, askedAt, stopping);
      await use.onLost();
      await answerWithin(everyMs, lease.release(acquired.epoch));
    } else if (acquired) use.onOther(acquired.by);
    await pause(everyMs, stopping);
  }
};

/** Time is counted from before each request: from then on at the latest Redis counts it. */
const renewUntilLost = async (use: LeaseUse, epoch: number, askedAt: number, stopping: AbortSignal): Promise<void> => {
  const { lease, everyMs = usualEveryMs } = use;
  let provedAt = askedAt;
  while (!stopping.aborted && performance.now() - provedAt < goodForMs(lease)) {
    await pause(everyMs, stopping);
    if (stopping.aborted) return;
    const renewedAt = performance.now();
    const leftMs = goodForMs(lease) - (renewedAt - provedAt);
    if (leftMs <= 0) return;
    const renewed = await answerWithin(Math.min(everyMs, leftMs), lease.renew(epoch));
    if (renewed === false) return;
    if (renewed) {
      provedAt = renewedAt;
      use.onRenew(goodForMs(lease));
    }
  }
};

/** Undefined: Redis did not answer in time. */
const answerWithin = async <T>(ms: number, answer: Promise<T>): Promise<T | undefined> => {
  const late = new AbortController();
  try {
    return await Promise.race([answer, delay(ms, undefined, { signal: late.signal })]);
  } catch {
    return undefined;
  } finally {
    late.abort();
  }
};

const pause = (ms: number, stopping: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal: stopping }).catch(() => undefined);
