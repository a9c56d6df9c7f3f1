import { expect } from '@jest/globals';
import { startHouse, type TestHouse } from './house.ts';
import { startBotApi } from './telegram/bot-api.ts';
import type { BotApi } from './telegram/port.ts';

/** The chat of the channel `tg`. */
export const herald = -1001000000001;
const proofs = -1001000000009;

/** A house with one Telegram channel, `tg`, and a proof chat beside it, as fast as a test can follow. */
export const startProofHouse = async (settleSeconds: number): Promise<{ api: BotApi; house: TestHouse }> => {
  const api = await startBotApi();
  api.addChannel({ id: proofs, type: 'supergroup', title: 'Proofs' });
  api.addChannel({ id: herald, username: 'herald_en', title: 'Herald' });
  const account = `apiRoot: "${api.url}", settleSeconds: ${settleSeconds}, timeoutSeconds: 1, proofChat: "${proofs}", proofPerMinute: 0`;
  const house = await startHouse(
    `
newsroom: { name: Herald }
accounts: { telegram: { ${account} } }
channels:
  - { id: tg, platform: telegram, target: "@herald_en", perMinute: 0, minGapSeconds: 0 }
`,
    api.token,
  );
  return { api, house };
};

/** Ends both, and expects that Telegram found nothing wrong with what it was asked. */
export const closeProofHouse = async (house: TestHouse, api: BotApi): Promise<void> => {
  await house.close();
  expect(api.violations).toEqual([]);
  await api.close();
};
