import { postableChannels, targetOf, type WhatsappView } from '../desk/whatsapp.ts';
import { alignColumns } from './align-columns.ts';
import { talk } from './explain-fault.ts';
import type { CliWorld } from './world.ts';

/** Lists the channels that the linked account may post to, each with what to write as its target. */
export const printPostable = async (world: CliWorld, view: WhatsappView): Promise<void> => {
  await talk(world, `the WhatsApp account is linked and ${view.state}: ${view.detail}`);
  const channels = postableChannels(view);
  if (channels.length === 0) {
    await talk(world, 'it is administrator of no channel yet: make it one in WhatsApp, on the phone of the owner');
    return;
  }
  await talk(world, 'it may post to these channels; the last column is what to write as target in newsroom.yaml');
  await world.stdout.write(alignColumns(channels.map((channel) => [channel.name, channel.role, targetOf(channel)])));
};
