import { type Command, exitCodes } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { withDesk } from '../with-desk.ts';

const switchLane = (name: 'pause' | 'resume', summary: string, words: string): Command => ({
  name,
  operands: ['CHANNEL'],
  summary,
  options: {},
  run: (world, { operands: [channel = ''] }) =>
    withDesk(world, async (desk) => {
      const outcome = await desk[name](world.actor, channel);
      if (!outcome.ok) return explainFault(world, outcome.fault);
      await talk(world, `${channel} ${words}`);
      return exitCodes.done;
    }),
});

export const pauseCommand = switchLane(
  'pause',
  'Hold the lane of a channel',
  'is paused; what is planned waits in order',
);
export const resumeCommand = switchLane('resume', 'Let the lane of a channel go on', 'goes on');
