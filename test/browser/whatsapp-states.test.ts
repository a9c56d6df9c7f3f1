import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel, Client } from 'whatsapp-web.js';
import { waitFor } from '../support/wait-for.ts';
import { createProfile, type Profile, plain, serverIdOf } from '../support/whatsapp/open-client.ts';
import type { SocketState, WhatsappWeb } from '../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../support/whatsapp/web-app.ts';

const ID = '120363033333333333@newsletter';
let web: WhatsappWeb;
let profile: Profile;
let client: Client;

beforeEach(async () => {
  web = await startWhatsappWeb();
  web.addChannel({ id: ID, name: 'News', inviteCode: '0029VaX', role: 'admin' });
  profile = await createProfile(web);
  client = await profile.startReady();
});
afterEach(async () => {
  await profile.remove();
  await web.close();
  expect(web.violations).toEqual([]);
});

const sees = (event: string) => waitFor(event, () => profile.events.includes(event));
const browserEnds = () => waitFor('the browser to end', () => client.pupBrowser?.connected === false);

describe('a state of the connection', () => {
  it.each<SocketState>(['CONFLICT', 'PROXYBLOCK', 'TOS_BLOCK', 'SMB_TOS_BLOCK', 'DEPRECATED_VERSION', 'UNPAIRED'])(
    '%s makes the library say so and close the browser',
    async (state) => {
      web.setState(state);
      await sees(`change_state ${state}`);
      await sees(`disconnected ${state}`);
      await browserEnds();
    },
  );

  it('TIMEOUT only holds everything up until the connection is back', async () => {
    web.setState('TIMEOUT');
    await sees('change_state TIMEOUT');
    const sending = client.sendMessage(ID, 'Waiting', plain);
    await waitFor('the row of the page itself', async () => {
      const channel = (await client.getChatById(ID)) as unknown as Channel;
      return (await channel.fetchMessages({})).some((row) => row.body === 'Waiting');
    });
    await client.getChannels();
    expect(web.requests.map(({ operation }) => operation)).not.toContain('send');
    web.setState('CONNECTED');
    expect(serverIdOf(await sending)).toBe(100);
  });

  it('holds for the next start where it is about the account, until it is lifted', async () => {
    web.setState('TOS_BLOCK');
    // The library closes the browser itself: a second close while it does so kills it, and the profile is not written.
    await browserEnds();
    client = await profile.start();
    await waitFor('the state', async () => (await client.getState()) === ('TOS_BLOCK' as string));
    expect(profile.events).toEqual([]);
    web.setState('CONNECTED');
    await sees('ready');
  });

  it('UNPAIRED means that the device is linked no more', async () => {
    web.setState('UNPAIRED');
    await browserEnds();
    await profile.start();
    await waitFor('the QR', () => profile.events.some((event) => event.startsWith('qr ')));
    expect(web.devices).toEqual([]);
  });

  it('is TIMEOUT while the server cannot be reached', async () => {
    await web.goDown();
    await sees('change_state TIMEOUT');
    await web.comeBack();
    await waitFor('the connection', async () => (await client.getState()) === ('CONNECTED' as string));
    expect(serverIdOf(await client.sendMessage(ID, 'Back', plain))).toBe(100);
  });

  it('is the browser’s own error when the server cannot be reached at the start', async () => {
    await profile.stop();
    await web.goDown();
    await expect(profile.start()).rejects.toThrow('net::ERR_CONNECTION_REFUSED');
  });
});

describe('a QR that nobody scans', () => {
  it('is given up, and comes back when the page is asked for it', async () => {
    await profile.remove();
    client = await profile.start();
    const first = await waitFor('the QR', () => web.qr);
    web.setState('UNPAIRED_IDLE');
    await waitFor('the state', async () => (await client.getState()) === ('UNPAIRED_IDLE' as string));
    await client.pupPage?.evaluate(`window.require('WAWebCmd').Cmd.refreshQR()`);
    await waitFor('another QR', () => web.qr !== first);
    expect(web.scan()).toBe(true);
    await sees('ready');
  });
});
