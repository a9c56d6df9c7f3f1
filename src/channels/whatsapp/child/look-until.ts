import { setTimeout as delay } from 'node:timers/promises';

const everyMs = 250;

/** WhatsApp Web loads its modules little by little: looks until it is as it should be, or for `withinMs`; the last look counts. */
export const lookUntil = async <T>(
  look: () => Promise<T>,
  isWhole: (seen: T) => boolean,
  withinMs: number,
): Promise<T> => {
  for (const end = performance.now() + withinMs; ; await delay(everyMs)) {
    const seen = await look();
    if (isWhole(seen) || performance.now() >= end) return seen;
  }
};
