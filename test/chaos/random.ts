/** Choices that depend on nothing but the seed. */
export interface Random {
  chance(share: number): boolean;
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number;
}

/** xorshift32: what it draws is of no value to anybody, it only has to be drawn again. */
export const createRandom = (seed: number): Random => {
  let state = (Math.imul(seed, 0x9e3779b1) >>> 0) + 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
  };
};
