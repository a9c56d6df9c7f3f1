import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { WhatsappChannel, WhatsappState } from '../../article/whatsapp-account.ts';
import { stateAfter } from './account-view.ts';
import type { ChildEvent, Missing, OpenParams } from './messages.ts';
import { clearProfile } from './profile-lock.ts';
import { type SessionProcess, startSessionProcess } from './session-process.ts';

export interface BrowserOptions {
  /** Folder that holds the link. */
  readonly profile: string;
  readonly browser: { readonly executable: string; readonly args: readonly string[] };
  /** Bytes of the process tree at which the browser is started anew between two posts. */
  readonly memoryBound: number;
  readonly limits: Limits;
}

/** In milliseconds. */
export interface Limits {
  /** From the start until WhatsApp Web is loaded. */
  readonly open: number;
  /** From then, from a scan or from a new load, until it is ready. */
  readonly ready: number;
  readonly healthEvery: number;
  readonly health: number;
  readonly read: number;
  /** Of a call into the page; no less than the longest upload may take. */
  readonly protocol: number;
}

export const usualLimits: Limits = {
  open: 60_000,
  ready: 60_000,
  healthEvery: 30_000,
  health: 5_000,
  read: 30_000,
  protocol: 45_000,
};

/** Of the time to become ready: as long may a ready page still load modules. */
const loadingShare = 1 / 12;

/** Bytes; the real page grows to several hundred megabytes within hours. */
export const usualMemoryBound = 1_200_000_000;

/** What one browser comes to, as it happens. */
export type Report =
  | { readonly kind: 'qr'; readonly qr: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'syncing' }
  | {
      readonly kind: 'ready';
      readonly version: string;
      readonly missing: Missing;
      readonly mended: readonly string[];
      readonly channels: readonly WhatsappChannel[];
    }
  /** It has no connection just now; `ready` is said again when it has. */
  | { readonly kind: 'waiting'; readonly state: string }
  | { readonly kind: 'heavy'; readonly bytes: number };

/** How the life of one browser ended. */
export interface Over {
  readonly state: WhatsappState;
  readonly detail: string;
  readonly hint?: string;
  /** The build of WhatsApp Web at which it failed, where an older one might do. */
  readonly build?: string;
}

/** What differs from one start of the browser to the next. */
export type Start = Pick<OpenParams, 'phone' | 'build'>;

/** One browser, from its start to its end. */
export interface Run {
  /** Null until it is started. */
  readonly session: SessionProcess | null;
  /** Resolves with how it ended, once nothing of it runs any more. */
  readonly over: Promise<Over>;
  /** Ends it for this reason; resolves when nothing of it runs any more. */
  end(over: Over, how?: 'at-once' | 'in-order'): Promise<void>;
}

/** Starts a browser, watches over it, and ends it at the first thing that is wrong with it. */
export const runSession = (
  options: BrowserOptions,
  start: Start,
  validMs: () => number,
  report: (report: Report) => void,
): Run => {
  const { limits } = options;
  const profile = resolve(options.profile);
  let session: SessionProcess | null = null;
  let ended: Promise<void> | null = null;
  let settle: (over: Over) => void = () => undefined;
  const over = new Promise<Over>((done) => {
    settle = done;
  });
  let last: Extract<Report, { kind: 'ready' }> | null = null;
  let heard = false;
  let waiting = false;
  let readyTimer: NodeJS.Timeout | undefined;
  let healthTimer: NodeJS.Timeout | undefined;

  const end: Run['end'] = (how, order = 'at-once') => {
    ended ??= (async () => {
      clearTimeout(readyTimer);
      clearInterval(healthTimer);
      await starting;
      await (order === 'in-order' ? session?.close() : session?.kill());
      settle(how);
    })();
    return ended;
  };
  const fall = (detail: string, state: WhatsappState = 'down'): void => void end({ state, detail });

  const diagnose = async (detail: string): Promise<void> => {
    const found = await session?.call('diagnose', null, { timeoutMs: limits.health });
    if (found?.kind !== 'done' || found.value === null) return fall(detail);
    const { lack, build } = found.value;
    if (lack === null) await end({ state: 'down', detail, build });
    else await end({ state: 'incompatible', detail: `WhatsApp Web lacks ${lack}`, build });
  };
  const expectReady = (): void => {
    clearTimeout(readyTimer);
    if (!ended) readyTimer = setTimeout(() => void diagnose('WhatsApp Web did not become ready in time'), limits.ready);
  };

  const becomeReady = async ({ version, missing, mended }: Extract<ChildEvent, { event: 'ready' }>): Promise<void> => {
    const read = await session?.call('channels', null, { timeoutMs: limits.read });
    if (ended) return;
    clearTimeout(readyTimer);
    last = { kind: 'ready', version, missing, mended, channels: read?.kind === 'done' ? read.value : [] };
    waiting = false;
    report(last);
    clearInterval(healthTimer);
    healthTimer = setInterval(() => void lookAfter(), limits.healthEvery);
  };
  const noteState = (state: string): void => {
    const after = stateAfter(state);
    // Before it is ready, a page without a link is no news: it shows a QR.
    if (after !== 'down' && (last || after !== 'logged-out')) fall(`WhatsApp Web says ${state}`, after);
    if (ended || !last || waiting === (state !== 'CONNECTED')) return;
    waiting = state !== 'CONNECTED';
    if (waiting) expectReady();
    else clearTimeout(readyTimer);
    report(waiting ? { kind: 'waiting', state } : last);
  };
  const lookAfter = async (): Promise<void> => {
    const health = await session?.call('health', null, { timeoutMs: limits.health });
    if (health?.kind !== 'done') return fall('the browser does not answer');
    if (health.value.state !== null) noteState(health.value.state);
    const bytes = await session?.memory();
    if (bytes && bytes > options.memoryBound && !ended) report({ kind: 'heavy', bytes });
  };

  const heed = (event: ChildEvent): void => {
    if (ended) return;
    heard ||= event.event !== 'browser' && event.event !== 'state';
    switch (event.event) {
      case 'qr':
      case 'code':
        clearTimeout(readyTimer);
        report(event.event === 'qr' ? { kind: 'qr', qr: event.qr } : { kind: 'code', code: event.code });
        return;
      case 'authenticated':
      case 'navigated':
        last = null;
        expectReady();
        report({ kind: 'syncing' });
        return;
      case 'ready':
        void becomeReady(event);
        return;
      case 'state':
        noteState(event.state);
        return;
      case 'disconnected':
        fall(`WhatsApp Web ended the connection: ${event.reason}`, stateAfter(event.reason));
        return;
      case 'fault':
        fall(event.words);
        return;
      case 'browser':
        return;
    }
  };

  const startProcess = async (): Promise<void> => {
    const cleared = await clearProfile(profile);
    if (cleared.kind === 'in-use') {
      void end({ state: 'down', detail: cleared.words, hint: cleared.hint });
      return;
    }
    await mkdir(profile, { recursive: true, mode: 0o700 });
    if (!ended) session = startSessionProcess(profile, heed);
  };
  const open = async (): Promise<void> => {
    const fault = await starting;
    if (fault !== null) return fall(fault);
    if (!session || ended) return;
    const { executable, args } = options.browser;
    const times = { validMs: validMs(), protocolMs: limits.protocol, loadingMs: limits.ready * loadingShare };
    const params = { profile, executable, args, ...start, ...times };
    const opened = await session.call('open', params, { timeoutMs: limits.open });
    if (opened.kind === 'failed') await diagnose(opened.words);
    else if (opened.kind !== 'done') fall(`WhatsApp Web was not loaded: ${opened.words}`);
    else if (!heard) expectReady();
  };
  const starting = startProcess().then(
    () => null,
    (error: unknown) => `the browser profile ${profile} cannot be used: ${error instanceof Error ? error.message : ''}`,
  );
  void open();

  return {
    get session() {
      return session;
    },
    over,
    end,
  };
};
