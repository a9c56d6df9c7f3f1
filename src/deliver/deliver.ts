import type { ArchivedArticle } from '../article/archive.ts';
import type { ChannelConfig } from '../article/channel.ts';
import { deliveryId, type Sought } from '../article/delivery.ts';
import type { LaneStep } from '../article/lane.ts';
import { type BeginRequest, type Begun, type Ledger, planRetraction } from '../article/ledger.ts';
import type { Message, Picture } from '../article/post.ts';
import type { Receipt } from '../article/receipt.ts';
import { afterReceipt } from './after-receipt.ts';
import { attempt, type RecordReceipt } from './attempt.ts';
import type { Lane, Render, Timing } from './lane.ts';
import { lookUp } from './look-up.ts';
import type { Memory } from './memory.ts';
import { quietFor } from './quiet-hours.ts';
import { type AddSweep, firstSweepMs } from './sweep-rounds.ts';

export interface DeliverPorts {
  readonly archive: Memory;
  readonly ledger: Pick<
    Ledger,
    'plan' | 'begin' | 'resolve' | 'askPerson' | 'noteLook' | 'messageIds' | 'attempts' | 'now'
  >;
  readonly addSweep: AddSweep;
  readonly render: Render;
  readonly renderNotice: Render;
  readonly fetchPicture: (
    url: string,
  ) => Promise<
    { readonly kind: 'fetched'; readonly picture: Picture } | { readonly kind: 'failed'; readonly reason: string }
  >;
  readonly record: RecordReceipt;
}

/**
 * Brings one delivery to what is wanted, by at most one call of the platform that takes effect:
 * writes the newest revision, begins in the ledger, calls the channel, records the receipt.
 */
export const createDeliver =
  (ports: DeliverPorts) =>
  async (lane: Lane, article: string, signal: AbortSignal): Promise<LaneStep> => {
    const { config } = lane;
    for (let stale = 0; ; ) {
      if (signal.aborted) return { kind: 'wait', ms: 0 };
      const archived = await ports.archive.get(article);
      if (!archived) return { kind: 'done', note: 'this article is no longer known' };
      // Its retraction may have come while this channel was not configured, or just before this delivery was planned.
      if (archived.retracted) await ports.ledger.plan([planRetraction(article, config.id)]);
      const quiet = quietFor(config.quietHours, archived.post, await nowIfNeeded(ports, config));
      if (quiet > 0) return { kind: 'wait', ms: quiet };

      const { message, pictureFault } = await writeMessage(ports, archived, lane);
      const askedAt = performance.now();
      const beginning = await ports.ledger.begin(beginRequest(lane, archived, message));
      switch (beginning.kind) {
        case 'nothing':
          return { kind: 'done', note: `nothing to do for ${deliveryId(article, config.id)}` };
        case 'wait':
          return { kind: 'wait', ms: beginning.ms };
        case 'early':
          return { kind: 'later', ms: beginning.ms };
        case 'stale':
          if (stale++ > 0) return { kind: 'wait', ms: lookAgainMs };
          ports.archive.forget(article);
          continue;
        case 'lookup': {
          const step = await lookUp(ports, lane, article, beginning, signal);
          if (step) return step;
          continue;
        }
        case 'begun': {
          if (beginning.sweepFrom !== null)
            await ports.addSweep(config.id, { article, from: beginning.sweepFrom, round: 0 }, firstSweepMs(lane));
          const isHeldUp = (longestMs = 0): boolean => performance.now() - askedAt > longestMs + leaseMarginMs / 2;
          const receipt = isHeldUp()
            ? { ...heldUp, unsent: true as const }
            : await operate(ports, lane, archived, message, beginning, signal, isHeldUp);
          const noted = beginning.operation === 'post' ? withNote(receipt, pictureFault) : receipt;
          const tookMs = performance.now() - askedAt;
          await ports.record({ article, channel: config.id, begun: beginning, tookMs }, noted);
          return afterReceipt(receipt);
        }
      }
    }
  };

const beginRequest = ({ config, timing }: Lane, { article }: ArchivedArticle, message: Message): BeginRequest => ({
  article: article.id,
  channel: config.id,
  revision: article.revision,
  leaseMs: longestMs(timing, message) + leaseMarginMs,
  pace: config.pace,
  sought: soughtOf(message),
});

const operate = async (
  ports: DeliverPorts,
  { config: { wording }, channel, timing }: Lane,
  { post }: ArchivedArticle,
  message: Message,
  begun: Begun,
  signal: AbortSignal,
  isHeldUp: (longestMs: number) => boolean,
): Promise<Receipt> => {
  const { looks } = channel;
  const calling = { channel, begun, signal };
  if (begun.standing) {
    // An edit cannot turn a text into a picture or back, so it follows what stands.
    const { picture } = begun.standing;
    const notice = begun.operation === 'remove' ? ports.renderNotice(post, looks, { picture, wording }) : null;
    const revised = notice ?? ports.render(post, looks, { picture, wording });
    return attempt({ ...calling, message: revised, timeoutMs: timing.timeoutMs });
  }
  const timeoutMs = timeoutOf(timing, message);
  const receipt = await attempt({ ...calling, message, timeoutMs });
  if (receipt.outcome !== 'refused' || !receipt.pictureRefused || !message.picture) return receipt;
  if (isHeldUp(timeoutMs)) return heldUp;
  const plain = ports.render(post, looks, { picture: false, wording });
  const second = await attempt({ ...calling, message: plain, timeoutMs: timing.timeoutMs });
  return withNote(second, receipt.reason);
};

/** An editor is told why a post has no picture. */
const withNote = (receipt: Receipt, pictureFault: string | null): Receipt =>
  receipt.outcome === 'accepted' && pictureFault
    ? { ...receipt, note: `without its picture: ${pictureFault}` }
    : receipt;

const timeoutOf = (timing: Timing, message: Message): number =>
  message.picture ? timing.uploadTimeoutMs : timing.timeoutMs;

/** The longest an operation can take: a refused picture is followed by the text alone. */
const longestMs = (timing: Timing, message: Message): number =>
  timeoutOf(timing, message) + (message.picture ? timing.timeoutMs : 0);

/** The archive is behind the ledger, which only a Redis that lost writes can bring about. */
const lookAgainMs = 1_000;

/** Between the end of the longest call and the end of its claim in the ledger. */
const leaseMarginMs = 5_000;

/** The process was frozen between the ledger and the call: another may think it dead, so it must not call now. */
const heldUp = { outcome: 'deferred', retryAfterMs: 0, reason: 'held up before the request left' } as const;

const nowIfNeeded = async (ports: DeliverPorts, config: ChannelConfig): Promise<number> =>
  config.quietHours ? ports.ledger.now() : 0;

const soughtOf = ({ looks, text, link, picture, image }: Message): Sought => ({
  looks,
  text,
  link,
  image: picture ? image : null,
});

interface Written {
  readonly message: Message;
  readonly pictureFault: string | null;
}

/** The picture's bytes are fetched and checked first: without them it is a text post with its link preview. */
const writeMessage = async (ports: DeliverPorts, { post }: ArchivedArticle, lane: Lane): Promise<Written> => {
  const { looks } = lane.channel;
  const { pictures, wording } = lane.config;
  const fetched = pictures && post.image ? await ports.fetchPicture(post.image) : null;
  if (fetched?.kind !== 'fetched')
    return { message: ports.render(post, looks, { picture: false, wording }), pictureFault: fetched?.reason ?? null };
  const message = { ...ports.render(post, looks, { picture: true, wording }), picture: fetched.picture };
  return { message, pictureFault: null };
};
