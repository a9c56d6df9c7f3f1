import { deliveryId } from '../../src/article/delivery.ts';
import type { Mark } from './articles.ts';
import type { Expected } from './script-events.ts';

/** What subscribers of one channel see and saw. */
export interface Seen {
  readonly channel: string;
  readonly standing: readonly Mark[];
  /** Every post that ever appeared, in the order of appearance. */
  readonly appeared: readonly Mark[];
}

/** Delivery ids. */
export interface Excuses {
  /** Telegram was told to refuse these, and the ledger says that it did. */
  readonly refused: ReadonlySet<string>;
  /** A person is asked whether these were sent: they may be missing, and appear when Telegram likes. */
  readonly asked: ReadonlySet<string>;
}

/** Delivery ids; the first four must be empty. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly outOfOrder: readonly string[];
  /** An old revision stands, or a retracted article. */
  readonly wrong: readonly string[];
  /** Second copies that stood for a while and were deleted. */
  readonly sweptUp: number;
  readonly planned: number;
  readonly standing: number;
}

/** Compares what stands on the channels with what must; knows nothing of our ledger but the excuses. */
export const judge = (expected: readonly Expected[], seen: readonly Seen[], excuses: Excuses): Verdict => {
  const byChannel = seen.map((one) => judgeChannel(expected, one, excuses));
  const all = (pick: (one: ChannelVerdict) => readonly string[]): readonly string[] => byChannel.flatMap(pick);
  return {
    lost: all(({ lost }) => lost),
    twice: all(({ twice }) => twice),
    outOfOrder: all(({ outOfOrder }) => outOfOrder),
    wrong: all(({ wrong }) => wrong),
    sweptUp: byChannel.reduce((sum, { sweptUp }) => sum + sweptUp, 0),
    planned: expected.length * seen.length,
    standing: seen.reduce((sum, { standing }) => sum + standing.length, 0),
  };
};

export const offendersOf = ({ lost, twice, outOfOrder, wrong }: Verdict): readonly string[] => [
  ...new Set([...lost, ...twice, ...outOfOrder, ...wrong]),
];

type ChannelVerdict = Omit<Verdict, 'planned' | 'standing'>;

const judgeChannel = (
  expected: readonly Expected[],
  { channel, standing, appeared }: Seen,
  { refused, asked }: Excuses,
): ChannelVerdict => {
  const found = { lost: [] as string[], twice: [] as string[], wrong: [] as string[] };
  for (const { article, newest } of expected) {
    const id = deliveryId(article, channel);
    const stands = standing.filter((mark) => mark.article === article);
    if (stands.length > 1) found.twice.push(id);
    if (asked.has(id)) continue;
    if (newest === null ? stands.length > 0 : stands.some(({ revision }) => revision !== newest)) found.wrong.push(id);
    if (newest !== null && stands.length === 0 && !refused.has(id)) found.lost.push(id);
  }
  const retracted = new Set(expected.filter(({ newest }) => newest === null).map(({ article }) => article));
  return {
    ...found,
    outOfOrder: findDisorder(expected, appeared)
      // What Telegram carries out after the retraction comes when Telegram likes, and is taken away again.
      .filter((article) => !retracted.has(article))
      .map((article) => deliveryId(article, channel))
      .filter((id) => !asked.has(id)),
    sweptUp: extraCopies(appeared) - extraCopies(standing),
  };
};

const extraCopies = (marks: readonly Mark[]): number =>
  marks.length - new Set(marks.map(({ article }) => article)).size;

/** Articles that appeared for the first time after one that was published later. */
const findDisorder = (expected: readonly Expected[], appeared: readonly Mark[]): readonly string[] => {
  const orders = new Map(expected.filter(({ breaking }) => !breaking).map(({ article, order }) => [article, order]));
  const late: string[] = [];
  let latest = -1;
  for (const article of new Set(appeared.map((mark) => mark.article))) {
    const order = orders.get(article);
    if (order === undefined) continue;
    if (order < latest) late.push(article);
    latest = Math.max(latest, order);
  }
  return late;
};
