/** What a terminal would obey and not show: a title or a platform's words must not move the cursor. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Text on one line of a terminal. */
export const onOneLine = (text: string): string => text.replace(unprintable, ' ').trim();

/** Rows as lines whose columns begin at the same place, two spaces apart; `paint` colours a cell after it was measured. */
export const alignColumns = (
  rows: readonly (readonly string[])[],
  paint: (cell: string, column: number) => string = (cell) => cell,
): string => {
  const cells = rows.map((row) => row.map((cell) => cell.replace(unprintable, ' ')));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row) => `${alignRow(row, widths, paint)}\n`).join('');
};

const alignRow = (
  row: readonly string[],
  widths: readonly number[],
  paint: (cell: string, column: number) => string,
): string =>
  row
    .map((cell, column) => paint(cell, column) + ' '.repeat(Math.max(0, (widths[column] ?? 0) - cell.length)))
    .join('  ')
    .trimEnd();
