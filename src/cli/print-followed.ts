import type { Delivery } from '../article/delivery.ts';
import { alignColumns } from './align-columns.ts';
import { type ExitCode, exitCodes } from './command.ts';
import { talk } from './explain-fault.ts';
import type { Followed } from './follow-deliveries.ts';
import { paintState } from './paint-state.ts';
import type { CliWorld } from './world.ts';

/** One line per channel, or one JSON object; fails if a platform said no or nobody can tell. */
export const printFollowed = async (
  world: CliWorld,
  id: string,
  { taken, settled, deliveries }: Followed,
  json: boolean,
): Promise<ExitCode> => {
  if (deliveries.length === 0) {
    await talk(
      world,
      `${id} is queued, but nothing has come of it yet: its page is being read, or no worker runs (tellal worker)`,
    );
    return exitCodes.done;
  }
  await world.stdout.write(json ? printJsonLines(deliveries) : printLines(world, deliveries));
  for (const delivery of deliveries.filter(({ needs }) => needs === 'person')) {
    await talk(
      world,
      `look whether ${delivery.id} took effect, then: tellal resolve ${delivery.id} --sent MESSAGE_ID | --not-sent`,
    );
  }
  if (!taken) await talk(world, `${id} is queued, but nothing has changed: it was known as it is, or it still waits`);
  else if (!settled) await talk(world, 'what is not settled yet goes on by itself; see: tellal deliveries');
  const failed = deliveries.some(({ state, needs }) => state === 'refused' || needs === 'person');
  return failed ? exitCodes.failed : exitCodes.done;
};

export const printJsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** What there is to say of a delivery beyond its state. */
export const detailOf = ({ state, messageId, reason, dueAt }: Delivery): string => {
  if (state === 'sent') return [messageId ?? '', reason ? `(${reason})` : ''].join(' ').trim();
  if (state === 'planned' && dueAt !== null) return `not before ${new Date(dueAt).toISOString()}`;
  return reason ?? '';
};

const printLines = (world: CliWorld, deliveries: readonly Delivery[]): string =>
  alignColumns(
    deliveries.map((delivery) => [delivery.channel, delivery.state, detailOf(delivery)]),
    (cell, column) => (column === 1 ? paintState(world)(cell) : cell),
  );
