/** The one of `known` that was probably meant by `word`, or null. */
export const suggest = (word: string, known: readonly string[]): string | null => {
  const [nearest] = known
    .map((name) => ({ name, distance: countEdits(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((left, right) => left.distance - right.distance);
  return nearest?.name ?? null;
};

/** Letters to add, drop or replace to turn the one into the other (Levenshtein). */
const countEdits = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...left].entries()) {
    const next = [down + 1];
    for (let at = 1; at <= right.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (letter === right[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
};
