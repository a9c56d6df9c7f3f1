import type { DriftName } from './drift.ts';
import type { Faults, Operation, Outcome } from './faults.ts';

/** What the linked account is in a channel. A guest only knows the invite code. */
export type Role = 'owner' | 'admin' | 'subscriber' | 'guest';

/** What WhatsApp Web says about its connection (`Socket.state` of the page). */
export type SocketState =
  | 'CONFLICT'
  | 'CONNECTED'
  | 'DEPRECATED_VERSION'
  | 'OPENING'
  | 'PAIRING'
  | 'PROXYBLOCK'
  | 'SMB_TOS_BLOCK'
  | 'TIMEOUT'
  | 'TOS_BLOCK'
  | 'UNPAIRED'
  | 'UNPAIRED_IDLE';

export interface ChannelSetup {
  /** `<digits>@newsletter`; default: a made-up one. */
  readonly id?: string;
  readonly name: string;
  /** What stands after `https://whatsapp.com/channel/`. */
  readonly inviteCode: string;
  readonly role: Role;
  readonly description?: string;
}

/** A channel by id or by invite code. */
export type ChannelRef = string;

export interface SeenPicture {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Size in bytes as uploaded. */
  readonly bytes: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
}

/** One post as subscribers see it now. */
export interface SeenPost {
  readonly serverId: number;
  /** The id that the sending client chose (`3EB0...`). */
  readonly clientId: string;
  /** The text, or the caption of a picture. */
  readonly text: string;
  readonly picture: SeenPicture | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly editedAt: number | null;
  readonly by: Author;
}

/** `web`: the linked device; `phone`: a person with the account's own phone; `admin`: another administrator. */
export type Author = 'web' | 'phone' | 'admin';

/** Something that happened in a channel, kept although the post is gone. */
export interface ChannelEvent {
  readonly kind: 'posted' | 'edited' | 'revoked';
  readonly serverId: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: Author;
  /** Text or caption after the event; before it when revoked. */
  readonly text: string;
}

/** One thing that the page asked of the server. */
export interface WebRequest {
  readonly operation: Operation;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The page that asked: each load of the page has its own. */
  readonly page: string;
  readonly device: string | null;
  readonly channel: string | null;
  readonly text: string | null;
  /** Null while the answer is being made. */
  readonly outcome: Outcome | null;
  /** Of the post that a send created. */
  readonly serverId: number | null;
}

export interface LinkedDevice {
  readonly id: string;
  /** Pages open with this identity now; more than one means that a profile is used twice. */
  readonly pages: number;
}

export interface WhatsappWebOptions {
  /** `window.Debug.VERSION` of the first build; default a 2.3000 one. */
  readonly version?: string;
  /** Rows that the device stored before the server was asked come back after a restart; default true, as in the real one. */
  readonly ghosts?: boolean;
  /** How many older posts one page of history holds; default 20. */
  readonly historyPage?: number;
}

/** A stand-in of WhatsApp Web at https://web.whatsapp.com/, and of the phone, the server and the subscribers behind it. */
export interface WhatsappWeb {
  /** For `accounts.whatsapp.browser.args`: without them the browser looks for the real one, and page faults do nothing. */
  readonly browserArgs: readonly string[];
  /** The newest build. */
  readonly version: string;
  readonly faults: Faults;
  /** Every request of every page, oldest first. */
  readonly requests: readonly WebRequest[];
  /** What a page touched although the stand-in lacks it: a test asserts that this is empty. */
  readonly violations: readonly string[];

  addChannel(setup: ChannelSetup): void;
  setRole(channel: ChannelRef, role: Role): void;
  /** What subscribers see now, oldest first. */
  posts(channel: ChannelRef): readonly SeenPost[];
  history(channel: ChannelRef): readonly ChannelEvent[];
  /** A person posts; gives the server id. */
  postAsHuman(channel: ChannelRef, text: string, by?: 'phone' | 'admin'): number;
  revokeAsHuman(channel: ChannelRef, serverId: number): void;
  /** As though it had been posted `ms` earlier. */
  makeOlder(channel: ChannelRef, serverId: number, ms: number): void;

  /** The first part of the QR that a page shows now; null when none is shown. */
  readonly qr: string | null;
  /** The page shows the next QR; the one before is void. */
  rotateQr(): void;
  /** The phone scans the QR as the library gave it (default: what is shown now). False: it was void. */
  scan(qr?: string): boolean;
  /** The pairing code that a page shows now; null when none is shown. */
  readonly pairingCode: string | null;
  /** A person types the code into the phone. False: wrong. */
  enterCode(code: string): boolean;
  /** The devices that the phone lists as linked. */
  readonly devices: readonly LinkedDevice[];
  /** The phone removes every linked device: pages that are open go through LOGOUT, others find it out at their next start. */
  logOut(): void;
  /**
   * Every open page is in this state now. `TOS_BLOCK`, `SMB_TOS_BLOCK`, `PROXYBLOCK` and `DEPRECATED_VERSION` also
   * hold for pages opened later, until `CONNECTED`; `UNPAIRED` also unlinks the devices. While the state is not
   * `CONNECTED`, what a page asks waits.
   */
  setState(state: SocketState): void;
  /** The newest build is another than it was said to be; takes effect when its page is loaded the next time. */
  drift(name: DriftName, on: boolean): void;
  /** A newer build for every page that is loaded from now on. The programs of the older ones are still served. */
  release(version: string, drift?: readonly DriftName[]): void;
  /** The programs of this build are no longer served. */
  withdraw(version: string): void;
  /** Pages of this build are `DEPRECATED_VERSION` from now on; those of others are not. */
  deprecate(version: string): void;
  /** Every open page is loaded again, as WhatsApp Web does after an update. */
  reload(): void;
  /** How often the page itself was loaded. */
  readonly loads: number;
  /** How many pages stand still because of `freeze-page`. */
  readonly frozen: number;

  /** Connections are refused until `comeBack`; what stands stays. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}
