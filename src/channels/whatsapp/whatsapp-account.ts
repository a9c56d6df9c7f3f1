import { setTimeout as delay } from 'node:timers/promises';
import type { AccountOptions, Outcome, WhatsappAccount } from './account.ts';
import { createAccountLife } from './account-life.ts';
import { describeAccount, needsPerson } from './account-view.ts';
import { createCanary } from './canary.ts';
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
/** In vain, until the build is given up. */
const canariesNeeded = 2;
const hint = 'check accounts.whatsapp.canary and what the account is there; if both are right, update Tellal';

type NotBegun = Extract<Outcome<never>, { kind: 'not-begun' }>;

/** Runs one browser after the other for as long as the account is open, and brings the jobs to it one at a time. */
export const createWhatsappAccount = (options: AccountOptions): WhatsappAccount => {
  const turnstile = createTurnstile();
  const life = createAccountLife(options, turnstile);

  const whyNot = (): NotBegun => {
    const view = life.view();
    return notBegun(needsPerson(view.state) ? waitForPersonMs : soonMs, describeAccount(view));
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

  /** Null: these words are no certain no. */
  const heedNo = async (run: Run, words: string): Promise<NotBegun | null> => {
    const no = sayNo(words);
    if (no === 'later') return notBegun(waitForPersonMs, `WhatsApp asks to wait: ${words}`);
    if (no !== 'unlinked') return null;
    await run.end({ state: 'logged-out', detail: `WhatsApp no longer accepts the link: ${words}` });
    return whyNot();
  };

  /** Where it is certain that nothing was done; null: nobody can tell. */
  const judge = async (run: Run, answer: Exclude<Answer<unknown>, { kind: 'done' }>): Promise<NotBegun | null> => {
    if (answer.kind === 'not-asked') return whyNot();
    return answer.kind === 'failed' ? heedNo(run, answer.words) : null;
  };

  const canary = options.canary === null ? null : createCanary(options.canary);
  let vainCanaries = 0;
  /** Null: go on. The claim of this post in the ledger is counted from before, so after a trial it comes anew. */
  const tryBuild = async (run: Run, limits: CallLimits): Promise<NotBegun | null> => {
    const build = life.newBuild();
    if (canary === null || !run.session || build === null) return null;
    const trial = await canary.tryOut(run.session, limits);
    if (trial.kind === 'proved') {
      vainCanaries = 0;
      life.noteProof();
      return notBegun(0, 'a post to the canary channel went first');
    }
    if (limits.signal?.aborted) return notBegun(0, 'stopped before it was sent');
    if (trial.kind === 'not-yet') return notBegun(soonMs, `the canary channel is not tried yet: ${trial.words}`);
    const no = await heedNo(run, trial.words);
    if (no) return no;
    vainCanaries += 1;
    const detail = `the post to the canary channel is not proved: ${trial.words}`;
    await run.end(
      vainCanaries < canariesNeeded ? { state: 'down', detail } : { state: 'incompatible', detail, hint, build },
    );
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
        const untried = job === 'send' ? await tryBuild(run, limits) : null;
        if (untried) return untried;
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
