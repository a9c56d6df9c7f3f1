import type { Attempt } from '../../src/article/delivery.ts';
import type { ApiRequest, BotApi, Outcome } from '../support/telegram/port.ts';
import { readMark } from './articles.ts';
import type { Struck } from './strike.ts';

export interface TimelineSources {
  readonly api: BotApi;
  readonly chat: number;
  readonly article: string;
  readonly attempts: readonly Attempt[];
  readonly struck: readonly Struck[];
  /** Epoch milliseconds of the zero of the timeline. */
  readonly startedAt: number;
}

/** Everything that happened to one article on one channel, a line each, in the order of time. */
export const writeTimeline = ({ api, chat, article, attempts, struck, startedAt }: TimelineSources): string => {
  const about = api.history(chat).filter(({ text }) => readMark(text)?.article === article);
  const ids = new Set(about.map(({ messageId }) => String(messageId)));
  const lines = [
    ...about.map(({ at, kind, messageId, text }) => ({
      at,
      text: `channel   ${kind} ${messageId}: ${firstLine(text)}`,
    })),
    ...api.requests
      .filter((request) => concerns(request, chat, article, ids))
      .map((request) => ({ at: request.at, text: `request   ${describeRequest(request)}` })),
    ...attempts.flatMap(({ fence, operation, revision, startedAt: at, endedAt, receipt }) => [
      { at, text: `ledger    attempt ${fence} begins: ${operation} of revision ${revision ?? 'none'}` },
      ...(endedAt === null
        ? []
        : [{ at: endedAt, text: `ledger    attempt ${fence} ends: ${JSON.stringify(receipt)}` }]),
    ]),
  ].sort((one, other) => one.at - other.at);
  const [from = 0, to = 0] = [lines.at(0)?.at, lines.at(-1)?.at];
  const near = struck.filter(({ at }) => at > from - aroundMs && at < to + aroundMs);
  return [...lines, ...near.map(({ at, what }) => ({ at, text: `strike    ${what}` }))]
    .sort((one, other) => one.at - other.at)
    .map(({ at, text }) => `  ${((at - startedAt) / 1_000).toFixed(3).padStart(9)} s  ${text}`)
    .join('\n');
};

const aroundMs = 2_000;

const concerns = ({ params, chat: named }: ApiRequest, chat: number, article: string, ids: ReadonlySet<string>) => {
  if (named === chat)
    return ids.has(String(params.message_id)) || readMark(String(params.text ?? ''))?.article === article;
  return String(params.from_chat_id) === String(chat) && ids.has(String(params.message_id));
};

const describeRequest = ({ method, params, messageId, outcome }: ApiRequest): string => {
  const subject = params.text ?? params.message_id ?? '';
  return `${method} ${firstLine(String(subject))} -> ${messageId ?? 'no id'}, ${describeOutcome(outcome)}`;
};

const describeOutcome = (outcome: Outcome | null): string => {
  if (outcome === null) return 'not answered';
  if (outcome.kind === 'ok') return 'ok';
  if (outcome.kind === 'refused') return `${outcome.code} ${outcome.description}`;
  const { effect, answer, laterMs } = outcome.fault;
  const late = laterMs === undefined ? '' : ` by ${laterMs} ms`;
  return `${outcome.committed ? 'took effect' : 'took no effect'} (${effect}${late}), heard ${JSON.stringify(answer)}`;
};

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 80) ?? '';
