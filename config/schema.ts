import { z } from 'zod';
import { channelsSchema } from './channel-schema.ts';
import {
  allowEntry,
  apiRoot,
  count,
  duration,
  seconds,
  telegramChat,
  timeout,
  timeZone,
  webAddress,
  whatsappChannel,
  words,
} from './fields.ts';
import { summarySchema } from './llm-schema.ts';
import { reportMissingLinks } from './missing-links.ts';
import { wordingFields } from './wording-schema.ts';

const newsroom = z
  .strictObject({
    name: words.default('Newsroom').describe('Stands in the console and on previews.'),
    site: webAddress.optional().describe("Address of the newsroom's site."),
    timezone: timeZone.default('UTC').describe('IANA time zone of the quiet hours, such as Asia/Baku.'),
    ...wordingFields,
  })
  .prefault({})
  .describe('Who publishes, and how its messages are worded unless a channel says otherwise.');

const settle = (usual: number) =>
  seconds.default(usual).describe('Seconds before an unknown outcome is looked up; four times as long for uploads.');
const timeoutSeconds = timeout
  .default(30)
  .describe('Seconds after which the outcome of a send counts as unknown; four times as long for uploads.');

export const telegramAccount = z
  .strictObject({
    apiRoot: apiRoot.prefault('https://api.telegram.org/').describe('Address of the Bot API.'),
    proofChat: telegramChat
      .optional()
      .describe('A private group or channel where the bot may post and delete: unknown outcomes are looked up there.'),
    // Telegram's bot FAQ: no more than 20 messages a minute in a group.
    proofPerMinute: count
      .default(20)
      .describe('Looks a minute in the proof chat over all channels, and one a second, at most; 0: not held back.'),
    // Telegram's bot FAQ: about 30 messages a second over all chats.
    perSecond: count.default(30).describe('Requests a second over all channels, at most; 0: no limit.'),
    settleSeconds: settle(30),
    timeoutSeconds,
  })
  .describe('The Telegram bot. Its token is not kept here: TELEGRAM_BOT_TOKEN.');

export const whatsappAccount = z
  .strictObject({
    profile: words.default('var/whatsapp').describe('Folder of the browser profile; it holds the link.'),
    browser: z
      .strictObject({
        executable: words.default('/usr/bin/chromium').describe('Path of a Chromium or Chrome.'),
        args: z.array(words).default([]).describe('More arguments; as root, Chromium needs --no-sandbox.'),
      })
      .prefault({})
      .describe('The browser that holds WhatsApp Web.'),
    perHour: count.default(60).describe('Posts an hour over all channels, at most; 0: no limit.'),
    settleSeconds: settle(15),
    quietStartMinutes: z
      .number()
      .min(0)
      .max(525_600)
      .default(10)
      .describe('Minutes after a link in which the account is spared; 0: not at all.'),
    canary: whatsappChannel
      .optional()
      .describe('A channel of your own that nobody reads: each new build of WhatsApp Web first posts there.'),
    timeoutSeconds,
  })
  .describe('The WhatsApp account, linked by `tellal link whatsapp`.');

export const newsroomSchema = z
  .strictObject({
    newsroom,
    accounts: z
      .strictObject({ telegram: telegramAccount.optional(), whatsapp: whatsappAccount.optional() })
      .prefault({})
      .describe('What posts to the platforms; needed only to differ from the defaults.'),
    channels: channelsSchema.describe('Every destination, in the order of the console.'),
    fetch: z
      .strictObject({
        allow: z
          .array(allowEntry)
          .default([])
          .describe('Hosts, host:port or CIDRs inside the house that pages and pictures may be fetched from.'),
      })
      .prefault({})
      .describe('All private addresses are refused but these.'),
    ingest: z
      .strictObject({
        nearDuplicates: z.boolean().default(true).describe('Skip an article whose text is nearly that of another.'),
        window: duration.default('48h').describe('How long an article is remembered for that, at most 30d.'),
      })
      .prefault({})
      .describe('What counts as seen.'),
    summary: summarySchema,
  })
  .superRefine(reportMissingLinks)
  .describe('newsroom.yaml: what Tellal announces, and where.');

export type NewsroomFile = z.output<typeof newsroomSchema>;
