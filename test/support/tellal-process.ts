import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitFor } from './wait-for.ts';

const command = fileURLToPath(new URL('../../bin/tellal.js', import.meta.url));

/** A folder with a configuration, as a newsroom has it. */
export interface Folder {
  readonly path: string;
  /** Runs `tellal ...args` there to its end. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>, input?: string): Promise<Ended>;
  /** Starts `tellal ...args` there. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>): Started;
  remove(): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** The address of its banner, once it is ready. */
  ready(): Promise<string>;
  output(): string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** No REDIS_URL and any free port, unless a test says otherwise. */
const plainEnv = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TELLAL_HTTP: '127.0.0.1:0' };

export const createFolder = async (yaml: string): Promise<Folder> => {
  const path = await mkdtemp(join(tmpdir(), 'tellal-folder-'));
  await mkdir(join(path, 'config'));
  await writeFile(join(path, 'config', 'newsroom.yaml'), yaml);
  const launch = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, [command, ...args], { cwd: path, env: { ...plainEnv, ...env } });
  return {
    path,
    run: async (args, env, input = '') => {
      const child = launch(args, env);
      const read = collect(child);
      child.stdin.end(input);
      const [code] = await once(child, 'close');
      return { code, ...read() };
    },
    start: (args, env) => observe(launch(args, env)),
    remove: () => rm(path, { recursive: true, force: true }),
  };
};

const collect = (child: ChildProcess) => {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data: Buffer) => {
    stdout += data;
  });
  child.stderr?.on('data', (data: Buffer) => {
    stderr += data;
  });
  return () => ({ stdout, stderr });
};

const observe = (child: ChildProcess): Started => {
  const read = collect(child);
  const ended = once(child, 'exit');
  const output = (): string => `${read().stdout}${read().stderr}`;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    child,
    output,
    ready: () =>
      waitFor(
        'Tellal to be ready',
        () => {
          if (child.exitCode !== null) throw new Error(`it ended: ${output()}`);
          return /(?:ready|probes) on (http:\S+)/.exec(output())?.[1];
        },
        25_000,
      ),
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
};
