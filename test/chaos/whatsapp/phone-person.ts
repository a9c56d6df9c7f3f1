import { setTimeout as delay } from 'node:timers/promises';
import { closeClient, createClient } from '../../../queues/connection.ts';
import { createWhatsappAccountRecord } from '../../../queues/whatsapp-account.ts';
import type { AccountView } from '../../../src/channels/whatsapp/account-view.ts';
import type { ChaosHouse } from './chaos-house.ts';

const lookEveryMs = 500;

/** Somebody with the phone: whenever the account is logged out, asks for a link and scans what is shown. */
export const attendPhone = async (
  { redis, web }: ChaosHouse,
  signal: AbortSignal,
): Promise<{ readonly asked: number }> => {
  const client = createClient(redis.url, 'producer');
  client.on('error', () => undefined);
  await client.connect();
  const record = createWhatsappAccountRecord<AccountView>(client);
  let asked = 0;
  const look = async (): Promise<void> => {
    const state = (await record.view())?.state;
    const request = await record.linkRequest();
    if ((state === 'logged-out' || state === 'needs-link') && request === null) {
      await record.askLink({ by: 'Leyla' });
      asked += 1;
    } else if (request !== null && web.qr !== null) web.scan();
  };
  while (!signal.aborted) {
    // Redis may be away.
    await look().catch(() => undefined);
    await delay(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
  await closeClient(client);
  return { asked };
};
