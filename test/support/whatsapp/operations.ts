import { createHash, randomUUID } from 'node:crypto';
import { readPictureSize } from '../telegram/picture-size.ts';
import {
  addPost,
  editPost,
  mayPost,
  revokePost,
  type StoredChannel,
  type StoredPost,
  showCard,
  showRow,
} from './channels.ts';
import type { Operation } from './faults.ts';
import { Refusal } from './refusal.ts';
import type { Ask } from './wire.ts';
import { createSession, type World } from './world.ts';

/** What came of an operation that was carried out. */
export interface Performed {
  readonly value: unknown;
  /** Why nothing happened, where the answer itself does not say it. */
  readonly refused?: string;
  readonly serverId?: number;
}

type Perform = (world: World, ask: Ask) => Performed;

/** Own posts can be taken back for 30 days (NEWSLETTER_REVOKE_WINDOW of the real page). */
const REVOKE_WINDOW_MS = 30 * 24 * 3600 * 1000;

/** How a server says no without an error. */
export const silentRefusals: Partial<Record<Operation, unknown>> = {
  send: { success: false },
  edit: { messageSendResult: 'ERROR_UNKNOWN' },
  revoke: { messageSendResult: 'ERROR_UNKNOWN' },
  history: [],
  upload: null,
};

/** Carries out what a page asks. A `Refusal` is what the page's job rejects with. */
export const perform = (world: World, ask: Ask): Performed => {
  const unlinked = ask.operation === 'open' || ask.operation === 'pair' || ask.operation === 'qr';
  if (!unlinked && !world.phone.isLinked(ask.device)) throw new Refusal(401, 'not-authorized');
  return table[ask.operation](world, ask);
};

const refuse = (operation: Operation, refused: string): Performed => ({ value: silentRefusals[operation], refused });

const open: Perform = (world, { page: id, device }) => {
  const page = world.pages.get(id);
  if (!page) throw new Refusal(500, 'this page has no stream of events');
  if (!world.phone.isLinked(device)) return { value: { ref: world.phone.showQr(page) } };
  for (const other of world.pages.all()) {
    if (other.device === device && other !== page) world.pages.push(other.id, { kind: 'state', state: 'CONFLICT' });
  }
  page.device = device;
  return { value: { session: createSession(device, page, world) } };
};

const pair: Perform = (world, { page: id, body }) => {
  const page = world.pages.get(id);
  if (!page || !/^\d{7,15}$/.test(String(body.phone))) throw new Refusal(400, 'bad-request');
  return { value: world.phone.showCode(page) };
};

const qr: Perform = (world, { page: id }) => {
  const page = world.pages.get(id);
  return { value: page ? world.phone.showQr(page) : null };
};

const logout: Perform = (world, { device }) => {
  if (device !== null) world.phone.unlink(device);
  return { value: null };
};

const showChannel: Perform = (world, { body }) => {
  const channel = world.channels.get(String(body.channel));
  if (!channel) throw new Refusal(404, 'item-not-found');
  return { value: showCard(channel) };
};

const history: Perform = (world, { body }) => {
  const posts = [...findChannel(world, body).posts.values()];
  if (body.only !== undefined) return { value: posts.filter(({ clientId }) => clientId === body.only).map(showRow) };
  const before = typeof body.before === 'number' ? body.before : Number.POSITIVE_INFINITY;
  const earlier = posts.filter(({ serverId }) => serverId < before);
  return { value: earlier.slice(-world.historyPage).map(showRow) };
};

const upload: Perform = (world, { body }) => {
  const bytes = Buffer.from(String(body.base64), 'base64');
  const size = readPictureSize(bytes);
  if (!size) throw new Refusal(415, 'not a picture');
  const handle = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  world.uploads.set(handle, { ...size, bytes: bytes.length, sha256 });
  return { value: { handle } };
};

const send: Perform = (world, { body }) => {
  const channel = findChannel(world, body);
  if (!mayPost(channel)) return refuse('send', `the account is ${channel.role} of this channel`);
  const picture = world.uploads.get(String(body.handle)) ?? null;
  if (body.kind === 'media' && !picture) return refuse('send', 'media without an upload');
  if (body.kind === 'media' && typeof body.metadata !== 'object') return refuse('send', 'media without metadata');
  const post = addPost(channel, { clientId: String(body.id), text: String(body.text), picture, by: 'web' });
  const value = { success: true, ack: { t: Math.floor(post.at / 1000) }, serverId: post.serverId };
  return { value, serverId: post.serverId };
};

const edit: Perform = (world, { body }) => {
  const { channel, post, fault } = findPost(world, body);
  if (!post) return refuse('edit', fault);
  editPost(channel, post, String(body.text));
  return { value: { messageSendResult: 'OK', editedAt: post.editedAt } };
};

const revoke: Perform = (world, { body }) => {
  const { channel, post, fault } = findPost(world, body);
  if (!post) return refuse('revoke', fault);
  if (Date.now() - post.at > REVOKE_WINDOW_MS) return refuse('revoke', 'older than 30 days');
  revokePost(channel, post, 'web');
  return { value: { messageSendResult: 'OK' } };
};

const table: Record<Operation, Perform> = {
  ...{ open, pair, qr, logout, metadata: showChannel, invite: showChannel, preview: showChannel },
  ...{ history, upload, send, edit, revoke },
};

const findChannel = (world: World, body: Ask['body']): StoredChannel => {
  const channel = world.channels.get(String(body.channel));
  if (!channel) throw new Refusal(404, 'item-not-found');
  return channel;
};

type Found =
  | { readonly channel: StoredChannel; readonly post: StoredPost; readonly fault?: never }
  | { readonly channel: StoredChannel; readonly post?: never; readonly fault: string };

/** The post that an edit or a removal names, if the account may change it. */
const findPost = (world: World, body: Ask['body']): Found => {
  const channel = findChannel(world, body);
  const post = channel.posts.get(Number(body.serverId));
  if (!mayPost(channel)) return { channel, fault: `the account is ${channel.role} of this channel` };
  if (!post || post.revoked) return { channel, fault: 'no such post' };
  return { channel, post };
};
