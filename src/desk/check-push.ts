import { furthestPushMs, type PushOptions } from '../article/article.ts';
import type { ChannelConfig } from '../article/channel.ts';
import { normalizeIsoTime } from '../ingest/iso-time.ts';
import type { Fault, PushRequest } from './desk.ts';
import { nameKnown } from './find-channel.ts';

type Faults = NonNullable<Fault['errors']>;

/** What is wrong with a time as it was written, to stand after its name; null: nothing. */
export const findTimeFault = (at: string): string | null => (normalizeIsoTime(at) === null ? describeNoTime(at) : null);

const describeNoTime = (at: string): string => {
  const found = JSON.stringify(at.slice(0, 100));
  return `must be an ISO 8601 time with an offset, not ${found}; write it as in "2024-05-01T09:00:00+04:00"`;
};

/** What is wrong with the channels and the time that an editor asked for; `now` in epoch milliseconds. */
export const checkPush = ({ to, at }: PushRequest, channels: readonly ChannelConfig[], now: number): Faults => [
  ...checkTo(to, channels),
  ...checkAt(at, now),
];

/** The part of the request that travels in the event. */
export const pushOptions = ({ to, at }: PushRequest): PushOptions => ({
  ...(to === undefined ? {} : { to }),
  ...(at === undefined ? {} : { at }),
});

const checkTo = (to: readonly string[] | undefined, channels: readonly ChannelConfig[]): Faults => {
  if (to === undefined) return [];
  if (to.length === 0)
    return [{ path: 'to', message: `to must name a channel, or be left out; ${nameKnown(channels)}` }];
  return to
    .filter((id) => !channels.some((channel) => channel.id === id))
    .map((id) => ({ path: 'to', message: `to must name channels, not ${JSON.stringify(id)}; ${nameKnown(channels)}` }));
};

const checkAt = (at: string | undefined, now: number): Faults => {
  if (at === undefined) return [];
  const time = normalizeIsoTime(at);
  if (time === null) return [{ path: 'at', message: `at ${describeNoTime(at)}` }];
  return Date.parse(time) - now > furthestPushMs
    ? [{ path: 'at', message: 'at must be at most 30 days ahead; push it later' }]
    : [];
};
