import type { Client } from 'whatsapp-web.js';
import { keepPage } from '../kept-pages.ts';
import type { ChildEvent, Diagnosis, OpenParams } from '../messages.ts';
import { createClient } from './client.ts';
import { lookUntil } from './look-until.ts';
import { readHealth, refreshQr, rescueReady } from './page/read-health.ts';
import { readLack } from './page/read-lack.ts';
import { pageOf } from './page-of.ts';
import { type Prepared, preparePage } from './prepare-page.ts';
import { loadRequirements, readyRequirements } from './requirements.ts';

/** One browser with WhatsApp Web in it. */
export interface Session {
  readonly client: Client;
  /** Null until the page is ready. */
  readonly prepared: Prepared | null;
  /** Resolves when the page is loaded; what becomes of it is told by events. */
  load(): Promise<void>;
  /** Why the page does not become ready; null: it is not loaded. */
  diagnose(): Promise<Diagnosis | null>;
  /** Keeps the page as it was loaded. False: it was not loaded from WhatsApp, or is not worth it. */
  keepPage(): Promise<boolean>;
  close(): Promise<void>;
}

const watchEveryMs = 2_000;
/** Somebody waits for the answer. */
const diagnoseMs = 3_000;

export const createSession = (params: OpenParams, emit: (event: ChildEvent) => void): Session => {
  const client = createClient(params, emit);
  let prepared: Prepared | null = null;
  client.on('ready', async () => {
    prepared = await preparePage(pageOf(client), params.loadingMs);
    const { missing, mended } = prepared;
    const version = await client.getWWebVersion().catch(() => 'unknown');
    emit({ event: 'ready', version, missing, mended });
  });

  /** The library tells of states only once it is ready. */
  let told: string | null = null;
  const watch = async (): Promise<void> => {
    if (!client.pupPage || prepared) return;
    await client.pupPage.evaluate(rescueReady);
    if (params.phone === null) await client.pupPage.evaluate(refreshQr);
    const { state } = await client.pupPage.evaluate(readHealth);
    if (state !== null && state !== told) emit({ event: 'state', state });
    told = state;
  };
  // A page that is being loaded has nothing to answer; the next look is soon.
  const timer = setInterval(() => void watch().catch(() => undefined), watchEveryMs);

  /** What is only needed later is not missed before. */
  const diagnose = async (): Promise<Diagnosis | null> => {
    const page = pageOf(client);
    if (!(await page.evaluate('window.Debug?.VERSION !== undefined'))) return null;
    const early = await page.evaluate(readLack, loadRequirements);
    const { synced } = early.length > 0 ? { synced: false } : await page.evaluate(readHealth);
    const lack = synced ? await page.evaluate(readLack, readyRequirements) : early;
    return { lack: lack.length > 0 ? lack.join(', ') : null, build: await client.getWWebVersion() };
  };

  return {
    client,
    get prepared() {
      return prepared;
    },
    load: async () => {
      await client.initialize();
      const page = pageOf(client);
      page.on('framenavigated', (frame) => {
        if (frame !== page.mainFrame()) return;
        prepared = null;
        emit({ event: 'navigated' });
      });
    },
    diagnose: () => lookUntil(diagnose, (found) => found?.lack === null, diagnoseMs),
    keepPage: async () => {
      const { currentIndexHtml } = client as { readonly currentIndexHtml?: string | null };
      return currentIndexHtml ? keepPage(params.profile, await client.getWWebVersion(), currentIndexHtml) : false;
    },
    close: async () => {
      clearInterval(timer);
      await client.destroy();
    },
  };
};
