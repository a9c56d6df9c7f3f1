// `npm run chaos`: faults, kills and failovers against real workers; what counts is what stands on the channels.
import { parseArgs } from 'node:util';
import { type ChaosOptions, longRun, shortRun } from './chaos-options.ts';
import type { ChaosResult } from './chaos-result.ts';
import { createProgressBar } from './progress-bar.ts';
import { isSound, nameOf, writeTable } from './report.ts';
import { runChaos } from './run-chaos.ts';
import { runWhatsappCommand } from './whatsapp/command.ts';
import { type Pass, passes } from './whatsapp/run-options.ts';

const usage = `npm run chaos -- [standalone|sentinel|cluster|control|all] [--seed N] [--articles N] [--short] [--no-proof] [--harder]
  standalone  one Redis, killed and started again on its append-only file (the default)
  sentinel    its primary is killed, a replica takes over
  cluster     the same for one of three primaries
  control     a ledger that protects nothing: must show duplicates, or the others prove nothing
  --no-proof  without a proof chat: a person is asked instead
  --harder    a primary is killed whether or not its replica has everything: such writes are lost, and this shows what comes of it

npm run chaos -- whatsapp [--seed N] [--posts N] [--pass plain|drift|control] [--short]
  plain       a browser, its processes, the account and WhatsApp's server fail in every way the stand-in knows
  drift       the same on a later build of WhatsApp Web
  control     a ledger that protects nothing: must show duplicates
`;

type Mode = 'standalone' | 'sentinel' | 'cluster' | 'control';
const modes: readonly Mode[] = ['standalone', 'sentinel', 'cluster', 'control'];

const readNumber = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`expected a whole number, found ${text}`);
};

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      articles: { type: 'string' },
      posts: { type: 'string' },
      pass: { type: 'string' },
      short: { type: 'boolean', default: false },
      'no-proof': { type: 'boolean', default: false },
      harder: { type: 'boolean', default: false },
    },
  });
  const [mode = 'standalone', ...more] = positionals;
  const whatsapp = mode === 'whatsapp';
  const chosen = mode === 'all' ? modes : modes.filter((one) => one === mode);
  if ((chosen.length === 0 && !whatsapp) || more.length > 0)
    throw new Error(`there is no run ${positionals.join(' ')}`);
  const numbers = {
    seed: readNumber(values.seed),
    articles: readNumber(values.articles),
    posts: readNumber(values.posts),
  };
  return { ...values, ...numbers, chosen, whatsapp, pass: readPass(values.pass) };
};

const readPass = (text: string | undefined): Pass | undefined => {
  const found = passes.find((name) => name === text);
  if (text !== undefined && found === undefined) throw new Error(`there is no pass ${text}`);
  return found;
};

const optionsOf = (mode: Mode, args: ReturnType<typeof readArguments>, seed: number): ChaosOptions => {
  const size = (args.short ? shortRun : longRun)(seed, args.articles);
  const redisKills = mode === 'sentinel' || mode === 'cluster' ? 1 : size.redisKills;
  return {
    ...size,
    redisKills,
    redis: mode === 'control' ? 'standalone' : mode,
    worker: mode === 'control' ? 'control' : 'tellal',
    proofChat: !args['no-proof'],
    inStep: !args.harder,
  };
};

/** A control that shows nothing is a failure; a harder kill may lose what Redis lost. */
const isPassed = (result: ChaosResult): boolean => {
  const { worker, inStep } = result.options;
  if (worker === 'control') return result.verdict.twice.length > 0;
  return !inStep || isSound(result);
};

// More than one may come, of npm and of the terminal; closing everything takes a moment.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(signal));
// A bug of this program, too, must leave no process behind.
process.on('unhandledRejection', (error) => stop.abort(error));

const main = async (): Promise<number> => {
  let args: ReturnType<typeof readArguments>;
  try {
    args = readArguments();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const seed = args.seed ?? Math.floor(Math.random() * 1_000_000);
  process.stderr.write(`seed ${seed}\n`);
  if (args.whatsapp) return (await runWhatsappCommand({ ...args, seed }, stop.signal)) ? 0 : 1;
  const results: ChaosResult[] = [];
  for (const mode of args.chosen) {
    const bar = createProgressBar(process.stderr, mode);
    const result = await runChaos(optionsOf(mode, args, seed), bar.show, stop.signal).finally(bar.end);
    results.push(result);
    process.stdout.write(`\n${writeTable([result])}`);
    if (isPassed(result)) continue;
    const words = [`${nameOf(result)}: not as it must be; again with --seed ${seed}`, ...result.violations];
    process.stdout.write(`\n${[...words, ...result.timelines].join('\n\n')}\n`);
  }
  if (results.length > 1) process.stdout.write(`\n${writeTable(results)}`);
  return results.every(isPassed) ? 0 : 1;
};

process.exitCode = await main().catch((error: unknown) => {
  if (!stop.signal.aborted) throw error;
  process.stderr.write(`stopped: ${stop.signal.reason}\n`);
  return 130;
});
