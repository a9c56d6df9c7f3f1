import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { closeClient, createClient, type RedisClient } from '../../queues/connection.ts';
import { type LaneQueue, openLane } from '../../queues/lanes.ts';
import type { Delivery } from '../../src/article/delivery.ts';
import { DeliveryTable } from '../../src/web/pages/delivery-table.tsx';
import { editor, type TestHouse } from '../support/house.ts';
import { must, untilDelivery } from '../support/house-words.ts';
import { closeProofHouse, herald, startProofHouse } from '../support/proof-house.ts';
import * as faults from '../support/telegram/fault-kinds.ts';
import type { BotApi, SeenPost } from '../support/telegram/port.ts';
import { waitFor } from '../support/wait-for.ts';

let api: BotApi;
let house: TestHouse;
let redis: RedisClient;
let lane: LaneQueue;

beforeAll(async () => {
  ({ api, house } = await startProofHouse(0.1));
  redis = createClient(house.redis.url, 'worker');
  await redis.connect();
  lane = openLane(redis, 'tg');
});
afterAll(async () => {
  await lane.close();
  await closeClient(redis);
  await closeProofHouse(house, api);
});

let last = 0;
const articleOf = (id: string, title: string) => ({
  ...{ id, url: `https://herald.example/en/${id}`, language: 'en', title },
  text: `${title}: that is what the harbour master says. Nothing else is known of it in the port of Alat.`,
});
const publish = async (): Promise<string> => {
  last += 1;
  const id = `tug:${last}`;
  must(await house.desk.push(editor, { article: articleOf(id, `Tug number ${last} leaves Alat`) }));
  return id;
};
const publishAndStand = async (): Promise<string> => {
  const id = await publish();
  await untilDelivery(house.desk, id, 'tg', 'sent');
  return id;
};
const correct = async (id: string, title: string): Promise<void> => {
  must(await house.desk.correct(editor, id, articleOf(id, title)));
};
const stateOf = async (id: string): Promise<Delivery> => {
  const [delivery] = must(await house.desk.article(editor, id)).deliveries;
  if (!delivery) throw new Error(`no delivery of ${id}`);
  return delivery;
};
const untilAsked = (id: string): Promise<Delivery> =>
  waitFor(`a person to be asked about ${id}`, async () => {
    const delivery = await stateOf(id);
    return delivery.needs === 'person' && delivery;
  });
const untilRevision = (id: string, revision: number): Promise<Delivery> =>
  waitFor(`revision ${revision} of ${id}`, async () => {
    const delivery = await stateOf(id);
    return delivery.state === 'sent' && delivery.revision === revision && delivery;
  });
const cutEdits = (words: string, times: number) =>
  api.faults.order({
    ...{ method: 'editMessageText', chat: herald, contains: words },
    ...{ fault: faults.lostRequest, times },
  });
const standing = (id: string): SeenPost | undefined =>
  api.posts(herald).find(({ previewUrl }) => previewUrl?.endsWith(`/${id}`));
const sweepsOf = async (id: string): Promise<number> => {
  const jobs = await lane.getJobs(['delayed', 'prioritized', 'waiting', 'failed']);
  return jobs.filter((job) => job?.name === 'sweep' && job.data.article === id).length;
};

describe('a correction of which no answer ever comes', () => {
  it('is tried again later, by one job at most, while its lane goes on, and a person is asked', async () => {
    const id = await publishAndStand();
    const cut = cutEdits('The tug turned back', Number.MAX_SAFE_INTEGER);
    await correct(id, 'The tug turned back');
    const next = await publish();
    const counts = new Set<number>();
    await waitFor('eight tries', async () => {
      counts.add(await sweepsOf(id));
      return cut.hits() >= 8;
    });
    expect([...counts].sort()).toEqual([0, 1]);
    expect(await untilDelivery(house.desk, next, 'tg', 'sent')).toMatchObject({ attempts: 1 });

    expect(await untilAsked(id)).toMatchObject({ state: 'unknown', revision: 1, wanted: 2 });
    const asked = await untilAsked(id);
    expect(asked.reason).toMatch(/^nobody can tell after \d+ tries, and it is tried again/);
    const page = DeliveryTable({ deliveries: [asked], identity: { actor: editor, csrf: null }, here: '/', empty: '' });
    expect(renderToString(page)).toMatch(/nobody can tell after \d+ tries.*It did not/s);
    cut.cancel();
  });

  it('is carried out by itself once there are answers again', async () => {
    const id = await publishAndStand();
    cutEdits('The tug ran aground', 6);
    await correct(id, 'The tug ran aground');
    await untilAsked(id);
    expect(await untilRevision(id, 2)).toMatchObject({ needs: null, reason: null, attempts: 8 });
    expect(standing(id)?.text).toContain('The tug ran aground');
  });

  it('is tried at once when a person says that it did not take effect', async () => {
    const id = await publishAndStand();
    const cut = cutEdits('The tug lost its tow', Number.MAX_SAFE_INTEGER);
    await correct(id, 'The tug lost its tow');
    await waitFor('seven tries', () => cut.hits() >= 7);
    const { id: delivery } = await untilAsked(id);
    cut.cancel();
    must(await house.desk.resolve(editor, delivery, { sent: false }));
    await untilRevision(id, 2);
    expect(standing(id)?.text).toContain('The tug lost its tow');
  });

  it('lets no post overtake another when nothing else is answered either', async () => {
    const id = await publishAndStand();
    const method = ['editMessageText', 'sendMessage'];
    const cut = api.faults.order({ method, chat: herald, fault: faults.lostRequest, times: Number.MAX_SAFE_INTEGER });
    await correct(id, 'The tug is out of reach');
    const behind = [await publish(), await publish()];
    await untilAsked(id);
    await waitFor('more tries of the first post than of a change', () => cut.hits() > 11);
    cut.cancel();
    const [one, other] = await Promise.all(behind.map((post) => untilDelivery(house.desk, post, 'tg', 'sent')));
    expect(other?.attempts).toBe(1);
    expect(Number(one?.messageId)).toBeLessThan(Number(other?.messageId));
    await untilRevision(id, 2);
  });

  it('gives way to a newer one', async () => {
    const id = await publishAndStand();
    const cut = cutEdits('The tug is missing', Number.MAX_SAFE_INTEGER);
    await correct(id, 'The tug is missing');
    await waitFor('seven tries', () => cut.hits() >= 7);
    await untilAsked(id);
    cut.cancel();
    await correct(id, 'The tug was found');
    await untilRevision(id, 3);
    expect(standing(id)?.text).toContain('The tug was found');
  });

  it('gives way to a newer one that came while it was tried', async () => {
    const id = await publishAndStand();
    const cut = cutEdits('The tug is overdue', 5);
    await correct(id, 'The tug is overdue');
    await waitFor('the first try', () => cut.hits() > 0);
    await correct(id, 'The tug was found');
    await untilRevision(id, 3);
  });

  it('gives way to a retraction', async () => {
    const id = await publishAndStand();
    const cut = cutEdits('The tug is silent', Number.MAX_SAFE_INTEGER);
    await correct(id, 'The tug is silent');
    await waitFor('seven tries', () => cut.hits() >= 7);
    await untilAsked(id);
    must(await house.desk.retract(editor, id));
    await untilDelivery(house.desk, id, 'tg', 'removed');
    cut.cancel();
    expect(standing(id)).toBeUndefined();
  });
});

describe('a retraction of which no answer ever comes', () => {
  it('does not hold its lane either, and is carried out by itself once there are answers again', async () => {
    const id = await publishAndStand();
    const cut = api.faults.order({ method: 'deleteMessage', chat: herald, fault: faults.lostRequest, times: 8 });
    must(await house.desk.retract(editor, id));
    const next = await publish();
    await untilAsked(id);
    await untilDelivery(house.desk, next, 'tg', 'sent');
    await untilDelivery(house.desk, id, 'tg', 'removed');
    expect(cut.hits()).toBe(8);
    expect(standing(id)).toBeUndefined();
  });
});

describe('an edit that Telegram carries out long after it was given up', () => {
  it('does not leave the old words behind a newer correction', async () => {
    const id = await publishAndStand();
    cutEdits('The tug is adrift', 4);
    api.faults.order({
      ...{ method: 'editMessageText', chat: herald, contains: 'The tug is adrift' },
      ...{ fault: faults.acceptedLater(), nth: 5 },
    });
    await correct(id, 'The tug is adrift');
    await waitFor('the fifth try', () => api.faults.pending > 0);
    await correct(id, 'The tug was found');
    await untilRevision(id, 3);
    api.faults.release();
    expect(standing(id)?.text).toContain('The tug is adrift');
    await waitFor('the newest words', () => standing(id)?.text.includes('The tug was found'));
  });
});
