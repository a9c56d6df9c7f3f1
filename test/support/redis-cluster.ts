import { freePorts, killInStep, type RedisNode, startNode } from './redis-node.ts';
import { waitFor } from './wait-for.ts';

export interface TestCluster {
  /** As REDIS_URL takes it. */
  readonly url: string;
  /**
   * SIGKILL of the primary that holds this key's slot; resolves when its replica has taken its place and the old
   * primary follows it. `inStep`: not before the replica has every write that was answered.
   */
  failOver(key: string, inStep: boolean): Promise<void>;
  close(): Promise<void>;
}

const slots = 16_384;
const primaries = 3;

/** Three primaries with a replica each, all real, on loopback. */
export const startCluster = async (): Promise<TestCluster> => {
  const free = await freePorts(primaries * 4);
  const ports = free.slice(0, primaries * 2);
  const buses = free.slice(primaries * 2);
  const nodes = await Promise.all(ports.map((port, i) => startNode(port, clusterArgs(i, buses[i] ?? 0))));
  await introduce(nodes, buses);
  await shareSlots(nodes.slice(0, primaries));
  await Promise.all(nodes.slice(primaries).map((node, i) => follow(node, nodes[i] as RedisNode)));
  await waitFor('the cluster to be whole', async () => (await Promise.all(nodes.map(isWhole))).every(Boolean), 30_000);
  return {
    url: ports.map((port) => `redis://127.0.0.1:${port}`).join(','),
    failOver: async (key, inStep) => {
      const { primary, replica } = await waitFor(`holders of ${key}`, () => findHolders(nodes, key));
      await (inStep ? killInStep(primary, [replica]) : primary.kill());
      await waitFor('the replica to take over', async () => (await roleOf(replica)) === 'master', 60_000);
      await primary.startAgain();
      await waitFor('the old primary to follow', async () => (await roleOf(primary)) === 'slave', 60_000);
    },
    close: async () => {
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
};

const clusterArgs = (index: number, bus: number): readonly string[] => [
  ...['--cluster-enabled', 'yes', '--cluster-config-file', `nodes-${index}.conf`, '--cluster-port', String(bus)],
  ...['--cluster-node-timeout', '2000', '--cluster-require-full-coverage', 'no'],
];

const introduce = async (nodes: readonly RedisNode[], buses: readonly number[]): Promise<void> => {
  const [first, ...others] = nodes;
  for (const [i, { client }] of nodes.entries()) await client.call('CLUSTER', 'SET-CONFIG-EPOCH', i + 1);
  await Promise.all(
    others.map(({ client }) => client.call('CLUSTER', 'MEET', '127.0.0.1', first?.port ?? 0, buses[0] ?? 0)),
  );
  await waitFor('the nodes to know each other', async () => {
    const views = await Promise.all(nodes.map(({ client }) => client.cluster('NODES')));
    return views
      .map(String)
      .every((view) => view.trim().split('\n').length === nodes.length && !view.includes('handshake'));
  });
};

const shareSlots = async (nodes: readonly RedisNode[]): Promise<void> => {
  const share = Math.ceil(slots / nodes.length);
  await Promise.all(
    nodes.map(({ client }, i) =>
      client.call('CLUSTER', 'ADDSLOTSRANGE', i * share, Math.min((i + 1) * share, slots) - 1),
    ),
  );
};

const follow = async (replica: RedisNode, primary: RedisNode): Promise<void> => {
  const id = await primary.client.call('CLUSTER', 'MYID');
  await replica.client.call('CLUSTER', 'REPLICATE', String(id));
};

const isWhole = async ({ client }: RedisNode): Promise<boolean> => {
  const [info, replication] = await Promise.all([client.cluster('INFO'), client.info('replication')]);
  return /cluster_state:ok/.test(info) && /connected_slaves:1|master_link_status:up/.test(replication);
};

const roleOf = async ({ client }: RedisNode): Promise<string> => String((await client.role())[0]);

const findHolders = async (nodes: readonly RedisNode[], key: string) => {
  const [any] = nodes;
  const slot = Number(await any?.client.call('CLUSTER', 'KEYSLOT', key));
  const ranges = (await any?.client.cluster('SLOTS')) ?? [];
  const [, , ...holders] = ranges.find(([from, to]) => slot >= from && slot <= to) ?? [0, 0];
  const [primary, replica] = holders.map(([, port]) => nodes.find((node) => node.port === port));
  return primary && replica ? { primary, replica } : null;
};
