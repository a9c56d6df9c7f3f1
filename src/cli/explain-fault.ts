import type { Fault } from '../desk/desk.ts';
import { onOneLine } from './align-columns.ts';
import { type ExitCode, exitCodes } from './command.ts';
import type { CliWorld } from './world.ts';

/** The fault in one sentence. */
export const sentenceOf = ({ message, errors = [] }: Fault): string => {
  const [first, ...rest] = errors;
  if (!first) return message;
  return rest.length === 0 ? first.message : `${first.message} (and ${rest.length} more)`;
};

/** Says the fault and its remedy to whoever gave the command. */
export const explainFault = async (world: Pick<CliWorld, 'stderr'>, fault: Fault): Promise<ExitCode> => {
  const lines = [
    // The faults of a configuration come as several lines.
    ...`tellal: ${fault.message}`.split('\n').map(onOneLine),
    ...(fault.errors ?? []).map((error) => `  ${onOneLine(error.message)}`),
    ...(fault.hint ? [`  ${onOneLine(fault.hint)}`] : []),
  ];
  await world.stderr.write(`${lines.join('\n')}\n`);
  return exitCodes.failed;
};

/** One line of talk. */
export const talk = (world: Pick<CliWorld, 'stderr'>, words: string): Promise<void> =>
  world.stderr.write(`tellal: ${onOneLine(words)}\n`);
