import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
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
const startWeb = async (): Promise<void> => {
  web = await startWhatsappWeb();
  web.addChannel({ name: 'Herald', inviteCode, role: 'owner' });
};
afterEach(() => test.close());

const create = async (changes: Partial<AccountOptions> = {}): Promise<TestAccount> => {
  test = await createTestAccount(web, changes);
  return test;
};
const send = () => openChannel(test, inviteCode).send(message, calling());
const shown = (part: 'qr' | 'pairingCode', other: string | null = null): Promise<string> =>
  waitFor(`a ${part}`, () => test.account.view()[part] !== other && test.account.view()[part], 60_000);

describe('linking', () => {
  beforeEach(startWeb);
  afterEach(() => web.close());

  it('is asked for by a person: until then no browser runs', async () => {
    const { account, untilState, profile } = await create();
    account.open(7);
    expect(await untilState('needs-link')).toMatchObject({ qr: null, epoch: 7, hint: expect.stringMatching(/link/) });
    await waitFor('the browser to end', async () => (await findBrowsers(profile)).length === 0);
    expect(await send()).toMatchObject({ outcome: 'deferred', retryAfterMs: 60_000 });
  });

  it('shows the QR, each new one too, and is done when a new start of the browser came back ready', async () => {
    const { account, askLink, untilState, notes } = await create();
    account.open(1);
    askLink();
    const first = await shown('qr');
    web.rotateQr();
    const second = await shown('qr', first);
    expect(web.scan(second)).toBe(true);
    const view = await untilState('ready');
    expect(view).toMatchObject({ qr: null, channels: [{ name: 'Herald', role: 'owner' }] });
    expect(notes.map(({ state }) => state)).toContain('linking');
    expect(web.loads).toBeGreaterThan(1);
    expect(test.linkedForMs).toBe(0);
  });

  it('works by a pairing code', async () => {
    const { account, askLink, untilState } = await create();
    askLink({ by: 'Leyla', phone: '994501234567' });
    account.open(1);
    expect(web.enterCode(await shown('pairingCode'))).toBe(true);
    await untilState('ready');
  });

  it('spares a fresh link for a while', async () => {
    await (await create({ quietStartMs: 600_000 })).link();
    const receipt = await send();
    expect(receipt).toMatchObject({ outcome: 'deferred', reason: expect.stringMatching(/spared/) });
    expect(web.posts(inviteCode)).toEqual([]);
  });

  it('is not asked for again when the browser is started anew', async () => {
    const { account, untilState, link } = await create();
    await link();
    await account.close('in-order');
    expect(account.view()).toMatchObject({ state: 'stopped' });
    account.open(2);
    expect(await untilState('ready')).toMatchObject({ epoch: 2 });
    expect(web.devices).toHaveLength(1);
  });
});

describe('a linked account', () => {
  let profile: string;
  beforeAll(async () => {
    await startWeb();
    profile = await mkdtemp(join(tmpdir(), 'tellal-linked-'));
  });
  beforeEach(() => web.setState('CONNECTED'));
  afterAll(async () => {
    await web.close();
    await rm(profile, { recursive: true });
  });
  /** All of these share a profile, so that most need not link again. */
  const open = async (changes: Partial<AccountOptions> = {}): Promise<TestAccount> => {
    await create({ ...changes, profile });
    await test.link();
    return test;
  };

  /** Linked, and closed again. */
  const openLater = async (): Promise<void> => {
    await open();
    await test.account.close('in-order');
  };

  it('says so when the phone unlinks it, and links again only when asked', async () => {
    const { untilState, askLink } = await open();
    web.logOut();
    expect(await untilState('logged-out')).toMatchObject({ hint: expect.stringMatching(/link/), qr: null });
    await waitFor('the browser to end', async () => (await findBrowsers(profile)).length === 0);
    expect(await send()).toMatchObject({ outcome: 'deferred', retryAfterMs: 60_000 });
    askLink();
    expect(web.scan(await shown('qr'))).toBe(true);
    await untilState('ready');
    expectAccepted(await send());
  });

  it('is logged out when the server no longer accepts it', async () => {
    const { untilState } = await open();
    const before = web.posts(inviteCode);
    web.faults.order({ fault: '401' });
    expect(await send()).toMatchObject({ outcome: 'deferred', retryAfterMs: 60_000 });
    await untilState('logged-out');
    expect(web.posts(inviteCode)).toEqual(before);
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

  it('starts no browser after what ended that of another process, until a person asks', async () => {
    await openLater();
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

  it.each<[WhatsappState, boolean]>([
    ['blocked', false],
    ['logged-out', true],
  ])('is stopped in order after %s: remembered is %s', async (state, remembered) => {
    await openLater();
    test.verdict = { state, detail: 'WhatsApp Web says so' };
    test.account.open(2);
    await test.untilState(state);
    await test.account.close('in-order');
    expect(test.verdict !== null).toBe(remembered);
  });

  it('tries again when it was forgotten that WhatsApp Web cannot be used', async () => {
    await openLater();
    test.verdict = { state: 'incompatible', detail: 'WhatsApp Web lacks WAWebMsgKey' };
    test.account.open(2);
    await test.untilState('incompatible');
    test.verdict = null;
    await test.untilState('ready');
  });

  it('says that the build is new until a post is proved with it', async () => {
    await openLater();
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

  it('is asked for in vain while it is blocked', async () => {
    const { untilState, notes, askLink } = await open();
    web.setState('TOS_BLOCK');
    await untilState('blocked');
    askLink();
    await waitFor('a new start', () => notes.filter(({ state }) => state === 'blocked').length === 2, 60_000);
    expect(notes.map(({ state }) => state)).not.toContain('down');
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

  it('comes back when WhatsApp cannot be reached for a while', async () => {
    const { untilState, account } = await open();
    await account.close('in-order');
    await web.goDown();
    account.open(2);
    await untilState('down');
    await web.comeBack();
    await untilState('ready');
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)('comes back after %s of the browser', async (signal) => {
    const { untilState } = await open({ limits: { ...usualLimits, healthEvery: 500, health: 1_000 } });
    const [running] = await findBrowsers(profile);
    process.kill(running?.browser ?? 0, signal);
    await untilState('down', 'starting');
    await untilState('ready');
    expectAccepted(await send());
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

  it('starts the browser anew, between posts, when it has grown too big', async () => {
    const { notes } = await open({ memoryBound: 1, limits: { ...usualLimits, healthEvery: 300 } });
    await waitFor('a new start', () => notes.some(({ detail }) => /MB/.test(detail)), 60_000);
  });

  it('ends its browser when the lease is not renewed, even if nobody says so', async () => {
    const { account } = await open();
    const [running] = await findBrowsers(profile);
    account.beat(100);
    await waitFor('the browser to end', async () =>
      (await findBrowsers(profile)).every(({ browser }) => browser !== running?.browser),
    );
  });
});
