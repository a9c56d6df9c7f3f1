import { type Role, roles } from '../../desk/desk.ts';
import { alignColumns } from '../align-columns.ts';
import { type Command, exitCodes, readText } from '../command.ts';
import { explainFault, talk } from '../explain-fault.ts';
import { withDesk } from '../with-desk.ts';

const readRole = (text: string | undefined): Role | undefined => roles.find((role) => role === text);

export const accessAddCommand: Command = {
  name: 'access add',
  operands: ['NAME'],
  summary: 'Give somebody a token for the console and the API; it is shown this once',
  options: { role: { type: 'string', value: 'ROLE', summary: `what they may do: ${roles.join(', ')}` } },
  check: (input) => (readRole(readText(input, 'role')) ? null : `say --role with one of: ${roles.join(', ')}`),
  run: (world, input) =>
    withDesk(world, async (desk) => {
      const [name = ''] = input.operands;
      const role = readRole(readText(input, 'role')) ?? 'viewer';
      const granted = await desk.access.grant(world.actor, name, role);
      if (!granted.ok) return explainFault(world, granted.fault);
      await world.stdout.write(`${granted.value.token}\n`);
      await talk(world, `${name} is ${role} with this token; it is not kept, so write it down now`);
      return exitCodes.done;
    }),
};

export const accessListCommand: Command = {
  name: 'access list',
  operands: [],
  summary: 'List who has a token',
  options: {},
  run: (world) =>
    withDesk(world, async (desk) => {
      const holders = await desk.access.holders(world.actor);
      if (!holders.ok) return explainFault(world, holders.fault);
      const rows = holders.value.map(({ name, role }) => [name, role]);
      if (rows.length > 0) await world.stdout.write(alignColumns(rows));
      else await talk(world, 'nobody has a token yet: tellal access add NAME --role ROLE');
      return exitCodes.done;
    }),
};

export const accessRemoveCommand: Command = {
  name: 'access remove',
  operands: ['NAME'],
  summary: 'Take a token back; its sessions end at once',
  options: {},
  run: (world, { operands: [name = ''] }) =>
    withDesk(world, async (desk) => {
      const outcome = await desk.access.revoke(world.actor, name);
      if (!outcome.ok) return explainFault(world, outcome.fault);
      await talk(world, `${name} has no access any more`);
      return exitCodes.done;
    }),
};
