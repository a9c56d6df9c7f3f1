import type { ChaosOptions } from './chaos-options.ts';

/** A channel of ours and its chat at the stand-in. */
export interface ChatOf {
  readonly channel: string;
  readonly chat: number;
}

export const proofChat = -1002000000000;

export const listChats = (count: number): readonly ChatOf[] =>
  Array.from({ length: count }, (_, i) => ({ channel: `tg-${i + 1}`, chat: -1001000000001 - i }));

/** newsroom.yaml: nothing is held back, so that faults alone set the pace. */
export const writeHouseFile = (options: ChaosOptions, apiRoot: string): string => `
newsroom: { name: Herald }
accounts:
  telegram:
    apiRoot: ${apiRoot}
    perSecond: 0
    settleSeconds: ${options.settleSeconds}
    timeoutSeconds: ${options.timeoutSeconds}
${options.proofChat ? `    proofChat: "${proofChat}"\n    proofPerMinute: 0` : ''}
channels:
${listChats(options.channels)
  .map(
    ({ channel, chat }) =>
      `  - { id: ${channel}, platform: telegram, target: "${chat}", perMinute: 0, minGapSeconds: 0 }\n`,
  )
  .join('')}
ingest: { nearDuplicates: false }
`;
