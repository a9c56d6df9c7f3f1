import { spawn } from 'node:child_process';
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
  close(): Promise<void>;
}

/** A real redis-server of its own for one test file. */
export const startRedis = async (args: readonly string[] = []): Promise<TestRedis> => {
  const dir = await mkdtemp(join(tmpdir(), 'tellal-redis-'));
  const socket = join(dir, 'redis.sock');
  const child = spawn(
    'redis-server',
    [
      '--port',
      '0',
      '--unixsocket',
      socket,
      '--dir',
      dir,
      '--save',
      '',
      '--appendonly',
      'yes',
      '--maxmemory-policy',
      'noeviction',
      ...args,
    ],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  await waitFor('redis-server to listen', () => listens(socket));
  return {
    url: socket,
    pid: child.pid ?? 0,
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
};

const listens = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createConnection(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
