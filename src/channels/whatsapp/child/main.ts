import type { ChildEvent, FromChild, JobName, OpenParams, ToChild } from '../messages.ts';
import { handlers } from './jobs.ts';
import { createSession, type Session } from './session.ts';
import { wordsOf } from './words.ts';

/*
 * The process that holds the browser of one account. It ends itself when its parent is gone or no longer says that the
 * lease holds, and on every error that nobody catches: the parent starts another one.
 */
const main = (): void => {
  let session: Session | null = null;
  let validUntil = Number.POSITIVE_INFINITY;

  const tell = (message: FromChild, then?: () => void): void => {
    if (process.connected) process.send?.(message, () => then?.());
    else then?.();
  };
  const emit = (event: ChildEvent): void => tell(event);

  const end = (words: string): void => {
    // Not in order: a browser that hangs, or should not run any more, is not asked.
    session?.client.pupBrowser?.process()?.kill('SIGKILL');
    tell({ event: 'fault', words }, () => process.exit(1));
    setTimeout(() => process.exit(1), tellWithinMs);
  };

  const open = (params: OpenParams): Promise<void> => {
    validUntil = performance.now() + params.validMs;
    session = createSession(params, emit);
    return session.load();
  };

  const work = async (job: JobName, params: unknown): Promise<unknown> => {
    if (job === 'open') return open(params as OpenParams);
    if (job === 'close') return session?.close();
    if (!session) throw new Error('no browser was started');
    const handler = handlers[job] as (session: Session, params: unknown) => Promise<unknown>;
    return handler(session, params);
  };

  process.on('message', (message: ToChild) => {
    if ('beat' in message) {
      validUntil = performance.now() + message.beat;
      return;
    }
    const { call, job, params } = message;
    work(job, params).then(
      (value) => tell({ call, value: value ?? null }, job === 'close' ? () => process.exit(0) : undefined),
      (error: unknown) => tell({ call, words: wordsOf(error) }),
    );
  });
  process.on('disconnect', () => end('the parent is gone'));
  // Nobody heard it if that was while this was loaded.
  if (!process.connected) end('the parent is gone');
  process.on('unhandledRejection', (error) => end(wordsOf(error)));
  process.on('uncaughtException', (error) => end(wordsOf(error)));
  setInterval(() => {
    if (performance.now() > validUntil) end('the lease was not renewed');
  }, beatCheckMs);
};

const beatCheckMs = 500;
/** A parent that is frozen reads nothing. */
const tellWithinMs = 500;

main();
