import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where Redis is, when REDIS_URL does not say it. */
export interface OwnRedis {
  /** As REDIS_URL takes it: the path of a unix socket, or `redis://127.0.0.1:port` of the embedded one. */
  readonly url: string;
  /** `private`: a redis-server of our own; `embedded`: in memory, for preview channels only; `joined`: another process started it. */
  readonly kind: 'private' | 'embedded' | 'joined';
  readonly program: string;
  stop(): Promise<void>;
}

const programs = ['redis-server', 'valkey-server'] as const;
/** A long append-only file takes its time to read. */
const readyWithinMs = 60_000;
const stopWithinMs = 5_000;
/** The kernel takes no longer path of a unix socket. */
const longestSocket = 100;

/** The Redis that another process of this house runs under `dir`, or null. */
export const findOwnRedis = async (dir: string): Promise<OwnRedis | null> => {
  const record = await readRecord(dir);
  if (!record || !(await answers(record.url))) return null;
  return { url: record.url, kind: 'joined', program: record.program, stop: async () => undefined };
};

/**
 * Starts a Redis for this house alone: redis-server or valkey-server from the PATH on a unix socket under `dir`,
 * with an append-only file and no eviction; without either, an embedded one in memory.
 * One that a killed process left running is taken over.
 */
export const startOwnRedis = async (dir: string, note: (line: string) => void): Promise<OwnRedis> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const record = await readRecord(dir);
  if (record && (await answers(record.url))) {
    if (isAlive(record.owner)) return { ...record, kind: 'joined', stop: async () => undefined };
    await writeRecord(dir, { ...record, owner: process.pid });
    return { ...record, kind: 'private', stop: () => stopLeftOver(dir, record.server) };
  }
  for (const program of programs) {
    const server = await startServer(program, dir, note);
    if (server) return server;
  }
  return startEmbedded(dir);
};

interface RunningRecord {
  readonly url: string;
  readonly program: string;
  /** Process ids: of ours that started it, and of the server. */
  readonly owner: number;
  readonly server: number;
}

const recordFile = (dir: string): string => join(dir, 'running.json');

const readRecord = async (dir: string): Promise<RunningRecord | null> => {
  try {
    return JSON.parse(await readFile(recordFile(dir), 'utf8')) as RunningRecord;
  } catch {
    return null;
  }
};

const writeRecord = (dir: string, record: RunningRecord): Promise<void> =>
  writeFile(recordFile(dir), JSON.stringify(record), { mode: 0o600 });

const socketPath = (dir: string): string => {
  const path = resolve(dir, 'redis.sock');
  if (path.length <= longestSocket) return path;
  const name = createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16);
  return join(tmpdir(), `tellal-${name}.sock`);
};

const startEmbedded = async (dir: string): Promise<OwnRedis> => {
  // Loaded only where it is needed: it brings a whole Lua with it.
  const { createRedisMock } = await import('js-redis-server');
  const embedded = await createRedisMock();
  const url = `redis://${embedded.host}:${embedded.port}`;
  await writeRecord(dir, { url, program: 'embedded', owner: process.pid, server: process.pid });
  return {
    url,
    kind: 'embedded',
    program: 'embedded',
    stop: async () => {
      await rm(recordFile(dir), { force: true });
      await embedded.close();
    },
  };
};

/** Null if the program is not on this machine. A server that dies is started again on the same data. */
const startServer = async (program: string, dir: string, note: (line: string) => void): Promise<OwnRedis | null> => {
  const url = socketPath(dir);
  let stopping = false;
  let child = spawnServer(program, dir, note);
  if (!(await started(child, program, dir))) return null;
  const supervise = (): void => {
    child.once('exit', async (code, signal) => {
      if (stopping) return;
      note(`${program} ended with ${code ?? signal}; it is started again`);
      await delay(restartAfterMs);
      child = spawnServer(program, dir, note);
      child.once('error', (error) => note(`${program}: ${error.message}`));
      supervise();
    });
  };
  supervise();
  await writeRecord(dir, { url, program, owner: process.pid, server: child.pid ?? 0 });
  return {
    url,
    kind: 'private',
    program,
    stop: async () => {
      stopping = true;
      await rm(recordFile(dir), { force: true });
      await endChild(child);
    },
  };
};

const restartAfterMs = 300;

const spawnServer = (program: string, dir: string, note: (line: string) => void): ChildProcess => {
  const child = spawn(
    program,
    [
      ...['--port', '0', '--unixsocket', socketPath(dir), '--unixsocketperm', '700', '--dir', resolve(dir)],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction'],
    ],
    // Its own process group: Ctrl-C must end the posts in flight first, and Redis after them.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  child.stderr?.on('data', (line: Buffer) => note(`${program}: ${line.toString('utf8').trim()}`));
  return child;
};

const started = async (child: ChildProcess, program: string, dir: string): Promise<boolean> => {
  const failed = new Promise<string | null>((settle) => {
    child.once('error', (error: NodeJS.ErrnoException) => settle(error.code === 'ENOENT' ? null : error.message));
    child.once('exit', (code, signal) => settle(`it ended with ${code ?? signal}`));
  });
  const outcome = await Promise.race([failed, waitUntilReady(socketPath(dir))]);
  if (outcome === 'ready') return true;
  if (outcome === null) return false;
  child.kill('SIGKILL');
  throw new Error(`${program} could not be started: ${outcome}. Its data is in ${resolve(dir)}; or set REDIS_URL`);
};

const waitUntilReady = async (socket: string): Promise<string> => {
  for (const end = Date.now() + readyWithinMs; Date.now() < end; await delay(10))
    if (await answers(socket)) return 'ready';
  return `it did not answer in ${readyWithinMs / 1_000} s`;
};

/** SIGTERM makes redis-server write its append-only file out before it ends. */
const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(timer);
};

const stopLeftOver = async (dir: string, server: number): Promise<void> => {
  await rm(recordFile(dir), { force: true });
  if (!isAlive(server)) return;
  process.kill(server, 'SIGTERM');
  for (const end = Date.now() + stopWithinMs; Date.now() < end && isAlive(server); ) await delay(20);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** True if a Redis answers there that has read its data. */
const answers = (url: string): Promise<boolean> =>
  new Promise((settle) => {
    const target = url.startsWith('/')
      ? { path: url }
      : { host: new URL(url).hostname, port: Number(new URL(url).port) };
    const probe = createConnection(target);
    const end = (answer: boolean): void => {
      probe.destroy();
      settle(answer);
    };
    probe.setTimeout(1_000, () => end(false));
    probe.once('connect', () => probe.write('PING\r\n'));
    probe.once('data', (data) => end(data.toString('utf8').startsWith('+PONG')));
    probe.once('error', () => end(false));
  });
