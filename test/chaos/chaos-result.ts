import { type Attempt, splitDeliveryId } from '../../src/article/delivery.ts';
import type { ChaosHouse } from './chaos-house.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { judge, offendersOf, type Verdict } from './judge.ts';
import { type LedgerLine, readLedger } from './read-ledger.ts';
import { type LaneTrace, measureRecovery, type Recovery } from './recovery.ts';
import type { Script } from './script.ts';
import { isChange, isSlowOnly, seeChannels } from './stage.ts';
import type { Striker } from './strike.ts';
import { writeTimeline } from './timeline.ts';

export interface ChaosResult {
  readonly options: ChaosOptions;
  /** False: something was left to do when nothing moved any more. */
  readonly settled: boolean;
  readonly verdict: Verdict;
  /** Delivery ids of which a person is asked whether they were sent. */
  readonly asked: readonly string[];
  /** Delivery ids that Telegram refused, as it was told to. */
  readonly refused: readonly string[];
  readonly kills: number;
  readonly freezes: number;
  readonly redisKills: number;
  readonly outages: number;
  readonly faults: number;
  /** Workers that ended without being killed. */
  readonly ended: number;
  /** What the Bot API does not know and was told. */
  readonly violations: readonly string[];
  readonly recovery: Recovery;
  readonly seconds: number;
  /** Of the first few deliveries that are not as they must be. */
  readonly timelines: readonly string[];
}

const timelinesAtMost = 5;

/** Reads the channels, then asks the command line what it says of them. */
export const collectResult = async (
  options: ChaosOptions,
  script: Script,
  house: ChaosHouse,
  striker: Striker,
  run: { readonly settled: boolean; readonly startedAt: number },
): Promise<ChaosResult> => {
  const { api, redis, fleet } = house;
  const { chats, expected, faults } = script;
  const seconds = (api.clock.now() - run.startedAt) / 1_000;
  const asked = await listDeliveries(house, 'unknown');
  const refused = await readRefused(options, house, faults.refusals);
  const verdict = judge(expected, seeChannels(api, chats), { asked: new Set(asked), refused: new Set(refused) });
  const ledger = await readLedger(
    redis.url,
    expected.map(({ article }) => article),
    chats.map(({ channel }) => channel),
  );
  const timelineOf = (id: string): string => {
    const { article = '', channel } = splitDeliveryId(id) ?? {};
    const chat = chats.find((one) => one.channel === channel)?.chat ?? 0;
    const attempts = ledger.get(id)?.attempts ?? [];
    return `${id}\n${writeTimeline({ api, chat, article, attempts, struck: striker.struck, startedAt: run.startedAt })}`;
  };
  return {
    ...{ options, settled: run.settled, verdict, asked, refused, seconds },
    kills: striker.kills.length,
    freezes: striker.count('freeze'),
    redisKills: striker.count('redis'),
    outages: striker.count('platform'),
    faults: api.requests.filter(({ outcome }) => outcome?.kind === 'fault' && !isSlowOnly(outcome.fault)).length,
    ended: fleet.ended,
    violations: api.violations,
    recovery: measureRecovery(striker.kills, traceLanes(house, script, [...ledger.values()])),
    timelines: offendersOf(verdict).slice(0, timelinesAtMost).map(timelineOf),
  };
};

/** The control keeps its refusals to itself. */
const readRefused = async (
  { worker }: ChaosOptions,
  house: ChaosHouse,
  ordered: ReadonlySet<string>,
): Promise<readonly string[]> =>
  worker === 'control' ? [...ordered] : (await listDeliveries(house, 'refused')).filter((id) => ordered.has(id));

const listDeliveries = async ({ folder, env }: ChaosHouse, state: string): Promise<readonly string[]> => {
  const { code, stdout, stderr } = await folder.run(['deliveries', '--state', state, '--json'], env);
  if (code !== 0) throw new Error(`tellal deliveries ended with ${code}: ${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { readonly id: string }).id);
};

const traceLanes = ({ api }: ChaosHouse, { chats }: Script, ledger: readonly LedgerLine[]): readonly LaneTrace[] =>
  chats.map(({ channel, chat }) => ({
    channel,
    requests: api.requests.filter((request) => request.chat === chat && isChange(request)).map(({ at }) => at),
    attempts: ledger
      .filter(({ delivery }) => delivery.channel === channel)
      .flatMap(({ attempts }): readonly Attempt[] => attempts),
  }));
