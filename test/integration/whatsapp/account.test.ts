import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { WhatsappState } from '../../../src/article/whatsapp-account.ts';
import type { AccountOptions } from '../../../src/channels/whatsapp/account.ts';
import { usualLimits } from '../../../src/channels/whatsapp/run-session.ts';
import { aMessage } from '../../contract/a-message.ts';
import { createTestAccount, type TestAccount } from '../../contract/a-whatsapp-account.ts';
import { calling, expectAccepted } from '../../contract/channel-contract.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { SocketState, WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { findBrowsers } from './find-processes.ts';
import { openChannel } from './open-channel.ts';

// Each starts a Chromium or two.
jest.setTimeout(120_000);

const inviteCode = '0029Vc1';
const message = aMessage('whatsapp');

let web: WhatsappWeb;
let test: TestAccount;
const send = () => openChannel(test, inviteCode).send(message, calling());

describe('a linked account', () => {
  const usual: Partial<AccountOptions> = {};
  const watchful: Partial<AccountOptions> = { limits: { ...usualLimits, healthEvery: 500, health: 1_000 } };
  let profile: string;
  let opened: Partial<AccountOptions> | null = null;
  let noted = 0;
  beforeAll(async () => {
    web = await startWhatsappWeb();
    web.addChannel({ name: 'Herald', inviteCode, role: 'owner' });
    profile = await mkdtemp(join(tmpdir(), 'tellal-linked-'));
    test = await createTestAccount(web, { profile });
  });
  beforeEach(() => web.setState('CONNECTED'));
  afterAll(async () => {
    await test.close();
    await web.close();
    await rm(profile, { recursive: true });
  });

  const createAnew = async (changes: Partial<AccountOptions>): Promise<void> => {
    await test.close();
    opened = changes;
    test = await createTestAccount(web, { ...changes, profile });
  };
  /** Linked and ready: that of the test before, if it still is. All share a profile, so that most need not link again. */
  const open = async (changes = usual): Promise<TestAccount> => {
    if (opened !== changes || test.account.view().state !== 'ready') {
      await createAnew(changes);
      await test.link();
    }
    noted = test.notes.length;
    return test;
  };
  const news = () => test.notes.slice(noted);

  /** Linked, and not opened yet. */
  const createLinked = async (): Promise<void> => {
    if (web.devices.length === 0) {
      await open();
      await test.account.close('in-order');
    }
    await createAnew(usual);
  };

  it('says so when the phone unlinks it, and links again only when asked', async () => {
    const { untilState, askLink } = await open();
    web.logOut();
    expect(await untilState('logged-out')).toMatchObject({ hint: expect.stringMatching(/link/), qr: null });
    await waitFor('the browser to end', async () => (await findBrowsers(profile)).length === 0);
    expect(await send()).toMatchObject({ outcome: 'deferred', retryAfterMs: 60_000 });
    askLink();
    expect(web.scan(await waitFor('a QR', () => test.account.view().qr, 60_000))).toBe(true);
    await untilState('ready');
    expectAccepted(await send());
  });

  it('is not asked for again when the browser is started anew', async () => {
    const { account, untilState } = await open();
    await account.close('in-order');
    expect(account.view()).toMatchObject({ state: 'stopped' });
    account.open(2);
    expect(await untilState('ready')).toMatchObject({ epoch: 2 });
    expect(web.devices).toHaveLength(1);
  });

  it('recovers by itself from a conflict', async () => {
    const { untilState } = await open();
    web.setState('CONFLICT');
    await untilState('down', 'starting');
    await untilState('ready');
    expectAccepted(await send());
  });

  it('waits out a lost connection without a new browser', async () => {
    const { untilState } = await open();
    const before = await findBrowsers(profile);
    web.setState('TIMEOUT');
    await untilState('down');
    expect(await send()).toMatchObject({ outcome: 'deferred' });
    web.setState('CONNECTED');
    await untilState('ready');
    expectAccepted(await send());
    expect(await findBrowsers(profile)).toEqual(before);
  });

  it('comes back after a kill of its process, and never has two browsers', async () => {
    const { untilState } = await open();
    const [running] = await findBrowsers(profile);
    process.kill(running?.driver ?? 0, 'SIGKILL');
    await untilState('down', 'starting');
    await untilState('ready');
    expect(await findBrowsers(profile)).toHaveLength(1);
    expect(web.devices).toMatchObject([{ pages: 1 }]);
  });

  it('comes back when WhatsApp cannot be reached for a while', async () => {
    const { untilState, account } = await open();
    await account.close('in-order');
    await web.goDown();
    account.open(2);
    await untilState('down');
    await web.comeBack();
    await untilState('ready');
  });

  it('is logged out when the server no longer accepts it', async () => {
    const { untilState } = await open();
    const before = web.posts(inviteCode);
    web.faults.order({ fault: '401' });
    expect(await send()).toMatchObject({ outcome: 'deferred', retryAfterMs: 60_000 });
    await untilState('logged-out');
    expect(web.posts(inviteCode)).toEqual(before);
  });

  it.each<[WhatsappState, boolean]>([
    ['blocked', false],
    ['logged-out', true],
  ])('is stopped in order after %s: remembered is %s', async (state, remembered) => {
    await createLinked();
    test.verdict = { state, detail: 'WhatsApp Web says so' };
    test.account.open(2);
    await test.untilState(state);
    await test.account.close('in-order');
    expect(test.verdict !== null).toBe(remembered);
  });

  it('starts no browser after what ended that of another process, until a person asks', async () => {
    await createLinked();
    test.verdict = { state: 'blocked', detail: 'WhatsApp Web says TOS_BLOCK' };
    test.account.open(2);
    expect(await test.untilState('blocked')).toMatchObject({ hint: expect.stringMatching(/link again/) });
    const { asked } = test;
    await waitFor('it to wait for a person', () => test.asked > asked + 2);
    expect(await findBrowsers(profile)).toEqual([]);
    test.askLink();
    await test.untilState('ready');
    await waitFor('the verdict to be dropped', () => test.verdict === null);
  });

  it('is asked for in vain while it is blocked', async () => {
    const { untilState, askLink } = await open();
    web.setState('TOS_BLOCK');
    await untilState('blocked');
    askLink();
    await waitFor('a new start', () => news().filter(({ state }) => state === 'blocked').length === 2, 60_000);
    expect(news().map(({ state }) => state)).not.toContain('down');
  });

  it('tries again when it was forgotten that WhatsApp Web cannot be used', async () => {
    await createLinked();
    test.verdict = { state: 'incompatible', detail: 'WhatsApp Web lacks WAWebMsgKey' };
    test.account.open(2);
    await test.untilState('incompatible');
    test.verdict = null;
    await test.untilState('ready');
  });

  it('ends its browser when the lease is not renewed, even if nobody says so', async () => {
    const { account } = await open();
    const [running] = await findBrowsers(profile);
    account.beat(100);
    await waitFor('the browser to end', async () =>
      (await findBrowsers(profile)).every(({ browser }) => browser !== running?.browser),
    );
    await account.close('at-once');
  });

  it('says that the build is new until a post is proved with it', async () => {
    await createLinked();
    test.provedBuild = '2.2999.7';
    test.account.open(2);
    expect((await test.untilState('ready')).detail).toContain(
      `${web.version}, new since the last proved post (2.2999.7)`,
    );
    expectAccepted(await send());
    expect(test.account.view()).toMatchObject({ detail: expect.not.stringContaining('new'), hint: null });
    expect(test.provedBuild).toBe(web.version);
  });

  describe('with a canary', () => {
    const canary = 'https://whatsapp.com/channel/0029VcCanary';
    const seen = () => web.history('0029VcCanary').map(({ kind }) => kind);
    beforeAll(() => web.addChannel({ name: 'Canary', inviteCode: '0029VcCanary', role: 'owner' }));

    it('posts there first, once for each build, and leaves nothing there', async () => {
      await open({ canary });
      expect(await send()).toMatchObject({ outcome: 'deferred', retryAfterMs: 0 });
      expect([seen(), web.posts('0029VcCanary')]).toEqual([['posted', 'revoked'], []]);
      expectAccepted(await send());
      expectAccepted(await send());
      expect(seen()).toHaveLength(2);
    });

    it('posts nothing when that is not proved, and gives the build up when it is not a second time', async () => {
      const { untilState } = await open({ canary });
      const before = web.posts(inviteCode);
      web.faults.order({ fault: 'refuse-silently', channel: '0029VcCanary', times: 2 });
      expect(await send()).toMatchObject({ outcome: 'deferred', reason: expect.stringMatching(/canary/) });
      await untilState('starting', 'down', 'syncing');
      await untilState('ready');
      expect(await send()).toMatchObject({ outcome: 'deferred' });
      expect(await untilState('incompatible')).toMatchObject({ detail: expect.stringMatching(/canary.*no id/) });
      expect(web.posts(inviteCode)).toEqual(before);
    });
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)('comes back after %s of the browser', async (signal) => {
    const { untilState } = await open(watchful);
    const [running] = await findBrowsers(profile);
    process.kill(running?.browser ?? 0, signal);
    await untilState('down', 'starting');
    await untilState('ready');
    expectAccepted(await send());
  });

  it('starts the browser anew, between posts, when it has grown too big', async () => {
    const { notes } = await open({ memoryBound: 1, limits: { ...usualLimits, healthEvery: 300 } });
    await waitFor('a new start', () => notes.some(({ detail }) => /MB/.test(detail)), 60_000);
  });

  it.each<[SocketState, WhatsappState]>([
    ['TOS_BLOCK', 'blocked'],
    ['PROXYBLOCK', 'blocked'],
    ['DEPRECATED_VERSION', 'incompatible'],
    ['UNPAIRED', 'logged-out'],
  ])('stops and waits for a person after %s', async (state, expected) => {
    const { untilState, notes } = await open();
    web.setState(state);
    expect((await untilState(expected)).hint).not.toBeNull();
    const before = [web.loads, notes.length];
    const { asked } = test;
    await waitFor('it to wait for a person', () => test.asked > asked + 2);
    expect([web.loads, notes.length]).toEqual(before);
    expect(await findBrowsers(profile)).toEqual([]);
    expect(test.verdict).toMatchObject({ state: expected });
  });
});
