import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePorts, killInStep, type RedisNode, startNode } from './redis-node.ts';
import { waitFor } from './wait-for.ts';

export interface TestSentinel {
  /** As REDIS_URL takes it. */
  readonly url: string;
  /**
   * SIGKILL of the primary; resolves when the replica has taken its place and the old primary follows it.
   * `inStep`: not before the replica has every write that was answered.
   */
  failOver(inStep: boolean): Promise<void>;
  close(): Promise<void>;
}

const master = 'tellal';
const quorum = 2;

/** A primary, a replica and three sentinels, all real, on loopback. */
export const startSentinel = async (): Promise<TestSentinel> => {
  const [first = 0, second = 0, ...sentinelPorts] = await freePorts(5);
  let primary = await startNode(first, []);
  let replica = await startNode(second, ['--replicaof', '127.0.0.1', String(first)]);
  await untilLinked(replica);
  const sentinels = await Promise.all(sentinelPorts.map((port) => startOneSentinel(port, first)));
  await waitFor('the sentinels to know each other', async () => {
    const known = await Promise.all(sentinels.map(({ client }) => client.call('SENTINEL', 'SENTINELS', master)));
    return known.every((others) => Array.isArray(others) && others.length === sentinels.length - 1);
  });
  return {
    url: `sentinel://${sentinelPorts.map((port) => `127.0.0.1:${port}`).join(',')}/${master}`,
    failOver: async (inStep) => {
      await (inStep ? killInStep(primary, [replica]) : primary.kill());
      await waitFor('the replica to take over', async () => /role:master/.test(await readInfo(replica)), 60_000);
      await primary.startAgain(['--replicaof', '127.0.0.1', String(replica.port)]);
      [primary, replica] = [replica, primary];
      await untilLinked(replica);
    },
    close: async () => {
      await Promise.all([...sentinels, primary, replica].map((one) => one.close()));
    },
  };
};

const readInfo = ({ client }: RedisNode): Promise<string> => client.info('replication');

const untilLinked = (replica: RedisNode) =>
  waitFor('the replica to follow', async () => /master_link_status:up/.test(await readInfo(replica)));

const startOneSentinel = async (port: number, primaryPort: number) => {
  const dir = await mkdtemp(join(tmpdir(), 'tellal-sentinel-'));
  // A sentinel writes what it learns into its own configuration file.
  const file = join(dir, 'sentinel.conf');
  await writeFile(
    file,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${dir}`,
      `sentinel monitor ${master} 127.0.0.1 ${primaryPort} ${quorum}`,
      `sentinel down-after-milliseconds ${master} 1500`,
      `sentinel failover-timeout ${master} 6000`,
      '',
    ].join('\n'),
  );
  const child = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
  const client = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on('error', () => undefined);
  await waitFor(`the sentinel at ${port}`, async () => (await client.ping()) === 'PONG');
  return {
    client,
    close: async () => {
      client.disconnect();
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
};
