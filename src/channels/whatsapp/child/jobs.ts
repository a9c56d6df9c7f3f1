import pkg, { type Client } from 'whatsapp-web.js';
import type { Changed, JobName, Jobs, SendParams, Sent } from '../messages.ts';
import { changePost } from './page/change-post.ts';
import { endPreset, presetId } from './page/preset-id.ts';
import { readChannels } from './page/read-channels.ts';
import { readHealth } from './page/read-health.ts';
import { readRows } from './page/read-rows.ts';
import { pageOf } from './page-of.ts';
import type { Session } from './session.ts';
import { wordsOf } from './words.ts';

/** How many posts back a post to change is looked for. */
const reach = 500;
const proveWithinMs = 10_000;

type Handlers = {
  readonly [K in Exclude<JobName, 'open' | 'close'>]: (
    session: Session,
    params: Jobs[K]['params'],
  ) => Promise<Jobs[K]['result']>;
};

/** What can be asked once the page is ready. */
export const handlers: Handlers = {
  diagnose: (session) => session.diagnose(),
  keepPage: (session) => session.keepPage(),
  health: ({ client }) => pageOf(client).evaluate(readHealth),
  channels: ({ client }) => pageOf(client).evaluate(readChannels, null),
  findChannel: async ({ client }, { inviteCode }) =>
    (await pageOf(client).evaluate(readChannels, inviteCode))[0] ?? null,
  rows: ({ client }, { channel, count }) => pageOf(client).evaluate(readRows, [channel, count] as const),
  send: ({ client }, params) => send(client, params),
  edit: (session, { channel, serverId, text }) => change(session, channel, serverId, text),
  remove: (session, { channel, serverId }) => change(session, channel, serverId, null),
};

const send = async (client: Client, { channel, messageId, text, picture }: SendParams): Promise<Sent> => {
  const page = pageOf(client);
  await page.evaluate(presetId, messageId);
  try {
    // Both may hang or fail before anything is posted, and a channel needs neither.
    const plain = { linkPreview: false, sendSeen: false, parseVCards: false };
    const message = picture
      ? await client.sendMessage(channel, mediaOf(picture), { ...plain, caption: text })
      : await client.sendMessage(channel, text, plain);
    const { serverId } = (message?.rawData ?? {}) as { readonly serverId?: number | string };
    if (serverId) return { kind: 'answered', serverId: String(serverId) };
    const made = message ? true : await page.evaluate(endPreset);
    return made
      ? { kind: 'answered', serverId: null }
      : { kind: 'not-made', words: 'WhatsApp Web did not take the message' };
  } catch (error) {
    if (await page.evaluate(endPreset)) throw error;
    return { kind: 'not-made', words: wordsOf(error) };
  }
};

const mediaOf = ({ bytes, type, filename }: NonNullable<SendParams['picture']>) =>
  new pkg.MessageMedia(type, Buffer.from(bytes).toString('base64'), filename);

const change = (
  { client, prepared }: Session,
  channel: string,
  serverId: string,
  text: string | null,
): Promise<Changed> => {
  const revokesDirectly = prepared?.revokesDirectly ?? false;
  return pageOf(client).evaluate(changePost, { channel, serverId, text, reach, revokesDirectly, proveWithinMs });
};
