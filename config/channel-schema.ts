import { z } from 'zod';
import {
  channelId,
  count,
  language,
  quietHours,
  seconds,
  telegramChat,
  whatsappChannel,
  wordList,
  words,
} from './fields.ts';
import { callToAction, wordingFields } from './wording-schema.ts';

const takes = z
  .strictObject({
    languages: z.array(language).min(1).exactOptional().describe('Any of these languages: ru, az, en, ...'),
    sections: wordList.exactOptional().describe('Any of these sections, as the newsroom spells them.'),
    tags: wordList.exactOptional().describe('Any of these tags.'),
    priority: z.enum(['normal', 'breaking']).exactOptional().describe('Only articles of this priority.'),
  })
  .prefault({})
  .describe('Which articles the channel takes; every key given must match. Without it: all.');

const common = {
  id: channelId.describe('Name of the channel in Tellal: a-z, 0-9 and "-". It must stay the same for ever.'),
  takes,
  minConfidence: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('From 0 to 1: a post whose summary is trusted less waits for an editor; 0: none waits.'),
  ...wordingFields,
  callToAction,
  pictures: z.boolean().default(true).describe("Whether a post carries the article's picture."),
  perHour: count.default(0).describe('At most so many posts an hour; 0: no limit.'),
  quietHours: quietHours
    .optional()
    .describe('"HH:MM-HH:MM" in the time zone of the newsroom: what is to be posted then waits.'),
};

const perMinute = (usual: number) => count.default(usual).describe('At most so many posts a minute; 0: no limit.');
const minGapSeconds = (usual: number) =>
  seconds.default(usual).describe('Seconds between two posts, at least; 0: none.');

const telegram = z.strictObject({
  ...common,
  platform: z.literal('telegram').describe('A Telegram channel, posted to by the bot of TELEGRAM_BOT_TOKEN.'),
  target: telegramChat.describe('"@name" of the channel, or its numeric id.'),
  // Telegram lets a bot post about 20 messages a minute to one chat (its bot FAQ).
  perMinute: perMinute(20),
  minGapSeconds: minGapSeconds(1),
  silent: z.boolean().default(false).describe('Subscribers get no sound.'),
  button: words.max(64).optional().describe('Words on a button below the post that opens the article.'),
});

const whatsapp = z.strictObject({
  ...common,
  platform: z.literal('whatsapp').describe('A WhatsApp channel, posted to by the linked account.'),
  target: whatsappChannel.describe('Public link https://whatsapp.com/channel/<code>, or the <digits>@newsletter id.'),
  perMinute: perMinute(0),
  minGapSeconds: minGapSeconds(8),
});

const preview = z.strictObject({
  ...common,
  platform: z.literal('preview').describe('A page that shows what subscribers would see.'),
  looks: z.enum(['telegram', 'whatsapp']).describe('Whose markup and limits it follows.'),
  perMinute: perMinute(0),
  minGapSeconds: minGapSeconds(0),
});

const channelSchema = z.discriminatedUnion('platform', [telegram, whatsapp, preview]);

export type ChannelInput = z.output<typeof channelSchema>;

const reportRepeatedIds = (channels: readonly ChannelInput[], context: z.RefinementCtx): void => {
  const ids = channels.map((channel: { readonly id?: unknown } | null) => channel?.id);
  for (const [at, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (id === undefined || first === at) continue;
    const message = `expected an id of its own; channels[${first}] has the same`;
    context.addIssue({ code: 'custom', path: [at, 'id'], message });
  }
};

export const channelsSchema = z
  .array(channelSchema)
  .min(1)
  // Also when a channel has other faults: all are to be told at once.
  .superRefine(reportRepeatedIds, { when: ({ value }) => Array.isArray(value) });
