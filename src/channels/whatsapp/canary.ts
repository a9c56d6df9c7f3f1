import { randomUUID } from 'node:crypto';
import { nameMessage } from './message-id.ts';
import type { CallLimits, SessionProcess } from './session-process.ts';
import { findRoleFault } from './status.ts';
import { readTarget } from './target.ts';

const text = 'Tellal tries a new build of WhatsApp Web. This post goes away by itself.';

/** A page that is ready may load the channels of the account later; a build that never does cannot be used. */
const usualPatienceMs = 2 * 60_000;

export type Trial =
  /** WhatsApp took the post. */
  | { readonly kind: 'proved' }
  | { readonly kind: 'vain'; readonly words: string }
  /** It says nothing of the build. */
  | { readonly kind: 'not-yet'; readonly words: string };

type Page = Pick<SessionProcess, 'call'>;

/** Posts to a channel that nobody needs, and removes it again. */
export interface Canary {
  tryOut(page: Page, limits: CallLimits): Promise<Trial>;
}

export const createCanary = (
  canary: string,
  patienceMs: number = usualPatienceMs,
  now: () => number = () => performance.now(),
): Canary => {
  const target = readTarget(canary);
  /** The page that shows no channel, and since when. */
  let bare: { readonly page: Page; readonly since: number } | null = null;

  const judgeBare = (page: Page): Trial => {
    const at = now();
    if (bare?.page !== page) bare = { page, since: at };
    const kind = at - bare.since < patienceMs ? 'not-yet' : 'vain';
    return { kind, words: 'WhatsApp Web shows no channel of the account' };
  };

  const tryOut: Canary['tryOut'] = async (page, { timeoutMs, ...rest }) => {
    // All three within the time of the post that waits.
    const limits = { ...rest, timeoutMs: Math.floor(timeoutMs / 3) };
    const listed =
      target.kind === 'id'
        ? await page.call('channels', null, limits)
        : await page.call('findChannel', { inviteCode: target.inviteCode }, limits);
    if (listed.kind !== 'done') return vain(listed.words);
    if (Array.isArray(listed.value) && listed.value.length === 0) return judgeBare(page);
    const place = [listed.value]
      .flat()
      .find((one) => one !== null && (target.kind === 'invite' || one.id === target.id));
    if (!place) return vain(`WhatsApp knows no channel ${canary}`);
    const fault = findRoleFault(place);
    if (fault !== null) return vain(fault);
    const messageId = nameMessage('canary', randomUUID());
    const sent = await page.call('send', { channel: place.id, messageId, text, picture: null }, limits);
    if (sent.kind !== 'done') return vain(sent.words);
    if (sent.value.kind === 'not-made') return vain(sent.value.words);
    if (sent.value.serverId === null) return vain('WhatsApp gave it no id');
    // It has proved what it was for, whether or not it can be removed.
    await page.call('remove', { channel: place.id, serverId: sent.value.serverId }, limits);
    return { kind: 'proved' };
  };
  return { tryOut };
};

const vain = (words: string): Trial => ({ kind: 'vain', words });
