import type { Logger } from 'pino';
import type { WhatsappAccount as AccountConfig, Config } from '../config/config.ts';
import { createBudgets } from '../queues/budgets.ts';
import type { RedisClient } from '../queues/connection.ts';
import { keepLease } from '../queues/keep-lease.ts';
import { createLease } from '../queues/lease.ts';
import { createWhatsappAccountRecord } from '../queues/whatsapp-account.ts';
import type { ChannelConfig } from './article/channel.ts';
import type { WhatsappState } from './article/whatsapp-account.ts';
import type { AccountNote, AccountRecord, WhatsappAccount } from './channels/whatsapp/account.ts';
import { type AccountView, concernsAccount, isUsable } from './channels/whatsapp/account-view.ts';
import { usualLimits, usualMemoryBound } from './channels/whatsapp/run-session.ts';
import { createWhatsappAccount } from './channels/whatsapp/whatsapp-account.ts';
import { createWhatsappChannel } from './channels/whatsapp/whatsapp-channel.ts';
import type { Lane } from './deliver/lane.ts';
import { spread } from './open-lanes.ts';
import { within } from './ops/wait.ts';
import type { RunningLanes } from './run-lanes.ts';
import { varyGap } from './vary-gap.ts';

export interface WhatsappOptions {
  readonly config: Config;
  readonly redis: RedisClient;
  readonly run: (lanes: readonly Lane[]) => Promise<RunningLanes>;
  readonly log: Logger;
  /** How long a fresh link must stand before a new start of the browser proves it. */
  readonly durableAfterMs?: number;
  /** From 0 to 1; for the gaps between posts. */
  readonly random?: () => number;
}

export interface RunningWhatsapp {
  /** Ends posts, browser and lease, in this order, within `ms`; a post that takes too long is aborted. */
  stop(ms: number): Promise<void>;
}

/** Chromium keeps what makes a link for seconds in memory only: killed earlier, the link would be lost. */
const usualDurableAfterMs = 20_000;
const uploadFactor = 4;
const hour = 3_600_000;
const forgetWithinMs = 500;
const giveBackWithinMs = 5_000;
const stages: readonly WhatsappState[] = ['starting', 'linking', 'syncing'];

/**
 * Waits for the lease of the WhatsApp account. As long as it has it, it holds the account and runs the lanes of its
 * channels; other workers only wait. Null: no channel posts to WhatsApp.
 */
export const runWhatsapp = (options: WhatsappOptions): RunningWhatsapp | null => {
  const { config, redis, run, log, random = Math.random } = options;
  const channels = config.channels.filter(({ platform }) => platform === 'whatsapp');
  const settings = config.accounts.whatsapp;
  if (!settings || channels.length === 0) return null;

  const record = createWhatsappAccountRecord<AccountView>(redis);
  let held = false;
  let running: RunningLanes | null = null;
  let starting: Promise<void> | null = null;
  let stopping = false;
  let holder: string | null = null;
  const account = openAccount(options, settings, recordOf(record), (line) => {
    log.info(line, 'WhatsApp account');
    // What passes by itself within seconds is no news for the channels.
    if (!stages.includes(line.state)) running?.look();
    wakeLanes();
  });
  const lanes = channels.map((channel) => varyGap(openLane(channel, account, settings), random));
  const lease = createLease(redis, 'whatsapp');

  /** Lanes that waited for somebody to link the account would go on waiting for up to a minute. */
  const wakeLanes = (): void => {
    if (!running || !isUsable(account.view().state)) return;
    running
      .wake(concernsAccount)
      .catch((err: unknown) => log.warn({ err }, 'lanes of WhatsApp wait longer than they need'));
  };
  const startLanes = (): void => {
    if (running || starting) return;
    starting = run(lanes)
      .then(async (started) => {
        if (!held) return started.stop(0);
        running = started;
        wakeLanes();
      })
      .catch((err: unknown) => log.error({ err }, 'the lanes of WhatsApp are not started yet'))
      .finally(() => {
        starting = null;
      });
  };
  const stopLanes = async (ms: number): Promise<void> => {
    held = false;
    await running?.stop(ms);
    running = null;
  };

  const giveBack = keepLease({
    lease,
    onHold: (epoch) => {
      log.info({ epoch }, 'this process holds the WhatsApp account');
      held = true;
      holder = null;
      account.open(epoch);
      startLanes();
    },
    onRenew: (ms) => {
      account.beat(ms);
      if (held) startLanes();
    },
    onLost: async () => {
      if (!stopping) log.warn('the lease of the WhatsApp account is lost');
      // The browser first: a lane that hangs on Redis must not keep it up.
      await account.close(stopping ? 'in-order' : 'at-once');
      await stopLanes(0);
      await within(forgetWithinMs, record.forgetView());
    },
    onOther: (by) => {
      if (by !== holder) log.info({ by }, 'another process holds the WhatsApp account');
      holder = by;
    },
  });
  return {
    stop: async (ms) => {
      stopping = true;
      // The lease is still renewed while posts end.
      await stopLanes(Math.max(0, ms - giveBackWithinMs));
      await within(giveBackWithinMs, giveBack());
    },
  };
};

type StoredRecord = ReturnType<typeof createWhatsappAccountRecord<AccountView>>;

/** Whoever does not hold the account has nothing to say of it. */
const recordOf = (record: StoredRecord): AccountRecord => ({
  ...record,
  publish: (view) => (view.state === 'stopped' ? record.forgetView() : record.publish(view)),
});

const openAccount = (
  { redis, durableAfterMs = usualDurableAfterMs }: WhatsappOptions,
  { profile, browser, perHour, quietStartMs, canary, timeoutMs }: AccountConfig,
  record: AccountRecord,
  note: (line: AccountNote) => void,
): WhatsappAccount => {
  const takeFrom = createBudgets(redis);
  const budget = spread(perHour, hour);
  return createWhatsappAccount({
    profile,
    browser,
    memoryBound: usualMemoryBound,
    limits: { ...usualLimits, protocol: Math.max(usualLimits.protocol, timeoutMs * uploadFactor) },
    quietStartMs,
    canary,
    durableAfterMs,
    record,
    takeTurn: perHour > 0 ? () => takeFrom('whatsapp', budget) : async () => 0,
    note,
  });
};

const openLane = (config: ChannelConfig, account: WhatsappAccount, { timeoutMs, settleMs }: AccountConfig): Lane => {
  const uploadTimeoutMs = timeoutMs * uploadFactor;
  return {
    config,
    channel: createWhatsappChannel({ config, account, timeoutMs, uploadTimeoutMs }),
    // WhatsApp refuses by giving no id, and says nothing of the kind in an outage.
    timing: { timeoutMs, uploadTimeoutMs, settleMs, uploadSettleMs: settleMs * uploadFactor, patienceMs: 0 },
  };
};
