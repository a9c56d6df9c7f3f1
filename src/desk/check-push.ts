import type { PushOptions } from '../article/article.ts';
import type { ChannelConfig } from '../article/channel.ts';
import { normalizeIsoTime } from '../ingest/iso-time.ts';
import type { Fault, PushRequest } from './desk.ts';
import { nameKnown } from './find-channel.ts';

type Faults = NonNullable<Fault['errors']>;

/** Deliveries are kept for 45 days. */
const furthestMs = 30 * 24 * 60 * 60 * 1000;

/** A time that an editor may name. */
export const isTime = (at: string): boolean => normalizeIsoTime(at) !== null;

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
  if (time === null) {
    const rule = `at must be an ISO 8601 time with an offset, not ${JSON.stringify(at.slice(0, 100))}`;
    return [{ path: 'at', message: `${rule}; write it as in "2024-05-01T09:00:00+04:00"` }];
  }
  return Date.parse(time) - now > furthestMs
    ? [{ path: 'at', message: 'at must be at most 30 days ahead; push it later' }]
    : [];
};
