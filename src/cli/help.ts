import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';

const usageOf = ({ name, operands, options }: Command): string => {
  const flags = Object.entries(options).map(([flag, { value }]) => `[--${flag}${value ? ` ${value}` : ''}]`);
  return ['tellal', name, ...operands, ...flags].join(' ');
};

/** All commands, a line each. */
export const describeAll = (commands: readonly Command[]): string =>
  `tellal announces new articles on Telegram and WhatsApp channels, once and in order, and proves it.

usage: tellal COMMAND ...

${alignColumns(commands.map((command) => [` ${[command.name, ...command.operands].join(' ')}`, command.summary]))}
More about one: tellal COMMAND --help
Data is on stdout, talk on stderr. Exit codes: 0 done, 1 failed, 2 wrong use.
`;

/** One command with its options. */
export const describeOne = (command: Command): string => {
  const options = Object.entries(command.options).map(([flag, { value, summary }]) => [
    ` --${flag}${value ? ` ${value}` : ''}`,
    summary,
  ]);
  return `${command.summary}\n\nusage: ${usageOf(command)}\n${options.length > 0 ? `\n${alignColumns(options)}` : ''}`;
};
