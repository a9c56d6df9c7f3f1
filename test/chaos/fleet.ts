import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../support/wait-for.ts';
import type { ChaosOptions } from './chaos-options.ts';

/** Worker processes that somebody starts again whenever they end, as an init system does. */
export interface Fleet {
  ready(): Promise<void>;
  /** Of the worker with this process id; 0 if there is none. */
  indexOf(pid: number): number;
  /** SIGKILL; its successor is started at once. */
  kill(index: number): Promise<void>;
  /** SIGSTOP for so long. */
  freeze(index: number, ms: number): Promise<void>;
  /** How often a worker ended without being killed. */
  readonly ended: number;
  close(): Promise<void>;
}

export interface FleetOptions {
  readonly worker: ChaosOptions['worker'];
  readonly count: number;
  /** With config/newsroom.yaml; logs are written there. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const commandOf = (worker: ChaosOptions['worker']): readonly string[] =>
  worker === 'tellal'
    ? [pathOf('../../bin/tellal.js'), 'worker']
    : ['--import', createRequire(import.meta.url).resolve('tsx'), pathOf('./control-worker.ts')];

export const startFleet = ({ worker, count, folder, env }: FleetOptions): Fleet => {
  const members: { child: ChildProcess; frozen: boolean }[] = [];
  let closing = false;
  let ended = 0;
  const logOf = (index: number): string => join(folder, `worker-${index}.log`);

  const launch = (index: number): ChildProcess => {
    const log = openSync(logOf(index), 'a');
    const child = spawn(process.execPath, commandOf(worker), { cwd: folder, env, stdio: ['ignore', log, log] });
    closeSync(log);
    child.once('exit', (_code, signal) => {
      if (closing) return;
      if (signal !== 'SIGKILL') ended += 1;
      members[index] = { child: launch(index), frozen: false };
    });
    return child;
  };
  for (let index = 0; index < count; index += 1) members.push({ child: launch(index), frozen: false });

  /** The one that is meant, or the next that is not frozen: a frozen process is as dead as it gets. */
  const awake = (index: number) => [...members.slice(index), ...members.slice(0, index)].find(({ frozen }) => !frozen);

  return {
    ready: async () => {
      const isReady = async (index: number): Promise<boolean> =>
        (await readFile(logOf(index), 'utf8')).includes('probes on');
      await waitFor(
        'the workers to be ready',
        async () => (await Promise.all(members.map((_, index) => isReady(index)))).every(Boolean),
        60_000,
      );
    },
    indexOf: (pid) =>
      Math.max(
        0,
        members.findIndex(({ child }) => child.pid === pid),
      ),
    kill: async (index) => {
      const child = awake(index)?.child;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    freeze: async (index, ms) => {
      const member = awake(index);
      if (!member) return;
      member.frozen = true;
      member.child.kill('SIGSTOP');
      await delay(ms);
      member.frozen = false;
      member.child.kill('SIGCONT');
    },
    get ended() {
      return ended;
    },
    close: async () => {
      closing = true;
      await Promise.all(
        members.map(async ({ child }) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const gone = once(child, 'exit');
          child.kill('SIGKILL');
          await gone;
        }),
      );
    },
  };
};
