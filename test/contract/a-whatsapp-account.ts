import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WhatsappState } from '../../src/article/whatsapp-account.ts';
import type {
  AccountNote,
  AccountOptions,
  LinkRequest,
  Verdict,
  WhatsappAccount,
} from '../../src/channels/whatsapp/account.ts';
import type { AccountView } from '../../src/channels/whatsapp/account-view.ts';
import { usualLimits } from '../../src/channels/whatsapp/run-session.ts';
import { createWhatsappAccount } from '../../src/channels/whatsapp/whatsapp-account.ts';
import { waitFor } from '../support/wait-for.ts';
import type { WhatsappWeb } from '../support/whatsapp/port.ts';

/** An account on the stand-in, with a record in memory, and a profile of its own unless one is given. */
export interface TestAccount {
  readonly account: WhatsappAccount;
  readonly profile: string;
  readonly notes: readonly AccountNote[];
  askLink(request?: LinkRequest): void;
  /** Milliseconds since the link, as the record tells it; null: not known. */
  linkedForMs: number | null;
  /** The build that last proved a post, as the record tells it. */
  provedBuild: string | null;
  /** What keeps every process from starting a browser. */
  verdict: Verdict | null;
  /** How often the account has asked whether somebody wants it linked. */
  asked: number;
  untilState(...states: readonly WhatsappState[]): Promise<AccountView>;
  /** Opens it, and links it by a scan unless its profile is linked. */
  link(): Promise<void>;
  close(): Promise<void>;
}

export const chromium = '/usr/bin/chromium';

/** Longer than an account waits for a browser that hangs before it starts another one. */
const patienceMs = 100_000;

export const createTestAccount = async (
  web: Pick<WhatsappWeb, 'browserArgs' | 'scan'>,
  changes: Partial<AccountOptions> = {},
): Promise<TestAccount> => {
  const profile = changes.profile ?? (await mkdtemp(join(tmpdir(), 'tellal-whatsapp-')));
  const notes: AccountNote[] = [];
  let request: LinkRequest | null = null;
  const test = {
    linkedForMs: null as number | null,
    asked: 0,
    provedBuild: null as string | null,
    verdict: null as Verdict | null,
  };
  const account = createWhatsappAccount({
    browser: { executable: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage', ...web.browserArgs] },
    memoryBound: Number.POSITIVE_INFINITY,
    limits: usualLimits,
    quietStartMs: 0,
    canary: null,
    durableAfterMs: 100,
    takeTurn: async () => 0,
    note: (line) => notes.push(line),
    record: {
      publish: async () => undefined,
      linkRequest: async () => {
        test.asked += 1;
        return request;
      },
      dropLinkRequest: async () => {
        request = null;
      },
      noteLinked: async () => {
        test.linkedForMs = 0;
      },
      linkedForMs: async () => test.linkedForMs,
      provedBuild: async () => test.provedBuild,
      noteProvedBuild: async (build) => {
        test.provedBuild = build;
      },
      verdict: async () => test.verdict,
      noteVerdict: async (verdict) => {
        test.verdict = verdict;
      },
      dropVerdict: async () => {
        test.verdict = null;
      },
    },
    ...changes,
    profile,
  });
  const untilState = (...states: readonly WhatsappState[]): Promise<AccountView> =>
    waitFor(`${states.join(' or ')}`, () => states.includes(account.view().state) && account.view(), patienceMs).catch(
      (error: Error) => {
        throw new Error(`${error.message}; it was ${JSON.stringify({ notes, now: account.view() })}`);
      },
    );
  return Object.assign(test, {
    account,
    profile,
    notes,
    untilState,
    askLink: (asked: LinkRequest = { by: 'Leyla' }) => {
      request = asked;
    },
    link: async () => {
      request = { by: 'Leyla' };
      account.open(1);
      const view = await waitFor('a QR, or a link', () => isAsked(account.view()) && account.view(), patienceMs);
      if (view.qr !== null && !web.scan(view.qr)) throw new Error('the QR was void');
      await untilState('ready', 'degraded');
    },
    close: async () => {
      await account.close('at-once');
      if (changes.profile === undefined) await rm(profile, { recursive: true, force: true });
    },
  });
};

const isAsked = ({ qr, state }: AccountView): boolean => qr !== null || state === 'ready' || state === 'degraded';
