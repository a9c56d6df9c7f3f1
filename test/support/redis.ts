import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitFor } from './wait-for.ts';

const run = promisify(execFile);

export interface TestRedis {
  /** Path of the unix socket, as REDIS_URL takes it. */
  readonly url: string;
  readonly pid: number;
  /** SIGKILL; what it wrote to its append-only file stays. */
  kill(): Promise<void>;
  /** After `kill`: on the same data, at the same address. */
  startAgain(): Promise<void>;
  /** Its disk is full: not one byte more can be written. `false`: there is room again. */
  fillDisk(full: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A real redis-server of its own for one test file. */
export const startRedis = async (args: readonly string[] = []): Promise<TestRedis> => {
  const dir = await mkdtemp(join(tmpdir(), 'tellal-redis-'));
  const socket = join(dir, 'redis.sock');
  let child = await launch(dir, socket, args);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: socket,
    get pid() {
      return child.pid ?? 0;
    },
    kill,
    startAgain: async () => {
      child = await launch(dir, socket, args);
    },
    fillDisk: async (full) => {
      await run('prlimit', ['--pid', String(child.pid), `--fsize=${full ? 1 : 'unlimited'}:`]);
    },
    close: async () => {
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
};

const launch = async (dir: string, socket: string, args: readonly string[]): Promise<ChildProcess> => {
  const child = spawn(
    'sh',
    [
      // Where a file may not grow, a write fails as on a full disk instead of ending the process.
      ...['-c', 'trap \'\' XFSZ; exec redis-server "$@"', 'sh'],
      ...['--port', '0', '--unixsocket', socket, '--dir', dir, '--save', ''],
      ...['--appendonly', 'yes', '--maxmemory-policy', 'noeviction', ...args],
    ],
    { stdio: 'ignore' },
  );
  await waitFor('redis-server to answer', () => answers(socket));
  return child;
};

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createConnection(socket);
    const end = (answer: boolean): void => {
      probe.destroy();
      resolve(answer);
    };
    probe.once('connect', () => probe.write('PING\r\n'));
    probe.once('data', (data) => end(data.toString().startsWith('+PONG')));
    probe.once('error', () => end(false));
  });
