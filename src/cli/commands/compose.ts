import { type Command, exitCodes, readText } from '../command.ts';
import { composeLines, composeValue } from '../compose-lines.ts';
import { explainFault } from '../explain-fault.ts';
import { openInput, readJson } from '../read-input.ts';

export const composeCommand: Command = {
  name: 'compose',
  operands: ['[FILE|-]'],
  summary: 'Show what would be said of an article, with no Redis and no network',
  options: {
    jsonl: { type: 'boolean', summary: 'one article a line; one answer a line, in the same order' },
    channel: { type: 'string', value: 'ID', summary: 'the messages as this channel of the configuration has them' },
  },
  run: async (world, input) => {
    const composer = await world.openComposer(readText(input, 'channel') ?? null);
    if (!composer.ok) return explainFault(world, composer.fault);
    const [operand = '-'] = input.operands;
    if (input.flags.jsonl === true) return composeLines(world, openInput(world, operand), composer.value);
    const json = await readJson(world, operand);
    if (!json.ok) return explainFault(world, json.fault);
    const answer = await composeValue(composer.value, 1, json.value);
    await world.stdout.write(`${JSON.stringify(answer)}\n`);
    return 'error' in answer ? exitCodes.failed : exitCodes.done;
  },
};
