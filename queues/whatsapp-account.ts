import type { WhatsappState } from '../src/article/whatsapp-account.ts';
import type { RedisClient } from './connection.ts';
import { houseSlot } from './keys.ts';

/** Why no browser is started until a person acts. */
interface Verdict {
  readonly state: WhatsappState;
  readonly detail: string;
  /** The build of WhatsApp Web that cannot be used, where an older one might. */
  readonly build?: string;
}

/** Somebody asks that the account be linked; `phone`: by a pairing code for this number instead of a QR. */
export interface StoredLinkRequest {
  readonly by: string;
  readonly phone?: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const viewKey = `${houseSlot}:whatsapp:account`;
const requestKey = `${houseSlot}:whatsapp:link-request`;
const linkedKey = `${houseSlot}:whatsapp:linked-at`;
const provedBuildKey = `${houseSlot}:whatsapp:proved-build`;
const verdictKey = `${houseSlot}:whatsapp:verdict`;

/** The process that holds the account says anew how it is far more often than that. */
const viewSeconds = 30;
const requestSeconds = 5 * 60;

/** How the WhatsApp account is, and who wants it linked; shared by the process that holds it and the doors of the desk. */
export const createWhatsappAccountRecord = <View extends object>(redis: RedisClient) => {
  const now = async (): Promise<number> => {
    const [seconds, micros] = await redis.time();
    return Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
  };
  return {
    publish: async (view: View): Promise<void> => {
      await redis.set(viewKey, JSON.stringify({ ...view, at: await now() }), 'EX', viewSeconds);
    },
    /** Null: no worker holds the account. `at`: epoch milliseconds. */
    view: async (): Promise<(View & { readonly at: number }) | null> => {
      const stored = await redis.get(viewKey);
      return stored === null ? null : (JSON.parse(stored) as View & { at: number });
    },
    forgetView: async (): Promise<void> => {
      await redis.del(viewKey);
    },
    askLink: async (request: Omit<StoredLinkRequest, 'at'>): Promise<void> => {
      await redis.set(requestKey, JSON.stringify({ ...request, at: await now() }), 'EX', requestSeconds);
    },
    /** Null: nobody asks, or not since five minutes. */
    linkRequest: async (): Promise<StoredLinkRequest | null> => {
      const stored = await redis.get(requestKey);
      return stored === null ? null : (JSON.parse(stored) as StoredLinkRequest);
    },
    dropLinkRequest: async (): Promise<void> => {
      await redis.del(requestKey);
    },
    noteLinked: async (): Promise<void> => {
      await redis.set(linkedKey, await now());
    },
    /** Milliseconds since the account was linked; null: not known. */
    linkedForMs: async (): Promise<number | null> => {
      const stored = await redis.get(linkedKey);
      return stored === null ? null : Math.max(0, (await now()) - Number(stored));
    },
    provedBuild: () => redis.get(provedBuildKey),
    noteProvedBuild: async (build: string): Promise<void> => {
      await redis.set(provedBuildKey, build);
    },
    verdict: async (): Promise<Verdict | null> => {
      const stored = await redis.get(verdictKey);
      return stored === null ? null : (JSON.parse(stored) as Verdict);
    },
    noteVerdict: async (verdict: Verdict, forMs: number | null): Promise<void> => {
      const json = JSON.stringify(verdict);
      await (forMs === null ? redis.set(verdictKey, json) : redis.set(verdictKey, json, 'PX', forMs));
    },
    dropVerdict: async (): Promise<void> => {
      await redis.del(verdictKey);
    },
  };
};
