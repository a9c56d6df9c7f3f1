import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Tellal as built. */
export const entryPath = pathOf('../bin/tellal.js');
const startWithinMs = 30_000;
const stopWithinMs = 5_000;

export interface Measured {
  readonly child: ChildProcess;
  /** Milliseconds from the spawn until it said that it is ready. */
  readonly startMs: number;
  /** Resident memory now, MB; NaN where the system does not tell. */
  memory(): number;
  stop(): Promise<void>;
}

/** `tellal start` or `tellal worker` as built, in a folder of its own, its log in a file. `yaml`: newsroom.yaml. */
export const startTellal = async (
  command: 'start' | 'worker',
  yaml: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'tellal-bench-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'newsroom.yaml'), yaml);
  const log = openSync(join(folder, 'log'), 'w');
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, [entryPath, command], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TELLAL_HTTP: '127.0.0.1:0', ...env },
    stdio: ['ignore', log, 'pipe'],
  });
  closeSync(log);
  let said = '';
  const ready = new Promise<number>((settle) => {
    child.stderr?.on('data', (data: Buffer) => {
      said += data;
      if (/(?:ready|probes) on http/.test(said)) settle(performance.now() - spawnedAt);
    });
  });
  const startMs = await untilReady(child, ready, () => said);
  return observe(child, startMs, () => rmSync(folder, { recursive: true, force: true }));
};

/** The reference process, see raw-worker.mjs. */
export const startRaw = async (socket: string, lanes: number): Promise<Measured> => {
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, [pathOf('./raw-worker.mjs'), socket, String(lanes)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = once(child, 'message').then(() => performance.now() - spawnedAt);
  return observe(child, await untilReady(child, ready), () => undefined);
};

/** Milliseconds that a Node process takes which does nothing. */
export const timeBareNode = async (): Promise<number> => {
  const spawnedAt = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - spawnedAt;
};

const untilReady = async (child: ChildProcess, ready: Promise<number>, said = () => ''): Promise<number> => {
  const aborting = new AbortController();
  const ended = once(child, 'exit', { signal: AbortSignal.any([aborting.signal, AbortSignal.timeout(startWithinMs)]) });
  const failed = ended.then(
    ([code]) => `it ended with ${code}`,
    () => `it was not ready in ${startWithinMs / 1_000} s`,
  );
  const outcome = await Promise.race([ready, failed]);
  aborting.abort();
  if (typeof outcome === 'number') return outcome;
  child.kill('SIGKILL');
  throw new Error(`${child.spawnargs.slice(1).join(' ')}: ${outcome}\n${said()}`);
};

const observe = (child: ChildProcess, startMs: number, cleanUp: () => void): Measured => ({
  child,
  startMs,
  memory: () => readMemory(child.pid),
  stop: async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(timer);
    cleanUp();
  },
});

/** Processor time that a process has used, its threads included, milliseconds; NaN where the system does not tell. */
export const readProcessorMs = (pid: number | undefined): number => {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(afterName[11]) + Number(afterName[12])) * clockTickMs;
  } catch {
    return Number.NaN;
  }
};

/** proc(5) counts in ticks of USER_HZ, which is 100 wherever Node runs on Linux. */
const clockTickMs = 10;

/** Resident memory of a process, MB; NaN where the system does not tell. */
export const readMemory = (pid: number | undefined): number => {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
};
