import type { Random } from '../random.ts';
import type { RunOptions } from './run-options.ts';

/**
 * - `worker`, `child`, `browser`: SIGKILL of the worker that holds the account, of the process that drives its browser,
 *   and of the browser.
 * - `freeze-worker`, `freeze-browser`: SIGSTOP, of the worker for longer than its lease lives, of the browser for ever.
 * - `redis`: SIGKILL; it comes back on what it wrote.
 * - `outage`: WhatsApp refuses connections for a moment.
 * - `conflict`, `timeout`, `unpaired-idle`: what WhatsApp Web says of its connection.
 * - `reload`: the page is loaded again, as after an update.
 * - `log-out`: the phone removes its linked devices; a person links again.
 * - `person`: somebody else posts to a channel.
 */
export type StrikeKind =
  | 'worker'
  | 'child'
  | 'browser'
  | 'freeze-worker'
  | 'freeze-browser'
  | 'redis'
  | 'outage'
  | 'conflict'
  | 'timeout'
  | 'unpaired-idle'
  | 'reload'
  | 'log-out'
  | 'person';

/** What is done to the house, and after which share of all posts. */
export interface Strike {
  readonly kind: StrikeKind;
  /** 0 to 1. */
  readonly at: number;
  /** With a post in flight, which the server takes before or after the strike; null: as it comes. */
  readonly midSend: 'before' | 'after' | null;
}

/** Those that end the page while something may be in flight in it. */
const lethal: ReadonlySet<StrikeKind> = new Set(['worker', 'child', 'browser', 'freeze-browser']);
const moments = ['before', null, 'after'] as const;

export const scriptStrikes = (random: Random, { strikes, strikesWithin }: RunOptions): readonly Strike[] =>
  (Object.entries(strikes) as [StrikeKind, number][])
    .flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, i): Strike => {
        const at = ((i + random.below(1_000) / 1_000) / count) * strikesWithin;
        // Frozen while it starts, it only shows how long a start may take.
        const moment = kind === 'freeze-browser' ? 'after' : (moments[i % moments.length] ?? null);
        return { kind, at, midSend: lethal.has(kind) ? moment : null };
      }),
    )
    .sort((one, other) => one.at - other.at);
