import type { Attempt, Sought } from '../article/delivery.ts';
import { nameAttempt } from './attempt.ts';
import type { Search } from './channel.ts';

/** What attempts said whose post was not found, and may turn up yet. */
export const saidBefore = (attempts: readonly Attempt[]): readonly Sought[] =>
  attempts.flatMap(({ sought }) => sought ?? []);

/** What all attempts of a delivery can be known by. */
export const tracesOf = (attempts: readonly Attempt[]): Required<Pick<Search, 'attempts' | 'earlier'>> => ({
  attempts: attempts.map(({ fence }) => nameAttempt(fence)),
  earlier: saidBefore(attempts).map((sought) => ({ ...sought, picture: null })),
});
