import { once } from 'node:events';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createBuilds } from './builds.ts';
import { createCertificate } from './certificate.ts';
import { createChannels, showPosts } from './channels.ts';
import { createFaultBook } from './fault-book.ts';
import { createFreezer } from './freezer.ts';
import { createPages } from './pages.ts';
import { createPeople } from './people.ts';
import { createPhone } from './phone.ts';
import type { ChannelRef, SocketState, WhatsappWeb, WhatsappWebOptions } from './port.ts';
import { createRequestLog } from './requests.ts';
import { createWebServer } from './serve.ts';
import { createLocalRows, createSession, type World } from './world.ts';

const HOST = 'web.whatsapp.com';
const VERSION = '2.3000.1031490220';
const LASTING: readonly SocketState[] = ['TOS_BLOCK', 'SMB_TOS_BLOCK', 'PROXYBLOCK', 'DEPRECATED_VERSION'];

/** Starts the stand-in on 127.0.0.1, on a free port. */
export const startWhatsappWeb = async (options: WhatsappWebOptions = {}): Promise<WhatsappWeb> => {
  const { version = VERSION, ghosts = true, historyPage = 20 } = options;
  const channels = createChannels();
  const builds = createBuilds(version);
  const pages = createPages();
  const phone = createPhone(pages, (device, page) => createSession(device, page, world));
  const world: World = {
    ...{ builds, channels, pages, phone, historyPage },
    uploads: new Map(),
    localRows: createLocalRows(ghosts),
    state: 'CONNECTED',
  };
  const idOf = (ref: ChannelRef): string | null => channels.get(ref)?.id ?? null;
  const faults = createFaultBook(idOf);
  const requests = createRequestLog(idOf);
  const violations: string[] = [];
  let loads = 0;

  const house = {
    ...{ world, builds, faults, requests, violations },
    freezer: createFreezer(),
    countLoad: () => {
      loads += 1;
    },
  };
  const server = createWebServer(house, createCertificate(HOST));
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;

  const web: Omit<WhatsappWeb, keyof typeof phone.port> = {
    ...{ violations, faults: faults.port, requests: requests.list },
    ...createPeople(world),
    browserArgs: argsFor(port),
    get version() {
      return builds.newest;
    },
    get loads() {
      return loads;
    },
    get frozen() {
      return house.freezer.held();
    },
    addChannel: channels.add,
    setRole: (ref, role) => {
      channels.need(ref).role = role;
    },
    posts: (ref) => showPosts(channels.need(ref)),
    history: (ref) => channels.need(ref).events,
    logOut: () => {
      phone.unlinkAll();
      for (const page of pages.all()) if (page.device !== null) pages.push(page.id, { kind: 'logout' });
    },
    setState: (state) => {
      world.state = LASTING.includes(state) ? state : 'CONNECTED';
      if (state === 'UNPAIRED') phone.unlinkAll();
      const told = pages.all().filter(({ device }) => device !== null || state !== 'CONNECTED');
      for (const page of told) pages.push(page.id, { kind: 'state', state });
    },
    drift: builds.drift,
    release: (newer, drift = []) => builds.release(newer, drift),
    withdraw: builds.withdraw,
    deprecate: (older) => {
      builds.deprecate(older);
      for (const { id, build } of pages.all())
        if (build === older) pages.push(id, { kind: 'state', state: 'DEPRECATED_VERSION' });
    },
    reload: () => pages.pushAll({ kind: 'act', act: 'reload' }),
    goDown: () => stopListening(server),
    comeBack: () => listen(server, port),
    close: async () => {
      faults.stop();
      if (server.listening) await stopListening(server);
    },
  };
  return Object.defineProperties(web, Object.getOwnPropertyDescriptors(phone.port)) as WhatsappWeb;
};

/** Nothing but the stand-in can be resolved: no call escapes. V8's own syntax is how a page brings its renderer down. */
const argsFor = (port: number): readonly string[] => [
  `--host-resolver-rules=MAP ${HOST}:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  '--ignore-certificate-errors',
  '--js-flags=--allow-natives-syntax',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const listen = async (server: Server, port: number): Promise<void> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
};

const stopListening = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};
