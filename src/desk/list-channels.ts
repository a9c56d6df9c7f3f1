import type { ChannelConfig, ChannelStatus } from '../article/channel.ts';
import type { ChannelView, Desk } from './desk.ts';
import { done } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

type Ports = Pick<DeskPorts, 'channels' | 'lanes' | 'ledger' | 'statuses'>;

const nobodyRunsIt: ChannelStatus = {
  state: 'down',
  detail: 'no worker runs this channel',
  hint: 'start one with: tellal worker',
};

/** Every channel as it is now, in the order of the configuration. */
export const createListChannels =
  (ports: Ports): Desk['channels'] =>
  async () =>
    done(await Promise.all(ports.channels.map((channel) => viewChannel(ports, channel))));

const viewChannel = async (
  { lanes, ledger, statuses }: Ports,
  { id, platform, looks, target }: ChannelConfig,
): Promise<ChannelView> => {
  const [{ paused, hold, ...lane }, status, deliveries] = await Promise.all([
    lanes.view(id),
    statuses.get(id),
    ledger.counts(id),
  ]);
  return { id, platform, looks, target, paused, hold, status: status ?? nobodyRunsIt, lane, deliveries };
};
