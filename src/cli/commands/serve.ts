import { type Command, exitCodes } from '../command.ts';
import { explainFault } from '../explain-fault.ts';
import type { CliWorld } from '../world.ts';

const serve = (name: string, summary: string, run: (world: CliWorld) => ReturnType<CliWorld['start']>): Command => ({
  name,
  operands: [],
  summary,
  options: {},
  run: async (world) => {
    const outcome = await run(world);
    return outcome.ok ? exitCodes.done : explainFault(world, outcome.fault);
  },
});

export const startCommand = serve('start', 'Run a worker and the console in one process', (world) => world.start());
export const workerCommand = serve('worker', 'Run a worker: take articles and deliver posts', (world) => world.work());
export const consoleCommand = serve('console', 'Run the HTTP API and the editors’ console', (world) => world.console());
