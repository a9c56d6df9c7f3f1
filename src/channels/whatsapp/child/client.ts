import pkg, { type Client, type ClientOptions } from 'whatsapp-web.js';
import { pagesFolder } from '../kept-pages.ts';
import type { ChildEvent, OpenParams } from '../messages.ts';
import { KeepingAuth } from './auth.ts';
import { pageOf } from './page-of.ts';

/** Without an end of its own: the parent counts. */
const loadWithinMs = 60_000;

/** The library's client, not started yet. Everything that concerns the parent goes to `emit`. */
export const createClient = (
  { profile, executable, args, phone, build, protocolMs }: OpenParams,
  emit: (event: ChildEvent) => void,
): Client => {
  const client: Client = new pkg.Client({
    authStrategy: new KeepingAuth(profile, async () => {
      watchBrowser(client, emit);
      // One that WhatsApp Web left in the profile would load the newest page, and nobody could put another in its place.
      if (build !== null) await pageOf(client).setBypassServiceWorker(true);
    }),
    authTimeoutMs: loadWithinMs,
    // By itself the library would keep a copy of every page in the working folder.
    webVersionCache: build === null ? { type: 'none' } : { type: 'local', path: pagesFolder(profile), strict: true },
    ...(build === null ? {} : { webVersion: build }),
    ...(phone === null ? {} : { pairWithPhoneNumber: { phoneNumber: phone } }),
    evalOnNewDoc: keepNames,
    puppeteer: {
      headless: true,
      executablePath: executable,
      args: [...args],
      // With a pipe the browser ends with this process, whatever kills it.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: protocolMs,
      defaultViewport: null,
    } as NonNullable<ClientOptions['puppeteer']>,
  });
  client.on('qr', (qr) => emit({ event: 'qr', qr }));
  client.on('code', (code) => emit({ event: 'code', code }));
  client.on('authenticated', () => emit({ event: 'authenticated' }));
  client.on('change_state', (state) => emit({ event: 'state', state: String(state) }));
  client.on('disconnected', (reason) => emit({ event: 'disconnected', reason: String(reason) }));
  return client;
};

const watchBrowser = (client: Client, emit: (event: ChildEvent) => void): void => {
  const { pupBrowser, pupPage } = client;
  if (!pupBrowser || !pupPage) throw new Error('the library has no browser yet');
  emit({ event: 'browser', pid: pupBrowser.process()?.pid ?? 0 });
  pupBrowser.on('disconnected', () => emit({ event: 'fault', words: 'the browser ended' }));
  pupPage.on('error', () => emit({ event: 'fault', words: 'the page crashed' }));
};

/**
 * tsx names inner functions by a helper that does not exist in the page, where they run. A text, so that it is not named
 * that way itself; the library hands it to puppeteer, which takes both.
 */
const keepNames = 'globalThis.__name = (named) => named' as unknown as NonNullable<ClientOptions['evalOnNewDoc']>;
