import { afterAll, beforeAll, expect } from '@jest/globals';
import { createWhatsappChannel } from '../../src/channels/whatsapp/whatsapp-channel.ts';
import type { WhatsappWeb } from '../support/whatsapp/port.ts';
import { startWhatsappWeb } from '../support/whatsapp/web-app.ts';
import { aChannelConfig } from './a-channel-config.ts';
import { createTestAccount, type TestAccount } from './a-whatsapp-account.ts';
import { runChannelContract } from './channel-contract.ts';

let web: WhatsappWeb;
let test: TestAccount;
let opened = 0;

beforeAll(async () => {
  web = await startWhatsappWeb();
  test = await createTestAccount(web);
  await test.link();
}, 120_000);
afterAll(async () => {
  await test.close();
  await web.close();
});

runChannelContract('whatsapp', async () => {
  const inviteCode = `0029Va${++opened}`;
  web.addChannel({ name: `Herald ${opened}`, inviteCode, role: 'admin' });
  const config = aChannelConfig({
    id: `wa-${opened}`,
    platform: 'whatsapp',
    looks: 'whatsapp',
    target: `https://whatsapp.com/channel/${inviteCode}`,
  });
  return {
    channel: createWhatsappChannel({ config, account: test.account, timeoutMs: 20_000, uploadTimeoutMs: 20_000 }),
    subscribersSee: async () =>
      web.posts(inviteCode).map(({ serverId, text, picture }) => ({
        messageId: String(serverId),
        text,
        picture: picture !== null,
      })),
    close: async () => {
      expect(web.violations).toEqual([]);
    },
  };
});
