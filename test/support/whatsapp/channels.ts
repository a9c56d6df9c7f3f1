import { randomInt } from 'node:crypto';
import type { Author, ChannelEvent, ChannelRef, ChannelSetup, Role, SeenPicture, SeenPost } from './port.ts';
import type { ChannelCard, Row } from './wire.ts';

export interface StoredPost {
  readonly serverId: number;
  readonly clientId: string;
  text: string;
  readonly picture: SeenPicture | null;
  at: number;
  editedAt: number | null;
  revoked: boolean;
  readonly by: Author;
}

export interface StoredChannel {
  readonly id: string;
  readonly name: string;
  readonly inviteCode: string;
  readonly description: string;
  readonly createdAt: number;
  role: Role;
  lastId: number;
  readonly posts: Map<number, StoredPost>;
  readonly events: ChannelEvent[];
}

export interface Channels {
  add(setup: ChannelSetup): void;
  all(): readonly StoredChannel[];
  get(ref: ChannelRef): StoredChannel | undefined;
  /** For the test itself: an unknown channel is a mistake in the test. */
  need(ref: ChannelRef): StoredChannel;
}

/** The server ids of a real channel begin here. */
const FIRST_ID = 100;

export const createChannels = (): Channels => {
  const byId = new Map<string, StoredChannel>();
  const get = (ref: ChannelRef): StoredChannel | undefined =>
    byId.get(ref) ?? [...byId.values()].find((channel) => channel.inviteCode === ref);
  return {
    get,
    all: () => [...byId.values()],
    add: ({ id = `1203630${randomInt(1e10, 1e11)}@newsletter`, name, inviteCode, role, description = '' }) => {
      const channel = { id, name, inviteCode, role, description, createdAt: Math.floor(Date.now() / 1000) };
      byId.set(id, { ...channel, lastId: FIRST_ID - 1, posts: new Map(), events: [] });
    },
    need: (ref) => {
      const channel = get(ref);
      if (!channel) throw new Error(`the stand-in has no channel ${ref}: add it first`);
      return channel;
    },
  };
};

export const mayPost = ({ role }: StoredChannel): boolean => role === 'owner' || role === 'admin';

export const addPost = (
  channel: StoredChannel,
  post: Pick<StoredPost, 'clientId' | 'text' | 'picture' | 'by'>,
): StoredPost => {
  channel.lastId += 1;
  const stored = { ...post, serverId: channel.lastId, at: Date.now(), editedAt: null, revoked: false };
  channel.posts.set(stored.serverId, stored);
  note(channel, stored, 'posted', post.by);
  return stored;
};

export const editPost = (channel: StoredChannel, post: StoredPost, text: string): void => {
  post.text = text;
  post.editedAt = Date.now();
  note(channel, post, 'edited', 'web');
};

export const revokePost = (channel: StoredChannel, post: StoredPost, by: Author): void => {
  note(channel, post, 'revoked', by);
  post.revoked = true;
};

const note = (channel: StoredChannel, post: StoredPost, kind: ChannelEvent['kind'], by: Author): void => {
  channel.events.push({ kind, serverId: post.serverId, at: Date.now(), by, text: post.text });
};

export const showPosts = (channel: StoredChannel): readonly SeenPost[] =>
  [...channel.posts.values()].filter(({ revoked }) => !revoked).map(({ revoked: _, ...post }) => post);

export const showCard = ({ id, name, inviteCode, role, description, createdAt }: StoredChannel): ChannelCard => ({
  ...{ id, name, inviteCode, role, description, createdAt },
});

/** A revoked post stays in the history as a row without contents. */
export const showRow = ({ clientId, serverId, at, revoked, picture, text, by, editedAt }: StoredPost): Row => ({
  id: clientId,
  serverId,
  t: Math.floor(at / 1000),
  type: revoked ? 'revoked' : picture ? 'image' : 'chat',
  text: revoked ? '' : text,
  fromMe: by !== 'admin',
  ack: 1,
  editedAt,
});
