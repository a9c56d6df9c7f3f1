import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pino from 'pino';
import { closeClient, createClient, type RedisClient } from '../../../queues/connection.ts';
import { createFetcher, type Fetcher } from '../../../src/ingest/guarded-fetch.ts';
import { type OpenedDesk, openDesk } from '../../../src/open-desk.ts';
import { type RunningWhatsapp, runWhatsapp } from '../../../src/run-whatsapp.ts';
import { chromium } from '../../contract/a-whatsapp-account.ts';
import { createCliWorld } from '../../support/cli-world.ts';
import { readConfig } from '../../support/house.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';

// Each starts a Chromium two or three times.
jest.setTimeout(180_000);

const patienceMs = 60_000;
const log = pino({ level: 'silent' });

let web: WhatsappWeb;
let profile: string;
let server: TestRedis;
let redis: RedisClient;
let fetcher: Fetcher;
let opened: OpenedDesk;
let worker: RunningWhatsapp | null;
let woken: ((because: string) => boolean)[];

beforeEach(async () => {
  web = await startWhatsappWeb();
  web.addChannel({ name: 'Herald', inviteCode: '0029VaHerald', role: 'admin' });
  profile = await mkdtemp(join(tmpdir(), 'tellal-whatsapp-'));
  server = await startRedis();
  redis = createClient(server.url, 'worker');
  await redis.connect();
  fetcher = createFetcher({ allow: [], userAgent: 'Tellal/test', gapMs: 0 });
  const args = JSON.stringify(['--no-sandbox', '--disable-dev-shm-usage', ...web.browserArgs]);
  const config = await readConfig(`
accounts: { whatsapp: { profile: ${profile}, browser: { executable: ${chromium}, args: ${args} } } }
channels: [{ id: wa, platform: whatsapp, target: "https://whatsapp.com/channel/0029VaHerald" }]
`);
  opened = await openDesk({ config, redisUrl: server.url, adminToken: null, fetcher, log });
  woken = [];
  const noLanes = async () => ({
    workers: [],
    look: () => undefined,
    wake: async (isOver: (because: string) => boolean) => void woken.push(isOver),
    stop: async () => undefined,
  });
  worker = runWhatsapp({ config, redis, run: noLanes, log, durableAfterMs: 100 });
});
afterEach(async () => {
  await worker?.stop(5_000);
  await opened.close();
  await fetcher.close();
  await closeClient(redis);
  await server.close();
  await rm(profile, { recursive: true, force: true });
  await web.close();
});

const createTerminal = () =>
  createCliWorld({
    openDesk: async () => ({ ok: true, value: { desk: opened.desk, close: async () => undefined } }),
    now: () => performance.now(),
    pause: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
  });
const untilHeld = () =>
  waitFor(
    'the worker to hold the account',
    async () => {
      const view = await opened.desk.whatsapp({ name: 'Rashad', role: 'ops' });
      return view.ok && view.value?.state === 'needs-link';
    },
    patienceMs,
  );

describe('tellal link whatsapp and a worker', () => {
  it('link a phone that scans the QR, and the link stands', async () => {
    await untilHeld();
    const terminal = createTerminal();
    const ended = terminal.run('link', 'whatsapp');
    const qr = await waitFor('a QR', () => /\[([^\]]+)\]\non the phone/.exec(terminal.written.stderr)?.[1], patienceMs);
    expect(web.scan(qr)).toBe(true);
    expect(await ended).toMatchObject({
      code: 0,
      stdout: 'Herald  admin  https://whatsapp.com/channel/0029VaHerald\n',
    });
    expect(web.devices).toMatchObject([{ pages: 1 }]);
    const [isOver] = woken;
    expect(isOver?.('the WhatsApp account is needs-link: the account is not linked')).toBe(true);
    expect(isOver?.('WhatsApp asks to wait: 429')).toBe(false);
    expect(await createTerminal().run('link', 'whatsapp')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('linked already'),
    });
  });

  it('link a phone into which the code is typed', async () => {
    await untilHeld();
    const terminal = createTerminal();
    const ended = terminal.run('link', 'whatsapp', '--code', '+994501112233');
    const [, first, second] = await waitFor(
      'a code',
      () => /^ {2}(\w{4})-(\w{4})$/m.exec(terminal.written.stderr),
      patienceMs,
    );
    expect(web.enterCode(`${first}${second}`)).toBe(true);
    expect((await ended).code).toBe(0);
  });
});
