import { setTimeout as delay } from 'node:timers/promises';
import type { AccountOptions, Outcome, WhatsappAccount } from './account.ts';
import { createAccountLife } from './account-life.ts';
import { needsPerson } from './account-view.ts';
import type { Run } from './run-session.ts';
import { sayNo } from './server-words.ts';
import type { Answer, CallLimits } from './session-process.ts';
import { createTurnstile } from './turnstile.ts';

/** A job waits no longer for another to end: its claim in the ledger is counted from before. */
const turnWithinMs = 5_000;
/** As long may the budget that all processes share take to answer. */
const budgetWithinMs = 2_000;
const soonMs = 2_000;
const waitForPersonMs = 60_000;

type NotBegun = Extract<Outcome<never>, { kind: 'not-begun' }>;

/** Runs one browser after the other for as long as the account is open, and brings the jobs to it one at a time. */
export const createWhatsappAccount = (options: AccountOptions): WhatsappAccount => {
  const turnstile = createTurnstile();
  const life = createAccountLife(options, turnstile);

  const whyNot = (): NotBegun => {
    const { state, detail } = life.view();
    return notBegun(needsPerson(state) ? waitForPersonMs : soonMs, `the WhatsApp account is ${state}: ${detail}`);
  };

  const inTurn = async <T>(limits: CallLimits, work: (run: Run) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const leave = await turnstile.enter(turnWithinMs, limits.signal);
    if (!leave) return notBegun(soonMs, 'other jobs of the account are under way');
    try {
      const run = life.usable();
      return run ? await work(run) : whyNot();
    } finally {
      leave();
    }
  };

  /** Where it is certain that nothing was done; null: nobody can tell. */
  const judge = async (run: Run, answer: Exclude<Answer<unknown>, { kind: 'done' }>): Promise<NotBegun | null> => {
    if (answer.kind === 'not-asked') return whyNot();
    const no = answer.kind === 'failed' ? sayNo(answer.words) : null;
    if (no === 'later') return notBegun(waitForPersonMs, `WhatsApp asks to wait: ${answer.words}`);
    if (no !== 'unlinked') return null;
    await run.end({ state: 'logged-out', detail: `WhatsApp no longer accepts the link: ${answer.words}` });
    return whyNot();
  };

  const { open, beat, close, view, missing, quietFor, noteProof } = life;
  return {
    ...{ open, beat, close, view, missing, quietFor, noteProof },
    look: (job, params, limits) =>
      inTurn(limits, async (run) => {
        const answer = await ask(run, job, params, limits);
        if (answer.kind === 'done') return answer;
        return (await judge(run, answer)) ?? { kind: 'failed', words: answer.words };
      }),
    change: (job, params, limits) =>
      inTurn(limits, async (run) => {
        const waitMs = job === 'send' ? await takeTurn(options.takeTurn) : 0;
        if (waitMs > 0) return notBegun(waitMs, 'the account has posted as often as it may in an hour');
        if (limits.signal?.aborted) return notBegun(0, 'stopped before it was sent');
        const answer = await ask(run, job, params, limits);
        if (answer.kind === 'done') {
          const doubt = findDoubt(answer.value);
          if (doubt === null) noteProof();
          else await run.end({ state: 'down', detail: `started anew after a ${job}: ${doubt}` });
          return answer;
        }
        const no = await judge(run, answer);
        if (no) return no;
        // Whatever hangs in the page ends with it, so that nothing of this can happen later.
        await run.end({ state: 'down', detail: `started anew after a ${job} without an answer: ${answer.words}` });
        return { kind: 'failed', words: answer.words };
      }),
  };
};

const ask: (run: Run, ...of: Parameters<NonNullable<Run['session']>['call']>) => Promise<Answer<never>> = async (
  run,
  job,
  params,
  limits,
) =>
  ((await run.session?.call(job, params, limits)) as Answer<never> | undefined) ?? {
    kind: 'not-asked',
    words: 'no browser',
  };

/** Why an answer proves nothing; null: it does. A page with something in doubt shows what it stored itself as posted. */
const findDoubt = (value: { readonly kind: string; readonly serverId?: string | null }): string | null =>
  value.kind === 'answered' && value.serverId === null ? 'the post has no id' : null;

const takeTurn = async (take: AccountOptions['takeTurn']): Promise<number> => {
  const patience = new AbortController();
  try {
    return await Promise.race([take(), delay(budgetWithinMs, soonMs, { signal: patience.signal })]);
  } catch {
    return soonMs;
  } finally {
    patience.abort();
  }
};

const notBegun = (retryAfterMs: number, reason: string): NotBegun => ({ kind: 'not-begun', retryAfterMs, reason });
