import { createProgressBar } from '../progress-bar.ts';
import type { ChaosResult } from './chaos-result.ts';
import { isPassed, nameOf, writeTable } from './report.ts';
import { runWhatsappChaos } from './run.ts';
import { longRun, type Pass, passes, shortRun } from './run-options.ts';

export interface WhatsappCommand {
  readonly seed: number;
  readonly posts: number | undefined;
  readonly short: boolean;
  /** Undefined: all of them, one after another. */
  readonly pass: Pass | undefined;
}

/** `npm run chaos -- whatsapp`; answers whether all was as it must be. */
export const runWhatsappCommand = async (
  { seed, posts, short, pass }: WhatsappCommand,
  stop: AbortSignal,
): Promise<boolean> => {
  const results: ChaosResult[] = [];
  for (const one of passes.filter((name) => pass === undefined || name === pass)) {
    const bar = createProgressBar(process.stderr, one);
    const options = short ? shortRun(one, seed) : longRun(one, seed, posts);
    const result = await runWhatsappChaos(options, bar.show, stop).finally(bar.end);
    results.push(result);
    process.stdout.write(`\n${writeTable([result])}`);
    if (isPassed(result)) continue;
    const words = [`${nameOf(result)}: not as it must be; again with --seed ${seed}`, ...result.violations];
    process.stdout.write(`\n${[...words, ...result.timelines].join('\n\n')}\n`);
  }
  if (results.length > 1) process.stdout.write(`\n${writeTable(results)}`);
  return results.every(isPassed);
};
