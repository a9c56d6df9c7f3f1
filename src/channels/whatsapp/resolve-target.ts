import type { WhatsappChannel } from '../../article/whatsapp-account.ts';
import type { Outcome, WhatsappAccount } from './account.ts';
import type { CallLimits } from './session-process.ts';
import type { Target } from './target.ts';

/** A role may be given or taken away: what the account says of a channel is asked again after this. */
const validMs = 5 * 60_000;

/**
 * Finds the channel that a target means, and what the account is in it. A channel that is not there, or where the
 * account may not post, is looked for anew each time, so that it is found as soon as somebody mends it.
 */
export const resolveTarget = (account: WhatsappAccount, target: Target, timeoutMs: number) => {
  let known: { readonly place: WhatsappChannel; readonly until: number } | null = null;

  const list = async (limits: CallLimits): Promise<Outcome<WhatsappChannel | null>> => {
    const listed = await account.look('channels', null, limits);
    if (listed.kind !== 'done') return listed;
    // Just started, the page may not have loaded them yet.
    if (listed.value.length === 0) return { kind: 'failed', words: 'WhatsApp Web shows no channel of the account' };
    const isMeant = ({ id, inviteLink }: WhatsappChannel): boolean =>
      target.kind === 'id' ? id === target.id : (inviteLink?.endsWith(`/${target.inviteCode}`) ?? false);
    return { kind: 'done', value: listed.value.find(isMeant) ?? null };
  };
  const ask = async (signal: AbortSignal): Promise<Outcome<WhatsappChannel | null>> => {
    const limits = { signal, timeoutMs };
    if (target.kind === 'id') return list(limits);
    const found = await account.look('findChannel', { inviteCode: target.inviteCode }, limits);
    if (found.kind !== 'failed') return found;
    // A page that can no longer look up invitations may still list the channels of the account, if not with their links.
    const listed = await list(limits);
    if (listed.kind !== 'done' || listed.value) return listed;
    return {
      kind: 'failed',
      words: `no invitation can be looked up (${found.words}): give the id of the channel as target`,
    };
  };

  const resolve = async (signal: AbortSignal): Promise<Outcome<WhatsappChannel | null>> => {
    if (known && performance.now() < known.until) return { kind: 'done', value: known.place };
    const asked = await ask(signal);
    if (asked.kind !== 'done') return asked;
    const mayPost = asked.value?.role === 'owner' || asked.value?.role === 'admin';
    known = asked.value && mayPost ? { place: asked.value, until: performance.now() + validMs } : null;
    return asked;
  };
  const forget = (): void => {
    known = null;
  };
  return { resolve, forget };
};
