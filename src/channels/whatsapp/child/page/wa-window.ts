/*
 * What we touch of WhatsApp Web's page and of the library's helpers in it. Functions that run in the page are sent there
 * as text: they can use their arguments and `globalThis`, and nothing else of the file they stand in.
 */

export interface WaKey {
  readonly id: string;
  readonly fromMe: boolean;
}

export interface WaMsg {
  readonly id: WaKey;
  readonly serverId?: number | string;
  readonly body?: string;
  readonly caption?: string;
  readonly type: string;
  /** Seconds since the epoch. */
  readonly t: number;
}

export interface WaChat {
  readonly id: unknown;
  readonly msgs: { getModelsArray(): WaMsg[] };
}

export interface WaChannelModel {
  readonly id: unknown;
  readonly name?: string;
  readonly channelMetadata?: {
    readonly membershipType?: string;
    readonly inviteCode?: string;
    readonly inviteLink?: string;
    readonly name?: string;
  };
}

type MsgCheck = (msg: WaMsg) => boolean;

/** `OK`, or `ERROR_...`. */
export type ChangeAnswer = { readonly messageSendResult?: string } | undefined;

export interface WaModules {
  readonly WAWebChatLoadMessages: { loadEarlierMsgs(of: { chat: WaChat }): Promise<WaMsg[] | undefined> };
  readonly WAWebMsgKey: { newId(): Promise<string> | string };
  readonly WAWebMsgActionCapability: {
    readonly canEditText: MsgCheck;
    readonly canEditCaption: MsgCheck;
    readonly canSenderRevokeMsg: MsgCheck;
    readonly canAdminRevokeMsg: MsgCheck;
  };
  readonly WAWebSendMessageEditAction: {
    sendMessageEdit(msg: WaMsg, text: string, options: object): Promise<ChangeAnswer>;
  };
  readonly WAWebNewsletterRevokeMsgAction: {
    sendNewsletterRevokeMsg(chat: WaChat, msg: WaMsg, clearMedia: boolean): Promise<ChangeAnswer>;
  };
  readonly WAWebCmd: {
    readonly Cmd: {
      sendRevokeMsgs(
        chat: WaChat,
        msgs: { readonly list: WaMsg[]; readonly type: 'message' },
        options: { readonly clearMedia: boolean },
      ): Promise<unknown>;
      refreshQR?(): void;
    };
  };
  readonly WAWebSocketModel: { readonly Socket: { readonly state?: string; readonly hasSynced?: boolean } };
}

/** The library's helpers in the page. */
export interface WWebJS {
  getChat(id: string, options: { readonly getAsModel: false }): Promise<WaChat | null>;
  getChat(id: string): Promise<WaChannelModel | null>;
  getChannels(): Promise<WaChannelModel[]>;
  getChannelMetadata(inviteCode: string): Promise<{
    readonly id: unknown;
    readonly inviteLink?: string;
    readonly membershipType?: string;
    readonly titleMetadata?: { readonly title?: string };
  }>;
}

export interface WaWindow {
  require<Name extends keyof WaModules>(name: Name): WaModules[Name];
  readonly WWebJS: WWebJS;
  readonly Debug?: { readonly VERSION?: string };
  onAppStateHasSyncedEvent?(): void;
  /** Ours: the id that the next message takes, see preset-id.ts. */
  tellalPreset?: { used: boolean; chosen: boolean; restore(): void };
}
