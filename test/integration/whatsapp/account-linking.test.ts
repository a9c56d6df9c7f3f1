import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AccountOptions } from '../../../src/channels/whatsapp/account.ts';
import { aMessage } from '../../contract/a-message.ts';
import { createTestAccount, type TestAccount } from '../../contract/a-whatsapp-account.ts';
import { calling } from '../../contract/channel-contract.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { WhatsappWeb } from '../../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../../support/whatsapp/web-app.ts';
import { findBrowsers } from './find-processes.ts';
import { openChannel } from './open-channel.ts';

// Each starts a Chromium or two.
jest.setTimeout(120_000);

const inviteCode = '0029Vc1';

let web: WhatsappWeb;
let test: TestAccount;

const create = async (changes: Partial<AccountOptions> = {}): Promise<TestAccount> => {
  test = await createTestAccount(web, changes);
  return test;
};
const send = () => openChannel(test, inviteCode).send(aMessage('whatsapp'), calling());
const shown = (part: 'qr' | 'pairingCode', other: string | null = null): Promise<string> =>
  waitFor(`a ${part}`, () => test.account.view()[part] !== other && test.account.view()[part], 60_000);

describe('linking', () => {
  beforeEach(async () => {
    web = await startWhatsappWeb();
    web.addChannel({ name: 'Herald', inviteCode, role: 'owner' });
  });
  afterEach(async () => {
    await test.close();
    await web.close();
  });

  it('is asked for by a person: until then no browser runs', async () => {
    const { account, untilState, profile } = await create();
    account.open(7);
    expect(await untilState('needs-link')).toMatchObject({ qr: null, epoch: 7, hint: expect.stringMatching(/link/) });
    await waitFor('the browser to end', async () => (await findBrowsers(profile)).length === 0);
    expect(await send()).toMatchObject({ outcome: 'deferred', retryAfterMs: 60_000 });
  });

  it('shows the QR, each new one too, and is done when a new start of the browser came back ready, which is spared', async () => {
    const { account, askLink, untilState, notes } = await create({ quietStartMs: 600_000 });
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
    expect(await send()).toMatchObject({ outcome: 'deferred', reason: expect.stringMatching(/spared/) });
    expect(web.posts(inviteCode)).toEqual([]);
  });

  it('works by a pairing code', async () => {
    const { account, askLink, untilState } = await create();
    askLink({ by: 'Leyla', phone: '994501234567' });
    account.open(1);
    expect(web.enterCode(await shown('pairingCode'))).toBe(true);
    await untilState('ready');
  });
});
