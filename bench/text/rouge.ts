/** ROUGE-1, ROUGE-2 and ROUGE-L, F1, 0 to 1. */
export type Rouge = readonly [number, number, number];

/** Lower-case words and numbers, no stemming. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** How far a summary agrees with a reference. */
export const scoreRouge = (summary: string, reference: string): Rouge => {
  const [said, wanted] = [wordsOf(summary), wordsOf(reference)];
  const longest = longestCommon(said, wanted);
  return [overlapOf(said, wanted, 1), overlapOf(said, wanted, 2), harmonic(longest, said.length, wanted.length)];
};

export const meanRouge = (scores: readonly Rouge[]): Rouge => {
  const mean = (at: 0 | 1 | 2): number => scores.reduce((sum, score) => sum + score[at], 0) / (scores.length || 1);
  return [mean(0), mean(1), mean(2)];
};

/** How often each run of `length` words occurs. */
export const countShingles = (words: readonly string[], length: number): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= words.length; at += 1) {
    const shingle = words.slice(at, at + length).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
};

export const countCommon = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number => {
  let common = 0;
  for (const [shingle, count] of one) common += Math.min(count, other.get(shingle) ?? 0);
  return common;
};

const overlapOf = (said: readonly string[], wanted: readonly string[], length: number): number =>
  harmonic(
    countCommon(countShingles(said, length), countShingles(wanted, length)),
    said.length - length + 1,
    wanted.length - length + 1,
  );

const harmonic = (common: number, said: number, wanted: number): number =>
  common > 0 ? (2 * common) / (said + wanted) : 0;

const longestCommon = (one: readonly string[], other: readonly string[]): number => {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [at, candidate] of other.entries())
      next.push(word === candidate ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
};
