import { type Command, exitCodes, readText } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { withDesk } from '../with-desk.ts';

export const resolveCommand: Command = {
  name: 'resolve',
  operands: ['ID'],
  summary: 'Say whether an unknown delivery took effect, or that you posted it by hand; ID is ARTICLE@CHANNEL',
  options: {
    sent: { type: 'string', value: 'MESSAGE_ID', summary: 'it did, and this is the id or the link of the post' },
    'not-sent': { type: 'boolean', summary: 'it did not; it is planned again' },
  },
  check: (input) =>
    (readText(input, 'sent') === undefined) === (input.flags['not-sent'] === undefined)
      ? 'say either --sent MESSAGE_ID or --not-sent'
      : null,
  run: (world, input) =>
    withDesk(world, async (desk) => {
      const [id = ''] = input.operands;
      const messageId = readText(input, 'sent');
      const answer = messageId === undefined ? ({ sent: false } as const) : ({ sent: true, messageId } as const);
      const resolved = await desk.resolve(world.actor, id, answer);
      if (!resolved.ok) return explainFault(world, resolved.fault);
      await talk(world, `${id} is ${resolved.value.state}`);
      return exitCodes.done;
    }),
};
