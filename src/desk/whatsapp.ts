/** Why posts can or cannot go out through the linked WhatsApp account. */
export const whatsappStates = [
  'stopped',
  'starting',
  'needs-link',
  'linking',
  'syncing',
  'ready',
  'degraded',
  'down',
  'logged-out',
  'blocked',
  'incompatible',
] as const;
export type WhatsappState = (typeof whatsappStates)[number];

/** A channel that the linked account knows. */
export interface WhatsappChannel {
  /** `<digits>@newsletter` */
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'admin' | 'subscriber' | 'guest' | 'unknown';
  readonly inviteLink: string | null;
}

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
