import { setTimeout as delay } from 'node:timers/promises';

/** Resolves with the first truthy answer of `probe`; fails with `what` when none came in time. */
export const waitFor = async <T>(
  what: string,
  probe: () => T | Promise<T>,
  timeoutMs = 25_000,
): Promise<NonNullable<Exclude<T, false>>> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer) return answer as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`);
    await delay(15);
  }
};
