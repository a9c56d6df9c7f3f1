import type { Operation } from './faults.ts';
import type { Role, SocketState } from './port.ts';

/** What a page asks; the answer comes as a push, so that one that never comes costs no connection. */
export interface Ask {
  readonly id: number;
  readonly page: string;
  readonly device: string | null;
  readonly operation: Operation;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A post or a locally stored row, as the page gets it. */
export interface Row {
  /** The id that the sending client chose. */
  readonly id: string;
  /** Null: stored locally only. */
  readonly serverId: number | null;
  /** Epoch seconds. */
  readonly t: number;
  readonly type: 'chat' | 'image' | 'revoked';
  readonly text: string;
  readonly fromMe: boolean;
  readonly ack: number;
  /** Epoch milliseconds. */
  readonly editedAt: number | null;
}

export interface ChannelCard {
  readonly id: string;
  readonly name: string;
  readonly inviteCode: string;
  readonly role: Role;
  readonly description: string;
  /** Epoch seconds. */
  readonly createdAt: number;
}

/** What a linked page starts with. */
export interface Session {
  readonly device: string;
  readonly state: SocketState;
  readonly channels: readonly { readonly card: ChannelCard; readonly rows: readonly Row[] }[];
}

export type Push =
  | { readonly kind: 'settings'; readonly version: string; readonly drift: readonly string[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly status: number | null; readonly words: string }
  | { readonly kind: 'linked'; readonly session: Session }
  | { readonly kind: 'logout' }
  | { readonly kind: 'state'; readonly state: SocketState }
  | { readonly kind: 'qr'; readonly ref: string }
  | { readonly kind: 'row'; readonly channel: string; readonly row: Row }
  | { readonly kind: 'act'; readonly act: 'crash' | 'reload' | 'freeze' };
