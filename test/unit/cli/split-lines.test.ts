import { describe, expect, it } from '@jest/globals';
import { splitLines } from '../../../src/cli/split-lines.ts';

const split = async (chunks: readonly string[], maxBytes = 10): Promise<readonly (string | null)[]> => {
  const source = async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  };
  const lines: (string | null)[] = [];
  for await (const { number, bytes } of splitLines(source(), maxBytes)) {
    expect(number).toBe(lines.length + 1);
    lines.push(bytes && Buffer.from(bytes).toString());
  }
  return lines;
};

describe('splitLines', () => {
  it.each<[readonly string[], readonly (string | null)[]]>([
    [[], []],
    [[''], []],
    [['\n'], ['']],
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [
      ['a', 'b\n', '\n', 'c'],
      ['ab', '', 'c'],
    ],
    [['0123456789\n'], ['0123456789']],
    [['0123456789x\nb\n'], [null, 'b']],
    [
      ['01234', '56789', 'x', 'y', '\nb'],
      [null, 'b'],
    ],
    [['0123456789x'], [null]],
  ])('splits %j', async (chunks, lines) => {
    expect(await split(chunks)).toEqual(lines);
  });

  it('keeps a character whole whose bytes came in two chunks', async () => {
    const bytes = Buffer.from('мост\n');
    const source = async function* () {
      yield bytes.subarray(0, 3);
      yield bytes.subarray(3);
    };
    const lines: string[] = [];
    for await (const line of splitLines(source(), 100)) lines.push(Buffer.from(line.bytes ?? []).toString());
    expect(lines).toEqual(['мост']);
  });
});
