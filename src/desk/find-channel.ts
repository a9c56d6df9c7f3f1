import type { ChannelConfig, Platform } from '../article/channel.ts';
import { splitDeliveryId } from '../article/delivery.ts';
import type { Outcome } from './desk.ts';
import { done, fail } from './outcome.ts';

/** "the channels are a, b" for a message that must help whoever mistyped one. */
export const nameKnown = (channels: readonly ChannelConfig[]): string =>
  channels.length === 0
    ? 'no channel is configured'
    : `the channels are ${channels.map((channel) => channel.id).join(', ')}`;

export const findChannel = (channels: readonly ChannelConfig[], id: string): Outcome<ChannelConfig> => {
  const found = channels.find((channel) => channel.id === id);
  return found
    ? done(found)
    : fail('not-found', `there is no channel ${JSON.stringify(id)}`, { hint: nameKnown(channels) });
};

/** The article and the configured channel that a delivery's id names. */
export const findPlace = (
  channels: readonly ChannelConfig[],
  delivery: string,
): Outcome<{ readonly article: string; readonly channel: string; readonly platform: Platform }> => {
  const place = splitDeliveryId(delivery);
  if (!place) {
    return fail('invalid', `${JSON.stringify(delivery)} is not the id of a delivery`, {
      hint: 'a delivery is named <article>@<channel>, for example 1009@tg-ru',
    });
  }
  const channel = findChannel(channels, place.channel);
  return channel.ok ? done({ ...place, platform: channel.value.platform }) : channel;
};
