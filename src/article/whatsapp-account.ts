/**
 * Why posts can or cannot go out through the linked WhatsApp account.
 * `needs-link`, `logged-out`, `blocked` and `incompatible` wait for a person.
 */
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
