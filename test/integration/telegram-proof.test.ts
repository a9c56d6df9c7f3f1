import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/article/delivery.ts';
import { editor, startHouse, type TestHouse } from '../support/house.ts';
import { must, untilDelivery } from '../support/house-words.ts';
import { startBotApi } from '../support/telegram/bot-api.ts';
import * as faults from '../support/telegram/fault-kinds.ts';
import type { Fault } from '../support/telegram/faults.ts';
import type { BotApi, SeenPost } from '../support/telegram/port.ts';
import { waitFor } from '../support/wait-for.ts';

const herald = -1001000000001;
const proofs = -1001000000009;

let api: BotApi;
let house: TestHouse;

const open = async (account: string, channels: string, flood = false): Promise<void> => {
  // Requests do not arrive at quite the pace at which they leave; Telegram sits that out, too.
  api = await startBotApi({ flood, absorbMs: 300 });
  api.addChannel({ id: proofs, type: 'supergroup', title: 'Proofs' });
  api.addChannel({ id: herald, username: 'herald_en', title: 'Herald' });
  const yaml = `
newsroom: { name: Herald }
accounts: { telegram: { apiRoot: "${api.url}", settleSeconds: 1, proofChat: "${proofs}", ${account} } }
channels:
${channels}
`;
  house = await startHouse(yaml, api.token);
};

const close = async (): Promise<void> => {
  await house.close();
  expect(api.violations).toEqual([]);
  expect(api.posts(proofs)).toEqual([]);
  await api.close();
};

let last = 0;
const push = async (): Promise<string> => {
  last += 1;
  const id = `p${last}`;
  const article = {
    id,
    url: `https://herald.example/en/${id}`,
    language: 'en',
    title: `Ferry number ${last} leaves Alat`,
    text: `Ferry number ${last} has left the port of Alat for Kuryk. It carries wagons and two tired conductors.`,
  };
  must(await house.desk.push(editor, { article }));
  return id;
};
const standing = (id: string): readonly SeenPost[] =>
  api.posts(herald).filter(({ previewUrl }) => previewUrl?.endsWith(`/${id}`));
const sent = (id: string): Promise<Delivery> => untilDelivery(house.desk, id, 'tg', 'sent');
const pushUnder = (fault: Fault): Promise<string> => {
  api.faults.order({ method: 'sendMessage', fault });
  return push();
};

describe('an unknown outcome, with a proof chat', () => {
  beforeAll(async () => {
    await open(
      'proofPerMinute: 0, timeoutSeconds: 2',
      '  - { id: tg, platform: telegram, target: "@herald_en", perMinute: 0, minGapSeconds: 0 }',
    );
    // Of the very first post of a channel nobody could tell.
    await sent(await push());
  });
  afterAll(close);

  it.each([
    ['cut connection', faults.acceptedThenHangUp],
    ['bad gateway', faults.acceptedThenBadGateway],
    ['silence', faults.acceptedThenSilence],
  ])('is proved to be a post after a %s, which is not sent again', async (_what, fault) => {
    const id = await pushUnder(fault);
    const { messageId, link, attempts } = await sent(id);
    expect(standing(id).map((post) => String(post.messageId))).toEqual([messageId]);
    expect(link).toBe(`https://t.me/herald_en/${messageId}`);
    expect(attempts).toBe(1);
  });

  it('is sent again after a lost request, once, after two looks', async () => {
    const from = api.requests.length;
    const id = await pushUnder(faults.lostRequest);
    const { messageId } = await sent(id);
    expect(standing(id).map((post) => String(post.messageId))).toEqual([messageId]);
    const looks = api.requests.slice(from).filter(({ method }) => method === 'getChat');
    expect(looks).toHaveLength(2);
  });

  it('keeps the order of the channel', async () => {
    const first = await pushUnder(faults.acceptedThenHangUp);
    const second = await push();
    const [one, two] = [await sent(first), await sent(second)];
    expect(Number(one.messageId)).toBeLessThan(Number(two.messageId));
  });

  it('is for a person when somebody deleted a post meanwhile', async () => {
    const id = await pushUnder(faults.acceptedThenHangUp);
    const [post] = await waitFor('the post', () => (standing(id).length > 0 ? standing(id) : null));
    api.deleteAsHuman(herald, post?.messageId ?? 0);
    api.postAsHuman(herald, 'The newsroom is on holiday');
    const delivery = await waitFor('a person to be asked', async () => {
      const unknown = await untilDelivery(house.desk, id, 'tg', 'unknown');
      return unknown.needs === 'person' ? unknown : null;
    });
    expect(delivery.reason).toMatch(/deleted.*look whether the post is there/);
    must(await house.desk.resolve(editor, `${id}@tg`, { sent: false }));
    await sent(id);
    expect(standing(id)).toHaveLength(1);
  });

  it('leaves one copy when Telegram takes the first one late, behind the second', async () => {
    const id = await pushUnder(faults.acceptedLater());
    const { messageId } = await sent(id);
    api.faults.release();
    expect(standing(id)).toHaveLength(2);
    await waitFor('the sweep', () => standing(id).length === 1);
    expect(standing(id).map((post) => String(post.messageId))).toEqual([messageId]);
    expect(await sent(id)).toMatchObject({ messageId });
  });

  it('leaves the older copy when Telegram takes the first one late, before the second', async () => {
    const again = api.faults.order({ method: 'sendMessage', nth: 2, fault: faults.flood(1) });
    const id = await pushUnder(faults.acceptedLater());
    await waitFor('the second try', () => again.hits() > 0);
    api.faults.release();
    const [early] = standing(id);
    await sent(id);
    await waitFor('the sweep', async () => (await sent(id)).messageId === String(early?.messageId));
    await waitFor('one copy to stay', () => standing(id).length === 1);
    expect(standing(id).map((post) => post.messageId)).toEqual([early?.messageId]);
  });
});

describe('what all channels share', () => {
  const others = Array.from({ length: 35 }, (_, index) => -1001000001000 - index);
  beforeAll(async () => {
    const channels = others.map((id) => `  - { id: "c${-id}", platform: telegram, target: "${id}" }`);
    await open(
      'perSecond: 20',
      ['  - { id: tg, platform: telegram, target: "@herald_en" }', ...channels].join('\n'),
      true,
    );
    for (const id of others) api.addChannel({ id, title: `Channel ${id}` });
  });
  afterAll(close);
  const floods = () => api.requests.filter(({ outcome }) => outcome?.kind === 'refused' && outcome.code === 429);

  it('is a budget that Telegram bears: many channels, and many looks, hardly meet its flood control', async () => {
    const first = await push();
    await waitFor('the article on every channel', async () => {
      const article = await house.desk.article(editor, first);
      const states = article.ok ? article.value.deliveries.map(({ state }) => state) : [];
      return states.length > others.length && states.every((state) => state === 'sent');
    });
    for (const words of ['one', 'two', 'three', 'four', 'five']) api.postAsHuman(herald, `A note, ${words}`);
    const id = await pushUnder(faults.acceptedThenHangUp);
    await waitFor('the post to be found', async () => (await sent(id)).messageId);
    // Requests that left in time may bunch up on the way; without the budget a third of them is refused.
    expect(floods().length).toBeLessThanOrEqual(3);
  }, 30_000);
});
