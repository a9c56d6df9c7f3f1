import type { Archive, ArchivedArticle } from '../article/archive.ts';

/** The archive with the newest articles at hand, for the many lanes that ask for the same one. */
export interface Memory {
  get(id: string): Promise<ArchivedArticle | null>;
  /** The next `get` asks the archive again. */
  forget(id: string): void;
}

/**
 * An old revision in memory does no harm: the ledger answers `stale` to it, and it is forgotten.
 * `size`: how many articles are kept at most.
 */
export const createMemory = (archive: Pick<Archive, 'get'>, size: number): Memory => {
  const kept = new Map<string, Promise<ArchivedArticle | null>>();
  return {
    get: (id) => {
      const known = kept.get(id);
      if (known) return known;
      const asked = archive.get(id);
      kept.set(id, asked);
      const oldest = kept.keys().next();
      if (kept.size > size && !oldest.done) kept.delete(oldest.value);
      asked.then(
        (found) => found === null && kept.delete(id),
        () => kept.delete(id),
      );
      return asked;
    },
    forget: (id) => {
      kept.delete(id);
    },
  };
};
