import { describe, expect, it } from '@jest/globals';
import { findLongFiles, maxLines } from '../../../scripts/long-files.mjs';

const fileOf = (lines: number, end = '\n') => ({ path: 'src/a.ts', text: Array(lines).fill('x').join('\n') + end });

describe('the length of files', () => {
  it('may be the maximum, with or without a last line break', () => {
    expect(findLongFiles([fileOf(maxLines), fileOf(maxLines, '')])).toEqual([]);
  });

  it('may not be a line more', () => {
    expect(findLongFiles([fileOf(maxLines + 1)])).toEqual([`src/a.ts: ${maxLines + 1} lines, ${maxLines} at most`]);
  });
});
