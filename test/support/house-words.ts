import type { Delivery, DeliveryState } from '../../src/article/delivery.ts';
import type { ChannelPost, Desk, Outcome } from '../../src/desk/desk.ts';
import { editor } from './house.ts';
import { waitFor } from './wait-for.ts';

/** The value of an outcome that must be a success. */
export const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.fault.code}: ${outcome.fault.message}`);
  return outcome.value;
};

/** What subscribers of a preview channel see, newest first. */
export const seenOn = async (desk: Desk, channel: string): Promise<readonly ChannelPost[]> =>
  must(await desk.posts(editor, channel, 100));

const deliveryOn = async (desk: Desk, article: string, channel: string): Promise<Delivery | undefined> => {
  const outcome = await desk.article(editor, article);
  return outcome.ok ? outcome.value.deliveries.find((delivery) => delivery.channel === channel) : undefined;
};

/** The delivery once it has come to this state. */
export const untilDelivery = (desk: Desk, article: string, channel: string, state: DeliveryState): Promise<Delivery> =>
  waitFor(`${article}@${channel} to be ${state}`, async () => {
    const delivery = await deliveryOn(desk, article, channel);
    return delivery?.state === state ? delivery : null;
  });
