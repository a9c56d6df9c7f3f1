import type { Capability } from '../messages.ts';

/** Without these the library fails as soon as the page is loaded. */
export const loadRequirements: readonly string[] = [
  'WAWebSocketModel.Socket',
  'WAWebCmd.Cmd',
  'WAWebConnModel.Conn',
  'WAWebOfflineHandler.OfflineMessageHandler',
  'WAWebAltDeviceLinkingApi',
  'WABase64.encodeB64',
  'WAWebCompanionRegClientUtils',
  'WAWebAdvSignatureApi',
  'WAWebUserPrefsInfoStore',
  'WAWebSignalStoreApi',
];

/** Without these it never says that it is ready once the page is in sync, and does not say why. */
export const readyRequirements: readonly string[] = [
  'WAWebSyncGatingUtils',
  'WAWebUserPrefsMeUser.getMaybeMePnUser',
  'WAWebUserPrefsMeUser.getMaybeMeLidUser',
  'WAWebCallCollection',
  'WAWebCollections.Msg',
  'WAWebCollections.Chat',
];

/** What each capability needs of WhatsApp Web, by the source of whatsapp-web.js 1.34.7. */
export const requirements: Readonly<Record<Capability, readonly string[]>> = {
  text: [
    'WAWebWidFactory.createWid',
    'WAWebCollections.WAWebNewsletterCollection.get',
    'WAWebCollections.Msg.modelClass',
    'WAWebChatGetters.getIsNewsletter',
    'WAWebChatGetters.getIsBroadcast',
    'WALinkify.findLinks',
    'WAWebMsgKey.newId',
    'WAWebGetEphemeralFieldsMsgActionsUtils.getEphemeralFields',
    'WAWebMsgDataFromModel.msgDataFromMsgModel',
    'WAWebNewsletterUpdateMsgsRecordsJob.addNewsletterMsgsRecords',
    'WAWebNewsletterUpdateMsgsRecordsJob.updateNewsletterMsgRecord',
    'WAWebNewsletterSendMessageJob.sendNewsletterMessageJob',
  ],
  media: [
    'WAWebMediaOpaqueData.createFromData',
    'WAWebPrepRawMedia.prepRawMedia',
    'WAWebMediaStorage.getOrCreateMediaObject',
    'WAWebMmsMediaTypes.msgToMediaType',
    'WAWebMmsMediaTypes.castToV4',
    'WAWebMediaDataUtils.shouldUseMediaCache',
    'WAMediaCalculateFilehash.getRandomFilehash',
    'WAWebMediaMmsV4Upload.uploadUnencryptedMedia',
    'WAWebCollections.Msg.modelClass.prototype.avParams',
  ],
  history: ['WAWebChatLoadMessages.loadEarlierMsgs', 'WAWebCollections.WAWebNewsletterCollection.get'],
  edit: [
    'WAWebMsgActionCapability.canEditText',
    'WAWebMsgActionCapability.canEditCaption',
    'WAWebSendMessageEditAction.sendMessageEdit',
  ],
  remove: [
    'WAWebMsgActionCapability.canSenderRevokeMsg',
    'WAWebMsgActionCapability.canAdminRevokeMsg',
    'WAWebNewsletterRevokeMsgAction.sendNewsletterRevokeMsg|WAWebCmd.Cmd.sendRevokeMsgs',
  ],
};

/** The revoke made for channels; without it, the one of the user interface. */
export const directRevoke = 'WAWebNewsletterRevokeMsgAction.sendNewsletterRevokeMsg';
