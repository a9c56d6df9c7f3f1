import type { WhatsappState } from '../../article/whatsapp-account.ts';
import type { AccountView } from './account-view.ts';
import type { Jobs, Missing } from './messages.ts';
import type { BrowserOptions } from './run-session.ts';
import type { CallLimits } from './session-process.ts';

export interface LinkRequest {
  readonly by: string;
  /** Digits of the account's phone number: a pairing code is shown instead of a QR. */
  readonly phone?: string;
}

export interface AccountOptions extends BrowserOptions {
  /** Milliseconds after a link in which nothing is posted. */
  readonly quietStartMs: number;
  /** The target of a channel for a trial of each new build before the first post; null: none. */
  readonly canary: string | null;
  /** How long a fresh link must stand before the browser is closed and started again to prove it. */
  readonly durableAfterMs: number;
  /** What all processes know of the account. */
  readonly record: AccountRecord;
  /** A turn of the posts an hour that all channels share, or the milliseconds to wait for one. 0: taken. */
  readonly takeTurn: () => Promise<number>;
  /** One line for ops; never text of a post, never anything of the session. */
  readonly note: (line: AccountNote) => void;
}

export interface AccountNote {
  readonly state: WhatsappState;
  readonly detail: string;
}

export interface AccountRecord {
  publish(view: AccountView): Promise<void>;
  /** Who wants the account linked; null: nobody, or no longer. */
  linkRequest(): Promise<LinkRequest | null>;
  dropLinkRequest(): Promise<void>;
  noteLinked(): Promise<void>;
  /** Null: not known. */
  linkedForMs(): Promise<number | null>;
  /** The build of WhatsApp Web that last proved a post; null: none did. */
  provedBuild(): Promise<string | null>;
  noteProvedBuild(build: string): Promise<void>;
  /** Why no process starts a browser until a person says so; null: no such reason, or no longer. */
  verdict(): Promise<Verdict | null>;
  /** `forMs`: it is forgotten after so long; null: never by itself. */
  noteVerdict(verdict: Verdict, forMs: number | null): Promise<void>;
  dropVerdict(): Promise<void>;
}

export interface Verdict extends AccountNote {
  /** The build of WhatsApp Web that cannot be used, where an older one might. */
  readonly build?: string;
}

/** What came of one job in WhatsApp Web. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Certainly not done. */
  | { readonly kind: 'not-begun'; readonly retryAfterMs: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly words: string };

type Reading = 'channels' | 'findChannel' | 'rows';
type Changing = 'send' | 'edit' | 'remove';

/** The linked account: one browser at most, started only between `open` and `close`. */
export interface WhatsappAccount {
  /** The lease is ours: starts the browser. */
  open(epoch: number): void;
  /** The lease holds for so many milliseconds more; without, the child ends itself. */
  beat(ms: number): void;
  /** Resolves when no browser runs any more. `at-once`: the lease is lost. */
  close(how: 'in-order' | 'at-once'): Promise<void>;
  view(): AccountView;
  missing(): Missing;
  /** A post was proved to stand: the next trouble is the first one again, and this build can be trusted. */
  noteProof(): void;
  /** Milliseconds in which nothing should be posted, because the account was linked just now. */
  quietFor(): number;
  look<K extends Reading>(job: K, params: Jobs[K]['params'], limits: CallLimits): Promise<Outcome<Jobs[K]['result']>>;
  /** As `look`, but where the outcome is in doubt the browser is ended first, so that nothing of it can happen later. */
  change<K extends Changing>(
    job: K,
    params: Jobs[K]['params'],
    limits: CallLimits,
  ): Promise<Outcome<Jobs[K]['result']>>;
}
