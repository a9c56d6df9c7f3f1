import { randomUUID } from 'node:crypto';
import { nameMessage } from './message-id.ts';
import type { CallLimits, SessionProcess } from './session-process.ts';
import { findRoleFault } from './status.ts';
import { readTarget } from './target.ts';

const text = 'Tellal tries a new build of WhatsApp Web. This post goes away by itself.';

/** Posts to a channel that nobody needs, and removes it again. Null: WhatsApp took the post; otherwise why it is not proved. */
export const postCanary = async (
  { call }: Pick<SessionProcess, 'call'>,
  canary: string,
  { timeoutMs, ...rest }: CallLimits,
): Promise<string | null> => {
  // All three within the time of the post that waits.
  const limits = { ...rest, timeoutMs: Math.floor(timeoutMs / 3) };
  const target = readTarget(canary);
  const listed =
    target.kind === 'id'
      ? await call('channels', null, limits)
      : await call('findChannel', { inviteCode: target.inviteCode }, limits);
  if (listed.kind !== 'done') return listed.words;
  const place = [listed.value].flat().find((one) => one !== null && (target.kind === 'invite' || one.id === target.id));
  if (!place) return `WhatsApp knows no channel ${canary}`;
  const fault = findRoleFault(place);
  if (fault !== null) return fault;
  const messageId = nameMessage('canary', randomUUID());
  const sent = await call('send', { channel: place.id, messageId, text, picture: null }, limits);
  if (sent.kind !== 'done') return sent.words;
  if (sent.value.kind === 'not-made') return sent.value.words;
  if (sent.value.serverId === null) return 'WhatsApp gave it no id';
  // It has proved what it was for, whether or not it can be removed.
  await call('remove', { channel: place.id, serverId: sent.value.serverId }, limits);
  return null;
};
