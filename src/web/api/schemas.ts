import { z } from 'zod';
import { type Delivery, deliveryStates } from '../../article/delivery.ts';
import { whatsappStates } from '../../article/whatsapp-account.ts';
import type { ArticleView, ChannelPost, ChannelView, Preview, Pushed } from '../../desk/desk.ts';
import type { WhatsappView } from '../../desk/whatsapp.ts';
import type { Problem } from '../problem.ts';

const looks = z.enum(['telegram', 'whatsapp']);
const platform = z.enum(['telegram', 'whatsapp', 'preview']);
const texts = z.array(z.string()).readonly();
const count = z.number().int().min(0);
const text = (description: string) => ({ type: 'string', description });
/** Null and a blank string count as absent. */
const orNull = (type: string, rest: object) => ({ type: [type, 'null'], ...rest });
const textOrNull = (description: string) => orNull('string', { description });

/** The desk checks the article itself; this only says to readers of the description what it takes. */
export const articleBody = z.record(z.string(), z.unknown()).meta({
  id: 'ArticleInput',
  required: ['id', 'url', 'title'],
  properties: {
    id: text("the newsroom's own id"),
    revision: orNull('integer', {
      minimum: 1,
      description: 'grows with every correction; absent: the newest plus one',
    }),
    url: { type: 'string', format: 'uri' },
    language: textOrNull('ru, az, en, ...; detected when absent'),
    section: textOrNull('as the channels name it'),
    title: text('the headline'),
    html: textOrNull('a whole page or a fragment; wins over text'),
    text: textOrNull('the plain text; with neither, the page is fetched'),
    summary: textOrNull("an editor's own summary"),
    image: orNull('string', { format: 'uri' }),
    publishedAt: orNull('string', { format: 'date-time' }),
    priority: { enum: ['normal', 'breaking', null] },
    tags: orNull('array', { items: { type: 'string' } }),
  },
});

export const problemSchema: z.ZodType<Problem> = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    hint: z.string().exactOptional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'Problem' });

export const pushedSchema: z.ZodType<Pushed> = z.object({ id: z.string(), revision: z.number().int().nullable() });

export const deliverySchema: z.ZodType<Delivery> = z
  .object({
    id: z.string(),
    article: z.string(),
    channel: z.string(),
    state: z.enum(deliveryStates),
    needs: z.enum(['lookup', 'person']).nullable(),
    revision: count,
    wanted: count.nullable(),
    messageId: z.string().nullable(),
    link: z.string().nullable(),
    reason: z.string().nullable(),
    attempts: count,
    plannedAt: z.number(),
    dueAt: z.number().nullable(),
    sentAt: z.number().nullable(),
  })
  .meta({ id: 'Delivery' });

const article = z.object({
  id: z.string(),
  revision: z.number().int(),
  url: z.string(),
  language: z.string().nullable(),
  section: z.string().nullable(),
  title: z.string(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  summary: z.string().nullable(),
  image: z.string().nullable(),
  publishedAt: z.string().nullable(),
  priority: z.enum(['normal', 'breaking']),
  tags: texts,
});

const post = z.object({
  headline: z.string(),
  summary: z.string(),
  link: z.string(),
  image: z.string().nullable(),
  credit: z.string().nullable(),
  tags: texts,
  section: z.string().nullable(),
  language: z.string(),
  breaking: z.boolean(),
  confidence: z.number(),
  summaryBy: z.enum(['editor', 'extract', 'llm']).exactOptional(),
  summaryNote: z.string().exactOptional(),
});

export const articleSchema: z.ZodType<ArticleView> = z.object({
  article: article.extend({ retracted: z.boolean() }),
  post: post.nullable(),
  deliveries: z.array(deliverySchema).readonly(),
});

export const previewSchema: z.ZodType<Preview> = z.object({
  article,
  post,
  channels: z
    .array(
      z.object({
        channel: z.string(),
        platform,
        looks,
        text: z.string().nullable(),
        image: z.string().nullable(),
        skippedBy: z.string().nullable(),
        length: count,
        limit: count,
      }),
    )
    .readonly(),
});

export const channelSchema: z.ZodType<ChannelView> = z.object({
  id: z.string(),
  platform,
  looks,
  target: z.string().nullable(),
  paused: z.boolean(),
  hold: z.object({ until: z.number(), because: z.string() }).nullable(),
  status: z.object({
    state: z.enum(['ready', 'degraded', 'down']),
    detail: z.string(),
    hint: z.string().nullable(),
  }),
  lane: z.object({ waiting: count, active: count, delayed: count }),
  deliveries: z.record(z.enum(deliveryStates), count),
});

export const whatsappSchema: z.ZodType<WhatsappView> = z
  .object({
    state: z.enum(whatsappStates),
    detail: z.string(),
    hint: z.string().nullable(),
    qr: z.string().nullable().meta({ description: 'the content of the QR; for ops and admins only' }),
    pairingCode: z.string().nullable().meta({ description: 'for ops and admins only' }),
    channels: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          role: z.enum(['owner', 'admin', 'subscriber', 'guest', 'unknown']),
          inviteLink: z.string().nullable(),
        }),
      )
      .readonly(),
    at: z.number(),
  })
  .meta({ id: 'WhatsappAccount' });

export const channelPostSchema: z.ZodType<ChannelPost> = z.object({
  messageId: z.string(),
  text: z.string(),
  image: z.string().nullable(),
  sentAt: z.string(),
  editedAt: z.string().nullable(),
});
