// @ts-nocheck

/** Posts to channels: a row of the page's own first, then the server. */
export const createSending = ({ link, connection }) => {
  const describe = ({ id, t, type, body, caption, ack, serverId }) => ({
    ...{ id: id.id, serverId: serverId ?? null, t, type, text: (type === 'image' ? caption : body) ?? '' },
    ...{ fromMe: true, ack, editedAt: null, channel: String(id.remote) },
  });
  const keep = ({ channel, ...row }) => link.keep(channel, row);

  return {
    msgDataFromMsgModel: describe,
    addNewsletterMsgsRecords: (records) => Promise.all(records.map(keep)),
    updateNewsletterMsgRecord: (msg) => keep(describe(msg)),
    sendNewsletterMessageJob: async ({ msg, type, newsletterJid, mediaMetadata, mediaHandle }) => {
      await connection.connected();
      const { id, text } = describe(msg);
      const media = type === 'media' ? { metadata: mediaMetadata, handle: mediaHandle } : {};
      return link.ask('send', { channel: newsletterJid, id, kind: type, text, ...media });
    },
  };
};
