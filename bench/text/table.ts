import { alignColumns } from '../../src/cli/align-columns.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** 0.1234 -> `12.3`. */
export const percent = (share: number): string => (share * 100).toFixed(1);

export const renderTable = ({ title, head, rows }: Table): string => `${title}\n\n${alignColumns([head, ...rows])}\n`;
