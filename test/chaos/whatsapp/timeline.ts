import type { Attempt } from '../../../src/article/delivery.ts';
import type { WebRequest, WhatsappWeb } from '../../support/whatsapp/port.ts';
import { readMark } from '../articles.ts';
import type { Struck } from './strike.ts';

export interface TimelineSources {
  readonly web: WhatsappWeb;
  readonly inviteCode: string;
  /** `...@newsletter` */
  readonly chat: string;
  readonly article: string;
  readonly attempts: readonly Attempt[];
  readonly struck: readonly Struck[];
  /** Epoch milliseconds of the zero of the timeline. */
  readonly startedAt: number;
}

/** Everything that happened to one article on one channel, a line each, in the order of time. */
export const writeTimeline = ({
  web,
  inviteCode,
  chat,
  article,
  attempts,
  struck,
  startedAt,
}: TimelineSources): string => {
  const isOurs = (text: string | null): boolean => readMark(text ?? '')?.article === article;
  const events = web.history(inviteCode).filter(({ text }) => isOurs(text));
  const lines = [
    ...events.map(({ at, kind, serverId, text }) => ({
      at,
      text: `channel   ${kind} ${serverId}: ${firstLine(text)}`,
    })),
    ...web.requests
      .filter((request) => request.channel === chat && isOurs(request.text))
      .map((request) => ({ at: request.at, text: `request   ${describeRequest(request)}` })),
    ...attempts.flatMap(({ fence, operation, revision, startedAt: at, endedAt, receipt }) => [
      { at, text: `ledger    attempt ${fence} begins: ${operation} of revision ${revision ?? 'none'}` },
      ...(endedAt === null
        ? []
        : [{ at: endedAt, text: `ledger    attempt ${fence} ends: ${JSON.stringify(receipt)}` }]),
    ]),
  ];
  const times = lines.map(({ at }) => at);
  const [from, to] = [Math.min(...times) - aroundMs, Math.max(...times) + aroundMs];
  const near = struck.filter(({ at }) => at > from && at < to);
  return [...lines, ...near.map(({ at, what }) => ({ at, text: `strike    ${what}` }))]
    .sort((one, other) => one.at - other.at)
    .map(({ at, text }) => `  ${((at - startedAt) / 1_000).toFixed(3).padStart(9)} s  ${text}`)
    .join('\n');
};

const aroundMs = 2_000;

const describeRequest = ({ operation, text, serverId, outcome }: WebRequest): string =>
  `${operation} ${firstLine(text ?? '')} -> ${serverId ?? 'no id'}, ${JSON.stringify(outcome)}`;

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 80) ?? '';
