import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pino from 'pino';
import { closeClient, createClient } from '../../../queues/connection.ts';
import { createFetcher } from '../../../src/ingest/guarded-fetch.ts';
import { startWorker } from '../../../src/worker.ts';
import { chromium, createTestAccount, type TestAccount } from '../../contract/a-whatsapp-account.ts';
import { editor, startHouse, type TestHouse } from '../../support/house.ts';
import { must, untilDelivery } from '../../support/house-words.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { findBrowsers } from './find-processes.ts';

// Each may start a Chromium or two.
jest.setTimeout(180_000);

const patienceMs = 90_000;
const article = (id: string) => ({
  id,
  url: `https://herald.example/az/${id}`,
  language: 'az',
  title: `Şəkidə ${id} nömrəli məktəb açıldı`,
  text: 'Şəkidə yeni məktəb binası bazar ertəsi istifadəyə verilib. Binada iyirmi sinif otağı və idman zalı var.',
});

let web: WhatsappWeb;
let linked: TestAccount;
beforeAll(async () => {
  web = await startWhatsappWeb();
  web.addChannel({ name: 'Herald', inviteCode: '0029VaHerald', role: 'admin' });
  linked = await createTestAccount(web);
  await linked.link();
  await linked.account.close('in-order');
});
afterAll(async () => {
  await linked.close();
  await web.close();
  expect(web.violations).toEqual([]);
});

const yaml = (): string => `
accounts:
  whatsapp:
    profile: ${linked.profile}
    browser: { executable: ${chromium}, args: ${JSON.stringify(['--no-sandbox', '--disable-dev-shm-usage', ...web.browserArgs])} }
    settleSeconds: 1
    quietStartMinutes: 0
channels:
  - { id: wa, platform: whatsapp, target: "https://whatsapp.com/channel/0029VaHerald", minGapSeconds: 0 }
  - { id: preview, platform: preview, looks: whatsapp }
`;

describe('a worker with a WhatsApp channel', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await startHouse(yaml());
  });
  afterAll(async () => {
    await house.close();
    expect(await findBrowsers(linked.profile)).toEqual([]);
  });

  const untilReady = () =>
    waitFor(
      'the account to be ready',
      async () => must(await house.desk.whatsapp(editor))?.state === 'ready',
      patienceMs,
    );
  const push = async (id: string): Promise<void> => {
    must(await house.desk.push(editor, { article: article(id) }));
  };
  const texts = () => web.posts('0029VaHerald').map(({ text }) => text);

  it('holds the account, posts through it, and tells the desk how it is', async () => {
    await push('1');
    await untilReady();
    await waitFor('the post', () => texts().some((text) => text.includes('/az/1')), patienceMs);
    const { messageId } = await untilDelivery(house.desk, '1', 'wa', 'sent');
    expect(messageId).toBe(String(web.posts('0029VaHerald').at(-1)?.serverId));
    await waitFor('the status', async () => must(await house.desk.channels(editor))[0]?.status.state === 'ready');
    expect(must(await house.desk.whatsapp(editor))?.channels).toMatchObject([{ name: 'Herald', role: 'admin' }]);
  });

  it('tries a post that the server refuses five times, and goes on with the next one', async () => {
    await untilReady();
    web.faults.order({ channel: '0029VaHerald', fault: 'refuse-silently', times: 5 });
    await push('5');
    await push('6');
    await waitFor('the next post', () => texts().some((text) => text.includes('/az/6')), patienceMs);
    const { reason, attempts } = await untilDelivery(house.desk, '5', 'wa', 'refused');
    expect(reason).toMatch(/not taken in 5 tries.*no id/);
    expect(attempts).toBe(5);
    expect(texts().filter((text) => text.includes('/az/5'))).toEqual([]);
    await untilDelivery(house.desk, '6', 'wa', 'sent');
  });

  it('ends its browser when the lease is lost, and goes on once it has it again', async () => {
    await untilReady();
    const before = must(await house.desk.whatsapp(editor))?.at ?? 0;
    const client = createClient(house.redis.url, 'producer');
    await client.connect();
    const until = Date.now() + 15_000;
    await client.hset('{tellal}:lease:whatsapp', { owner: 'elsewhere:1#x', until });
    await waitFor('the browser to be gone', async () => (await findBrowsers(linked.profile)).length === 0, patienceMs);
    expect(Date.now()).toBeLessThan(until);
    await waitFor('nobody to hold the account', async () => must(await house.desk.whatsapp(editor)) === null);
    await push('4');
    await untilReady();
    expect(must(await house.desk.whatsapp(editor))?.at).toBeGreaterThan(before);
    await waitFor('the post', () => texts().some((text) => text.includes('/az/4')), patienceMs);
    await untilDelivery(house.desk, '4', 'wa', 'sent');
    await closeClient(client);
  });

  it('is followed by another worker when it stops, and every post appears once', async () => {
    await untilReady();
    const log = pino({ level: 'silent' });
    const fetcher = createFetcher({ allow: [], userAgent: 'Tellal/test', gapMs: 0 });
    const { config, redis } = house;
    const second = await startWorker({ config, redisUrl: redis.url, telegramBotToken: null, fetcher, log });
    await push('2');
    await untilDelivery(house.desk, '2', 'wa', 'sent');
    expect(await findBrowsers(linked.profile)).toHaveLength(1);
    await house.worker.stop();
    await push('3');
    await waitFor('the other to post', () => texts().some((text) => text.includes('/az/3')), patienceMs);
    await untilDelivery(house.desk, '3', 'wa', 'sent');
    await second.stop();
    await fetcher.close();
    expect(texts().filter((text) => /\/az\/[23]/.test(text))).toHaveLength(2);
    expect(must(await house.desk.whatsapp(editor))).toBeNull();
  });
});
