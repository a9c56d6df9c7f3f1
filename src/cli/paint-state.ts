import type { CliWorld } from './world.ts';

const colors: Readonly<Record<string, number>> = {
  sent: 32,
  ready: 32,
  ok: 32,
  skipped: 90,
  removed: 90,
  unknown: 33,
  degraded: 33,
  warning: 33,
  paused: 33,
  refused: 31,
  down: 31,
  failed: 31,
};

/** Colours the words of a state where colour is wanted; the words alone say it all. */
export const paintState =
  ({ color }: Pick<CliWorld, 'color'>) =>
  (cell: string): string => {
    const code = color ? colors[cell.trim()] : undefined;
    return code === undefined ? cell : `\u001b[${code}m${cell}\u001b[0m`;
  };
