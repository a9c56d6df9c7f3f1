import { splitDeliveryId } from '../../../src/article/delivery.ts';
import { readMark } from '../articles.ts';
import { judge, offendersOf, type Verdict } from '../judge.ts';
import { type LedgerLine, readLedger } from '../read-ledger.ts';
import type { ChaosHouse } from './chaos-house.ts';
import { measurePosts, measureRecovery, measureStarts } from './measure-run.ts';
import type { RunOptions } from './run-options.ts';
import { isPictured, type Script } from './script.ts';
import type { StrikeKind } from './script-strikes.ts';
import { postsOf, seeChannels } from './stage.ts';
import type { Struck } from './strike.ts';
import { writeTimeline } from './timeline.ts';

export interface ChaosResult {
  readonly options: RunOptions;
  /** False: something was left to do when nothing moved any more. */
  readonly settled: boolean;
  readonly verdict: Verdict;
  /** Delivery ids of which a person is asked whether they were sent. */
  readonly asked: readonly string[];
  /** Delivery ids that the ledger calls sent with an id that no such post has, or not sent although they stand. */
  readonly untrue: readonly string[];
  /** Posts that stand without the picture that they should have. */
  readonly withoutPicture: number;
  /** Requests of the page that met a fault. */
  readonly faults: number;
  readonly struck: readonly Struck[];
  /** How often a person had to link the account again. */
  readonly links: number;
  /** The most browsers that had the profile open at once. */
  readonly browsers: number;
  /** How often the page was loaded. */
  readonly loads: number;
  /** What the stand-in does not know and a page touched. */
  readonly violations: readonly string[];
  readonly recovery: ReadonlyMap<StrikeKind, readonly number[]>;
  readonly starts: readonly number[];
  readonly posts: { readonly text: readonly number[]; readonly picture: readonly number[] };
  readonly seconds: number;
  /** Of the first few deliveries that are not as they must be. */
  readonly timelines: readonly string[];
}

/** What was seen while it ran. */
export interface Watch {
  readonly struck: readonly Struck[];
  readonly settled: boolean;
  readonly links: number;
  readonly browsers: number;
  readonly startedAt: number;
  readonly seconds: number;
}

const timelinesAtMost = 5;

/** Reads the channels, then asks the ledger what it says of them. */
export const collectResult = async (
  options: RunOptions,
  script: Script,
  house: ChaosHouse,
  { startedAt, ...watch }: Watch,
): Promise<ChaosResult> => {
  const { web, redis, folder } = house;
  const { places, expected } = script;
  const articles = expected.map(({ article }) => article);
  const channels = places.map(({ channel }) => channel);
  const ledger = await readLedger(redis.url, articles, channels);
  const lines = [...ledger.values()];
  const asked = lines.filter(({ delivery }) => delivery.state === 'unknown').map(({ delivery }) => delivery.id);
  const verdict = judge(expected, seeChannels(web, places), { asked: new Set(asked), refused: new Set() });
  const untrue = options.pass === 'control' ? [] : findUntrue(script, house, lines);
  const timelineOf = (id: string): string => {
    const { article = '', channel } = splitDeliveryId(id) ?? {};
    const place = places.find((one) => one.channel === channel);
    if (!place) throw new Error(`no channel of this run: ${id}`);
    const attempts = ledger.get(id)?.attempts ?? [];
    return `${id}\n${writeTimeline({ web, ...place, article, attempts, struck: watch.struck, startedAt })}`;
  };
  return {
    ...watch,
    ...{ options, verdict, asked, untrue },
    withoutPicture: countWithoutPicture(script, house),
    faults: web.faults.struck,
    loads: web.loads,
    violations: web.violations,
    recovery: measureRecovery(watch.struck, web.requests),
    starts: await measureStarts(folder.path),
    posts: measurePosts(lines),
    timelines: [...new Set([...offendersOf(verdict), ...untrue])].slice(0, timelinesAtMost).map(timelineOf),
  };
};

const findUntrue = ({ places }: Script, { web }: ChaosHouse, lines: readonly LedgerLine[]): readonly string[] => {
  const standing = new Map(
    places.flatMap((place) =>
      postsOf(web, place).map(({ serverId, text }) => [
        `${readMark(text)?.article}@${place.channel}`,
        String(serverId),
      ]),
    ),
  );
  return lines
    .filter(({ delivery: { id, state, messageId } }) =>
      state === 'sent' ? standing.get(id) !== messageId : state !== 'unknown' && standing.has(id),
    )
    .map(({ delivery }) => delivery.id);
};

const countWithoutPicture = ({ places }: Script, { web }: ChaosHouse): number =>
  places
    .flatMap((place) => postsOf(web, place))
    .filter(({ text, picture }) => picture === null && isPictured(Number(readMark(text)?.article))).length;
