import type { Article } from '../../src/article/article.ts';
import type { ChannelConfig } from '../../src/article/channel.ts';
import { type Delivery, deliveryId } from '../../src/article/delivery.ts';
import type { Post } from '../../src/article/post.ts';
import type { Actor, Outcome, Role } from '../../src/desk/desk.ts';
import { aChannelConfig } from '../contract/a-channel-config.ts';

/** The Redis clock of these ports, epoch milliseconds. */
export const deskNow = Date.parse('2026-03-02T09:30:00Z');

export const actorOf = (role: Role): Actor => ({ name: `${role}-1`, role });

export const channelOf = (id: string, changes: Partial<ChannelConfig> = {}): ChannelConfig =>
  aChannelConfig({ id, ...changes });

export const deliveryOf = (article: string, channel: string, changes: Partial<Delivery> = {}): Delivery => ({
  id: deliveryId(article, channel),
  article,
  channel,
  state: 'sent',
  needs: null,
  revision: 1,
  wanted: 1,
  messageId: '12',
  link: null,
  reason: null,
  attempts: 1,
  plannedAt: deskNow - 2_000,
  dueAt: null,
  sentAt: deskNow - 1_000,
  ...changes,
});

export const articleOf = (changes: Partial<Article> = {}): Article => ({
  id: '1009',
  revision: 1,
  url: 'https://herald.example/news/1009',
  language: 'en',
  section: null,
  title: 'Harbour bridge opens a month early',
  html: null,
  text: 'The new bridge over the harbour was opened to cars on Monday. Trams follow in June.',
  summary: null,
  image: null,
  publishedAt: null,
  priority: 'normal',
  tags: [],
  ...changes,
});

export const postOf = (article: Article): Post => ({
  headline: article.title,
  summary: article.text ?? '',
  link: article.url,
  image: article.image,
  credit: null,
  tags: article.tags,
  section: article.section,
  language: article.language ?? 'und',
  breaking: article.priority === 'breaking',
  confidence: 0.5,
});

/** The value of a command that went well; fails with the fault's own words. */
export const resultOf = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(`the command failed: ${JSON.stringify(outcome.fault)}`);
};

/** The fault of a command that went wrong. */
export const faultOf = (outcome: Outcome<unknown>) => {
  if (!outcome.ok) return outcome.fault;
  throw new Error('the command went well, but should not have');
};
