import type { AccountRecord, Verdict } from './account.ts';
import { isKept } from './kept-pages.ts';

/** Why an older build of WhatsApp Web is used. */
export interface Pinned {
  readonly build: string;
  /** What is wrong with the newest one. */
  readonly because: string;
}

/** Goes back to the build that last proved a post, while the newest one cannot be used. */
export interface VersionPin {
  /** Null: the newest build is used, as far as we know. */
  pinned(): Pinned | null;
  /** The newest build could not be used. False: there is none to go back to. */
  goBack(failed: Verdict): Promise<boolean>;
  /** The newest one is tried again once it is forgotten that it could not be used. */
  lookAgain(): Promise<void>;
  /** The page says which build it is: what was kept may not be what is used. */
  noteReady(build: string): void;
  /** The kept page never became ready: perhaps its programs are gone, perhaps WhatsApp could not be reached. */
  noteVain(): void;
  /** The newest one is tried next, and what was tried in vain counts no more. */
  letGo(): void;
}

/** So often the kept page is tried in vain, each time after a newest one that was loaded and could not be used. */
const triesInVain = 2;

export const createVersionPin = (
  profile: string,
  record: Pick<AccountRecord, 'provedBuild' | 'verdict'>,
): VersionPin => {
  let pinned: Pinned | null = null;
  let vain = 0;
  return {
    pinned: () => pinned,
    goBack: async ({ detail, build }) => {
      if (pinned || build === undefined || vain >= triesInVain) return false;
      const proved = await record.provedBuild().catch(() => null);
      if (proved === null || proved === build || !(await isKept(profile, proved))) return false;
      pinned = { build: proved, because: detail };
      return true;
    },
    lookAgain: async () => {
      if (pinned && (await record.verdict().catch(() => 'not known')) === null) pinned = null;
    },
    noteReady: (build) => {
      if (pinned) vain = 0;
      if (pinned?.build !== build) pinned = null;
    },
    noteVain: () => {
      vain += 1;
      pinned = null;
    },
    letGo: () => {
      vain = 0;
      pinned = null;
    },
  };
};
