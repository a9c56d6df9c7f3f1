import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';

/** One command that changed something: who, what, on what. */
export interface AuditLine {
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
}

const keepLines = 10_000;

/** Every command of every door, newest last: a stream, so that Redis gives each line its time. */
export const createAudit = (redis: RedisClient) => ({
  add: async ({ actor, command, subject }: AuditLine): Promise<void> => {
    const fields = ['actor', actor, 'command', command, 'subject', subject];
    await redis.xadd(`${houseSlot}:audit`, 'MAXLEN', '~', keepLines, '*', ...fields);
  },
});
