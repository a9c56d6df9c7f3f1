// @ts-nocheck
const LINK = /https?:\/\/\S+/g;
const findLinks = (text) =>
  Array.from((text ?? '').matchAll(LINK), ([href]) => ({ href, suspiciousCharacters: new Set() }));

const randomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
const encodeB64 = (bytes) => btoa(String.fromCharCode(...bytes));

/** `window.require`: the modules that whatsapp-web.js 1.34.7 uses for channels, and no others. */
export const createModules = ({ parts, drift, strict }) => {
  const { ids, messages, channels, connection, media, editing, sending } = parts;
  const { Socket, Conn, Cmd } = connection;
  const silent = () => {};

  const table = {
    ...{ WAWebSocketModel: { Socket }, WAWebConnModel: { Conn }, WAWebCmd: { Cmd } },
    WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
    WAWebAltDeviceLinkingApi: connection.pairing,
    WAWebLaunchSocketUtils: { refreshQR: Cmd.refreshQR },
    WABase64: { encodeB64 },
    WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: 1 },
    WAWebAdvSignatureApi: {},
    WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: randomBytes(32) } }) } },
    WAWebSignalStoreApi: {
      waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: randomBytes(32) } }) },
    },
    WAWebUserPrefsMultiDevice: { getADVSecretKey: () => encodeB64(randomBytes(32)) },
    WAWebMiscBrowserUtils: { info: () => ({ os: 'Linux', name: 'Chrome' }) },
    WAWebUserPrefsMeUser: { getMaybeMePnUser: () => ids.me, getMaybeMeLidUser: () => ids.lid },
    WAWebSyncGatingUtils: { isPlaceholderMessageResendEnabled: () => false },
    WAWebCallCollection: { on: silent, calls: new Map() },
    WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: silent } },
    WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: silent } },
    WAWebBackendJobsCommon: { mediaTypeFromProtobuf: silent },
    WAWebE2EProtoUtils: { typeAttributeFromProtobuf: silent },

    WAWebCollections: {
      ...{ Msg: messages.Collection, Chat: channels.Chat },
      ...{ WAWebNewsletterCollection: channels.Newsletters, WAWebNewsletterMetadataCollection: channels.Metadata },
    },
    WAWebWidFactory: { createWid: ids.createWid },
    WAWebMsgKey: ids.MsgKey,
    WAWebChatGetters: {
      getIsNewsletter: ({ id }) => id.server === 'newsletter',
      getIsBroadcast: ({ id }) => id.server === 'broadcast',
    },
    WAWebNewsletterModelUtils: { getRoleByIdentifier: channels.roleOf },
    WAWebNewsletterMetadataQueryJob: { queryNewsletterMetadataByInviteCode: channels.queryByInviteCode },
    WAWebLoadNewsletterPreviewChatAction: { loadNewsletterPreviewChat: channels.loadPreview },
    WAWebChatLoadMessages: { loadEarlierMsgs: channels.loadEarlierMsgs },

    WALinkify: { findLinks, findLink: (text) => findLinks(text)[0] ?? null },
    WAWebLinkPreviewChatAction: { getLinkPreview: async () => null },
    WAWebStreamModel: { Stream: { markAvailable: silent, markUnavailable: silent } },
    WAWebUpdateUnreadChatAction: { sendSeen: async () => {} },
    WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
    WAWebMsgDataFromModel: { msgDataFromMsgModel: sending.msgDataFromMsgModel },
    WAWebNewsletterUpdateMsgsRecordsJob: {
      addNewsletterMsgsRecords: sending.addNewsletterMsgsRecords,
      updateNewsletterMsgRecord: sending.updateNewsletterMsgRecord,
    },
    WAWebNewsletterSendMessageJob: { sendNewsletterMessageJob: sending.sendNewsletterMessageJob },

    WAWebMediaOpaqueData: media.OpaqueData,
    WAWebPrepRawMedia: { prepRawMedia: media.prepRawMedia },
    WAWebMediaStorage: { getOrCreateMediaObject: media.getOrCreateMediaObject },
    WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => `newsletter-${type}`, castToV4: (type) => type },
    WAWebMediaDataUtils: { shouldUseMediaCache: () => true },
    WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put: silent } },
    WAMediaCalculateFilehash: { getRandomFilehash: media.randomFilehash },
    WAWebMediaMmsV4Upload: {
      uploadMedia: media.uploadMedia,
      uploadUnencryptedMedia: media.uploadUnencryptedMedia,
    },
    WAWebMediaMetadata: { mediaMetadata: messages.mediaMetadata },

    WAWebMsgActionCapability: editing.capability,
    WAWebSendMessageEditAction: { sendMessageEdit: editing.sendMessageEdit },
    WAWebNewsletterRevokeMsgAction: { sendNewsletterRevokeMsg: editing.sendNewsletterRevokeMsg },
  };

  return guard(table, takeAway(table, drift), strict);
};

/** Takes out of the table what a later build no longer has; gives what may be asked for in vain. */
const takeAway = (table, drift) => {
  const missing = drift.filter((name) => name.startsWith('missing:')).map((name) => name.slice('missing:'.length));
  if (drift.includes('newsletter-collection-renamed')) missing.push('WAWebCollections.WAWebNewsletterCollection');
  for (const name of missing) {
    const [module, member] = name.split('.');
    if (member === undefined) delete table[module];
    else delete table[module][member];
  }
  return missing;
};

const guard = (table, missing, strict) => {
  // The library asks for the old name of this collection first.
  const allowed = ['NewsletterMetadataCollection', ...missing.map((name) => name.split('.')[1])];
  const loaded = new Map(Object.entries(table).map(([name, module]) => [name, strict(module, name, allowed)]));
  const known = strict({}, 'window.require', missing);
  return (name) => {
    const module = loaded.get(name) ?? known[name];
    if (!module) throw new Error(`Requiring unknown module "${name}".`);
    return module;
  };
};
