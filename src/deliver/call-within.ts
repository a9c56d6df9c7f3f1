/**
 * Runs `call` with a signal that is aborted after `ms`, or when `stop` is. Nothing is kept after its answer: an
 * AbortSignal.timeout would go on, and hold the signals that follow it, for its whole time.
 */
export const callWithin = async <T>(
  ms: number,
  stop: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  if (stop.aborted) end();
  stop.addEventListener('abort', end);
  const timer = setTimeout(end, ms);
  try {
    return await call(ending.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
};
