import type { ChannelRef } from './port.ts';

/** What a page asks of the server. */
export const operations = [
  /** Restores a session, or finds that there is none. */
  'open',
  /** A pairing code is asked for. */
  'pair',
  /** A new QR is asked for. */
  'qr',
  'logout',
  /** The details of a channel by id: once per channel in every `getChannels`. */
  'metadata',
  'invite',
  'preview',
  'history',
  'upload',
  'send',
  'edit',
  'revoke',
] as const;
export type Operation = (typeof operations)[number];

/**
 * - `refuse-silently`: not done; the answer is `success: false` (the library resolves all the same).
 * - `reject`: not done; the page's job rejects with `words`.
 * - `401`, `429`: not done; the page's job rejects with that status of the server.
 * - `hang`: not done, never answered.
 * - `accept-late`: done `lateMs` later, or at `faults.release()`, even if the page is gone; answered then.
 * - `accept-then-lose-the-answer`: done, never answered.
 * - `crash-page-before`, `crash-page-after`: the renderer dies before or after it is done.
 * - `reload-before`, `reload-after`: the page loads itself again before or after it is done.
 * - `freeze-page`: not done; the page does nothing any more until `faults.release()`, then it is done and answered.
 */
export type Fault =
  | 'refuse-silently'
  | 'reject'
  | '401'
  | '429'
  | 'hang'
  | 'accept-late'
  | 'accept-then-lose-the-answer'
  | 'crash-page-before'
  | 'crash-page-after'
  | 'reload-before'
  | 'reload-after'
  | 'freeze-page';

export interface FaultOrder {
  /** One operation or several; default `send`. */
  readonly op?: Operation | readonly Operation[];
  readonly channel?: ChannelRef;
  /** Only requests whose text or caption contains this. */
  readonly contains?: string;
  /** Begins with the n-th matching request (from 1); default 1. */
  readonly nth?: number;
  /** How many requests it hits; default 1. */
  readonly times?: number;
  readonly fault: Fault;
  /** With `accept-late`: milliseconds; without it the request waits for `faults.release()`. */
  readonly lateMs?: number;
  /** With `reject`. */
  readonly words?: string;
}

export type Outcome =
  | { readonly kind: 'ok' }
  /** Our rules said no, e.g. not an administrator of the channel. */
  | { readonly kind: 'refused'; readonly words: string }
  /** An ordered fault; `committed` says whether the request took effect (so far, when it is late). */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly committed: boolean };

export interface Faults {
  /** Gives a ticket whose `hits()` counts the requests it struck. */
  order(order: FaultOrder): { hits(): number; cancel(): void };
  /** Lets everything that was accepted late take effect now, and frozen pages go on. */
  release(): void;
  /** How many requests a fault has struck. */
  readonly struck: number;
}
