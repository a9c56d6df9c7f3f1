import { parseArgs } from 'node:util';
import type { CliWorld } from './world.ts';

export const exitCodes = { done: 0, failed: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Option {
  readonly type: 'boolean' | 'string';
  /** What stands for the value in the help: `TIME`. */
  readonly value?: string;
  readonly summary: string;
}

/** What was typed after the command's name. */
export interface Input {
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  /** As it is typed: `push`, `config check`. */
  readonly name: string;
  /** As the help shows them; one in brackets may be left out. */
  readonly operands: readonly string[];
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What is wrong with the use, beyond unknown options and missing operands. */
  readonly check?: (input: Input) => string | null;
  run(world: CliWorld, input: Input): Promise<ExitCode>;
}

export const readText = ({ flags }: Input, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};

export type Usage =
  | { readonly kind: 'run'; readonly input: Input }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads what follows the command's name. */
export const readUsage = (command: Command, args: readonly string[]): Usage => {
  const options = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    if (values.help) return { kind: 'help' };
    const input: Input = { operands: positionals, flags: values };
    const fault = checkOperands(command, positionals) ?? command.check?.(input) ?? null;
    return fault === null ? { kind: 'run', input } : { kind: 'wrong', message: fault };
  } catch (error) {
    if (!isUsageFault(error)) throw error;
    // Node's words go on with advice on `--` that helps nobody who mistyped an option.
    return { kind: 'wrong', message: error.message.replace(/\. To specify .*$/s, '') };
  }
};

const isUsageFault = (error: unknown): error is { readonly message: string } =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const checkOperands = ({ operands }: Command, given: readonly string[]): string | null => {
  const missing = operands.slice(given.length).find((operand) => !operand.startsWith('['));
  if (missing) return `${missing} is missing`;
  const extra = given[operands.length];
  return extra === undefined ? null : `nothing is known to do with ${JSON.stringify(extra)}`;
};
