type CleanUp = () => Promise<unknown>;

/** Runs `work`, then everything it asked for by `later`, the newest first, also when it failed half way. */
export const withCleanUp = async <T>(work: (later: (cleanUp: CleanUp) => void) => Promise<T>): Promise<T> => {
  const cleanUps: CleanUp[] = [];
  try {
    return await work((cleanUp) => void cleanUps.push(cleanUp));
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
};
