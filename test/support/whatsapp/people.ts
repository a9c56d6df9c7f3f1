import { randomBytes } from 'node:crypto';
import { addPost, revokePost, type StoredChannel, type StoredPost, showRow } from './channels.ts';
import type { ChannelRef, WhatsappWeb } from './port.ts';
import type { World } from './world.ts';

/** What people do in the channels, and what time does. */
export const createPeople = ({
  channels,
  pages,
}: World): Pick<WhatsappWeb, 'postAsHuman' | 'revokeAsHuman' | 'makeOlder'> => {
  const need = (ref: ChannelRef, serverId: number): { channel: StoredChannel; post: StoredPost } => {
    const channel = channels.need(ref);
    const post = channel.posts.get(serverId);
    if (!post) throw new Error(`there is no post ${serverId} in ${ref}`);
    return { channel, post };
  };
  const tellPages = (channel: StoredChannel, post: StoredPost): void =>
    pages.pushAll({ kind: 'row', channel: channel.id, row: showRow(post) });
  return {
    postAsHuman: (ref, text, by = 'phone') => {
      const channel = channels.need(ref);
      const post = addPost(channel, { clientId: newPhoneId(), text, picture: null, by });
      tellPages(channel, post);
      return post.serverId;
    },
    revokeAsHuman: (ref, serverId) => {
      const { channel, post } = need(ref, serverId);
      revokePost(channel, post, 'phone');
      tellPages(channel, post);
    },
    makeOlder: (ref, serverId, ms) => {
      need(ref, serverId).post.at -= ms;
    },
  };
};

/** As phones with iOS make them. */
const newPhoneId = (): string => `3A${randomBytes(9).toString('hex').toUpperCase()}`;
