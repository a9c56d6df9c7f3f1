import type { WhatsappChannel, WhatsappState } from '../article/whatsapp-account.ts';

/** The WhatsApp account as the worker that holds it last told. */
export interface WhatsappView {
  readonly state: WhatsappState;
  readonly detail: string;
  /** What to do about it; null: nothing. */
  readonly hint: string | null;
  /** The content of the QR to scan now. Whoever scans it posts from then on: for ops and above only. */
  readonly qr: string | null;
  /** As `qr`. */
  readonly pairingCode: string | null;
  readonly channels: readonly WhatsappChannel[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** True if posts, or some of them, can go out; after a linking, that the link has proved to last. */
export const isLinked = ({ state }: WhatsappView): boolean => state === 'ready' || state === 'degraded';

/** Those it may post to. */
export const postableChannels = ({ channels }: WhatsappView): readonly WhatsappChannel[] =>
  channels.filter(({ role }) => role === 'owner' || role === 'admin');

/** What to write as `target` of a channel. */
export const targetOf = ({ inviteLink, id }: WhatsappChannel): string => inviteLink ?? id;
