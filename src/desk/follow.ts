import type { ChannelConfig } from '../article/channel.ts';
import type { Desk } from './desk.ts';
import { findChannel } from './find-channel.ts';
import { done, fail } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** Where a reader of an article page goes to follow the channel. */
export const createFollow =
  ({ channels }: Pick<DeskPorts, 'channels'>): Desk['follow'] =>
  (id) => {
    const channel = findChannel(channels, id);
    if (!channel.ok) return channel;
    const address = publicAddress(channel.value);
    return address === null
      ? fail('not-found', `${id} has no public address`, {
          hint: 'give its public name (@name) or public link as its target in the configuration',
        })
      : done(address);
  };

/** Where anybody can see the channel; null: nowhere. */
export const publicAddress = ({ id, platform, target }: ChannelConfig): string | null => {
  if (platform === 'preview') return `/channels/${id}`;
  if (platform === 'telegram') return target?.startsWith('@') ? `https://t.me/${target.slice(1)}` : null;
  return target?.startsWith('https://') ? target : null;
};
