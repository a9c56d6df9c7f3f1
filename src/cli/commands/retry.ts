import type { Delivery } from '../../article/delivery.ts';
import type { Desk } from '../../desk/desk.ts';
import { type Command, type ExitCode, exitCodes, type Input, readText } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { createProgress } from '../progress.ts';
import { withDesk } from '../with-desk.ts';
import type { CliWorld } from '../world.ts';

/** The most that the desk lists at once. */
const batch = 1_000;

export const retryCommand: Command = {
  name: 'retry',
  operands: ['[ID]'],
  summary: 'Plan a refused or skipped delivery again (ID is ARTICLE@CHANNEL), or all refused ones in their order',
  options: {
    channel: { type: 'string', value: 'ID', summary: 'every refused delivery of this channel' },
    all: { type: 'boolean', summary: 'every refused delivery' },
  },
  check: (input) =>
    [input.operands[0], readText(input, 'channel'), input.flags.all].filter((one) => one !== undefined).length === 1
      ? null
      : 'say either an ID, --channel ID or --all',
  run: (world, input) => withDesk(world, (desk) => (input.operands[0] ? retryOne : retryMany)(world, desk, input)),
};

const retryOne = async (world: CliWorld, desk: Desk, { operands: [id = ''] }: Input): Promise<ExitCode> => {
  const retried = await desk.retry(world.actor, id);
  if (!retried.ok) return explainFault(world, retried.fault);
  await talk(world, `${id} is planned again`);
  return exitCodes.done;
};

const retryMany = async (world: CliWorld, desk: Desk, input: Input): Promise<ExitCode> => {
  const channel = readText(input, 'channel');
  const progress = createProgress(world);
  const tried = new Set<string>();
  let planned = 0;
  for (;;) {
    const refused = await desk.deliveries(world.actor, {
      state: 'refused',
      order: 'oldest',
      limit: batch,
      ...(channel === undefined ? {} : { channel }),
    });
    if (!refused.ok) return explainFault(world, refused.fault);
    // One that was refused again meanwhile is not tried a second time.
    const next = refused.value.filter(({ id }) => !tried.has(id));
    if (next.length === 0) break;
    for (const delivery of next) {
      tried.add(delivery.id);
      planned += await planAgain(world, desk, delivery);
      await progress.show(`${tried.size} deliveries`);
    }
  }
  await progress.clear();
  await talk(world, `${planned} of ${tried.size} refused deliveries are planned again`);
  return planned === tried.size ? exitCodes.done : exitCodes.failed;
};

/** 1 if it is planned, 0 if not: the others go on. */
const planAgain = async (world: CliWorld, desk: Desk, { id }: Delivery): Promise<0 | 1> => {
  const retried = await desk.retry(world.actor, id);
  if (retried.ok) return 1;
  await explainFault(world, retried.fault);
  return 0;
};
