import type { WhatsappChannel, WhatsappState } from '../../article/whatsapp-account.ts';

/** The account as people see it. Holds nothing of the session but the QR or the code, which are void within a minute or so. */
export interface AccountView {
  readonly state: WhatsappState;
  readonly detail: string;
  /** What to do about it; null: nothing. */
  readonly hint: string | null;
  /** The content of the QR to scan now. */
  readonly qr: string | null;
  readonly pairingCode: string | null;
  readonly channels: readonly WhatsappChannel[];
  /** Of the lease under which it runs. */
  readonly epoch: number | null;
}

export const stoppedView: AccountView = {
  state: 'stopped',
  detail: 'this worker does not hold the account',
  hint: null,
  qr: null,
  pairingCode: null,
  channels: [],
  epoch: null,
};

const linkHint = 'run `tellal link whatsapp`, or use the console, and scan the QR with the phone of the account';

const hints: Readonly<Partial<Record<WhatsappState, string>>> = {
  'needs-link': linkHint,
  'logged-out': linkHint,
  linking: 'keep the phone online until the account is ready',
  blocked: 'open WhatsApp on the phone of the account and follow what it says; then link again',
  incompatible: 'WhatsApp Web has changed in a way this version cannot work with: update Tellal',
  degraded: 'what is missing fails until Tellal is updated; the rest goes on',
};

/** What people should do in a state, where there is something. */
export const hintFor = (state: WhatsappState): string | null => hints[state] ?? null;

const subject = 'the WhatsApp account is';

export const describeAccount = ({ state, detail }: Pick<AccountView, 'state' | 'detail'>): string =>
  `${subject} ${state}: ${detail}`;

/** Whether these are words of `describeAccount`. */
export const concernsAccount = (words: string): boolean => words.startsWith(subject);

/** Whether posts, or some of them, can go out. */
export const isUsable = (state: WhatsappState): boolean => state === 'ready' || state === 'degraded';

/** What nobody but a person can change: no browser is started by itself. */
export const needsPerson = (state: WhatsappState): boolean =>
  state === 'needs-link' || state === 'logged-out' || state === 'blocked' || state === 'incompatible';

/** What the next process that holds the account would come to as well: worth remembering. */
export const isVerdict = (state: WhatsappState): boolean => needsPerson(state) && state !== 'needs-link';

/** What each word of WhatsApp Web that ends a connection means. Anything else passes by itself. */
export const stateAfter = (reason: string): WhatsappState => {
  if (/^(LOGOUT|UNPAIRED)$/.test(reason)) return 'logged-out';
  if (/TOS_BLOCK$|^PROXYBLOCK$/.test(reason)) return 'blocked';
  return reason === 'DEPRECATED_VERSION' ? 'incompatible' : 'down';
};
