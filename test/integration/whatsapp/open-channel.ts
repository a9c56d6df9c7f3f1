import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from '../../../src/article/post.ts';
import { createWhatsappChannel } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import type { Channel, Finding } from '../../../src/deliver/channel.ts';
import { aChannelConfig } from '../../contract/a-channel-config.ts';
import type { TestAccount } from '../../contract/a-whatsapp-account.ts';
import { calling } from '../../contract/channel-contract.ts';

export const openChannel = (test: TestAccount, inviteCode: string, timeoutMs = 3_000): Channel =>
  createWhatsappChannel({
    config: aChannelConfig({
      id: `wa-${inviteCode}`,
      platform: 'whatsapp',
      looks: 'whatsapp',
      target: `https://whatsapp.com/channel/${inviteCode}`,
    }),
    account: test.account,
    timeoutMs,
    uploadTimeoutMs: timeoutMs,
  });

/** Looks for the post of these attempts, as often as WhatsApp asks to wait. */
export const lookFor = async (
  channel: Channel,
  message: Message,
  attempts: readonly string[] = [],
  since = 0,
): Promise<Finding> => {
  for (;;) {
    const finding = await channel.find(message, { since, floor: null, known: [], attempts }, calling());
    if (finding.kind !== 'later') return finding;
    await delay(Math.min(finding.retryAfterMs, 50));
  }
};
