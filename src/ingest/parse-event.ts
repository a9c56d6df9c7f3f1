import { z } from 'zod';
import type { ArticleEvent, EventType, PushOptions } from '../article/article.ts';
import { articleId, isoTime, must } from './article-schema.ts';
import { describeFound } from './describe-found.ts';
import { parseArticle } from './parse-article.ts';
import { type Parsed, rejectInput } from './parsed.ts';
import { readGiven } from './read-given.ts';

const eventTypes = ['article.published', 'article.corrected', 'article.retracted'] as const satisfies EventType[];
const knownVersions: readonly unknown[] = [1];
/** UTF-8 bytes of the event as JSON. */
const largestEvent = 5 * 1024 * 1024;

const toRemedy = 'write it as in ["tg-ru", "wa-ru"], or leave it out for every channel that takes the article';
const pushSchema = z.object({
  to: z
    .array(z.string({ error: must('the id of a channel', toRemedy) }), {
      error: must('a list of channel ids', toRemedy),
    })
    .min(1, { error: `must name a channel; ${toRemedy}` })
    .max(1_000, { error: 'must have at most 1000 entries; leave it out for every channel' })
    .nullable()
    .default(null),
  at: isoTime.nullable().default(null),
});
const retractedSchema = z.object({ id: articleId });

/** Reads one job of the `articles` queue; `jobName` is the event type unless `data.type` says it. */
export const parseEvent = (jobName: string, data: unknown): Parsed<ArticleEvent> => {
  if (!isObject(data)) {
    return rejectInput('', `the event must be an object with an article, not ${describeFound(data)}; see docs/cms.md`);
  }
  if (!isSmall(data)) {
    return rejectInput('', 'the event must have at most 5 MB as JSON; send the article without pictures in its text');
  }
  const type = readType(jobName, data.type ?? '');
  if (!type.ok) return type;
  const version = data.version === '' ? 1 : (data.version ?? 1);
  if (!knownVersions.includes(version)) {
    const known = knownVersions.join(', ');
    return rejectInput('version', `must be one of: ${known}; not ${describeFound(version)}; leave it out for 1`);
  }
  return type.value === 'article.retracted' ? readRetraction(data) : readPublication(type.value, data);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSmall = (data: object): boolean => {
  try {
    return Buffer.byteLength(JSON.stringify(data)) <= largestEvent;
  } catch (error) {
    // Nested deeper than the stack: small in bytes, but nothing of ours could write it down.
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const readType = (jobName: string, declared: unknown): Parsed<EventType> => {
  const named = declared === '' ? jobName : declared;
  const type = eventTypes.find((known) => known === named);
  if (type === undefined) {
    return rejectInput('type', `must be one of: ${eventTypes.join(', ')}; not ${describeFound(named)}`);
  }
  if (jobName !== '' && jobName !== type) {
    return rejectInput('type', `is "${type}", but the job's name is ${describeFound(jobName)}; make them the same`);
  }
  return { ok: true, value: type };
};

const readRetraction = (data: Readonly<Record<string, unknown>>): Parsed<ArticleEvent> => {
  const article = data.article;
  if (!isObject(article)) {
    return rejectInput('article', `must be an object with the id, not ${describeFound(article)}`);
  }
  const read = readGiven(retractedSchema, article, 'article');
  return read.ok ? { ok: true, value: { type: 'article.retracted', article: read.value } } : read;
};

const readPublication = (
  type: 'article.published' | 'article.corrected',
  data: Readonly<Record<string, unknown>>,
): Parsed<ArticleEvent> => {
  const article = parseArticle(data.article, 'article');
  const push = readPush(data.push ?? {});
  if (article.ok && push.ok) return { ok: true, value: { type, article: article.value, push: push.value } };
  return { ok: false, faults: [article, push].flatMap((part) => (part.ok ? [] : part.faults)) };
};

const readPush = (value: unknown): Parsed<PushOptions> => {
  if (!isObject(value)) return rejectInput('push', `must be an object with to or at, not ${describeFound(value)}`);
  const read = readGiven(pushSchema, value, 'push');
  if (!read.ok) return read;
  const { to, at } = read.value;
  return { ok: true, value: { ...(to === null ? {} : { to }), ...(at === null ? {} : { at }) } };
};
