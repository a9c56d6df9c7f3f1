import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '../support/wait-for.ts';
import { createProfile, type Profile } from '../support/whatsapp/open-client.ts';
import type { WhatsappWeb } from '../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../support/whatsapp/web-app.ts';

let web: WhatsappWeb;
let profile: Profile;

beforeEach(async () => {
  web = await startWhatsappWeb();
  profile = await createProfile(web);
});
afterEach(async () => {
  await profile.remove();
  await web.close();
  expect(web.violations).toEqual([]);
});

const sees = (event: string) => waitFor(event, () => profile.events.includes(event));
const qrs = () => profile.events.filter((event) => event.startsWith('qr '));

describe('linking a device', () => {
  it('shows a QR, is scanned, is ready, and starts again without a QR', async () => {
    const client = await profile.start();
    expect(await client.getWWebVersion()).toBe(web.version);
    const [qr] = await waitFor('the QR', () => qrs().length > 0 && qrs());
    expect(web.scan(qr?.slice('qr '.length))).toBe(true);
    await sees('ready');
    expect(profile.events.slice(1)).toEqual(['authenticated', 'ready']);
    expect(web.devices).toEqual([{ id: expect.any(String), pages: 1 }]);

    await profile.stop();
    await profile.start();
    await sees('ready');
    expect(profile.events).toEqual(['authenticated', 'ready']);
    expect(web.devices).toHaveLength(1);
  });

  it('makes a QR void when the next one is shown', async () => {
    await profile.start();
    await waitFor('the QR', () => qrs().length === 1);
    web.rotateQr();
    await waitFor('the next QR', () => qrs().length === 2);
    const [old, current] = qrs().map((event) => event.slice('qr '.length));
    expect(web.scan(old)).toBe(false);
    expect(web.scan(current)).toBe(true);
    await sees('ready');
    expect(web.qr).toBeNull();
  });

  it('links by a code that a person types into the phone', async () => {
    await profile.start({ pairWithPhoneNumber: { phoneNumber: '994501112233' } });
    const code = await waitFor('the code', () => web.pairingCode);
    await sees(`code ${code}`);
    expect(web.enterCode('WRONG123')).toBe(false);
    expect(web.enterCode(code)).toBe(true);
    await sees('ready');
  });

  it('shows a QR at the next start when the phone removed the device meanwhile', async () => {
    await profile.startReady();
    await profile.stop();
    web.logOut();
    await profile.start();
    await waitFor('the QR', () => qrs().length > 0);
    expect(profile.events).toHaveLength(1);
  });

  it('takes a page that is open through LOGOUT to a new QR', async () => {
    await profile.startReady();
    web.logOut();
    await sees('disconnected LOGOUT');
    await waitFor('a second QR', () => qrs().length === 2);
    expect(web.devices).toEqual([]);
    // Also lets the library finish what it does to the new page: closed before that, it would reject unheard.
    web.scan();
    await waitFor('ready again', () => profile.events.filter((event) => event === 'ready').length === 2);
  });

  it('says CONFLICT to the page whose session another browser opens', async () => {
    const client = await profile.startReady();
    const page = await client.pupBrowser?.newPage();
    await page?.goto('https://web.whatsapp.com/');
    await sees('change_state CONFLICT');
    expect(web.devices).toEqual([{ id: expect.any(String), pages: 2 }]);
  });

  it('goes on after the page was loaded again', async () => {
    await profile.startReady();
    const before = web.loads;
    web.reload();
    await waitFor('ready again', () => profile.events.filter((event) => event === 'ready').length === 2);
    expect(web.loads).toBe(before + 1);
  });
});
