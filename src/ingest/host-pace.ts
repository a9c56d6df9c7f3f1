/** Waits for a turn at a host; null if too many wait already or it took too long. Call what it gives when done. */
export type TakeTurn = (host: string) => Promise<(() => void) | null>;

export interface PaceOptions {
  /** Turns of one host at the same time. */
  readonly perHost: number;
  /** Rest after each turn before the next one takes its place. */
  readonly gapMs: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}

interface HostTurns {
  taken: number;
  readonly waiting: Set<() => void>;
}

export const createHostPace = ({ perHost, gapMs, maxWaiting, maxWaitMs }: PaceOptions): TakeTurn => {
  const hosts = new Map<string, HostTurns>();
  let waiting = 0;

  const free = (host: string, turns: HostTurns): void => {
    const [next] = turns.waiting;
    if (next) next();
    else if (--turns.taken === 0) hosts.delete(host);
  };
  const turnOf = (host: string, turns: HostTurns) => () => {
    setTimeout(free, gapMs, host, turns);
  };

  return async (host) => {
    const turns = hosts.get(host) ?? { taken: 0, waiting: new Set() };
    hosts.set(host, turns);
    if (turns.taken < perHost) {
      turns.taken += 1;
      return turnOf(host, turns);
    }
    if (waiting >= maxWaiting) return null;
    waiting += 1;
    const came = await new Promise<boolean>((resolve) => {
      const settle = (answer: boolean): void => {
        clearTimeout(timer);
        turns.waiting.delete(next);
        resolve(answer);
      };
      const next = (): void => settle(true);
      const timer = setTimeout(settle, maxWaitMs, false);
      turns.waiting.add(next);
    });
    waiting -= 1;
    return came ? turnOf(host, turns) : null;
  };
};
