/** Lets one in at a time, in the order of asking. */
export interface Turnstile {
  /** How to leave; null: the turn did not come within `withinMs`, or the call was stopped. */
  enter(withinMs: number, signal?: AbortSignal): Promise<(() => void) | null>;
}

export const createTurnstile = (): Turnstile => {
  const line: (() => void)[] = [];
  let taken = false;

  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else taken = false;
  };
  const leaveOnce = (): (() => void) => {
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };

  return {
    enter: async (withinMs, signal) => {
      if (signal?.aborted) return null;
      if (!taken) {
        taken = true;
        return leaveOnce();
      }
      const patience = AbortSignal.timeout(withinMs);
      const stop = signal ? AbortSignal.any([signal, patience]) : patience;
      return new Promise((resolve) => {
        const enter = (): void => {
          stop.removeEventListener('abort', giveUp);
          resolve(leaveOnce());
        };
        const giveUp = (): void => {
          line.splice(line.indexOf(enter), 1);
          resolve(null);
        };
        line.push(enter);
        stop.addEventListener('abort', giveUp);
      });
    },
  };
};
