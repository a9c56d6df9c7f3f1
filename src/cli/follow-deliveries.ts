import type { Delivery } from '../article/delivery.ts';
import type { ArticleView, Desk, Outcome } from '../desk/desk.ts';
import type { CliWorld } from './world.ts';

const followMs = 10_000;
/** An event that repeats what is known changes nothing, and nothing announces that: it is not worth a long wait. */
const followKnownMs = 3_000;
const lookEveryMs = 500;

export interface Followed {
  /** What was asked for has been taken from the queue. */
  readonly taken: boolean;
  /** Nothing more will happen to the deliveries by itself, or not before their time. */
  readonly settled: boolean;
  readonly deliveries: readonly Delivery[];
}

/** Starts to watch before the event is queued; `end` reads on until the deliveries are settled or the time is over. */
export const followDeliveries = async (world: CliWorld, desk: Desk, id: string) => {
  let nap = new AbortController();
  const stop = await desk.watch((delivery) => {
    if (delivery.article === id) nap.abort();
  });

  const end = async (isTaken: (view: ArticleView) => boolean): Promise<Followed> => {
    const channels = await desk.channels(world.actor);
    // Every channel gets a delivery, skipped ones too, but not all in one moment.
    const expected = channels.ok ? channels.value.length : 1;
    const begun = world.now();
    for (;;) {
      nap = new AbortController();
      const followed = readFollowed(await desk.article(world.actor, id), isTaken, expected);
      const patience = followed.taken || followed.deliveries.length === 0 ? followMs : followKnownMs;
      const left = begun + patience - world.now();
      if (followed.settled || left <= 0) return followed;
      await world.pause(Math.min(left, lookEveryMs), nap.signal);
    }
  };
  return { end, stop };
};

const readFollowed = (
  read: Outcome<ArticleView>,
  isTaken: (view: ArticleView) => boolean,
  expected: number,
): Followed => {
  if (!read.ok) return { taken: false, settled: false, deliveries: [] };
  const { article, deliveries } = read.value;
  const taken = isTaken(read.value);
  // The archive knows of a revision a moment before the ledger does.
  const planned =
    deliveries.length >= expected &&
    deliveries.every(({ wanted }) => wanted === null || (!article.retracted && wanted >= article.revision));
  return { taken, settled: taken && planned && deliveries.every(isSettled), deliveries };
};

const isSettled = ({ state, needs, revision, wanted, dueAt }: Delivery): boolean => {
  switch (state) {
    case 'planned':
      return dueAt !== null;
    case 'sending':
      return false;
    case 'sent':
      return revision === wanted;
    case 'unknown':
      return needs === 'person';
    default:
      return true;
  }
};
