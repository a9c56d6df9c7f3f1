import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from './wait-for.ts';

export interface TestRedis {
  /** Path of the unix socket, as REDIS_URL takes it. */
  readonly url: string;
  readonly pid: number;
  /** SIGKILL; what it wrote to its append-only file stays. */
  kill(): Promise<void>;
  /** After `kill`: on the same data, at the same address. */
  startAgain(): Promise<void>;
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
    close: async () => {
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
};

const launch = async (dir: string, socket: string, args: readonly string[]): Promise<ChildProcess> => {
  const child = spawn(
    'redis-server',
    [
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
