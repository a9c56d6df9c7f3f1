import type { Desk } from '../desk/desk.ts';
import { UnavailableError } from '../desk/outcome.ts';
import type { ExitCode } from './command.ts';
import { explainFault } from './explain-fault.ts';
import type { CliWorld } from './world.ts';

/** Opens the desk for one command and closes it whatever came of it. */
export const withDesk = async (world: CliWorld, use: (desk: Desk) => Promise<ExitCode>): Promise<ExitCode> => {
  const opened = await world.openDesk();
  if (!opened.ok) return explainFault(world, opened.fault);
  try {
    return await use(opened.value.desk);
  } catch (error) {
    if (error instanceof UnavailableError) return await explainFault(world, error.fault);
    throw error;
  } finally {
    await opened.value.close();
  }
};
