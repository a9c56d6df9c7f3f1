import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChats, newChannel, newPrivateChat } from './chats.ts';
import { createClock } from './clock.ts';
import { createFaultBook } from './fault-book.ts';
import { createFlood } from './flood.ts';
import { createPeople } from './people.ts';
import { createPhotos } from './photos.ts';
import type { BotApi, BotApiOptions } from './port.ts';
import { createRequestLog } from './requests.ts';
import { createApiServer, type House } from './serve.ts';
import { createUpdates } from './updates.ts';
import type { World } from './world.ts';

const TOKEN = '700123456:AAStandInForTheBotApi_of-Telegram00';
const KEEP = 50_000;

/** Starts the stand-in on 127.0.0.1, on a free port. */
export const startBotApi = async (options: BotApiOptions = {}): Promise<BotApi> => {
  const token = options.token ?? TOKEN;
  const prefix = (options.prefix ?? '').replace(/\/+$/, '');
  const keep = options.keep ?? KEEP;
  const clock = createClock(options.frozen);
  const chats = createChats();
  const faults = createFaultBook(clock, (ref) => chats.get(ref)?.id ?? null);
  const world: World = {
    bot: { id: Number(token.split(':')[0]), username: 'tellal_test_bot' },
    clock,
    chats,
    photos: createPhotos(),
    updates: createUpdates(clock),
    callbacks: new Map(),
    keep,
  };
  const house: House = {
    world,
    token,
    prefix,
    faults,
    requests: createRequestLog(keep),
    violations: [],
    flood: options.flood ? createFlood(clock) : null,
    absorbMs: options.absorbMs ?? 0,
  };
  const server = createApiServer(house);
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}${prefix}/`,
    token,
    bot: world.bot,
    clock,
    faults: faults.port,
    requests: house.requests.list,
    violations: house.violations,
    addChannel: (setup) => chats.add(newChannel(setup)),
    addPerson: (person) => chats.add(newPrivateChat(person)),
    servePicture: world.photos.serve,
    ...createPeople(world),
    goDown: () => stopListening(server),
    comeBack: () => listen(server, port),
    close: async () => {
      clock.stop();
      if (server.listening) await stopListening(server);
    },
  };
};

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
