import type { FaultBook } from './fault-book.ts';
import type { Fault, FaultOrder } from './faults.ts';
import type { Freezer } from './freezer.ts';
import { perform, silentRefusals } from './operations.ts';
import { Refusal } from './refusal.ts';
import type { OpenRequest } from './requests.ts';
import type { Ask } from './wire.ts';
import type { World } from './world.ts';

export interface Backstage {
  readonly world: World;
  readonly faults: FaultBook;
  readonly freezer: Freezer;
}

/** Carries out what a page asks, and answers it, unless a fault was ordered. */
export const answerAsk = (back: Backstage, ask: Ask, request: OpenRequest): void => {
  const { channel, text, operation } = request;
  const order = back.faults.pick({ operation, channel, text: text ?? '' });
  if (order) strike(back, ask, request, order);
  else runAndAnswer(back, ask, request);
};

/** Null when the page was told of an error instead. */
const run = ({ world }: Backstage, ask: Ask, request: OpenRequest): { readonly value: unknown } | null => {
  try {
    const { value, refused, serverId } = perform(world, ask);
    request.serverId = serverId ?? null;
    request.outcome = refused === undefined ? { kind: 'ok' } : { kind: 'refused', words: refused };
    return { value };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    request.outcome = { kind: 'refused', words: error.message };
    world.pages.push(ask.page, { kind: 'error', id: ask.id, status: error.status, words: error.message });
    return null;
  }
};

const runAndAnswer = (back: Backstage, ask: Ask, request: OpenRequest): void => {
  const done = run(back, ask, request);
  if (done) back.world.pages.push(ask.page, { kind: 'answer', id: ask.id, value: done.value });
};

const strike = (back: Backstage, ask: Ask, request: OpenRequest, order: FaultOrder): void => {
  const { pages } = back.world;
  const { id, page } = ask;
  const { fault } = order;
  const note = (committed: boolean): void => {
    request.outcome = { kind: 'fault', fault, committed };
  };
  const fail = (status: number | null, words: string): void => pages.push(page, { kind: 'error', id, status, words });
  const act = (name: 'crash' | 'reload' | 'freeze'): void => pages.push(page, { kind: 'act', act: name });
  const carryOut = (work: typeof run | typeof runAndAnswer): void => {
    work(back, ask, request);
    note(request.outcome?.kind === 'ok');
  };

  const strikes: Record<Fault, () => void> = {
    hang: () => {},
    'refuse-silently': () => pages.push(page, { kind: 'answer', id, value: silentRefusals[ask.operation] ?? null }),
    reject: () => fail(null, order.words ?? 'the job was rejected'),
    '401': () => fail(401, 'not-authorized'),
    '429': () => fail(429, 'rate-overlimit'),
    'accept-late': () => back.faults.postpone(order.lateMs, () => carryOut(runAndAnswer)),
    'accept-then-lose-the-answer': () => carryOut(run),
    'crash-page-before': () => act('crash'),
    'crash-page-after': () => {
      carryOut(run);
      act('crash');
    },
    'reload-before': () => act('reload'),
    'reload-after': () => {
      carryOut(run);
      act('reload');
    },
    'freeze-page': () => {
      act('freeze');
      back.faults.postpone(undefined, () => {
        back.freezer.thaw(page);
        carryOut(runAndAnswer);
      });
    },
  };
  note(false);
  strikes[fault]();
};
