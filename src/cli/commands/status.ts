import { deliveryStates } from '../../article/delivery.ts';
import type { ChannelView } from '../../desk/desk.ts';
import { alignColumns } from '../align-columns.ts';
import { type Command, exitCodes } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { paintState } from '../paint-state.ts';
import { withDesk } from '../with-desk.ts';

export const statusCommand: Command = {
  name: 'status',
  operands: [],
  summary: 'Show every channel, its lane and its deliveries',
  options: {},
  run: (world) =>
    withDesk(world, async (desk) => {
      const channels = await desk.channels(world.actor);
      if (!channels.ok) return explainFault(world, channels.fault);
      await world.stdout.write(alignColumns([head, ...channels.value.map(rowOf)], paintState(world)));
      for (const { id, status } of channels.value) {
        if (status.hint) await talk(world, `${id}: ${status.detail}; ${status.hint}`);
      }
      return exitCodes.done;
    }),
};

const head = ['CHANNEL', 'STATUS', 'LANE', 'WAITING', 'ACTIVE', 'DELAYED', 'DELIVERIES'];

const rowOf = ({ id, status, paused, hold, lane, deliveries }: ChannelView): readonly string[] => [
  id,
  status.state,
  describeLane(paused, hold),
  String(lane.waiting),
  String(lane.active),
  String(lane.delayed),
  deliveryStates
    .filter((state) => deliveries[state] > 0)
    .map((state) => `${deliveries[state]} ${state}`)
    .join(', ') || 'none',
];

const describeLane = (paused: boolean, hold: ChannelView['hold']): string => {
  if (paused) return 'paused';
  return hold ? `waits until ${new Date(hold.until).toISOString()}` : 'open';
};
