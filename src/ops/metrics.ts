import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Recorded } from '../record/record.ts';
import { within } from './wait.ts';

export interface LaneCounts {
  readonly queue: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Metrics {
  noteEvent(result: 'done' | 'dead' | 'again'): void;
  noteDelivery(recorded: Recorded): void;
  noteChannel(channel: string, up: boolean): void;
  /** Another process runs it from now on. */
  forgetChannel(channel: string): void;
  /** The text format of Prometheus. */
  read(): Promise<string>;
}

/** A scrape is given up by Prometheus after ten seconds. */
const queuesWithinMs = 2_000;

/** `readQueues` is asked at each scrape; when it fails (Redis is away) the queue gauges are absent, the rest stays. */
export const createMetrics = (readQueues: () => Promise<readonly LaneCounts[]>): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const events = new Counter({
    name: 'tellal_events_total',
    help: 'Events taken from the articles queue, by what came of them.',
    labelNames: ['result'],
    registers,
  });
  const deliveries = new Counter({
    name: 'tellal_deliveries_total',
    help: 'Attempts to post, edit or remove, by channel, operation and outcome.',
    labelNames: ['channel', 'operation', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'tellal_delivery_duration_seconds',
    help: 'From the claim in the ledger to the receipt of the platform.',
    labelNames: ['channel'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120],
    registers,
  });
  const lag = new Histogram({
    name: 'tellal_publish_lag_seconds',
    help: 'From the planning of a delivery to its acceptance by the channel; waiting for gaps and quiet hours included.',
    labelNames: ['channel'],
    buckets: [0.01, 0.05, 0.2, 1, 5, 15, 60, 300, 900, 3600],
    registers,
  });
  const up = new Gauge({
    name: 'tellal_channel_up',
    help: '1 if posts can go out on the channel, by its latest status.',
    labelNames: ['channel'],
    registers,
  });
  new Gauge({
    name: 'tellal_queue_jobs',
    help: 'Jobs in each queue by state.',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const { queue, counts } of (await within(queuesWithinMs, readQueues())) ?? [])
        for (const [state, count] of Object.entries(counts)) this.set({ queue, state }, count);
    },
  });
  return {
    noteEvent: (result) => events.inc({ result }),
    noteDelivery: ({ channel, operation, receipt, tookMs, lagMs }) => {
      deliveries.inc({ channel, operation, outcome: receipt.outcome });
      duration.observe({ channel }, tookMs / 1_000);
      if (receipt.outcome === 'accepted' && operation === 'post') lag.observe({ channel }, lagMs / 1_000);
    },
    noteChannel: (channel, isUp) => up.set({ channel }, isUp ? 1 : 0),
    forgetChannel: (channel) => up.remove({ channel }),
    read: () => registry.metrics(),
  };
};
