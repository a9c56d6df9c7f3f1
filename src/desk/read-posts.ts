import type { Desk } from './desk.ts';
import { findChannel } from './find-channel.ts';
import { done, fail } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

const highestLimit = 200;

/** What the subscribers of a preview channel see, newest first. */
export const createReadPosts =
  ({ channels, posts }: Pick<DeskPorts, 'channels' | 'posts'>): Desk['posts'] =>
  async (_actor, id, limit) => {
    const channel = findChannel(channels, id);
    if (!channel.ok) return channel;
    if (channel.value.platform !== 'preview') {
      return fail('invalid', `${id} is not a preview channel`, {
        hint: `its posts are on the channel itself, its deliveries in the ledger: tellal deliveries`,
      });
    }
    if (!Number.isInteger(limit) || limit < 1 || limit > highestLimit) {
      return fail('invalid', `limit is a whole number from 1 to ${highestLimit}, not ${limit}`);
    }
    return done(await posts.list(id, limit));
  };
