import { Cluster, Redis } from 'ioredis';

export type RedisClient = Redis | Cluster;

/**
 * `producer` fails at once when Redis is away, so that nobody hangs on it;
 * `worker` waits for its return, as BullMQ wants it of a worker's connection.
 */
export type ConnectionUse = 'producer' | 'worker';

const commandTimeoutMs = 5_000;

const reconnectMs = (times: number): number => Math.min(100 * times, 1_000);

const optionsFor = (use: ConnectionUse) => ({
  lazyConnect: true,
  connectTimeout: 5_000,
  retryStrategy: reconnectMs,
  ...(use === 'worker'
    ? { maxRetriesPerRequest: null }
    : { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: commandTimeoutMs }),
});

/**
 * A client for REDIS_URL: `redis://`, `rediss://`, the path of a unix socket,
 * `sentinel://[:password@]host:port,host:port/master`, or several `redis://` separated by commas (Cluster).
 * Not connected yet; whoever creates it closes it.
 */
export const createClient = (url: string, use: ConnectionUse): RedisClient => {
  const options = optionsFor(use);
  if (url.startsWith('/') || url.startsWith('unix:'))
    return new Redis({ ...options, path: url.replace(/^unix:(\/\/)?/, '') });
  if (url.startsWith('sentinel://')) return new Redis({ ...options, ...sentinelOptions(url) });
  if (url.includes(',')) return createCluster(url, use);
  return new Redis(url, options);
};

const sentinelOptions = (url: string) => {
  const [, password, hosts = '', master = ''] = /^sentinel:\/\/(?::([^@]*)@)?([^/]+)\/(.+)$/.exec(url) ?? [];
  return {
    sentinels: hosts.split(',').map(hostAndPort),
    name: master,
    ...(password ? { password: decodeURIComponent(password) } : {}),
    sentinelRetryStrategy: reconnectMs,
  };
};

const hostAndPort = (text: string): { host: string; port: number } => {
  const { hostname, port } = new URL(`redis://${text}`);
  return { host: hostname, port: Number(port || 26379) };
};

const createCluster = (urls: string, use: ConnectionUse): Cluster => {
  const nodes = urls.split(',').map((url) => new URL(url.trim()));
  const [first] = nodes;
  const auth = first?.password
    ? { username: first.username || 'default', password: decodeURIComponent(first.password) }
    : {};
  return new Cluster(
    nodes.map(({ hostname, port }) => ({ host: hostname, port: Number(port || 6379) })),
    {
      lazyConnect: true,
      enableOfflineQueue: use === 'worker',
      clusterRetryStrategy: reconnectMs,
      redisOptions: {
        connectTimeout: 5_000,
        maxRetriesPerRequest: use === 'worker' ? null : 1,
        ...auth,
        ...(first?.protocol === 'rediss:' ? { tls: {} } : {}),
      },
    },
  );
};

/** Closes without waiting for a Redis that is gone. */
export const closeClient = async (client: RedisClient): Promise<void> => {
  if (client.status === 'end') return;
  if (client.status !== 'ready') return client.disconnect();
  await Promise.race([client.quit(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]).catch(
    () => undefined,
  );
  client.disconnect();
};
