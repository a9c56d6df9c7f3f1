// @ts-nocheck

/** NEWSLETTER_REVOKE_WINDOW of the real page, in seconds. */
const WINDOW = 30 * 24 * 3600;

/** Changing what stands on a channel, and what the page thinks may be changed. */
export const createEditing = ({ link, connection, channels }) => {
  const young = ({ t }) => Date.now() / 1000 - t < WINDOW;
  const mayPost = ({ id }) => {
    const role = channels.Newsletters.get(id.remote)?.newsletterMetadata.membershipType;
    return role === 'owner' || role === 'admin';
  };
  const own = (msg, type) => msg.id.fromMe && msg.serverId !== undefined && msg.type === type && young(msg);
  const canSenderRevokeMsg = (msg) => (own(msg, 'chat') || own(msg, 'image')) && mayPost(msg);
  const canAdminRevokeMsg = (msg) => msg.serverId !== undefined && msg.type !== 'revoked' && young(msg) && mayPost(msg);

  const ask = async (operation, msg, text) => {
    await connection.connected();
    return link.ask(operation, { channel: String(msg.id.remote), serverId: msg.serverId, text });
  };

  const sendMessageEdit = async (msg, text) => {
    const { messageSendResult, editedAt } = await ask('edit', msg, text);
    if (messageSendResult === 'OK') {
      msg.set({ [msg.type === 'image' ? 'caption' : 'body']: text, latestEditSenderTimestampMs: editedAt });
    }
    return { messageSendResult };
  };

  const sendNewsletterRevokeMsg = async (_chat, msg) => {
    const answer = await ask('revoke', msg);
    if (answer.messageSendResult === 'OK') msg.set({ type: 'revoked', body: '', caption: undefined });
    return answer;
  };

  // Commands of the user interface: nobody hears what came of them.
  connection.Cmd.sendRevokeMsgs = (chat, { list }) => {
    for (const msg of list) sendNewsletterRevokeMsg(chat, msg).catch(() => {});
  };
  connection.Cmd.sendDeleteMsgs = (chat, { list }) => {
    for (const msg of list) chat.msgs.remove(msg);
  };

  return {
    capability: {
      canEditText: (msg) => own(msg, 'chat') && mayPost(msg),
      canEditCaption: (msg) => own(msg, 'image') && mayPost(msg),
      ...{ canSenderRevokeMsg, canAdminRevokeMsg },
    },
    ...{ sendMessageEdit, sendNewsletterRevokeMsg },
  };
};
