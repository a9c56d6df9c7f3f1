import { deliveryId } from '../../src/article/delivery.ts';
import * as kinds from '../support/telegram/fault-kinds.ts';
import type { Fault, FaultOrder } from '../support/telegram/faults.ts';
import type { ChaosOptions } from './chaos-options.ts';
import type { ChatOf } from './house-file.ts';
import type { Random } from './random.ts';
import type { Expected } from './script-events.ts';

export interface ScriptedFaults {
  readonly orders: readonly FaultOrder[];
  /** Deliveries that Telegram will refuse for good: these alone may be missing, if the ledger says so. */
  readonly refusals: ReadonlySet<string>;
}

const definiteShare = 0.1;
const refusalShare = 0.2;
const ambiguousShare = 0.1;
const again = 0.2;
const changeShare = 0.4;
/** Settling times: more than pass until the next correction, and less than until the last repetition. */
const overtakenAfter = 25;

const posting = ['sendMessage', 'sendPhoto'];
const refusal = kinds.refusal(400, 'Bad Request: POST_REFUSED');

/** Ten in a hundred posts meet a definite fault and as many one that leaves their outcome unknown; so do many changes. */
export const scriptFaults = (
  random: Random,
  { settleSeconds, timeoutSeconds }: ChaosOptions,
  expected: readonly Expected[],
  chats: readonly ChatOf[],
): ScriptedFaults => {
  const kindsOfUnknown = ambiguousFaults(settleSeconds * 1_000, timeoutSeconds * 1_000);
  const overtaken = kinds.acceptedLater(overtakenAfter * settleSeconds * 1_000);
  const nextForChange = dealInTurn(random, kindsOfUnknown);
  const nextForPost = dealInTurn(random, kindsOfUnknown);
  const orders: FaultOrder[] = [];
  const refusals = new Set<string>();
  for (const { channel, chat } of chats) {
    let removals = 0;
    for (const { article, newest } of expected) {
      const post = { method: posting, chat, contains: `${article}.` };
      if (random.chance(definiteShare)) {
        // A correction would open a refused delivery again, out of its turn.
        const refused = random.chance(refusalShare) && newest === 1;
        if (refused) refusals.add(deliveryId(article, channel));
        orders.push({ ...post, fault: refused ? refusal : kinds.flood(1) });
      } else if (random.chance(ambiguousShare / (1 - definiteShare))) {
        orders.push({ ...post, fault: nextForPost() });
        if (random.chance(again)) orders.push({ ...post, nth: 2, fault: nextForPost() });
      }
      if (newest !== null && newest > 1 && random.chance(changeShare)) {
        // Where another correction follows, the first one shall come after it, and not have the last word.
        const fault = newest > 2 ? overtaken : nextForChange();
        orders.push({ method: 'editMessageText', chat, contains: `${article}.`, fault });
      }
      if (newest === null) removals += 1;
      if (newest === null && random.chance(changeShare))
        orders.push({ method: 'deleteMessage', chat, nth: removals, fault: nextForChange() });
    }
  }
  return { orders, refusals };
};

/** Every kind gets its turn, whatever the seed. */
const dealInTurn = (random: Random, faults: readonly Fault[]): (() => Fault) => {
  let turn = random.below(faults.length);
  return () => {
    turn += 1;
    return faults[turn % faults.length] ?? kinds.lostRequest;
  };
};

/** Every kind of which nobody can tell whether the request took effect, before and after Tellal has looked and sent again. */
const ambiguousFaults = (settleMs: number, timeoutMs: number): readonly Fault[] => [
  kinds.acceptedThenHangUp,
  kinds.acceptedThenBadGateway,
  kinds.acceptedThenServerError,
  kinds.acceptedThenSilence,
  kinds.acceptedThenPage,
  kinds.acceptedThenTruncated,
  kinds.acceptedThenFlood,
  kinds.acceptedThenLate(timeoutMs * 1.5),
  kinds.acceptedThenDrip(timeoutMs / 20),
  kinds.lostRequest,
  kinds.lostInSilence,
  kinds.refusedByGateway,
  kinds.serverError,
  ...[0.5, 1.5, 3, 6, 12].map((settlings) => kinds.acceptedLater(settlings * settleMs)),
];

/** The stand-in answers as fast as Telegram, so that a kill finds requests in flight. */
export const slowAnswers: readonly Fault[] = [5, 20, 60].map(kinds.acceptedThenLate);
