import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserProcess, findBrowsers } from '../../integration/whatsapp/find-processes.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { SocketState } from '../../support/whatsapp/port.ts';
import type { ChaosHouse } from './chaos-house.ts';
import type { Place } from './places.ts';
import type { Strike, StrikeKind } from './script-strikes.ts';

/** Something that was done to the house. */
export interface Struck {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: StrikeKind;
  readonly what: string;
}

/** Carries out strikes and keeps what it did. */
export interface Striker {
  readonly struck: readonly Struck[];
  /** What lasts goes on by itself. */
  strike(strike: Strike): Promise<void>;
  /** When the last frozen worker has been let go. */
  thawed(): Promise<unknown>;
}

/** Longer than the lease lives. */
const freezeMs = 25_000;
const outageMs = 2_000;
const timeoutStateMs = 2_000;
const browserWithinMs = 120_000;
const sendWithinMs = 30_000;
/** After the page has asked; the strike comes before. */
const takenLateMs = 400;

export const createStriker = (house: ChaosHouse, places: readonly Place[]): Striker => {
  const { web, fleet, redis, profile } = house;
  const struck: Struck[] = [];
  const lasting: Promise<void>[] = [];

  const browser = (): Promise<BrowserProcess> =>
    waitFor('a browser of the account', async () => (await findBrowsers(profile))[0], browserWithinMs);
  const holder = async (): Promise<number> => fleet.indexOf(await parentOf((await browser()).driver));
  const say = (state: SocketState) => async (): Promise<void> => web.setState(state);

  const actions: Readonly<Record<StrikeKind, () => Promise<void>>> = {
    worker: async () => fleet.kill(await holder()),
    child: async () => kill((await browser()).driver, 'SIGKILL'),
    browser: async () => kill((await browser()).browser, 'SIGKILL'),
    'freeze-browser': async () => kill((await browser()).browser, 'SIGSTOP'),
    'freeze-worker': async () => void lasting.push(fleet.freeze(await holder(), freezeMs)),
    redis: redis.strike,
    outage: async () => {
      await web.goDown();
      await delay(outageMs);
      await web.comeBack();
    },
    conflict: say('CONFLICT'),
    'unpaired-idle': say('UNPAIRED_IDLE'),
    timeout: async () => {
      web.setState('TIMEOUT');
      await delay(timeoutStateMs);
      web.setState('CONNECTED');
    },
    reload: async () => web.reload(),
    'log-out': async () => web.logOut(),
    person: async () => {
      for (const { inviteCode } of places) web.postAsHuman(inviteCode, 'Sabah redaksiya bağlıdır.');
    },
  };

  /** Waits for a post that the server takes before or after what follows; there may be none just now. */
  const catchPost = async (midSend: NonNullable<Strike['midSend']>): Promise<boolean> => {
    const order = web.faults.order(
      midSend === 'before' ? { fault: 'accept-then-lose-the-answer' } : { fault: 'accept-late', lateMs: takenLateMs },
    );
    const caught = await waitFor('a post in flight', () => order.hits() > 0, sendWithinMs).catch(() => false);
    order.cancel();
    return caught;
  };

  return {
    struck,
    strike: async ({ kind, midSend }) => {
      const caught = midSend !== null && (await catchPost(midSend));
      const at = Date.now();
      await actions[kind]();
      struck.push({ at, kind, what: caught ? `${kind}, a post in flight that is taken ${midSend}` : kind });
    },
    thawed: () => Promise.all(lasting),
  };
};

/** It may have ended by itself just now. */
const kill = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // Then somebody else struck first.
  }
};

const parentOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};
