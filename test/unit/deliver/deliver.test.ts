import { afterEach, expect, it, jest } from '@jest/globals';
import type { Begun } from '../../../src/article/ledger.ts';
import type { Message } from '../../../src/article/post.ts';
import type { Receipt } from '../../../src/article/receipt.ts';
import type { Channel } from '../../../src/deliver/channel.ts';
import { createDeliver } from '../../../src/deliver/deliver.ts';
import { aMessage } from '../../contract/a-message.ts';
import { articleOf, channelOf, postOf } from '../../support/desk-words.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const timing = { timeoutMs: 1_000, uploadTimeoutMs: 4_000, settleMs: 1, uploadSettleMs: 1, patienceMs: 0 };
const refused: Receipt = { outcome: 'refused', reason: 'PHOTO_INVALID_DIMENSIONS', pictureRefused: true };
const unused = (): Promise<never> => Promise.reject(new Error('not expected'));

/** Delivers a post whose picture is refused after so many milliseconds; what was sent, and the receipt. */
const deliverAfter = async (ms: number) => {
  let clock = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
  const sent: Message[] = [];
  const recorded: Receipt[] = [];
  const channel: Channel = {
    ...{ id: 'tg', looks: 'telegram', edit: unused, remove: unused, find: unused },
    status: unused,
    send: async (message) => {
      sent.push(message);
      if (message.picture === null) return { outcome: 'accepted', messageId: '7', link: null, picture: false };
      clock += ms;
      return refused;
    },
  };
  const article = articleOf();
  const post = { ...postOf(article), image: 'https://herald.example/1.jpg' };
  const archived = { article, post, retracted: false, duplicateOf: null, nearDuplicateOf: null };
  const begun: Begun = {
    ...{ kind: 'begun', operation: 'post', fence: 1, startedAt: 1, attempt: 1, plannedAt: 1 },
    ...{ standing: null, sweepFrom: null },
  };
  const deliver = createDeliver({
    archive: { get: async () => archived, forget: () => undefined },
    ledger: {
      ...{ plan: unused, resolve: unused, askPerson: unused, noteLook: unused, messageIds: unused, attempts: unused },
      ...{ now: unused, begin: async () => begun },
    },
    ...{ addSweep: unused, render: () => aMessage('telegram'), renderNotice: () => aMessage('telegram') },
    fetchPicture: async () => ({
      kind: 'fetched',
      picture: { bytes: new Uint8Array(1), type: 'image/jpeg', filename: 'picture.jpg' },
    }),
    record: async (_attempted, receipt) => {
      recorded.push(receipt);
      return 'settled';
    },
  });
  await deliver({ config: channelOf('tg'), channel, timing }, article.id, new AbortController().signal);
  return { sent, receipt: recorded[0] };
};

it('the text alone follows a refused picture', async () => {
  const { sent, receipt } = await deliverAfter(3_000);
  expect(sent.map(({ picture }) => picture !== null)).toEqual([true, false]);
  expect(receipt).toMatchObject({ outcome: 'accepted', note: expect.stringContaining('PHOTO_INVALID') });
});

it('no text follows once another process may think this one dead', async () => {
  const { sent, receipt } = await deliverAfter(60_000);
  expect(sent).toHaveLength(1);
  expect(receipt).toMatchObject({ outcome: 'deferred' });
});
