import { type Delivery, deliveryStates, isState } from '../../article/delivery.ts';
import { alignColumns } from '../align-columns.ts';
import { type Command, exitCodes, readText } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { paintState } from '../paint-state.ts';
import { detailOf, printJsonLines } from '../print-followed.ts';
import { withDesk } from '../with-desk.ts';

const limit = 1_000;

export const deliveriesCommand: Command = {
  name: 'deliveries',
  operands: [],
  summary: 'List deliveries, the newest first',
  options: {
    state: { type: 'string', value: 'STATE', summary: 'only those in this state, as in refused or unknown' },
    json: { type: 'boolean', summary: 'one JSON object a line' },
  },
  check: (input) => {
    const state = readText(input, 'state');
    return state === undefined || isState(state)
      ? null
      : `--state must be one of: ${deliveryStates.join(', ')}; not ${JSON.stringify(state)}`;
  },
  run: (world, input) =>
    withDesk(world, async (desk) => {
      const state = readText(input, 'state');
      const found = await desk.deliveries(world.actor, { ...(state === undefined ? {} : { state }), limit });
      if (!found.ok) return explainFault(world, found.fault);
      const text =
        input.flags.json === true
          ? printJsonLines(found.value)
          : alignColumns(found.value.map(rowOf), paintState(world));
      if (text !== '') await world.stdout.write(text);
      if (found.value.length === 0) await talk(world, 'there are no such deliveries');
      if (found.value.length === limit) await talk(world, `only the newest ${limit} are shown`);
      return exitCodes.done;
    }),
};

const rowOf = (delivery: Delivery): readonly string[] => [
  delivery.id,
  delivery.needs === 'person' ? 'unknown, needs a person' : delivery.state,
  new Date(delivery.sentAt ?? delivery.plannedAt).toISOString(),
  detailOf(delivery),
];
