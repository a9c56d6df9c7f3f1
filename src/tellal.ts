import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { availableParallelism, userInfo } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { checkSecrets } from '../config/check.ts';
import type { Config } from '../config/config.ts';
import { type Environment, readEnv } from '../config/env.ts';
import { loadConfig } from '../config/load.ts';
import { formatProblems, type Problem } from '../config/problem.ts';
import { listSecrets, type Secrets } from '../config/secrets.ts';
import type { Article } from './article/article.ts';
import type { Post } from './article/post.ts';
import { runCli } from './cli/run-cli.ts';
import { createSink } from './cli/sink.ts';
import type { CliWorld } from './cli/world.ts';
import { createComposeDraft } from './desk/compose-draft.ts';
import type { Fault, Outcome } from './desk/desk.ts';
import { redisDir } from './ops/house-files.ts';
import { createLog } from './ops/log.ts';
import { CannotStart, patience } from './ops/open-redis.ts';
import { findOwnRedis } from './ops/own-redis.ts';
import { stopOnSignals } from './ops/signals.ts';
import type { House } from './run.ts';

interface Settings {
  readonly config: Config;
  readonly env: Environment;
  readonly secrets: Secrets;
}

/** This file stands in src/ or, built, in dist/src/. */
const readVersion = (): string => {
  const file = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'unknown';
};

const version = readVersion();

const fail = (code: Fault['code'], message: string, hint?: string): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, message, ...(hint ? { hint } : {}) },
});

const failBy = (problems: readonly Problem[]) => fail('invalid', formatProblems(problems));

/** Everything that is wrong with environment and configuration at once. */
const readSettings = (): Outcome<Settings> => {
  const read = readEnv(process.env);
  if (!read.ok) return failBy(read.problems);
  const loaded = loadConfig(read.env.configFile);
  if (!loaded.ok) return failBy(loaded.problems);
  const problems = checkSecrets(loaded.config, read.secrets);
  if (problems.length > 0) return failBy(problems);
  return { ok: true, value: { config: loaded.config, env: read.env, secrets: read.secrets } };
};

const withSettings = async <T>(use: (settings: Settings) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
  const settings = readSettings();
  if (!settings.ok) return settings;
  try {
    return await use(settings.value);
  } catch (error) {
    if (error instanceof CannotStart) return fail('unavailable', error.message, error.hint);
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC' || code === 'EPERM')
      return fail(
        'unavailable',
        `${path ?? 'a file'} cannot be written (${code})`,
        'start Tellal in a folder that its user may write to; it keeps its data below var/',
      );
    throw error;
  }
};

const openLog = async ({ env, secrets }: Settings): Promise<Logger> => {
  const pretty = process.stdout.isTTY === true;
  const format = pretty ? { format: (await import('./ops/pretty-line.ts')).prettyLine } : {};
  return createLog({ level: env.logLevel, secrets: listSecrets(secrets), ...format });
};

/** For commands, whose output is data: only what needs somebody, and not on stdout. */
const openQuietLog = ({ secrets }: Settings): Logger =>
  createLog({ level: 'error', secrets: listSecrets(secrets), destination: process.stderr });

/*
 * What a command does not need is not loaded: the console and the language models cost more time to load than a push
 * takes to arrive.
 */
const runHouse = (name: 'runStart' | 'runWorker' | 'runConsole') => () =>
  withSettings<null>(async (settings) => {
    const run: (house: House) => Promise<void> = (await import('./run.ts'))[name];
    const log = await openLog(settings);
    const say = (text: string): void => void process.stderr.write(text);
    await run({ ...settings, version, log, say, stopped: stopOnSignals(process) });
    return { ok: true, value: null };
  });

const openCommandDesk: CliWorld['openDesk'] = () =>
  withSettings(async (settings) => {
    const { config, secrets } = settings;
    const redisUrl = secrets.redisUrl ?? (await findOwnRedis(redisDir))?.url;
    if (!redisUrl)
      return fail(
        'unavailable',
        'no Tellal runs in this folder',
        'start it with npm start, or set REDIS_URL to its Redis',
      );
    const [{ openDesk }, { createFetcher }] = await Promise.all([
      import('./open-desk.ts'),
      import('./ingest/guarded-fetch.ts'),
    ]);
    const fetcher = createFetcher({ allow: config.fetch.allow, userAgent: `Tellal/${version}` });
    const log = openQuietLog(settings);
    const { llm } = config.summary;
    const summarise = llm && (await import('./open-summaries.ts')).openSummaries(llm, secrets.llmKey, log);
    const opened = await openDesk({
      config,
      redisUrl,
      adminToken: null,
      fetcher,
      summarise,
      log,
      patienceMs: patience.command,
    });
    const close = async (): Promise<void> => {
      await opened.close();
      await fetcher.close();
    };
    return { ok: true, value: { desk: opened.desk, close } };
  });

const openComposer: CliWorld['openComposer'] = async (id) => {
  const composer = (await import('./open-composer.ts')).openComposer(Math.min(2, availableParallelism()));
  const compose = async (article: Article): Promise<Post> => (await composer.compose(article)).post;
  if (id === null) return { ok: true, value: createComposeDraft(compose, null) };
  const read = readEnv(process.env);
  if (!read.ok) return failBy(read.problems);
  const loaded = loadConfig(read.env.configFile);
  if (!loaded.ok) return failBy(loaded.problems);
  const channel = loaded.config.channels.find((known) => known.id === id);
  const known = loaded.config.channels.map((one) => one.id).join(', ');
  if (!channel) return fail('not-found', `there is no channel ${id}`, `the channels are: ${known}`);
  return { ok: true, value: createComposeDraft(compose, channel) };
};

/** Containers run as users who have no name. */
const readUserName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
};

const untilInterrupted = (): AbortSignal => {
  const interrupted = new AbortController();
  void stopOnSignals(process).then(() => interrupted.abort());
  return interrupted.signal;
};

const drawQr = async (content: string): Promise<string> => {
  const { renderUnicodeCompact } = await import('uqr');
  return renderUnicodeCompact(content, { border: 2 });
};

const world: CliWorld = {
  version,
  actor: { name: `${readUserName()} at the command line`, role: 'admin' },
  openDesk: openCommandDesk,
  start: runHouse('runStart'),
  work: runHouse('runWorker'),
  console: runHouse('runConsole'),
  openComposer,
  checkConfig: () =>
    withSettings(async ({ config, env }) => ({
      ok: true,
      value: `${env.configFile} is right: ${config.channels.length} channels (${config.channels.map(({ id }) => id).join(', ')})`,
    })),
  doctor: async () => {
    const settings = readSettings();
    if (!settings.ok) {
      const { message, hint = null } = settings.fault;
      return [{ subject: 'configuration', state: 'failed', detail: message, hint }];
    }
    const { config, secrets, env } = settings.value;
    const { examineHouse } = await import('./doctor.ts');
    const found = await examineHouse({ config, secrets, redisDir, log: openQuietLog(settings.value) });
    return [{ subject: 'configuration', state: 'ok', detail: env.configFile, hint: null }, ...found];
  },
  readFile: (path) => createReadStream(path),
  stdin: process.stdin,
  stdout: createSink(process.stdout),
  stderr: createSink(process.stderr),
  isTty: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
  untilInterrupted,
  drawQr,
  now: () => performance.now(),
  pause: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
};

process.exitCode = await runCli(process.argv.slice(2), world);
// The loop empties by itself; a connection that does not close must not keep the process.
setTimeout(() => process.exit(), 3_000).unref();
