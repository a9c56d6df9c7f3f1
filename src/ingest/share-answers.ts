export interface ShareOptions<T> {
  readonly ask: (key: string) => Promise<T>;
  readonly bytesOf: (answer: T) => number;
  readonly keepMsOf: (answer: T) => number;
  readonly bounds: { readonly answers: number; readonly bytes: number };
  /** Epoch milliseconds. */
  readonly now: () => number;
}

interface Kept<T> {
  readonly answer: T;
  readonly bytes: number;
  readonly until: number;
}

/** Asks once for all who want to know the same at a time, and keeps the answers that were used last. */
export const shareAnswers = <T>({ ask, bytesOf, keepMsOf, bounds, now }: ShareOptions<T>) => {
  /** Least recently used first. */
  const kept = new Map<string, Kept<T>>();
  const asked = new Map<string, Promise<T>>();
  let bytes = 0;

  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, one: Kept<T>): void => {
    drop(key);
    kept.set(key, one);
    bytes += one.bytes;
    for (const oldest of kept.keys()) {
      if (kept.size <= bounds.answers && bytes <= bounds.bytes) break;
      drop(oldest);
    }
  };

  return (key: string): Promise<T> => {
    const known = kept.get(key);
    if (known && known.until > now()) {
      keep(key, known);
      return Promise.resolve(known.answer);
    }
    const running = asked.get(key);
    if (running) return running;
    const asking = ask(key)
      .then((answer) => {
        keep(key, { answer, bytes: bytesOf(answer), until: now() + keepMsOf(answer) });
        return answer;
      })
      .finally(() => asked.delete(key));
    asked.set(key, asking);
    return asking;
  };
};
