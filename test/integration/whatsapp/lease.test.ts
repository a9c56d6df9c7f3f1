import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { keepLease } from '../../../queues/keep-lease.ts';
import { createLease } from '../../../queues/lease.ts';
import { createTestAccount, type TestAccount } from '../../contract/a-whatsapp-account.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { findBrowsers } from './find-processes.ts';

// Each starts a Chromium or two.
jest.setTimeout(120_000);

let server: TestRedis;
let redis: RedisClient;
beforeAll(async () => {
  server = await startRedis();
  redis = createClient(server.url, 'worker');
});
afterAll(async () => {
  await closeClient(redis);
  await server.close();
});

describe('two accounts with one profile', () => {
  let web: WhatsappWeb;
  let first: TestAccount;
  let second: TestAccount;
  beforeEach(async () => {
    web = await startWhatsappWeb();
    first = await createTestAccount(web);
    second = await createTestAccount(web, { profile: first.profile });
    await first.link();
    await first.account.close('in-order');
  });
  afterEach(async () => {
    await second.close();
    await first.close();
    await web.close();
  });

  const keep = ({ account }: TestAccount) =>
    keepLease({
      lease: createLease(redis, 'whatsapp', 3_000),
      everyMs: 200,
      onHold: (epoch) => account.open(epoch),
      onRenew: account.beat,
      onLost: () => account.close('at-once'),
      onOther: () => undefined,
    });

  it('never run two browsers, and the other takes over when the first gives up', async () => {
    const [endFirst, endSecond] = [keep(first), keep(second)];
    const holder = await waitFor('one of them to be ready', () =>
      [first, second].find(({ account }) => account.view().state === 'ready'),
    );
    const other = holder === first ? second : first;
    expect(other.account.view().state).toBe('stopped');
    expect(await findBrowsers(first.profile)).toHaveLength(1);
    const { epoch } = holder.account.view();
    await (holder === first ? endFirst : endSecond)();
    expect(await other.untilState('ready')).toMatchObject({ epoch: (epoch ?? 0) + 1 });
    expect(await findBrowsers(first.profile)).toHaveLength(1);
    expect(web.devices).toMatchObject([{ pages: 1 }]);
    await Promise.all([endFirst(), endSecond()]);
  });

  it('wait for a browser that still has the profile open, without touching it', async () => {
    first.account.open(1);
    await first.untilState('ready');
    const before = await findBrowsers(first.profile);
    second.account.open(2);
    expect(await second.untilState('down')).toMatchObject({ detail: expect.stringMatching(/open in another process/) });
    expect(await findBrowsers(first.profile)).toEqual(before);
    await first.account.close('at-once');
    await second.untilState('ready');
  });
});
