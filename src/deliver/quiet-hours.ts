import type { QuietHours } from '../article/channel.ts';
import type { Post } from '../article/post.ts';

/** A lane in quiet hours looks again so often, so that breaking news need not wait for the morning. */
const lookAgainMs = 5_000;

/** How long to wait because of quiet hours, milliseconds; breaking news does not wait. */
export const quietFor = (quiet: QuietHours | null, post: Pick<Post, 'breaking'>, now: number): number => {
  if (!quiet || post.breaking) return 0;
  const minute = minuteOfDay(now, quiet.timezone);
  const inside =
    quiet.from <= quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
  return inside ? lookAgainMs : 0;
};

const minuteOfDay = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const read = (type: 'hour' | 'minute'): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return read('hour') * 60 + read('minute');
};
