import type { CliWorld } from './world.ts';

const everyMs = 250;
const clearLine = '\r\u001b[K';

/** How far it got, for a person who looks at stderr while stdout goes elsewhere; else silent. */
export const createProgress = ({ isTty, stderr, now }: Pick<CliWorld, 'isTty' | 'stderr' | 'now'>) => {
  const wanted = isTty.stderr && !isTty.stdout;
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show: async (lines: number): Promise<void> => {
      if (!wanted || now() - shownAt < everyMs) return;
      shownAt = now();
      await stderr.write(`${clearLine}${lines} lines`);
    },
    clear: async (): Promise<void> => {
      if (wanted) await stderr.write(clearLine);
    },
  };
};
