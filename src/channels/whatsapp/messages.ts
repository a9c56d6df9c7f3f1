import type { WhatsappChannel } from '../../article/whatsapp-account.ts';

/** What the parent asks of the child, and what comes back. */
export interface Jobs {
  /** Starts the browser; resolves once WhatsApp Web is loaded. What comes of it is told by events. */
  readonly open: { readonly params: OpenParams; readonly result: null };
  readonly channels: { readonly params: null; readonly result: readonly WhatsappChannel[] };
  /** Null: there is no such channel. */
  readonly findChannel: { readonly params: { readonly inviteCode: string }; readonly result: WhatsappChannel | null };
  readonly send: { readonly params: SendParams; readonly result: Sent };
  readonly edit: {
    readonly params: { readonly channel: string; readonly serverId: string; readonly text: string };
    readonly result: Changed;
  };
  readonly remove: {
    readonly params: { readonly channel: string; readonly serverId: string };
    readonly result: Changed;
  };
  /** Null: the account does not know this channel. */
  readonly rows: {
    readonly params: { readonly channel: string; readonly count: number };
    readonly result: RowsRead | null;
  };
  /** Why WhatsApp Web does not become ready; null: it is not loaded. */
  readonly diagnose: { readonly params: null; readonly result: Diagnosis | null };
  /** For when a later build cannot be used. False: there is nothing to keep. */
  readonly keepPage: { readonly params: null; readonly result: boolean };
  readonly health: { readonly params: null; readonly result: Health };
  /** The browser is closed in order; then the child ends. */
  readonly close: { readonly params: null; readonly result: null };
}
export type JobName = keyof Jobs;

export interface OpenParams {
  /** Absolute path of the folder that holds the link. */
  readonly profile: string;
  readonly executable: string;
  readonly args: readonly string[];
  /** Digits of a phone number: a pairing code is shown instead of a QR. */
  readonly phone: string | null;
  /** The build whose kept page is to be opened; null: the newest one. */
  readonly build: string | null;
  /** The child ends itself after so many milliseconds, unless a beat says how many more it has. */
  readonly validMs: number;
  /** A call into the page that is never answered is given up after this. */
  readonly protocolMs: number;
  /** What lacks once the page is ready may still come within this. */
  readonly loadingMs: number;
}

export interface SendParams {
  readonly channel: string;
  /** The id the message shall have, see message-id.ts. */
  readonly messageId: string;
  readonly text: string;
  readonly picture: { readonly bytes: Uint8Array; readonly type: string; readonly filename: string } | null;
}

export type Sent =
  /** Only a server id proves that the post was taken; null: nobody can tell. */
  | { readonly kind: 'answered'; readonly serverId: string | null }
  /** It failed before a message was made: certainly not sent. */
  | { readonly kind: 'not-made'; readonly words: string };

export type Changed =
  | { readonly kind: 'done' }
  /** There is no such post; `whole`: the search went back to the first one. */
  | { readonly kind: 'gone'; readonly whole: boolean }
  /** WhatsApp does not offer it for this post (any more). */
  | { readonly kind: 'not-allowed' }
  /** WhatsApp's server said no. */
  | { readonly kind: 'refused'; readonly words: string }
  /** It was asked for, and what stands is not what was wanted. */
  | { readonly kind: 'not-proved'; readonly words: string };

/** A post as the page has it. */
export interface Row {
  /** Chosen by the sender. */
  readonly id: string;
  /** Null: never accepted; a row that is only stored locally. */
  readonly serverId: string | null;
  /** The text, or the caption of a picture. */
  readonly text: string;
  readonly removed: boolean;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly mine: boolean;
}

export interface RowsRead {
  readonly rows: readonly Row[];
  /** The first post of the channel is among them. */
  readonly whole: boolean;
}

export interface Diagnosis {
  /** What it lacks of what that takes; null: nothing. */
  readonly lack: string | null;
  /** Of WhatsApp Web. */
  readonly build: string;
}

export interface Health {
  /** `Socket.state` of WhatsApp Web. */
  readonly state: string | null;
  readonly synced: boolean;
}

/** What can be done; for each that cannot, what WhatsApp Web lacks. */
export type Capability = 'text' | 'media' | 'history' | 'edit' | 'remove';
export type Missing = Readonly<Partial<Record<Capability, string>>>;

export type ChildEvent =
  | { readonly event: 'browser'; readonly pid: number }
  | { readonly event: 'qr'; readonly qr: string }
  | { readonly event: 'code'; readonly code: string }
  | { readonly event: 'authenticated' }
  | { readonly event: 'ready'; readonly version: string; readonly missing: Missing; readonly mended: readonly string[] }
  /** The page is being loaded again. */
  | { readonly event: 'navigated' }
  /** `Socket.state` of WhatsApp Web changed. */
  | { readonly event: 'state'; readonly state: string }
  | { readonly event: 'disconnected'; readonly reason: string }
  /** The page or the browser is gone, or the library threw where nobody catches. */
  | { readonly event: 'fault'; readonly words: string };

export type ToChild =
  /** The lease holds for so many milliseconds more. */
  | { readonly beat: number }
  | {
      [K in JobName]: { readonly call: number; readonly job: K; readonly params: Jobs[K]['params'] };
    }[JobName];

export type FromChild =
  | ChildEvent
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly words: string };
