/** The stand-in's time: real time plus what a test added, or standing still. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Moves time on and runs what became due, without waiting. */
  advance(ms: number): void;
  /** Runs `action` once, `ms` from now on this clock. */
  after(ms: number, action: () => void): void;
}

interface Alarm {
  readonly at: number;
  readonly action: () => void;
  timer: NodeJS.Timeout | undefined;
}

export interface StoppableClock extends Clock {
  /** Forgets everything that was to happen. */
  stop(): void;
}

export const createClock = (frozen = false): StoppableClock => {
  const start = Date.now();
  const alarms = new Set<Alarm>();
  let added = 0;
  const now = (): number => (frozen ? start : Date.now()) + added;

  const ring = (alarm: Alarm): void => {
    if (!alarms.delete(alarm)) return;
    clearTimeout(alarm.timer);
    alarm.action();
  };
  const set = (alarm: Alarm): void => {
    clearTimeout(alarm.timer);
    if (!frozen) alarm.timer = setTimeout(() => ring(alarm), Math.max(0, alarm.at - now())).unref();
  };

  return {
    now,
    advance: (ms) => {
      added += ms;
      const byTime = [...alarms].sort((a, b) => a.at - b.at);
      for (const alarm of byTime) {
        if (alarm.at <= now()) ring(alarm);
        else set(alarm);
      }
    },
    after: (ms, action) => {
      const alarm: Alarm = { at: now() + ms, action, timer: undefined };
      alarms.add(alarm);
      set(alarm);
    },
    stop: () => {
      for (const alarm of alarms) clearTimeout(alarm.timer);
      alarms.clear();
    },
  };
};
