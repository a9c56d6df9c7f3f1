import { type Command, type ExitCode, exitCodes, readUsage } from './command.ts';
import { commands } from './commands.ts';
import { talk } from './explain-fault.ts';
import { describeAll, describeOne } from './help.ts';
import { OutputError, PipeClosedError } from './sink.ts';
import type { CliWorld } from './world.ts';

/** Does what was typed (without the program's name) and resolves with the exit code. */
export const runCli = async (argv: readonly string[], world: CliWorld): Promise<number> => {
  // Talk that nobody can hear must not stop what is being done.
  const stderr = { write: (text: string) => world.stderr.write(text).catch(() => undefined) };
  try {
    return await dispatch(argv, { ...world, stderr });
  } catch (error) {
    if (error instanceof PipeClosedError) return exitCodes.done;
    if (!(error instanceof OutputError)) throw error;
    await talk({ stderr }, `the output cannot be written: ${error.message}`);
    return exitCodes.failed;
  }
};

const dispatch = async (argv: readonly string[], world: CliWorld): Promise<ExitCode> => {
  const [first, second] = argv;
  if (first === undefined) {
    await world.stderr.write(describeAll(commands));
    return exitCodes.wrongUse;
  }
  if (first === '--version') return tell(world, `${world.version}\n`);
  if (first === '--help' || first === '-h' || first === 'help') return tell(world, describeAll(commands));
  const two = commands.find(({ name }) => name === `${first} ${second}`);
  const one = commands.find(({ name }) => name === first);
  if (two) return runCommand(two, argv.slice(2), world);
  if (one) return runCommand(one, argv.slice(1), world);
  return explainUnknown(world, first, second);
};

const runCommand = async (command: Command, args: readonly string[], world: CliWorld): Promise<ExitCode> => {
  const usage = readUsage(command, args);
  switch (usage.kind) {
    case 'help':
      return tell(world, describeOne(command));
    case 'wrong':
      return complain(world, `${usage.message}; see: tellal ${command.name} --help`);
    case 'run':
      return command.run(world, usage.input);
  }
};

/** `tellal access` alone, or its `--help`, names what can follow. */
const explainUnknown = (world: CliWorld, first: string, second: string | undefined): Promise<ExitCode> => {
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length === 0) return complain(world, `there is no command ${JSON.stringify(first)}; see: tellal --help`);
  if (second === '--help' || second === '-h') return tell(world, group.map(describeOne).join('\n'));
  return complain(world, `say one of: ${group.map(({ name }) => `tellal ${name}`).join(', ')}`);
};

const tell = async (world: CliWorld, text: string): Promise<ExitCode> => {
  await world.stdout.write(text);
  return exitCodes.done;
};

const complain = async (world: CliWorld, words: string): Promise<ExitCode> => {
  await talk(world, words);
  return exitCodes.wrongUse;
};
