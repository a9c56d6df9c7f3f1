import {
  type Attempt,
  type Delivery,
  type DeliveryState,
  deliveryId,
  deliveryStates,
  type Operation,
  type Sought,
} from '../src/article/delivery.ts';
import type { Beginning, BeginRequest, DeliveryQuery, Ledger, Plan, Planned } from '../src/article/ledger.ts';
import type { Receipt } from '../src/article/receipt.ts';
import type { RedisClient } from './connection.ts';
import { laneSlot, liveTopic, retentionDays } from './keys.ts';
import {
  adoptScript,
  askPersonScript,
  beginScript,
  holdScript,
  noteLookScript,
  planScript,
  resolveScript,
  restateScript,
  retryScript,
  settleScript,
} from './ledger-scripts.ts';
import { defineScript } from './script.ts';

const keepMs = retentionDays * 24 * 60 * 60 * 1000;
/** However long that is: so many in each final state of a channel, some 100 MB. */
const mostKept = 100_000;

/** The durable record of deliveries, in Redis; the rules are in ledger-scripts.ts. */
export const createLedger = (redis: RedisClient, most = mostKept): Ledger => {
  const plan = defineScript<[number, number]>(redis, 'tellalPlan', planScript);
  const begin = defineScript<BeginAnswer>(redis, 'tellalBegin', beginScript);
  const settle = defineScript<0 | 1>(redis, 'tellalSettle', settleScript);
  const resolve = defineScript<'resolved' | 'not-unknown' | 'no-such-delivery'>(redis, 'tellalResolve', resolveScript);
  const askPerson = defineScript<0 | 1>(redis, 'tellalAskPerson', askPersonScript);
  const noteLook = defineScript<0 | 1>(redis, 'tellalNoteLook', noteLookScript);
  const adopt = defineScript<0 | 1>(redis, 'tellalAdopt', adoptScript);
  const restate = defineScript<0 | 1>(redis, 'tellalRestate', restateScript);
  const retry = defineScript<'planned' | 'not-retryable' | 'no-such-delivery'>(redis, 'tellalRetry', retryScript);
  const hold = defineScript<'held' | 'not-holdable' | 'no-such-delivery'>(redis, 'tellalHold', holdScript);
  const call = <T>(
    script: (slotKey: string, args: readonly (string | number)[]) => Promise<T>,
    article: string,
    channel: string,
    args: readonly (string | number)[],
  ) => script(`${laneSlot(channel)}:d:${article}`, [laneSlot(channel), article, channel, ...args]);

  const get = async (article: string, channel: string): Promise<Delivery | null> =>
    readDelivery(article, channel, await redis.hgetall(`${laneSlot(channel)}:d:${article}`));

  return {
    plan: (plans) =>
      Promise.all(
        plans.map(async (one): Promise<Planned> => {
          const [todo, delayMs] = await call(plan, one.article, one.channel, [...planArgs(one), most]);
          return { plan: one, toDo: todo === 1, delayMs };
        }),
      ),
    begin: async (request) => readBeginning(await call(begin, request.article, request.channel, beginArgs(request))),
    settle: async (article, channel, fence, receipt) =>
      (await call(settle, article, channel, settleArgs(fence, receipt))) === 1 ? 'settled' : 'fenced',
    resolve: (article, channel, answer, fence) =>
      call(resolve, article, channel, [
        answer.tookEffect ? 1 : 0,
        (answer.tookEffect && answer.messageId) || '',
        (answer.tookEffect && answer.link) || '',
        fence ?? '',
        liveTopic,
        keepMs,
        Number(answer.tookEffect && answer.mayBeOlder === true),
      ]),
    askPerson: async (article, channel, fence, cause) => {
      await call(askPerson, article, channel, [fence, cause, liveTopic, keepMs]);
    },
    noteLook: async (article, channel, fence) => {
      await call(noteLook, article, channel, [fence, keepMs]);
    },
    messageIds: (channel, floor) => redis.zrangebyscore(`${laneSlot(channel)}:ids`, `(${floor}`, '+inf'),
    adopt: async (article, channel, was, messageId, link) =>
      (await call(adopt, article, channel, [was ?? '', messageId, link ?? '', liveTopic, keepMs])) === 1,
    restate: async (article, channel) => {
      await call(restate, article, channel, [liveTopic, keepMs]);
    },
    hold: (article, channel, by) =>
      call(hold, article, channel, [`${by} posts it by hand`, `posted by hand by ${by}`, liveTopic, keepMs]),
    retry: (article, channel) => call(retry, article, channel, [liveTopic, keepMs]),
    get,
    attempts: async (article, channel) =>
      (await redis.lrange(`${laneSlot(channel)}:a:${article}`, 0, -1)).map(readAttempt),
    list: (query) => listDeliveries(redis, get, query),
    ofArticle: async (article, channels) =>
      (await Promise.all(channels.map((channel) => get(article, channel)))).filter((found) => found !== null),
    counts: async (channel) => {
      const counts = await Promise.all(deliveryStates.map((state) => redis.zcard(`${laneSlot(channel)}:s:${state}`)));
      return Object.fromEntries(deliveryStates.map((state, i) => [state, counts[i] ?? 0])) as Record<
        DeliveryState,
        number
      >;
    },
    now: async () => {
      const [seconds = 0, micros = 0] = (await redis.time()).map(Number);
      return seconds * 1000 + Math.floor(micros / 1000);
    },
  };
};

const planArgs = (plan: Plan) => [
  plan.wanted ?? '',
  plan.breaking ? 1 : 0,
  plan.dueAt ?? '',
  plan.skippedBy ?? '',
  liveTopic,
  keepMs,
  plan.insist ? 1 : 0,
  Number(plan.skippedBy !== null && rulesOfChannel.test(plan.skippedBy)),
];

/** These stop a correction that waits. Another article with its address, or a push to others, is no reason to drop it. */
const rulesOfChannel = /^(takes\.|confidence )/;

const beginArgs = ({ revision, leaseMs, sought, pace }: BeginRequest) => [
  revision,
  leaseMs,
  JSON.stringify(sought),
  pace.minGapMs,
  Math.max(pace.minGapMs > 0 ? 1 : 0, ...pace.rates.map((rate) => rate.count)),
  liveTopic,
  keepMs,
  ...pace.rates.flatMap((rate) => [rate.count, rate.perMs]),
];

const settleArgs = (fence: number, receipt: Receipt) => {
  const accepted = receipt.outcome === 'accepted' ? receipt : null;
  return [
    fence,
    receipt.outcome,
    JSON.stringify(receipt),
    accepted?.messageId ?? '',
    accepted?.link ?? '',
    accepted ? Number(accepted.picture) : '',
    wordsOf(receipt),
    liveTopic,
    keepMs,
    Number(receipt.outcome === 'deferred' && receipt.unsent === true),
  ];
};

const wordsOf = (receipt: Receipt): string => {
  if (receipt.outcome === 'accepted') return receipt.note ?? '';
  return receipt.outcome === 'unknown' ? receipt.cause : receipt.reason;
};

type BeginAnswer =
  | ['nothing']
  | ['stale']
  | ['wait' | 'early', number]
  | ['lookup', ...BegunAnswer, number, number, string, string]
  | ['begun', ...BegunAnswer, string, string, string];

type BegunAnswer = [Operation, fence: number, startedAt: number, attempt: number, plannedAt: number];

const readBeginning = (answer: BeginAnswer): Beginning => {
  switch (answer[0]) {
    case 'begun': {
      const [, operation, fence, startedAt, attempt, plannedAt, messageId, picture, sweep] = answer;
      const standing = operation === 'post' ? null : { messageId, picture: picture === '1' };
      return { kind: 'begun', operation, fence, startedAt, attempt, plannedAt, standing, sweepFrom: sweep || null };
    }
    case 'lookup': {
      const [, operation, fence, startedAt, attempt, plannedAt, ageMs, looks, floor, sought] = answer;
      return {
        kind: 'lookup',
        operation,
        fence,
        startedAt,
        attempt,
        plannedAt,
        ageMs,
        looks,
        floor: floor || null,
        sought: sought ? (JSON.parse(sought) as Sought) : null,
      };
    }
    case 'wait':
    case 'early':
      return { kind: answer[0], ms: answer[1] };
    default:
      return { kind: answer[0] };
  }
};

const numberOrNull = (text: string | undefined): number | null => (text ? Number(text) : null);

const readDelivery = (article: string, channel: string, hash: Record<string, string>): Delivery | null =>
  hash.state === undefined
    ? null
    : {
        id: deliveryId(article, channel),
        article,
        channel,
        state: hash.state as DeliveryState,
        needs: (hash.needs as Delivery['needs']) ?? null,
        revision: Number(hash.rev ?? 0),
        wanted: numberOrNull(hash.want),
        messageId: hash.msg ?? null,
        link: hash.link ?? null,
        reason: hash.why ?? null,
        attempts: Number(hash.tries ?? 0),
        plannedAt: Number(hash.at),
        dueAt: numberOrNull(hash.due),
        sentAt: numberOrNull(hash.sent),
      };

const readAttempt = (json: string): Attempt => {
  const {
    revision = null,
    endedAt = null,
    receipt = null,
    ...begun
  } = JSON.parse(json) as Partial<Attempt> & Pick<Attempt, 'fence' | 'operation' | 'startedAt'>;
  return { ...begun, revision, endedAt, receipt };
};

/** What begins, waits to be looked for, or stands but not as wanted. */
const toDoLists = ['s:planned', 's:sending', 's:unknown', 'behind'] as const;

/** Merges the first of every channel and list; bounded by `limit` reads each. */
const listDeliveries = async (
  redis: RedisClient,
  get: (article: string, channel: string) => Promise<Delivery | null>,
  { states = deliveryStates, toDo, channels = [], order = 'newest', limit }: DeliveryQuery,
): Promise<readonly Delivery[]> => {
  const lists = toDo ? toDoLists : states.map((state) => `s:${state}`);
  const found = await Promise.all(
    channels.flatMap((channel) =>
      lists.map(async (list) => {
        const key = `${laneSlot(channel)}:${list}`;
        const articles = await (order === 'newest'
          ? redis.zrevrange(key, 0, limit - 1)
          : redis.zrange(key, '0', `${limit - 1}`));
        return Promise.all(articles.map((article) => get(article, channel)));
      }),
    ),
  );
  return found
    .flat()
    .filter((delivery) => delivery !== null)
    .sort((one, other) => (order === 'newest' ? other.plannedAt - one.plannedAt : one.plannedAt - other.plannedAt))
    .slice(0, limit);
};
