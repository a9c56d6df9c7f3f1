import type { Changed } from '../../messages.ts';
import type { WaChat, WaMsg, WaWindow } from './wa-window.ts';

export interface ChangeRequest {
  readonly channel: string;
  readonly serverId: string;
  /** The new text or caption; null: the post is removed for everybody. */
  readonly text: string | null;
  /** How many posts back the search goes. */
  readonly reach: number;
  /** WAWebNewsletterRevokeMsgAction is there: the way made for channels. */
  readonly revokesDirectly: boolean;
  readonly proveWithinMs: number;
}

/** Edits or removes a post, and looks whether it really was. */
export const changePost = async (request: ChangeRequest): Promise<Changed> => {
  const { channel, serverId, text, reach } = request;
  const page = globalThis as unknown as WaWindow;
  const can = page.require('WAWebMsgActionCapability');
  const chat = await page.WWebJS.getChat(channel, { getAsModel: false });
  if (!chat) return { kind: 'not-proved', words: 'the account does not know this channel' };

  const findPost = async (in_: WaChat): Promise<{ readonly msg: WaMsg | null; readonly whole: boolean }> => {
    const load = () => page.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat: in_ });
    for (let seen: WaMsg[] = []; ; ) {
      seen = [...new Set([...seen, ...in_.msgs.getModelsArray()])];
      const msg = seen.find((one) => String(one.serverId ?? '') === serverId) ?? null;
      if (msg || seen.length >= reach) return { msg, whole: false };
      const earlier = (await load()) ?? [];
      const more = earlier.filter((one) => !seen.includes(one));
      if (more.length === 0) return { msg: null, whole: true };
      seen = [...seen, ...more];
    }
  };
  /** What the library hands over with an edit without preview and mentions. */
  const asTheLibrary = { linkPreview: undefined, mentionedJidList: [], groupMentions: undefined };
  /** `OK`, WhatsApp's own word for why not, or null where it does not offer it. */
  const edit = async (msg: WaMsg, wanted: string): Promise<string | null> => {
    if (!can.canEditText(msg) && !can.canEditCaption(msg)) return null;
    const answer = await page.require('WAWebSendMessageEditAction').sendMessageEdit(msg, wanted, asTheLibrary);
    return answer?.messageSendResult ?? 'OK';
  };
  const remove = async (msg: WaMsg): Promise<string | null> => {
    if (!can.canSenderRevokeMsg(msg) && !can.canAdminRevokeMsg(msg)) return null;
    const { Cmd } = page.require('WAWebCmd');
    if (request.revokesDirectly) {
      try {
        const answer = await page.require('WAWebNewsletterRevokeMsgAction').sendNewsletterRevokeMsg(chat, msg, true);
        return answer?.messageSendResult ?? 'OK';
      } catch (error) {
        // To ask twice does no harm: whether it is gone is looked up in either case.
        if (!Cmd.sendRevokeMsgs) throw error;
      }
    }
    await Cmd.sendRevokeMsgs(chat, { list: [msg], type: 'message' }, { clearMedia: true });
    return 'OK';
  };
  const textOf = (msg: WaMsg): string => msg.caption || (msg.type === 'image' ? '' : msg.body) || '';
  const isProved = async (): Promise<boolean> => {
    const { msg } = await findPost(chat);
    if (text === null) return !msg || msg.type === 'revoked';
    return msg !== null && textOf(msg).trim() === text.trim();
  };

  const { msg, whole } = await findPost(chat);
  if (!msg || msg.type === 'revoked') return { kind: 'gone', whole: whole || msg !== null };
  if (text !== null && textOf(msg) === text) return { kind: 'done' };
  const answer = text === null ? await remove(msg) : await edit(msg, text);
  if (answer === null) return { kind: 'not-allowed' };
  if (answer !== 'OK') return { kind: 'refused', words: answer };
  for (const end = Date.now() + request.proveWithinMs; Date.now() < end; await new Promise((go) => setTimeout(go, 100)))
    if (await isProved()) return { kind: 'done' };
  return { kind: 'not-proved', words: 'the post still stands as it was' };
};
