import { alignColumns } from '../align-columns.ts';
import { type Command, exitCodes } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { paintState } from '../paint-state.ts';

export const configCheckCommand: Command = {
  name: 'config check',
  operands: [],
  summary: 'Check the configuration and the environment, and start nothing',
  options: {},
  run: async (world) => {
    const outcome = await world.checkConfig();
    if (!outcome.ok) return explainFault(world, outcome.fault);
    await talk(world, outcome.value);
    return exitCodes.done;
  },
};

export const doctorCommand: Command = {
  name: 'doctor',
  operands: [],
  summary: 'Look for what would keep Tellal from working here',
  options: {},
  run: async (world) => {
    const examined = await world.doctor();
    const rows = examined.map(({ subject, state, detail, hint }) => [
      subject,
      state,
      hint ? `${detail}; ${hint}` : detail,
    ]);
    await world.stdout.write(alignColumns(rows, (cell, column) => (column === 1 ? paintState(world)(cell) : cell)));
    return examined.some(({ state }) => state === 'failed') ? exitCodes.failed : exitCodes.done;
  },
};
