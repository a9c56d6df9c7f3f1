import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import whatsapp, { type Client, type ClientOptions, type Message, type MessageMedia } from 'whatsapp-web.js';
import { waitFor } from '../wait-for.ts';
import type { WhatsappWeb } from './port.ts';

/** A profile folder and the unmodified library on it, one browser at a time. */
export interface Profile {
  /** What the newest client emitted, in order: the name, then the argument where it is text or a number. */
  readonly events: readonly string[];
  /** Starts a browser with a client, in place of the one before; resolves when `initialize` does. */
  start(options?: Partial<ClientOptions>): Promise<Client>;
  /** Starts, has the phone scan the QR unless the profile is linked, and waits for `ready`. */
  startReady(): Promise<Client>;
  /** Closes the browser; the session stays in the folder. */
  stop(): Promise<void>;
  /** Stops, and removes the folder. */
  remove(): Promise<void>;
}

/** The library asks for previews and read marks unless it is told not to. */
export const plain = { linkPreview: false, sendSeen: false } as const;

const EVENTS =
  'qr code authenticated ready change_state disconnected message_ack message_create message message_edit'.split(' ');

export const createProfile = async (web: WhatsappWeb): Promise<Profile> => {
  const dataPath = await mkdtemp(join(tmpdir(), 'tellal-whatsapp-'));
  const events: string[] = [];
  let client: Client | null = null;

  const stop = async (): Promise<void> => {
    const browser = client?.pupBrowser;
    client = null;
    const child = browser?.process();
    if (browser?.connected) await browser.close();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    // Whoever kills it at once loses what the profile has yet to write.
    const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await once(child, 'exit');
    clearTimeout(impatience);
  };
  const start = async (options: Partial<ClientOptions> = {}): Promise<Client> => {
    await stop();
    events.length = 0;
    client = new whatsapp.Client({
      authStrategy: new whatsapp.LocalAuth({ dataPath }),
      webVersionCache: { type: 'none' },
      puppeteer: { executablePath: '/usr/bin/chromium', args: [...web.browserArgs], pipe: true },
      ...options,
    });
    for (const name of EVENTS) {
      client.on(name, (argument: unknown) => {
        events.push(typeof argument === 'string' || typeof argument === 'number' ? `${name} ${argument}` : name);
      });
    }
    await client.initialize();
    return client;
  };

  return {
    ...{ events, start, stop },
    startReady: async () => {
      const started = await start();
      await waitFor('ready', () => events.includes('ready') || (web.qr !== null && web.scan() && false));
      return started;
    },
    remove: async () => {
      await stop();
      await rm(dataPath, { recursive: true, force: true, maxRetries: 10 });
    },
  };
};

/** The only proof that the server took a post. */
export const serverIdOf = (message: Message | null | undefined): number | undefined =>
  (message?.rawData as { readonly serverId?: number } | undefined)?.serverId;

export const pictureOf = (bytes: Buffer): MessageMedia =>
  new whatsapp.MessageMedia('image/png', bytes.toString('base64'), 'picture.png');
