import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What came of a job: a value, or why there is none. `ended`: the thread did not survive it. */
export type ThreadAnswer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly reason: string; readonly ended: boolean };

export interface Thread<Job, Answer> {
  /** One job at a time. */
  ask(job: Job): Promise<ThreadAnswer<Answer>>;
  end(): Promise<void>;
}

export interface ThreadLimits {
  readonly timeoutMs: number;
  readonly heapMb: number;
}

/** What a thread says: first that it is there, then one reply to each job. */
export type ThreadReply = 'ready' | { readonly value: unknown } | { readonly fault: string };

/** Loading its modules may take long on a busy machine, and is no job's fault. */
const startWithinMs = 30_000;

/** Starts a thread whose module answers by `answerJobs`; a thread that exceeds a limit is ended. */
export const startThread = <Job, Answer>(entry: URL, { timeoutMs, heapMb }: ThreadLimits): Thread<Job, Answer> => {
  const worker = new Worker(bootOf(entry), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: heapMb / 8 },
  });
  worker.unref();
  // An error that nobody listens to ends the process; each job hears of its own.
  worker.on('error', () => undefined);
  const started = replyWithin<never>(worker, startWithinMs, 'the thread did not start');
  return {
    ask: async (job) => {
      worker.ref();
      const start = await started;
      if (start.kind === 'failed' && start.ended) return start;
      const answer = replyWithin<Answer>(worker, timeoutMs, `it took longer than ${timeoutMs / 1_000} s`);
      worker.postMessage(job);
      const answered = await answer;
      worker.unref();
      return answered;
    },
    end: async () => {
      await worker.terminate();
    },
  };
};

/** From source, as in development and in tests, a thread needs the loader that its process has. */
const bootOf = (entry: URL): URL => {
  if (!entry.pathname.endsWith('.ts')) return entry;
  // A module from a data: URL knows no packages, and jest no import.meta.resolve.
  const loader = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const code = `(await import('${pathToFileURL(loader)}')).register(); await import('${entry.href}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
};

const replyWithin = <T>(worker: Worker, ms: number, otherwise: string): Promise<ThreadAnswer<T>> =>
  new Promise((resolve) => {
    const settle = (answer: ThreadAnswer<T>): void => {
      clearTimeout(timer);
      worker.off('message', onReply).off('error', onError).off('exit', onExit);
      if (answer.kind === 'failed' && answer.ended) void worker.terminate();
      resolve(answer);
    };
    const fail = (reason: string, ended: boolean): void => settle({ kind: 'failed', reason, ended });
    const onReply = (reply: ThreadReply): void => {
      if (reply === 'ready') settle({ kind: 'done', value: undefined as T });
      else if ('fault' in reply) fail(reply.fault, false);
      else settle({ kind: 'done', value: reply.value as T });
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it needed too much memory' : error.message, true);
    const onExit = (): void => fail('the thread ended', true);
    const timer = setTimeout(() => fail(otherwise, true), ms);
    worker.on('message', onReply).on('error', onError).on('exit', onExit);
  });
