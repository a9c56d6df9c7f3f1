import type { Logger } from 'pino';
import { remedyFor } from '../../queues/faults.ts';

const againMs = 60_000;

interface Faulty {
  readonly name: string;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Logs what the queues complain of, and what to do about it. The same fault is told once a minute at most. */
export const warnOfFaults = (workers: readonly Faulty[], log: Logger): void => {
  let told = { what: '', at: 0 };
  for (const worker of workers)
    worker.on('error', ({ message }) => {
      const remedy = remedyFor(message);
      // Each script of Redis has its own words for the same refusal.
      const what = remedy ?? message;
      if (what === told.what && Date.now() - told.at < againMs) return;
      told = { what, at: Date.now() };
      const fault = { queue: worker.name, fault: message };
      if (remedy === null) log.warn(fault, 'queue fault');
      else log.error({ ...fault, remedy }, 'Redis takes no writes: everything waits, nothing is lost');
    });
};
