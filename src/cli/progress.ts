import type { CliWorld } from './world.ts';

const everyMs = 250;
const clearLine = '\r\u001b[K';

/** How far it got, for a person who looks at stderr; else silent. */
export const createProgress = (
  { isTty, stderr, now }: Pick<CliWorld, 'isTty' | 'stderr' | 'now'>,
  wanted = isTty.stderr,
) => {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show: async (text: string): Promise<void> => {
      if (!wanted || now() - shownAt < everyMs) return;
      shownAt = now();
      await stderr.write(`${clearLine}${text}`);
    },
    clear: async (): Promise<void> => {
      if (wanted) await stderr.write(clearLine);
    },
  };
};
