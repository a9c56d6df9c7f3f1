type Process = Pick<NodeJS.Process, 'once' | 'exit'>;

/**
 * Resolves at the first SIGTERM or SIGINT; a second one ends the process at once.
 * SIGHUP and SIGPIPE keep their defaults: a lost terminal ends us like anybody else, and Redis knows what was in flight.
 */
export const stopOnSignals = (process: Process): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
  });
