import { describe, expect, it } from '@jest/globals';
import { readUsage } from '../../../src/cli/command.ts';
import { commands } from '../../../src/cli/commands.ts';
import { readDocs } from '../../support/docs/read-docs.ts';

/** What is typed in one line after `tellal`, word by word; quotes hold words together. */
const readArgs = (line: string): readonly string[] =>
  (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));

const findCommand = ([first = '', second = '']: readonly string[]) =>
  commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first);

const typed = readDocs().flatMap(({ path, code }) =>
  code.flatMap((line) => {
    const args = /^(?:npx |\$ )?tellal (.+)$/.exec(line.trim())?.[1];
    return args === undefined ? [] : [{ path, line: line.trim(), args: readArgs(args) }];
  }),
);

describe('the commands in the docs', () => {
  it('are found in them', () => {
    expect(typed.length).toBeGreaterThan(20);
  });

  it.each(typed)('$path: $line', ({ args }) => {
    const command = findCommand(args);
    if (!command) throw new Error('there is no such command');
    const rest = args.slice(command.name.split(' ').length);
    // In running text a command may stand without its operands.
    if (rest.length > 0) expect(readUsage(command, rest)).toMatchObject({ kind: 'run' });
  });
});
