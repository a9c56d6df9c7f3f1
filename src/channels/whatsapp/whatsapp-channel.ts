import type { ChannelConfig } from '../../article/channel.ts';
import type { Message } from '../../article/post.ts';
import type { Receipt } from '../../article/receipt.ts';
import type { WhatsappChannel } from '../../article/whatsapp-account.ts';
import type { Call, Channel, Finding, Posted } from '../../deliver/channel.ts';
import type { Outcome, WhatsappAccount } from './account.ts';
import { findPost, readBack } from './find-post.ts';
import { nameMessage } from './message-id.ts';
import type { Changed, Sent } from './messages.ts';
import { findFault } from './refusals.ts';
import { resolveTarget } from './resolve-target.ts';
import { findRoleFault, statusOfAccount } from './status.ts';
import { linkToPost, readTarget } from './target.ts';

export interface WhatsappChannelOptions {
  readonly config: ChannelConfig;
  readonly account: WhatsappAccount;
  /** Milliseconds to wait for an answer, and for the answer to an upload. */
  readonly timeoutMs: number;
  readonly uploadTimeoutMs: number;
}

/** Posts through the linked account. Only WhatsApp's own server id counts as acceptance. */
export const createWhatsappChannel = (options: WhatsappChannelOptions): Channel => {
  const { config, account, timeoutMs, uploadTimeoutMs } = options;
  const { resolve, forget } = resolveTarget(account, readTarget(config.target), timeoutMs);

  /** The channel, if the account may post there. */
  const enter = async ({
    signal,
  }: Call): Promise<{ readonly place: WhatsappChannel } | { readonly receipt: Receipt }> => {
    if (signal.aborted) return { receipt: unsent(0, 'stopped before it was sent') };
    const resolved = await resolve(signal);
    if (resolved.kind !== 'done') return { receipt: receiptOfLook(resolved) };
    if (!resolved.value) return { receipt: refused(unknownTarget(config)) };
    const fault = findRoleFault(resolved.value);
    return fault === null ? { place: resolved.value } : { receipt: refused(fault) };
  };

  const send = async (message: Message, call: Call): Promise<Receipt> => {
    const { text, picture } = message;
    const fault = findFault(text, picture !== null);
    if (fault !== null) return refused(fault);
    const quietMs = account.quietFor();
    if (quietMs > 0) return unsent(quietMs, 'the account was linked just now and is spared for a while');
    const entered = await enter(call);
    if ('receipt' in entered) return entered.receipt;
    const lack = picture ? account.missing().media : undefined;
    if (lack) return pictureRefused(`this WhatsApp Web takes no pictures from us (it lacks ${lack})`);

    const { place } = entered;
    const messageId = nameMessage(config.id, call.attempt ?? crypto.randomUUID());
    const limits = { signal: call.signal, timeoutMs: picture ? uploadTimeoutMs : timeoutMs };
    const params = { channel: place.id, messageId, text, picture };
    const first = await account.change('send', params, limits);
    // An upload may fail for a moment; a picture that is at fault fails twice.
    const sent = picture && isNotMade(first) ? await account.change('send', params, limits) : first;
    const receipt = sent.kind === 'done' ? receiptOfSent(sent.value, place, message) : receiptOfChange(sent);
    // It may be that the account is no longer allowed to post here.
    if (receipt.outcome !== 'accepted') forget();
    return receipt;
  };

  const change = async (job: 'edit' | 'remove', posted: Posted, text: string, call: Call): Promise<Changing> => {
    // WhatsApp shows ids to hardly anybody, so a person who posts by hand may leave it out.
    if (posted.messageId === '') return { receipt: refused('the id of the post is not known: change it by hand') };
    const entered = await enter(call);
    if ('receipt' in entered) return entered;
    const { place } = entered;
    const lack = account.missing()[job] ?? account.missing().history;
    if (lack) return { receipt: refused(`this WhatsApp Web cannot ${job} posts (it lacks ${lack})`) };
    const where = { channel: place.id, serverId: posted.messageId };
    const limits = { signal: call.signal, timeoutMs };
    const changed =
      job === 'edit'
        ? await account.change('edit', { ...where, text }, limits)
        : await account.change('remove', where, limits);
    if (changed.kind !== 'done') return { receipt: receiptOfChange(changed) };
    if (changed.value.kind !== 'not-proved') return { changed: changed.value, place };
    return { receipt: { outcome: 'unknown', cause: changed.value.words, answered: true } };
  };

  const edit: Channel['edit'] = async (posted, { text }, call) => {
    const fault = findFault(text, posted.picture);
    if (fault !== null) return refused(fault);
    const done = await change('edit', posted, text, call);
    if ('receipt' in done) return done.receipt;
    switch (done.changed.kind) {
      case 'done':
        return accepted(posted, done.place);
      case 'gone':
        return refused('there is no such post: somebody deleted it in the channel, or it is too old to be found');
      case 'not-allowed':
        return refused('WhatsApp no longer lets this post be edited');
      case 'refused':
        return refused(`WhatsApp did not take the edit: ${done.changed.words}`);
    }
  };

  return {
    id: config.id,
    looks: 'whatsapp',
    send,
    edit,
    remove: async (posted, notice, call) => {
      const done = await change('remove', posted, '', call);
      if ('receipt' in done) return done.receipt;
      switch (done.changed.kind) {
        case 'done':
          return accepted(posted, done.place);
        case 'gone':
          return done.changed.whole
            ? accepted(posted, done.place, 'it was already gone')
            : refused('the post is too old to be found');
        case 'refused':
          return refused(`WhatsApp did not remove the post: ${done.changed.words}`);
        case 'not-allowed': {
          const receipt = await edit(posted, notice, call);
          if (receipt.outcome === 'refused') return refused(`WhatsApp no longer lets it be deleted; ${receipt.reason}`);
          if (receipt.outcome !== 'accepted') return receipt;
          return { ...receipt, note: 'WhatsApp no longer lets it be deleted, so a notice replaced its text' };
        }
      }
    },
    find: async (message, search, { signal }): Promise<Finding> => {
      const resolved = await resolve(signal);
      if (resolved.kind !== 'done') return findingOfLook(resolved);
      if (!resolved.value) return { kind: 'cannot-tell', cause: unknownTarget(config) };
      const { id, inviteLink } = resolved.value;
      const lack = account.missing().history;
      if (lack) return { kind: 'cannot-tell', cause: `this WhatsApp Web shows no history to us (it lacks ${lack})` };
      const read = await account.look('rows', { channel: id, count: readBack }, { signal, timeoutMs });
      if (read.kind !== 'done') return findingOfLook(read);
      if (!read.value) return { kind: 'cannot-tell', cause: unknownTarget(config) };
      const found = findPost(config.id, message, search, read.value);
      if (found.kind !== 'found') return found;
      account.noteProof();
      return { kind: 'found', messageId: found.serverId, link: linkToPost(inviteLink, found.serverId) };
    },
    status: async ({ signal }) => {
      const status = statusOfAccount(account.view());
      if (status.state === 'down') return status;
      const resolved = await resolve(signal);
      if (resolved.kind !== 'done') return { state: 'down', detail: wordsOf(resolved), hint: null };
      const fault = resolved.value ? findRoleFault(resolved.value) : unknownTarget(config);
      return fault === null ? status : { state: 'down', detail: fault, hint: 'check target and role of the account' };
    },
  };
};

type Changing =
  | { readonly changed: Exclude<Changed, { kind: 'not-proved' }>; readonly place: WhatsappChannel }
  | { readonly receipt: Receipt };
type Undone = Exclude<Outcome<unknown>, { kind: 'done' }>;

const refused = (reason: string): Receipt => ({ outcome: 'refused', reason });
const pictureRefused = (reason: string): Receipt => ({ outcome: 'refused', reason, pictureRefused: true });
const unsent = (retryAfterMs: number, reason: string): Receipt => ({
  outcome: 'deferred',
  retryAfterMs,
  reason,
  unsent: true,
});
const accepted = ({ messageId, picture }: Posted, { inviteLink }: WhatsappChannel, note?: string): Receipt => ({
  outcome: 'accepted',
  messageId,
  link: linkToPost(inviteLink, messageId),
  picture,
  ...(note ? { note } : {}),
});

const unknownTarget = ({ target }: ChannelConfig): string =>
  `WhatsApp knows no channel ${target}; check the target of this channel, and follow it with the linked account`;

const wordsOf = (undone: Undone): string => (undone.kind === 'failed' ? undone.words : undone.reason);

const readAgainMs = 2_000;

/** Nothing was sent yet. */
const receiptOfLook = (undone: Undone): Receipt =>
  unsent(undone.kind === 'not-begun' ? undone.retryAfterMs : readAgainMs, wordsOf(undone));

const receiptOfChange = (undone: Undone): Receipt =>
  undone.kind === 'not-begun' ? receiptOfLook(undone) : { outcome: 'unknown', cause: undone.words };

const findingOfLook = (undone: Undone): Finding => ({
  kind: 'later',
  retryAfterMs: undone.kind === 'not-begun' ? undone.retryAfterMs : readAgainMs,
  cause: wordsOf(undone),
});

const isNotMade = (sent: Outcome<Sent>): boolean => sent.kind === 'done' && sent.value.kind === 'not-made';

const receiptOfSent = (sent: Sent, place: WhatsappChannel, { picture }: Message): Receipt => {
  if (sent.kind === 'not-made')
    return picture
      ? pictureRefused(`WhatsApp Web could not use the picture: ${sent.words}`)
      : { outcome: 'unknown', cause: `WhatsApp Web made no message of it: ${sent.words}`, answered: true };
  if (sent.serverId !== null) return accepted({ messageId: sent.serverId, picture: picture !== null }, place);
  return { outcome: 'unknown', cause: 'WhatsApp gave the post no id, so it may have refused it', answered: true };
};
