import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the numbers were measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly redis: string;
  /** UTC, ISO 8601. */
  readonly date: string;
  /** Of the minute before: a number near the number of cores or above says that others used the machine. */
  readonly load: number;
}

/** Throws without a redis-server, on which nothing can be measured. */
export const describeMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  redis: readRedisVersion(),
  date: new Date().toISOString(),
  load: Number(loadavg()[0]?.toFixed(2)),
});

const readRedisVersion = (): string => {
  try {
    return / v=(\S+)/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' }))?.[1] ?? 'unknown';
  } catch (cause) {
    throw new Error('There is no redis-server in the PATH: apt-get install redis-server', { cause });
  }
};
