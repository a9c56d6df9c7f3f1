import { parseArgs } from 'node:util';
import { measureLatency } from './latency.ts';
import { describeMachine, type Machine } from './machine.ts';
import { type Results, renderReport } from './report.ts';
import { measureStartUp } from './start-up.ts';
import { measureThroughput } from './throughput.ts';

const usage = 'Usage: npm run bench -- [--quick] [--json]\nMeasures the built command: run `npm run build` first.';

const fail = (code: number, text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(code);
};

const readFlags = (): { readonly quick: boolean; readonly json: boolean } => {
  try {
    const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
    return { quick: values.quick ?? false, json: values.json ?? false };
  } catch (error) {
    return fail(2, `${(error as Error).message}\n${usage}`);
  }
};

const note = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};

/** One part that fails does not take the others with it. */
const attempt = async <T>(name: string, measure: () => Promise<T>): Promise<T | null> => {
  try {
    return await measure();
  } catch (error) {
    note('');
    process.stderr.write(`${name} could not be measured: ${(error as Error).message}\n`);
    process.exitCode = 1;
    return null;
  }
};

const readMachine = (): Machine => {
  try {
    return describeMachine();
  } catch (error) {
    return fail(1, (error as Error).message);
  }
};

const { quick, json } = readFlags();
const results: Results = {
  machine: readMachine(),
  throughput: await attempt('throughput', () => measureThroughput(quick ? 300 : 1_000, quick ? 1 : 5, note)),
  latency: await attempt('latency', () => measureLatency(quick ? 50 : 400, note)),
  startUp: await attempt('start-up', () => measureStartUp(quick ? 1 : 5, note)),
};
note('');
process.stdout.write(json ? `${JSON.stringify(results, null, 2)}\n` : renderReport(results));
