import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../../src/article/delivery.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, articleOf, channelOf, deliveryOf, faultOf, resultOf } from '../../support/desk-words.ts';
import { waitFor } from '../../support/wait-for.ts';

const viewer = actorOf('viewer');

const open = () => {
  const memory = createDeskPorts();
  return { ...memory, desk: createDesk(memory.ports) };
};

describe('article', () => {
  it('shows the newest revision, its post and where it stands', async () => {
    const { desk, archive, settle } = open();
    archive(articleOf({ revision: 3 }), { retracted: true });
    settle(deliveryOf('1009', 'preview-ru'));
    const view = resultOf(await desk.article(viewer, '1009'));
    expect(view.article).toMatchObject({ revision: 3, retracted: true });
    expect(view.post?.headline).toBe('Harbour bridge opens a month early');
    expect(view.deliveries.map(({ id }) => id)).toEqual(['1009@preview-ru']);
  });

  it('is not found before a worker took it', async () => {
    expect(faultOf(await open().desk.article(viewer, '1009')).code).toBe('not-found');
  });
});

describe('deliveries', () => {
  const seeded = () => {
    const memory = open();
    memory.settle(deliveryOf('1', 'tg-ru', { plannedAt: 1 }));
    memory.settle(deliveryOf('2', 'tg-ru', { plannedAt: 2, state: 'refused' }));
    memory.settle(deliveryOf('2', 'preview-ru', { plannedAt: 3 }));
    return memory.desk;
  };

  it.each<[object, readonly string[]]>([
    [{}, ['2@preview-ru', '2@tg-ru', '1@tg-ru']],
    [{ state: 'refused' }, ['2@tg-ru']],
    [{ channel: 'preview-ru' }, ['2@preview-ru']],
    [{ limit: 1 }, ['2@preview-ru']],
  ])('lists for %j, the newest first', async (query, ids) => {
    expect(resultOf(await seeded().deliveries(viewer, query)).map(({ id }) => id)).toEqual(ids);
  });

  it.each<[object, string]>([
    [{ state: 'lost' }, 'invalid'],
    [{ limit: 0 }, 'invalid'],
    [{ limit: 1_001 }, 'invalid'],
    [{ limit: Number.NaN }, 'invalid'],
    [{ channel: 'tg' }, 'not-found'],
  ])('refuses %j', async (query, code) => {
    expect(faultOf(await seeded().deliveries(viewer, query)).code).toBe(code);
  });
});

describe('channels', () => {
  it('shows each with its status, lane and deliveries', async () => {
    const { desk, settle, seen } = open();
    settle(deliveryOf('1', 'tg-ru'));
    seen.paused.add('tg-ru');
    const [telegram, preview] = resultOf(await desk.channels(viewer));
    expect(telegram).toMatchObject({
      id: 'tg-ru',
      target: '@herald_ru',
      paused: true,
      status: { state: 'ready' },
      lane: { waiting: 3, active: 1, delayed: 2 },
      deliveries: { sent: 1, refused: 0 },
    });
    expect(preview?.status).toMatchObject({ state: 'down', hint: expect.stringContaining('tellal worker') });
  });
});

describe('posts', () => {
  const post = { messageId: '1', text: '<b>Мост</b>', image: null, sentAt: '2026-03-02T09:30:00.000Z', editedAt: null };

  it('shows what subscribers of a preview channel see', async () => {
    const { desk, seen } = open();
    seen.posts.push(post, { ...post, messageId: '0' });
    expect(resultOf(await desk.posts(viewer, 'preview-ru', 1))).toEqual([post]);
  });

  it.each<[string, number, string]>([
    ['tg-ru', 10, 'invalid'],
    ['preview-az', 10, 'not-found'],
    ['preview-ru', 0, 'invalid'],
    ['preview-ru', 201, 'invalid'],
  ])('refuses %s with %d', async (channel, limit, code) => {
    expect(faultOf(await open().desk.posts(viewer, channel, limit)).code).toBe(code);
  });
});

describe('follow', () => {
  const desk = createDesk(
    createDeskPorts([
      channelOf('named', { platform: 'telegram', target: '@herald_ru' }),
      channelOf('numeric', { platform: 'telegram', target: '-100123' }),
      channelOf('linked', { platform: 'whatsapp', target: 'https://whatsapp.com/channel/0029Va' }),
      channelOf('by-id', { platform: 'whatsapp', target: '120363@newsletter' }),
      channelOf('preview-ru'),
    ]).ports,
  );

  it.each([
    ['named', 'https://t.me/herald_ru'],
    ['linked', 'https://whatsapp.com/channel/0029Va'],
    ['preview-ru', '/channels/preview-ru'],
  ])('knows where to follow %s', (id, address) => {
    expect(resultOf(desk.follow(id))).toBe(address);
  });

  it.each(['numeric', 'by-id', 'nowhere'])('says when there is no public address: %s', (id) => {
    expect(faultOf(desk.follow(id)).code).toBe('not-found');
  });
});

describe('watch', () => {
  it('calls back with each delivery that changed, until it is stopped', async () => {
    const { desk, settle, seen } = open();
    const changes: Delivery[] = [];
    const stop = await desk.watch((delivery) => changes.push(delivery));
    settle(deliveryOf('1', 'tg-ru'));
    settle(deliveryOf('2', 'tg-ru', { state: 'refused' }));
    await waitFor('both changes', () => changes.length === 2);
    expect(changes.map(({ id, state }) => [id, state])).toEqual([
      ['1@tg-ru', 'sent'],
      ['2@tg-ru', 'refused'],
    ]);
    stop();
    expect(seen.watchers.size).toBe(0);
  });

  it('goes on after a change that could not be read', async () => {
    const { desk, settle, failWith, seen } = open();
    const changes: string[] = [];
    await desk.watch(({ id }) => changes.push(id));
    failWith(new Error('connect ECONNREFUSED'));
    settle(deliveryOf('1', 'tg-ru'));
    await new Promise(setImmediate);
    failWith(null);
    settle(deliveryOf('2', 'tg-ru'));
    await waitFor('the second change', () => changes.length > 0);
    expect(changes).toEqual(['2@tg-ru']);
    expect(seen.watchers.size).toBe(1);
  });
});
