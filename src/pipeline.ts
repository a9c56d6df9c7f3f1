import type { Archive } from './article/archive.ts';
import { type ArticleEvent, furthestPushMs, type PushOptions } from './article/article.ts';
import type { ChannelConfig } from './article/channel.ts';
import type { LaneJob, LaneStep, Sweep } from './article/lane.ts';
import { type Ledger, type Plan, planRetraction } from './article/ledger.ts';
import type { Post } from './article/post.ts';
import type { Lane } from './deliver/lane.ts';
import { canonicalAddress } from './ingest/address.ts';
import { fingerprintOf, fingerprintOfPost } from './ingest/fingerprint.ts';
import type { IncomingArticle } from './ingest/incoming-article.ts';
import { parseEvent } from './ingest/parse-event.ts';
import type { InputFault } from './ingest/parsed.ts';
import { completeFromPage, type PageReading } from './ingest/read-page.ts';
import { routePost } from './route.ts';

/** What came of an event: a note for ops; `dead`: the reason why it went to the dead letters; `again`: try later. */
export type Announcement = { readonly kind: 'done' | 'dead' | 'again'; readonly note: string };

export interface PipelineParts {
  readonly channels: readonly ChannelConfig[];
  readonly archive: Archive;
  readonly ledger: Pick<Ledger, 'plan'>;
  /** Adds to the lane of the job's channel. */
  readonly addLaneJob: (job: LaneJob) => Promise<void>;
  /** Puts an event aside until its page is there. */
  readonly waitForPage: (event: ArticleEvent) => Promise<void>;
  readonly readPage: (url: string) => Promise<PageReading>;
  /** `body`: the article's clean text. */
  readonly compose: (article: IncomingArticle) => Promise<{ readonly post: Post; readonly body: string }>;
  readonly nearDuplicates: {
    /** Id of an earlier article that says nearly the same; null: none. */
    find(article: { readonly id: string; readonly language: string }, body: string): Promise<string | null>;
    /** A retracted article is no reason to keep quiet about another. */
    forget(id: string): Promise<void>;
  };
  readonly deliver: (lane: Lane, article: string, signal: AbortSignal) => Promise<LaneStep>;
  readonly sweep: (lane: Lane, sweep: Sweep, signal: AbortSignal) => Promise<LaneStep>;
}

export interface Pipeline {
  /** Steps 1 to 3: an event from the `articles` queue becomes planned deliveries. Running it twice is harmless. */
  announce(jobName: string, data: unknown, name: string): Promise<Announcement>;
  /** The same for an event that had to wait for its page; `last`: no further try follows. */
  announceFromPage(data: unknown, last: boolean): Promise<Announcement>;
  /** Steps 4 and 5: one delivery becomes a post on its channel, and what came of it a record. */
  deliver(lane: Lane, article: string, signal: AbortSignal): Promise<LaneStep>;
  /** After a post was sent again because it was not found: did the first copy turn up? */
  sweep(lane: Lane, sweep: Sweep, signal: AbortSignal): Promise<LaneStep>;
}

/** The way of an article: ingest, compose, route, deliver, record. */
export const createPipeline = (parts: PipelineParts): Pipeline => {
  const announce: Pipeline['announce'] = async (jobName, data, name) => {
    const event = parseEvent(jobName, data);
    if (!event.ok) return { kind: 'dead', note: describeFaults(event.faults) };
    if (event.value.type === 'article.retracted') return retract(event.value.article.id);
    const { article, push } = event.value;
    if (article.html === null && article.text === null) {
      const revision = article.revision ?? (await parts.archive.reserve(article.id));
      await parts.waitForPage({ ...event.value, article: { ...article, revision } });
      return { kind: 'done', note: 'waits for its page' };
    }
    return publish(article, push, () => fingerprintOf(article), name);
  };

  const announceFromPage = async (data: unknown, last: boolean): Promise<Announcement> => {
    const event = parseEvent('', data);
    if (!event.ok || event.value.type === 'article.retracted') return { kind: 'dead', note: 'not an article' };
    const { article, push } = event.value;
    const page = await parts.readPage(article.url);
    if (page.kind === 'read') return publish(completeFromPage(article, page.article), push, fingerprintOfPost);
    if (page.gone && (last || !page.retry)) return { kind: 'dead', note: `${page.reason}; ${page.hint}` };
    if (page.retry && !last) return { kind: 'again', note: page.reason };
    // The newsroom says it is published: its headline and link are better than silence.
    const known = await parts.archive.get(article.id);
    // A correction must not take away the summary that stands.
    const summary = article.summary ?? (known?.post.summary || null);
    const published = await publish({ ...article, summary }, push, fingerprintOfPost);
    return { ...published, note: `${published.note}; without its page: ${page.reason}` };
  };

  const publish = async (
    incoming: IncomingArticle,
    push: PushOptions,
    fingerprint: (post: Post) => string,
    event: string | null = null,
  ): Promise<Announcement> => {
    const strange = push.to?.find((id) => !parts.channels.some((channel) => channel.id === id));
    if (strange !== undefined)
      return {
        kind: 'dead',
        note: `push.to names ${JSON.stringify(strange)}, which is no channel; see: tellal status`,
      };
    const dueAt = push.at === undefined ? null : Date.parse(push.at);
    if (dueAt !== null && dueAt - Date.now() > furthestPushMs)
      return { kind: 'dead', note: 'push.at is more than 30 days ahead; push it later' };
    const { post, body } = await parts.compose(incoming);
    const nearDuplicateOf = await parts.nearDuplicates.find({ id: incoming.id, language: post.language }, body);
    const accepted = await parts.archive.accept(incoming, post, {
      fingerprint: fingerprint(post),
      address: canonicalAddress(incoming.url),
      nearDuplicateOf,
      event,
    });
    if (accepted.kind === 'retracted') {
      await parts.nearDuplicates.forget(incoming.id);
      return skipRetracted(incoming.id);
    }
    if (accepted.kind === 'older') return { kind: 'done', note: `older than revision ${accepted.newest}` };
    const decisions = routePost(post, parts.channels, { ...accepted, ...push });
    const plans = decisions.map(({ channel, skippedBy }) => ({
      article: incoming.id,
      channel,
      wanted: accepted.revision,
      breaking: post.breaking,
      dueAt,
      skippedBy,
      insist: push.to !== undefined && skippedBy === null,
    }));
    return plan(plans);
  };

  /** Says in the ledger why nothing is said; what stood is taken away by the retraction itself. */
  const skipRetracted = async (article: string): Promise<Announcement> => {
    const skipped = { wanted: 1, breaking: false, dueAt: null, skippedBy: 'retracted', insist: false };
    await plan(parts.channels.map(({ id }) => ({ article, channel: id, ...skipped })));
    // Or a retry would say it after all.
    await planRetractions(article);
    return { kind: 'done', note: 'was retracted, which is final' };
  };

  const retract = async (article: string): Promise<Announcement> => {
    await parts.archive.retract(article);
    await parts.nearDuplicates.forget(article);
    return planRetractions(article);
  };

  const planRetractions = (article: string): Promise<Announcement> =>
    plan(parts.channels.map(({ id }) => planRetraction(article, id)));

  /** The deliveries are in the ledger before the event is acknowledged. */
  const plan = async (plans: readonly Plan[]): Promise<Announcement> => {
    const planned = await parts.ledger.plan(plans);
    const toDo = planned.filter((one) => one.toDo);
    await Promise.all(
      toDo.map(({ plan: { article, channel, breaking }, delayMs }) =>
        parts.addLaneJob({ article, channel, breaking, delayMs }),
      ),
    );
    return { kind: 'done', note: `for ${toDo.length} of ${plans.length} channels` };
  };

  return { announce, announceFromPage, deliver: parts.deliver, sweep: parts.sweep };
};

const describeFaults = (faults: readonly InputFault[]): string => faults.map(({ message }) => message).join('; ');
