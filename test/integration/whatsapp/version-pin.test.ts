import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AccountOptions } from '../../../src/channels/whatsapp/account.ts';
import { pagesFolder } from '../../../src/channels/whatsapp/kept-pages.ts';
import { type Limits, usualLimits } from '../../../src/channels/whatsapp/run-session.ts';
import { aMessage } from '../../contract/a-message.ts';
import { createTestAccount, type TestAccount } from '../../contract/a-whatsapp-account.ts';
import { calling, expectAccepted } from '../../contract/channel-contract.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { DriftName } from '../../support/whatsapp/drift.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { findBrowsers } from './find-processes.ts';
import { openChannel } from './open-channel.ts';

// Each starts a Chromium or three.
jest.setTimeout(240_000);

const inviteCode = '0029Vp1';
const canary = 'https://whatsapp.com/channel/0029VpCanary';
const lack: DriftName = 'missing:WAWebMsgKey';

let web: WhatsappWeb;
let profile: string;
let test: TestAccount;
let older = '';
let newer: string;
let builds = 0;

beforeAll(async () => {
  web = await startWhatsappWeb();
  profile = await mkdtemp(join(tmpdir(), 'tellal-pinned-'));
  web.addChannel({ name: 'Herald', inviteCode, role: 'owner' });
  web.addChannel({ name: 'Canary', inviteCode: '0029VpCanary', role: 'owner' });
});
beforeEach(() => {
  builds += 1;
  newer = `2.3001.${builds}`;
});
afterEach(() => test.close());
afterAll(async () => {
  await web.close();
  await rm(profile, { recursive: true });
});

const send = () => openChannel(test, inviteCode, 10_000).send(aMessage('whatsapp'), calling());
const kept = (): Promise<readonly string[]> => readdir(pagesFolder(profile)).catch(() => []);
const untilKept = (build: string) =>
  waitFor('the page to be kept', async () => (await kept()).join() === `${build}.html`);
const expectNoBrowser = () => waitFor('no browser', async () => (await findBrowsers(profile)).length === 0);

/** A build that has proved a post, so that its page is kept. Only the first one links. */
const proveOlder = async (...drift: readonly DriftName[]): Promise<void> => {
  older = `2.3000.${builds}`;
  web.release(older, drift);
  test = await createTestAccount(web, { profile });
  await test.link();
  expectAccepted(await send());
  await untilKept(older);
  await test.account.close('in-order');
};
const usesOlder = (): boolean => {
  const last = test.notes.findLast(({ detail }) => /^going back|was not loaded/.test(detail));
  return last?.detail.startsWith('going back') ?? false;
};
/** What gets nowhere gets there in a short time as well as in a long one. */
const limitsWith = ({ newerReady = 12_000, olderOpen = usualLimits.open }): Limits => ({
  ...usualLimits,
  get open() {
    return usesOlder() ? olderOpen : usualLimits.open;
  },
  get ready() {
    return usesOlder() ? usualLimits.ready : newerReady;
  },
});
/** Not opened yet. All share a profile, and the older build for as long as it can be used. */
const create = async (changes: Partial<AccountOptions> = {}): Promise<void> => {
  if (!(await kept()).includes(`${older}.html`)) await proveOlder();
  test = await createTestAccount(web, { limits: limitsWith({}), ...changes, profile });
  test.provedBuild = older;
};

describe('a build of WhatsApp Web that cannot be used', () => {
  it.each<[string, DriftName, RegExp, number]>([
    ['lacks what a text takes', 'missing:WAWebNewsletterSendMessageJob', /WAWebNewsletterSendMessageJob/, 12_000],
    ['lacks nothing, and never becomes ready', 'sync-never-ends', /not become ready/, 3_000],
  ])('makes way for the one that last proved a post, if it %s', async (_what, drift, named, newerReady) => {
    await create({ limits: limitsWith({ newerReady }) });
    web.release(newer, [drift]);
    test.account.open(2);
    const view = await test.untilState('ready');
    expect(view.detail).toContain(`WhatsApp Web ${older}, kept from before, because of the newest one: `);
    expect(view).toMatchObject({ detail: expect.stringMatching(named), hint: expect.stringMatching(/update/) });
    expectAccepted(await send());
    expect(await kept()).toEqual([`${older}.html`]);
  });

  it('makes way for it also where a service worker loads the page', async () => {
    await proveOlder('service-worker');
    await create();
    web.release(newer, [lack]);
    test.account.open(2);
    expect((await test.untilState('ready', 'incompatible')).detail).toContain(`WhatsApp Web ${older}, kept`);
    expectAccepted(await send());
  });

  it('makes way for it after two canaries in vain, too', async () => {
    await create({ canary });
    web.release(newer);
    web.faults.order({ fault: 'refuse-silently', channel: '0029VpCanary', times: 2 });
    test.account.open(2);
    await test.untilState('ready');
    expect(await send()).toMatchObject({ outcome: 'deferred', reason: expect.stringMatching(/canary/) });
    await test.untilState('starting', 'down', 'syncing');
    await test.untilState('ready');
    expect(await send()).toMatchObject({ outcome: 'deferred' });
    await waitFor('the older build', () => test.account.view().detail.includes(`WhatsApp Web ${older}, kept`), 60_000);
    expectAccepted(await send());
  });

  it('is not tried first by the next process, but again when that is forgotten', async () => {
    await create();
    web.release(newer, [lack]);
    test.verdict = { state: 'incompatible', detail: 'it lacks a module', build: newer };
    const before = web.loads;
    test.account.open(2);
    await test.untilState('ready');
    expect([web.loads - before, test.verdict?.build]).toEqual([0, newer]);
    const newest = `2.3002.${builds}`;
    web.release(newest);
    test.verdict = null;
    const [running] = await findBrowsers(profile);
    process.kill(running?.browser ?? 0, 'SIGKILL');
    await waitFor('the newest build', () => test.account.view().detail.includes(newest), 60_000);
    expectAccepted(await send());
    await untilKept(newest);
  });

  it.each<[string, (build: string) => void, number]>([
    ['is no longer let in', (build) => web.deprecate(build), usualLimits.open],
    ['has no programs any more', (build) => web.withdraw(build), 8_000],
  ])('ends in `incompatible` when the older one %s', async (_what, spoil, olderOpen) => {
    await create({ limits: limitsWith({ olderOpen }) });
    web.release(newer, [lack]);
    spoil(older);
    older = 'none that can be used';
    test.account.open(2);
    expect((await test.untilState('incompatible')).detail).toContain(lack.replace('missing:', ''));
    await expectNoBrowser();
    const { asked } = test;
    const { loads } = web;
    await waitFor('it to wait for a person', () => test.asked > asked + 2);
    expect([web.loads, test.account.view().state]).toEqual([loads, 'incompatible']);
    expect(await findBrowsers(profile)).toEqual([]);
  });
});
