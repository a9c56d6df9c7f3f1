import type { Command } from './command.ts';
import { accessAddCommand, accessListCommand, accessRemoveCommand } from './commands/access.ts';
import { configCheckCommand, doctorCommand } from './commands/check.ts';
import { composeCommand } from './commands/compose.ts';
import { correctCommand, retractCommand } from './commands/correct.ts';
import { deliveriesCommand } from './commands/deliveries.ts';
import { linkWhatsappCommand } from './commands/link.ts';
import { pauseCommand, resumeCommand } from './commands/pause.ts';
import { pushCommand } from './commands/push.ts';
import { resolveCommand } from './commands/resolve.ts';
import { retryCommand } from './commands/retry.ts';
import { consoleCommand, startCommand, workerCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';

/** Everything that `tellal` can be told, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  workerCommand,
  consoleCommand,
  pushCommand,
  composeCommand,
  statusCommand,
  deliveriesCommand,
  retryCommand,
  resolveCommand,
  correctCommand,
  retractCommand,
  pauseCommand,
  resumeCommand,
  linkWhatsappCommand,
  accessAddCommand,
  accessListCommand,
  accessRemoveCommand,
  configCheckCommand,
  doctorCommand,
];
