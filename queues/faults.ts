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
