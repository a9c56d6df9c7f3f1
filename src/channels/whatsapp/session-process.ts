import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ChildEvent, FromChild, JobName, Jobs, ToChild } from './messages.ts';
import { findProcess, killAll, listTree, measureMemory, type ProcessMark } from './process-tree.ts';

export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The page or the library said no; `words` are theirs. */
  | { readonly kind: 'failed'; readonly words: string }
  /** There was nobody to ask. */
  | { readonly kind: 'not-asked'; readonly words: string }
  /** None in time, or the process ended: what was asked may yet be done. */
  | { readonly kind: 'no-answer'; readonly words: string };

export interface CallLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** The child process, and the browser that it drives. */
export interface SessionProcess {
  call<K extends JobName>(job: K, params: Jobs[K]['params'], limits: CallLimits): Promise<Answer<Jobs[K]['result']>>;
  /** The lease holds for so many milliseconds more. */
  beat(ms: number): void;
  /** Bytes of process and browser together; null where the system does not tell. */
  memory(): Promise<number | null>;
  /** Ends process and browser at once, whatever state they are in. Resolves when both are gone. */
  kill(): Promise<void>;
  /** The browser is closed in order and writes down what it holds; then as `kill`. */
  close(): Promise<void>;
}

const closeWithinMs = 5_000;
const killWithinMs = 5_000;

/** All that the child gets of an environment, beside a home of its own: it needs none of our secrets. */
const childPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** `onEvent` gets what the child tells, and a `fault` if it ends by itself; nothing after `kill` or `close`. */
export const startSessionProcess = (profile: string, onEvent: (event: ChildEvent) => void): SessionProcess => {
  const child = forkChild(profile);
  const waiting = new Map<number, (answer: Answer<unknown>) => void>();
  let calls = 0;
  let ending = false;
  let browser: Promise<ProcessMark | null> = Promise.resolve(null);
  const exited = once(child, 'exit').catch(() => undefined);

  child.on('message', (message: FromChild) => {
    if ('event' in message) {
      if (message.event === 'browser') browser = findProcess(message.pid);
      if (!ending) onEvent(message);
      return;
    }
    waiting.get(message.call)?.(
      'words' in message ? { kind: 'failed', words: message.words } : { kind: 'done', value: message.value },
    );
  });
  const end = (words: string): void => {
    for (const settle of [...waiting.values()]) settle({ kind: 'no-answer', words });
    if (!ending) onEvent({ event: 'fault', words });
  };
  child.on('error', (error) => end(`the WhatsApp process could not be started: ${error.message}`));
  child.once('exit', (code, signal) => end(`the WhatsApp process ended (${signal ?? code})`));

  const tell = (message: ToChild): void => {
    // A channel that closes meanwhile is told by the exit.
    if (child.connected) child.send(message, () => undefined);
  };

  const call: SessionProcess['call'] = (job, params, { timeoutMs, signal }) =>
    new Promise((resolve) => {
      const id = ++calls;
      const settle = (answer: Answer<unknown>): void => {
        waiting.delete(id);
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        resolve(answer as Answer<Jobs[typeof job]['result']>);
      };
      const stop = (): void => settle({ kind: 'no-answer', words: 'stopped before the answer' });
      // An AbortSignal.timeout would go on, and be kept, long after the answer.
      const timer = setTimeout(() => settle({ kind: 'no-answer', words: 'no answer in time' }), timeoutMs);
      waiting.set(id, settle);
      signal?.addEventListener('abort', stop);
      if (signal?.aborted) settle({ kind: 'not-asked', words: 'stopped before it was asked' });
      else if (child.connected) tell({ call: id, job, params } as ToChild);
      else settle({ kind: 'not-asked', words: 'the WhatsApp process is gone' });
    });

  const tree = async (): Promise<readonly ProcessMark[]> => {
    const root = await browser;
    const [ours, orphans] = await Promise.all([listTree(child.pid ?? 0), root ? listTree(root.pid) : []]);
    const isSame = orphans[0]?.startedAt === root?.startedAt;
    return isSame ? [...ours, ...orphans.filter(({ pid }) => !ours.some((one) => one.pid === pid))] : ours;
  };

  const kill = async (): Promise<void> => {
    ending = true;
    const marks = await tree();
    if (child.pid !== undefined) child.kill('SIGKILL');
    await killAll(marks, killWithinMs);
    if (child.pid !== undefined) await exited;
  };

  return {
    call,
    beat: (ms) => tell({ beat: ms }),
    memory: async () => measureMemory(await tree()),
    kill,
    close: async () => {
      ending = true;
      await call('close', null, { timeoutMs: closeWithinMs });
      await kill();
    },
  };
};

/** Runs from sources as from what is built. Of a group of its own: a Ctrl-C at the terminal is for the parent alone. */
const forkChild = (profile: string): ChildProcess => {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(`./child/main.${fromSource ? 'ts' : 'js'}`, import.meta.url));
  return fork(entry, {
    // Resolved from here: the working folder is the newsroom's.
    execArgv: fromSource ? ['--import', createRequire(import.meta.url).resolve('tsx')] : [],
    env: { HOME: profile, PATH: childPath },
    serialization: 'advanced',
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
};
