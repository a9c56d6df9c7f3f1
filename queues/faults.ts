const redisErrors = new Set(['ReplyError', 'MaxRetriesPerRequestError', 'AbortError', 'ClusterAllFailedError']);

/**
 * True if Redis is the cause (away, full, read-only, failing over): the same work is tried again later, nothing is lost.
 * Anything else that is thrown is a bug of ours, and trying again would stop the queue for ever.
 */
export const isRedisFault = (error: unknown): boolean =>
  error instanceof Error &&
  (redisErrors.has(error.name) ||
    /connection is closed|stream isn't writeable|command timed out|ECONNREFUSED|ECONNRESET|ENOENT.*\.sock/i.test(
      error.message,
    ));

/** What ops can do about a Redis that takes no writes. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [/\bMISCONF\b/, 'make room on the disk of Redis, or mend its permissions'],
  [/\bOOM\b/, 'give Redis more memory: raise its maxmemory'],
  [/\bREADONLY\b/, 'connect to the primary: REDIS_URL leads to a replica'],
];

/** What ops must do, by the words of Redis; null: it did not refuse a write. */
export const remedyFor = (words: string): string | null =>
  remedies.find(([refusal]) => refusal.test(words))?.[1] ?? null;
