import type { ChannelConfig } from '../article/channel.ts';
import type { Delivery } from '../article/delivery.ts';
import type { Post } from '../article/post.ts';
import { renderMessage } from '../compose/messages/render-message.ts';
import type { Desk, ReadyCard } from './desk.ts';
import { publicAddress } from './follow.ts';
import { done, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

type Ports = Pick<DeskPorts, 'channels' | 'archive' | 'ledger' | 'lanes' | 'whatsapp'>;

/** The posts of an article that WhatsApp did not take, or not yet, each ready to be posted by hand. */
export const createReadyCards =
  ({ channels, archive, ledger, lanes, whatsapp }: Ports): Desk['readyCards'] =>
  async (actor, id) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const onWhatsapp = channels.filter(({ platform }) => platform === 'whatsapp');
    const [found, view, deliveries] = await Promise.all([
      archive.get(id),
      whatsapp?.view(),
      ledger.ofArticle(
        id,
        onWhatsapp.map((channel) => channel.id),
      ),
    ]);
    if (!found || found.retracted) return done([]);
    const now = await ledger.now();
    const cards = deliveries.map(async (delivery): Promise<readonly ReadyCard[]> => {
      const config = onWhatsapp.find((channel) => channel.id === delivery.channel);
      // What stands there already is corrected there.
      const stands = delivery.revision > 0 || delivery.messageId !== null;
      if (!config || stands || delivery.wanted === null) return [];
      const waits = async (): Promise<boolean> => {
        if (view?.state !== 'ready') return true;
        const lane = await lanes.view(delivery.channel);
        return lane.paused || lane.hold !== null;
      };
      return isOffered(delivery, now, await waits()) ? [cardOf(config, found.post, delivery)] : [];
    });
    return done((await Promise.all(cards)).flat());
  };

/** One that is about to be sent is left to its lane. */
const isOffered = ({ state, needs, dueAt }: Delivery, now: number, waits: boolean): boolean => {
  if (state === 'refused' || needs === 'person') return true;
  return waits && (state === 'unknown' || (state === 'planned' && (dueAt ?? 0) <= now));
};

const cardOf = (config: ChannelConfig, post: Post, delivery: Delivery): ReadyCard => {
  const picture = config.pictures && post.image !== null;
  const { text } = renderMessage(post, config.looks, { picture, wording: config.wording });
  return {
    delivery,
    looks: config.looks,
    text,
    image: picture ? post.image : null,
    address: publicAddress(config),
    held: delivery.needs === 'person',
  };
};
