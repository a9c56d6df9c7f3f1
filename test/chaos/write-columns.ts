import { percentile } from './recovery.ts';

/** A table with a title for each line and a column for each run, whose first cell is its name. */
export const writeColumns = (titles: readonly string[], runs: readonly (readonly string[])[]): string => {
  const columns = [['', ...titles], ...runs];
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const lines = ['', ...titles].map((_, line) =>
    columns
      .map((cells, column) => (cells[line] ?? '').padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
};

/** Of milliseconds. */
export const describeTimes = (times: readonly number[]): string => {
  if (times.length === 0) return 'none';
  const [median, most, max] = [0.5, 0.95, 1].map((share) => (percentile(times, share) / 1_000).toFixed(2));
  return `p50 ${median} p95 ${most} max ${max} s (${times.length})`;
};
