import type { LaneStep, Sweep } from '../article/lane.ts';
import type { Lane } from './lane.ts';

export type AddSweep = (channel: string, sweep: Sweep, delayMs: number) => Promise<void>;

/** After how many settling times each round looks; a platform may accept a request minutes late. */
const rounds = [2, 10, 30] as const;

/** From 0. */
export const lastRound = rounds.length - 1;

/** The wait before the first round, milliseconds. */
export const firstSweepMs = ({ timing }: Lane): number => rounds[0] * timing.settleMs;

/** Ends one round; the next one follows, if there is one. */
export const endRound = async (addSweep: AddSweep, lane: Lane, sweep: Sweep, note: string): Promise<LaneStep> => {
  const round = sweep.round + 1;
  const times = rounds[round];
  if (times !== undefined) await addSweep(lane.config.id, { ...sweep, round }, times * lane.timing.settleMs);
  return { kind: 'done', note };
};
