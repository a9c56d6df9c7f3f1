import type { ChannelConfig, Pace } from '../src/article/channel.ts';
import { plainWording, type Wording } from '../src/article/wording.ts';
import type { ChannelInput } from './channel-schema.ts';
import type { Config, LanguageModel, TelegramAccount, WhatsappAccount } from './config.ts';
import { parseDuration, parseHours } from './fields.ts';
import { type NewsroomFile, telegramAccount, whatsappAccount } from './schema.ts';
import { parseTemplate } from './template.ts';

/** A checked newsroom.yaml in the units and shapes that the code works with. */
export const resolveConfig = (file: NewsroomFile): Config => {
  const { name, site = null, timezone } = file.newsroom;
  const posts = (platform: string) => file.channels.some((channel) => channel.platform === platform);
  const telegram = file.accounts.telegram ?? (posts('telegram') ? telegramAccount.parse({}) : null);
  const whatsapp = file.accounts.whatsapp ?? (posts('whatsapp') ? whatsappAccount.parse({}) : null);
  return freezeDeep({
    newsroom: { name, site, timezone },
    accounts: { telegram: telegram && resolveTelegram(telegram), whatsapp: whatsapp && resolveWhatsapp(whatsapp) },
    channels: file.channels.map((channel) => resolveChannel(channel, file.newsroom)),
    fetch: { allow: file.fetch.allow },
    ingest: { nearDuplicates: file.ingest.nearDuplicates, windowMs: parseDuration(file.ingest.window) },
    summary: { llm: file.summary.llm ? resolveModel(file.summary.llm) : null },
  });
};

type Accounts = NewsroomFile['accounts'];

const resolveTelegram = (account: NonNullable<Accounts['telegram']>): TelegramAccount => ({
  apiRoot: account.apiRoot,
  proofChat: account.proofChat ?? null,
  proofPerMinute: account.proofPerMinute,
  perSecond: account.perSecond,
  settleMs: account.settleSeconds * 1_000,
  timeoutMs: account.timeoutSeconds * 1_000,
});

const resolveWhatsapp = (account: NonNullable<Accounts['whatsapp']>): WhatsappAccount => ({
  profile: account.profile,
  browser: account.browser,
  perHour: account.perHour,
  settleMs: account.settleSeconds * 1_000,
  quietStartMs: account.quietStartMinutes * 60_000,
  canary: account.canary ?? null,
  timeoutMs: account.timeoutSeconds * 1_000,
});

const resolveModel = ({ url, model, timeoutSeconds }: NonNullable<NewsroomFile['summary']['llm']>): LanguageModel => ({
  url: url.endsWith('/chat/completions') ? url : `${url.replace(/\/$/, '')}/chat/completions`,
  model,
  timeoutMs: timeoutSeconds * 1_000,
});

const resolveChannel = (channel: ChannelInput, newsroom: NewsroomFile['newsroom']): ChannelConfig => ({
  id: channel.id,
  platform: channel.platform,
  target: channel.platform === 'preview' ? null : channel.target,
  looks: channel.platform === 'preview' ? channel.looks : channel.platform,
  takes: channel.takes,
  minConfidence: channel.minConfidence,
  wording: resolveWording(channel, newsroom),
  pictures: channel.pictures,
  silent: channel.platform === 'telegram' && channel.silent,
  button: channel.platform === 'telegram' ? (channel.button ?? null) : null,
  pace: resolvePace(channel),
  quietHours:
    channel.quietHours === undefined ? null : { ...parseHours(channel.quietHours), timezone: newsroom.timezone },
});

/** A channel's template takes the place of the newsroom's; hashtags and UTM parameters are overridden one by one. */
const resolveWording = (channel: ChannelInput, newsroom: NewsroomFile['newsroom']): Wording => {
  const lines = channel.template ?? newsroom.template;
  return {
    template: lines ? parseTemplate(lines) : plainWording.template,
    hashtags: { ...plainWording.hashtags, ...newsroom.hashtags, ...channel.hashtags },
    callToAction: channel.callToAction ?? null,
    utm: { ...plainWording.utm, ...newsroom.utm, ...channel.utm },
  };
};

const resolvePace = ({ minGapSeconds, perMinute, perHour }: ChannelInput): Pace => ({
  minGapMs: minGapSeconds * 1_000,
  rates: [
    { count: perMinute, perMs: 60_000 },
    { count: perHour, perMs: 3_600_000 },
  ].filter(({ count }) => count > 0),
});

const freezeDeep = <T extends object>(value: T): T => {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freezeDeep(part);
  return Object.freeze(value);
};
