import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { createPreviewPosts } from '../../queues/preview-posts.ts';
import type { Looks } from '../../src/article/post.ts';
import { createPreviewChannel } from '../../src/channels/preview/preview-channel.ts';
import type { PreviewPosts } from '../../src/channels/preview/preview-posts.ts';
import type { Channel } from '../../src/deliver/channel.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { aChannelConfig } from './a-channel-config.ts';
import { aMessage } from './a-message.ts';
import { calling, expectAccepted, runChannelContract, visibleText } from './channel-contract.ts';

let server: TestRedis;
let redis: RedisClient;
let opened = 0;

beforeAll(async () => {
  server = await startRedis();
  redis = createClient(server.url, 'worker');
});
afterAll(async () => {
  await closeClient(redis);
  await server.close();
});

const open = (looks: Looks) => {
  const config = aChannelConfig({ id: `preview-${++opened}`, looks });
  const posts = createPreviewPosts(redis);
  return { config, posts, channel: createPreviewChannel({ config, posts }) };
};

for (const looks of ['telegram', 'whatsapp'] as const)
  runChannelContract(`preview (${looks})`, async () => {
    const { channel, posts, config } = open(looks);
    return {
      channel,
      subscribersSee: async () =>
        (await posts.recent(config.id, 100))
          .map(({ messageId, text, image }) => ({
            messageId,
            text: visibleText(text, looks),
            picture: image !== null,
          }))
          .reverse(),
      close: async () => undefined,
    };
  });

describe('a preview channel', () => {
  it('shows one post of an attempt that a broken connection says twice, and what is new', async () => {
    const { channel, posts, config } = open('telegram');
    const say = async (attempt: string) =>
      expectAccepted(await channel.send(aMessage('telegram'), { ...calling(), attempt })).messageId;
    const first = await say('f1');
    const second = await say('f2');
    expect([await say('f1'), await say('f2')]).toEqual([first, second]);
    expect((await posts.recent(config.id, 10)).map(({ messageId }) => messageId)).toEqual([second, first]);
  });
});

describe('a look into a preview channel', () => {
  const find = (channel: Channel, headline: string, since = 0) =>
    channel.find(aMessage('telegram', { headline }), { since, floor: null, known: [] }, calling());

  it('proves that a post is there, and that another is not', async () => {
    const { channel } = open('telegram');
    const { messageId } = expectAccepted(
      await channel.send(aMessage('telegram', { headline: 'Göndərilib' }), calling()),
    );
    expect(await find(channel, 'Göndərilib')).toEqual({ kind: 'found', messageId, link: null });
    expect(await find(channel, 'Göndərilməyib')).toEqual({ kind: 'absent' });
  });

  it('takes no earlier post for the one it looks for', async () => {
    const { channel } = open('telegram');
    await channel.send(aMessage('telegram', { headline: 'Köhnə' }), calling());
    expect(await find(channel, 'Köhnə', Date.now() + 60_000)).toEqual({ kind: 'absent' });
  });

  it('cannot tell when its store is away', async () => {
    const fail = () => Promise.reject(new Error('Connection is closed.'));
    const away: PreviewPosts = { add: fail, edit: fail, remove: fail, recent: fail };
    const channel = createPreviewChannel({ config: aChannelConfig({ id: 'away' }), posts: away });
    expect((await find(channel, 'Hər hansı')).kind).toBe('cannot-tell');
    expect((await channel.send(aMessage('telegram'), calling())).outcome).toBe('unknown');
    expect((await channel.status(calling())).state).toBe('down');
  });
});
