import type { Fault, FaultOrder } from '../../support/whatsapp/faults.ts';
import type { Random } from '../random.ts';
import type { Expected } from '../script-events.ts';
import type { Place } from './places.ts';
import type { RunOptions } from './run-options.ts';

type Kind = Pick<FaultOrder, 'fault' | 'lateMs'>;

/** Of all faults: those that strike posts. The others strike changes, uploads, looks and loads of the page. */
const postShare = 0.65;
/** Of the posts that were struck: those whose second attempt is struck, too. */
const again = 0.2;
const changeShare = 0.6;

/** Faults that the server of WhatsApp and the page are ordered to show; every kind gets its turn, whatever the seed. */
export const scriptFaults = (
  random: Random,
  options: RunOptions,
  expected: readonly Expected[],
  places: readonly Place[],
): readonly FaultOrder[] => {
  const { faults, slowFaults, timeoutSeconds } = options;
  const nextForPost = dealInTurn(random, postFaults(timeoutSeconds * 1_000));
  const nextForChange = dealInTurn(random, changeFaults);
  const deliveries = expected.flatMap(({ article, newest }) =>
    places.map(({ inviteCode }) => ({ channel: inviteCode, contains: `${article}.`, newest })),
  );

  const posts = pick(random, deliveries, Math.round(faults * postShare)).flatMap(({ channel, contains }) => {
    const first: FaultOrder = { channel, contains, ...nextForPost() };
    return random.chance(again) ? [first, { channel, contains, nth: 2, ...nextForPost() }] : [first];
  });
  const edits = deliveries
    .filter(({ newest }) => newest !== null && newest > 1 && random.chance(changeShare))
    .map(({ channel, contains }): FaultOrder => ({ op: 'edit', channel, contains, ...nextForChange() }));
  const removals = places.map(
    ({ inviteCode }): FaultOrder => ({ op: 'revoke', channel: inviteCode, ...nextForChange() }),
  );
  const others = faults > 20 ? otherFaults : otherFaults.slice(0, 1);
  return [...posts, ...edits, ...removals, ...others, ...(slowFaults ? minuteFaults : [])];
};

/** After all of these nobody can tell, or it takes a look, whether the post stands; late ones before and after Tellal has given up. */
const postFaults = (timeoutMs: number): readonly Kind[] => [
  { fault: 'accept-then-lose-the-answer' },
  { fault: 'refuse-silently' },
  { fault: 'crash-page-after' },
  { fault: 'hang' },
  { fault: 'accept-late', lateMs: timeoutMs * 1.5 },
  { fault: 'reload-after' },
  { fault: 'reject' },
  { fault: 'accept-late', lateMs: timeoutMs * 2.5 },
  { fault: 'crash-page-before' },
  { fault: 'freeze-page' },
  { fault: 'accept-late', lateMs: timeoutMs / 2 },
  { fault: 'reload-before' },
  { fault: 'accept-late', lateMs: timeoutMs * 5 },
];

/** Not late: an edit that takes effect after a newer one leaves the old words, and nobody can see it. */
const changeFaults: readonly Kind[] = (
  [
    'accept-then-lose-the-answer',
    'hang',
    'crash-page-after',
    'reject',
    'reload-after',
    'crash-page-before',
    'freeze-page',
    'reload-before',
  ] satisfies readonly Fault[]
).map((fault) => ({ fault }));

/** The page is slow to load, cannot look up what stands, cannot upload. */
const otherFaults: readonly FaultOrder[] = [
  { op: 'history', nth: 2, fault: 'reject' },
  { op: 'open', nth: 3, fault: 'accept-late', lateMs: 4_000 },
  { op: 'history', nth: 6, fault: 'hang' },
  { op: 'upload', nth: 3, fault: 'hang' },
  { op: 'open', nth: 6, fault: 'crash-page-before' },
  { op: 'invite', nth: 4, fault: 'reject' },
  { op: 'upload', nth: 6, fault: 'reject' },
  { op: 'open', nth: 9, fault: 'reload-after' },
  { op: 'upload', nth: 9, fault: 'crash-page-after' },
  { op: 'invite', nth: 9, fault: 'hang' },
  { op: 'history', nth: 12, fault: 'crash-page-after' },
  { op: 'upload', nth: 12, fault: 'accept-then-lose-the-answer' },
];

const minuteFaults: readonly FaultOrder[] = [
  { nth: 12, fault: '429' },
  { nth: 40, fault: '401' },
  { op: 'open', nth: 14, fault: 'hang' },
];

const dealInTurn = (random: Random, kinds: readonly Kind[]): (() => Kind) => {
  let turn = random.below(kinds.length);
  return () => {
    turn += 1;
    return kinds[turn % kinds.length] ?? { fault: 'hang' };
  };
};

/** So many of them, in their order. */
const pick = <T>(random: Random, all: readonly T[], count: number): readonly T[] => {
  const left = all.map((_, index) => index);
  const chosen = new Set<number>();
  while (chosen.size < count && left.length > 0) chosen.add(left.splice(random.below(left.length), 1)[0] ?? 0);
  return all.filter((_, index) => chosen.has(index));
};
