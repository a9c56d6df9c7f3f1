import { chromium } from '../../contract/a-whatsapp-account.ts';
import { listPlaces } from './places.ts';
import type { RunOptions } from './run-options.ts';

/** Where the profile is in the folder of the house. */
export const profileFolder = 'var/whatsapp';

/** newsroom.yaml: nothing is held back, so that faults alone set the pace. `pictures`: host and port that serve them. */
export const writeHouseFile = (options: RunOptions, browserArgs: readonly string[], pictures: string): string => `
newsroom: { name: Herald }
accounts:
  whatsapp:
    profile: ${profileFolder}
    browser: { executable: ${chromium}, args: ${JSON.stringify(browserArgs)} }
    perHour: 0
    quietStartMinutes: 0
    settleSeconds: ${options.settleSeconds}
    timeoutSeconds: ${options.timeoutSeconds}
channels:
${listPlaces(options.channels)
  .map(
    ({ channel, inviteCode }) =>
      `  - { id: ${channel}, platform: whatsapp, target: "https://whatsapp.com/channel/${inviteCode}", perHour: 0, minGapSeconds: 0 }\n`,
  )
  .join('')}
fetch: { allow: ["${pictures}"] }
ingest: { nearDuplicates: false }
`;
