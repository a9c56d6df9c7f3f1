import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { waitFor } from './wait-for.ts';

/** One redis-server on a loopback port, as Sentinel and Cluster need it. */
export interface RedisNode {
  readonly port: number;
  /** A connection of the test's own; it waits while the node is down. */
  readonly client: Redis;
  /** SIGKILL; what it wrote to its append-only file stays. */
  kill(): Promise<void>;
  /** After `kill`: on the same data, at the same port. */
  startAgain(args?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

const lasting = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];

/** `args` of redis-server: a configuration file first, if there is one. */
export const startNode = async (port: number, args: readonly string[]): Promise<RedisNode> => {
  const dir = await mkdtemp(join(tmpdir(), 'tellal-redis-node-'));
  const launch = (more: readonly string[]): ChildProcess =>
    spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, ...lasting, ...more], {
      stdio: 'ignore',
    });
  let child = launch(args);
  const client = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on('error', () => undefined);
  const untilUp = () => waitFor(`redis-server at ${port}`, async () => (await client.ping()) === 'PONG');
  await untilUp();
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    port,
    client,
    kill,
    startAgain: async (more = args) => {
      child = launch(more);
      await untilUp();
    },
    close: async () => {
      client.disconnect();
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
};

/** Ports that nobody listens on now, all different. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
};

/**
 * Holds back the writers, waits until the replicas have every write that was answered, then kills the primary:
 * replication is asynchronous, so a primary that dies without this may take answered writes with it.
 */
export const killInStep = async (primary: RedisNode, replicas: readonly RedisNode[]): Promise<void> => {
  await primary.client.client('PAUSE', 10_000, 'WRITE');
  const written = await offsetOf(primary, 'master_repl_offset');
  await waitFor('a replica to have it all', async () => {
    const offsets = await Promise.all(replicas.map((replica) => offsetOf(replica, 'slave_repl_offset')));
    return offsets.some((offset) => offset >= written);
  });
  await primary.kill();
};

const offsetOf = async ({ client }: RedisNode, field: string): Promise<number> =>
  Number(new RegExp(`^${field}:(\\d+)`, 'm').exec(await client.info('replication'))?.[1] ?? -1);
