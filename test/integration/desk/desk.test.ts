import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import type { Delivery } from '../../../src/article/delivery.ts';
import type { Actor } from '../../../src/desk/desk.ts';
import { createFetcher } from '../../../src/ingest/guarded-fetch.ts';
import { openDesk } from '../../../src/open-desk.ts';
import { editor, ops, startHouse, type TestHouse } from '../../support/house.ts';
import { must, seenOn, untilDelivery } from '../../support/house-words.ts';
import { startRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';

const admin: Actor = { name: 'Aysel', role: 'admin' };
const channel = 'preview-telegram';

const article = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  url: `https://herald.example/ru/${id}`,
  language: 'ru',
  title: `В порту Алят открыли терминал ${id}`,
  text: 'Новый зерновой терминал открыли в понедельник. С июня он будет грузить два судна в день.',
  ...more,
});

let house: TestHouse;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

describe('the desk on a real Redis', () => {
  it('pushes, corrects and retracts, and what subscribers see follows', async () => {
    must(await house.desk.push(editor, { article: article('1') }));
    await untilDelivery(house.desk, '1', channel, 'sent');
    must(await house.desk.correct(editor, '1', article('1', { title: 'Терминал в Аляте открыли' })));
    await waitFor('the correction', async () =>
      (await seenOn(house.desk, channel))[0]?.text.includes('Терминал в Аляте'),
    );
    must(await house.desk.retract(editor, '1'));
    await untilDelivery(house.desk, '1', channel, 'removed');
    expect(await seenOn(house.desk, channel)).toEqual([]);
    expect(must(await house.desk.article(editor, '1')).article).toMatchObject({ revision: 2, retracted: true });
  });

  it('tells only the channels that the editor named, and the others on a retry', async () => {
    must(await house.desk.push(editor, { article: article('2'), to: ['preview-whatsapp'] }));
    await untilDelivery(house.desk, '2', 'preview-whatsapp', 'sent');
    expect(await untilDelivery(house.desk, '2', channel, 'skipped')).toMatchObject({ reason: 'to' });
    must(await house.desk.retry(editor, `2@${channel}`));
    await untilDelivery(house.desk, '2', channel, 'sent');
  });

  it('holds a lane until it is resumed', async () => {
    must(await house.desk.pause(ops, channel));
    must(await house.desk.push(editor, { article: article('3') }));
    await untilDelivery(house.desk, '3', 'preview-whatsapp', 'sent');
    const [view] = must(await house.desk.channels(ops));
    expect(view).toMatchObject({ id: channel, paused: true, lane: { waiting: 1 }, deliveries: { planned: 1 } });
    must(await house.desk.resume(ops, channel));
    await untilDelivery(house.desk, '3', channel, 'sent');
  });

  it('leaves a post to the person who has it in hand, and goes on with the next', async () => {
    must(await house.desk.pause(ops, channel));
    must(await house.desk.push(editor, { article: article('31') }));
    must(await house.desk.push(editor, { article: article('32') }));
    await untilDelivery(house.desk, '32', channel, 'planned');
    const before = await seenOn(house.desk, channel);
    expect(must(await house.desk.hold(editor, `31@${channel}`))).toMatchObject({ state: 'unknown', needs: 'person' });
    must(await house.desk.resume(ops, channel));
    await untilDelivery(house.desk, '32', channel, 'sent');
    expect(await seenOn(house.desk, channel)).toHaveLength(before.length + 1);
    expect(must(await house.desk.resolve(editor, `31@${channel}`, { sent: false })).state).toBe('planned');
    await untilDelivery(house.desk, '31', channel, 'sent');
  });

  it('takes the word that a waiting post was put on the channel by hand, and does not send it', async () => {
    must(await house.desk.pause(ops, channel));
    must(await house.desk.push(editor, { article: article('33') }));
    await untilDelivery(house.desk, '33', channel, 'planned');
    const before = await seenOn(house.desk, channel);
    must(await house.desk.resolve(editor, `33@${channel}`, { sent: true, messageId: '9000' }));
    must(await house.desk.resume(ops, channel));
    must(await house.desk.push(editor, { article: article('34') }));
    await untilDelivery(house.desk, '34', channel, 'sent');
    expect(await seenOn(house.desk, channel)).toHaveLength(before.length + 1);
    expect(await untilDelivery(house.desk, '33', channel, 'sent')).toMatchObject({
      messageId: '9000',
      reason: expect.stringMatching(/^posted by hand by /),
    });
  });

  it('shows what would be said, and says just that', async () => {
    const preview = must(await house.desk.preview(editor, { article: article('4') }));
    must(await house.desk.push(editor, { article: article('4') }));
    await untilDelivery(house.desk, '4', channel, 'sent');
    expect((await seenOn(house.desk, channel))[0]?.text).toBe(preview.channels[0]?.text);
  });

  it('announces each change to whoever watches', async () => {
    const changes: Delivery[] = [];
    const stop = await house.desk.watch((delivery) => changes.push(delivery));
    must(await house.desk.push(editor, { article: article('5') }));
    await waitFor(
      'both posts',
      () => changes.filter(({ article: id, state }) => id === '5' && state === 'sent').length >= 2,
    );
    stop();
  });

  it('lets holders of a token in until they are removed', async () => {
    const { access } = house.desk;
    const { token } = must(await access.grant(admin, 'Leyla', 'editor'));
    const login = await access.login(token);
    expect((await access.session(login?.session ?? ''))?.actor).toEqual({ name: 'Leyla', role: 'editor' });
    expect(must(await access.holders(admin))).toEqual([{ name: 'Leyla', role: 'editor' }]);
    must(await access.revoke(admin, 'Leyla'));
    expect(await access.session(login?.session ?? '')).toBeNull();
    expect(await access.authenticate(token)).toBeNull();
  });
});

describe('the desk when Redis has gone', () => {
  it('answers every command with a fault, and hangs in none', async () => {
    const redis = await startRedis();
    const { config } = house;
    const fetcher = createFetcher({ allow: [], userAgent: 'Tellal/test', gapMs: 0 });
    const log = pino({ level: 'silent' });
    const opened = await openDesk({ config, redisUrl: redis.url, adminToken: null, fetcher, log });
    const { desk } = opened;
    await redis.close();
    await waitFor('the desk to notice', async () => !(await desk.channels(ops)).ok);
    const answers = await Promise.all([
      desk.push(editor, { article: article('1') }),
      desk.preview(editor, { article: article('1') }),
      desk.correct(editor, '1', article('1')),
      desk.retract(editor, '1'),
      desk.article(editor, '1'),
      desk.deliveries(editor, {}),
      desk.channels(editor),
      desk.posts(editor, channel, 10),
      desk.pause(ops, channel),
      desk.resume(ops, channel),
      desk.retry(editor, `1@${channel}`),
      desk.resolve(editor, `1@${channel}`, { sent: false }),
      desk.access.grant(admin, 'Leyla', 'editor'),
      desk.access.holders(admin),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.fault.code))).toEqual(answers.map(() => 'unavailable'));
    await expect(desk.access.authenticate('tellal_x')).rejects.toMatchObject({ fault: { code: 'unavailable' } });
    await opened.close();
    await fetcher.close();
  });
});
