import type { AccountOptions, LinkRequest, Verdict } from './account.ts';
import { type AccountView, hintFor, isUsable, isVerdict, needsPerson, stoppedView } from './account-view.ts';
import { boundRecord, pause, pauseMs, requestRanOut, untilWorthATry, verdictMs } from './account-waits.ts';
import type { Missing } from './messages.ts';
import { type Over, type Report, type Run, runSession } from './run-session.ts';
import type { Turnstile } from './turnstile.ts';
import { createVersionPin, type Pinned } from './version-pin.ts';

/** The browsers of an account, one after the other, and what people are told of them. */
export interface AccountLife {
  open(epoch: number): void;
  beat(ms: number): void;
  close(how: 'in-order' | 'at-once'): Promise<void>;
  view(): AccountView;
  missing(): Missing;
  quietFor(): number;
  /** The browser that can be used now. */
  usable(): Run | null;
  /** The build in use, if it has not proved a post yet. */
  newBuild(): string | null;
  noteProof(): void;
}

const lookEveryMs = 1_000;
const publishEveryMs = 10_000;
const turnWithinMs = 60_000;
const keepWithinMs = 5_000;
/** In vain, until a build that lacks nothing, and yet does not become ready, is given up for an older one. */
const startsNeeded = 3;
const scanHint = 'on the phone of the account: WhatsApp, linked devices, link a device';

/** `turnstile`: whoever is in it uses the browser. */
export const createAccountLife = (options: AccountOptions, turnstile: Turnstile): AccountLife => {
  const { note } = options;
  const record = boundRecord(options.record);
  const pin = createVersionPin(options.profile, record);
  let view: AccountView = stoppedView;
  let missing: Missing = {};
  let run: Run | null = null;
  let failures = 0;
  let unready = 0;
  let ready: Ready | null = null;
  let provedBuild: string | null = null;
  let pageIsKept = false;
  let validUntil = Number.POSITIVE_INFINITY;
  let quietUntil = 0;
  let linking: LinkRequest | null = null;
  /** Of a link that is being made: the QR or the code is shown; then a new start of the browser proves it. */
  let step: 'none' | 'shown' | 'proving' = 'none';
  let stopping: AbortController | null = null;
  let living: Promise<unknown> = Promise.resolve();

  const publish = (): Promise<void> => record.publish(view).catch(() => undefined);
  const show = (change: Partial<AccountView> & Pick<AccountView, 'state' | 'detail'>): void => {
    const changed = view.state !== change.state || view.detail !== change.detail;
    view = { ...view, hint: hintFor(change.state), qr: null, pairingCode: null, ...change };
    if (changed) note({ state: view.state, detail: view.detail });
    void publish();
  };
  const end = async (over: Over, how?: 'at-once' | 'in-order'): Promise<void> => run?.end(over, how);
  const usable = (): Run | null => (isUsable(view.state) ? run : null);

  const heed = (report: Report): void => {
    switch (report.kind) {
      case 'qr':
        showLink({ qr: report.qr });
        break;
      case 'code':
        showLink({ pairingCode: report.code });
        break;
      case 'syncing':
        show({ state: step === 'none' ? 'syncing' : 'linking', detail: 'WhatsApp Web is getting in sync' });
        break;
      case 'waiting':
        show({ state: 'down', detail: `WhatsApp Web has no connection (${report.state}); it tries by itself` });
        break;
      case 'ready':
        void becomeReady(report);
        break;
      case 'heavy':
        // A fresh link is let be.
        if (usable()) void restartBetweenPosts(`its browser held ${Math.round(report.bytes / 1e6)} MB`);
        break;
    }
  };

  /** Nothing links by itself: without a request the QR is nobody's. */
  const showLink = (shown: Pick<AccountView, 'qr'> | Pick<AccountView, 'pairingCode'>): void => {
    if (!linking) {
      void end({ state: 'needs-link', detail: 'the account is not linked' });
      return;
    }
    step = 'shown';
    show({ state: 'needs-link', detail: `asked for by ${linking.by}`, hint: scanHint, ...shown });
  };

  const becomeReady = async (report: Ready): Promise<void> => {
    const current = run;
    if (step === 'shown') {
      show({ state: 'linking', detail: 'linked; a new start of the browser will prove it' });
      await pause(options.durableAfterMs, stopping?.signal);
      if (run !== current) return;
      return end({ state: 'starting', detail: 'the link is being proved' }, 'in-order');
    }
    if (step === 'proving') await record.noteLinked().catch(() => undefined);
    if (linking) await record.dropLinkRequest().catch(() => undefined);
    const linkedForMs = await record.linkedForMs().catch(() => 0);
    provedBuild = await record.provedBuild().catch(() => provedBuild);
    if (run !== current) return;
    step = 'none';
    linking = null;
    if (linkedForMs !== null) quietUntil = performance.now() + options.quietStartMs - linkedForMs;
    missing = report.missing;
    const { version } = report;
    if (missing.text)
      return end({ state: 'incompatible', detail: `WhatsApp Web lacks ${missing.text}`, build: version });
    pin.noteReady(version);
    ready = report;
    pageIsKept = false;
    show(describeReady(ready, provedBuild, pin.pinned()));
    // Whoever holds the account next goes back at once.
    if (!pin.pinned()) await record.dropVerdict().catch(() => undefined);
  };

  const noteProof = (): void => {
    failures = 0;
    if (!ready) return;
    if (!pageIsKept && !pin.pinned()) {
      pin.letGo();
      void run?.session?.call('keepPage', null, { timeoutMs: keepWithinMs });
    }
    pageIsKept = true;
    if (ready.version === provedBuild) return;
    provedBuild = ready.version;
    void record.noteProvedBuild(provedBuild).catch(() => undefined);
    if (usable()) show(describeReady(ready, provedBuild, pin.pinned()));
  };

  const restartBetweenPosts = async (detail: string): Promise<void> => {
    const leave = await turnstile.enter(turnWithinMs, stopping?.signal);
    if (!leave) return;
    await end({ state: 'starting', detail: `started anew: ${detail}` }, 'in-order');
    leave();
  };

  /** What ended the browser of another process would end ours. */
  const heedVerdict = async (signal: AbortSignal): Promise<void> => {
    const verdict = await record.verdict().catch(() => null);
    if (!verdict || signal.aborted || (await record.linkRequest().catch(() => null))) return;
    if (await pin.goBack(verdict)) return;
    const { state, detail } = verdict;
    show({ state, detail });
    await untilWorthATry(record, state, lookEveryMs, signal);
  };

  const remember = (verdict: Verdict): Promise<void> =>
    record.noteVerdict(verdict, verdictMs(verdict.state)).catch(() => undefined);

  const live = async (signal: AbortSignal): Promise<void> => {
    await heedVerdict(signal);
    while (!signal.aborted) {
      if (step !== 'proving') linking = await record.linkRequest().catch(() => linking);
      await pin.lookAgain();
      if (signal.aborted) return;
      ready = null;
      show({ state: linking ? 'linking' : 'starting', detail: 'the browser is being started' });
      const start = { phone: linking?.phone ?? null, build: pin.pinned()?.build ?? null };
      run = runSession(options, start, () => Math.max(0, validUntil - performance.now()), heed);
      const over = await run.over;
      run = null;
      if (signal.aborted) return;
      // Whatever ends the browser after a scan, the next one shows whether the link stands.
      if (step === 'shown') step = 'proving';
      const { state, detail, build } = over;
      unready = state === 'down' && build ? unready + 1 : 0;
      const failed = { state: 'incompatible', detail, ...(build ? { build } : {}) } as const;
      if ((state === failed.state || unready >= startsNeeded) && (await pin.goBack(failed))) {
        await remember(failed);
        show({ state: 'starting', detail: `going back to build ${pin.pinned()?.build}: ${detail}` });
        continue;
      }
      show({ state, detail: tellBoth(over, pin.pinned()), ...(over.hint ? { hint: over.hint } : {}) });
      if (needsPerson(state)) {
        step = 'none';
        if (isVerdict(state)) await remember({ state, detail: view.detail });
        await untilWorthATry(record, state, lookEveryMs, signal);
        pin.letGo();
      } else if (state !== 'starting') {
        if (pin.pinned() && !ready) pin.noteVain();
        await pause(pauseMs(failures), signal);
        failures += 1;
      }
    }
  };

  /** A request that ran out ends the browser that shows its QR; one that comes while linked is answered by that. */
  const watchLink = async (signal: AbortSignal): Promise<void> => {
    for (let round = 1; !signal.aborted; round += 1) {
      await pause(lookEveryMs, signal);
      if (round % (publishEveryMs / lookEveryMs) === 0) await publish();
      if (view.qr !== null || view.pairingCode !== null) {
        if (await requestRanOut(record)) await end({ state: 'needs-link', detail: 'nobody scanned in time' });
      } else if (isUsable(view.state)) await record.dropLinkRequest().catch(() => undefined);
    }
  };

  return {
    open: (epoch) => {
      if (stopping) throw new Error('the account is open already');
      stopping = new AbortController();
      view = { ...stoppedView, epoch };
      failures = 0;
      ready = null;
      step = 'none';
      living = Promise.all([live(stopping.signal), watchLink(stopping.signal)]);
    },
    beat: (ms) => {
      validUntil = performance.now() + ms;
      run?.session?.beat(ms);
    },
    close: async (how) => {
      if (!stopping) return;
      stopping.abort();
      await end({ state: 'stopped', detail: 'stopped' }, how);
      await living;
      stopping = null;
      // Somebody has stopped it, so something was done about it, perhaps. A session that was ended stays ended.
      if (how === 'in-order' && view.state !== 'logged-out') await record.dropVerdict().catch(() => undefined);
      view = stoppedView;
      note({ state: view.state, detail: view.detail });
      // Who lost the lease has no say any more.
      if (how === 'in-order') await publish();
    },
    view: () => view,
    missing: () => missing,
    quietFor: () => Math.max(0, quietUntil - performance.now()),
    usable,
    newBuild: () => (ready && ready.version !== provedBuild ? ready.version : null),
    noteProof,
  };
};

type Ready = Extract<Report, { kind: 'ready' }>;

/** A build kept from before that cannot be used either is no news without what is wrong with the newest one. */
const tellBoth = ({ state, detail }: Over, pinned: Pinned | null): string =>
  pinned && state === 'incompatible'
    ? `${detail}; that was with ${pinned.build}, kept from before, because of the newest one: ${pinned.because}`
    : detail;

const describeReady = ({ version, missing, mended, channels }: Ready, proved: string | null, pinned: Pinned | null) => {
  const news = proved === null || proved === version ? '' : `, new since the last proved post (${proved})`;
  const older = pinned ? `, kept from before, because of the newest one: ${pinned.because}` : '';
  const build = `WhatsApp Web ${version}${news}${older}${mended.length > 0 ? `, mended: ${mended.join(', ')}` : ''}`;
  const lacks = Object.entries(missing).map(([capability, lack]) => `${capability} (${lack})`);
  const trial = news ? 'look at the next post on its channel: this build has not proved one yet' : null;
  const hint = pinned ? 'update Tellal: WhatsApp may end this older build any day' : trial;
  if (lacks.length === 0) return { state: 'ready', detail: build, hint, channels } as const;
  return { state: 'degraded', detail: `${build}; cannot do: ${lacks.join('; ')}`, channels } as const;
};
