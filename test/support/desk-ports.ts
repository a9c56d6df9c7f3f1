import type { ArchivedArticle } from '../../src/article/archive.ts';
import type { Article } from '../../src/article/article.ts';
import type { ChannelConfig } from '../../src/article/channel.ts';
import {
  type Attempt,
  type Delivery,
  type DeliveryState,
  deliveryId,
  deliveryStates,
} from '../../src/article/delivery.ts';
import type { LaneJob } from '../../src/article/lane.ts';
import type { ChannelPost, Outcome } from '../../src/desk/desk.ts';
import type { DeskPorts, Holder, Session } from '../../src/desk/ports.ts';
import type { WhatsappView } from '../../src/desk/whatsapp.ts';
import { channelOf, deskNow, postOf } from './desk-words.ts';

/** Ports in memory, as strict as the real ones: what a command does can be read, and Redis can be taken away. */
export const createDeskPorts = (
  channels: readonly ChannelConfig[] = [
    channelOf('tg-ru', { platform: 'telegram', target: '@herald_ru' }),
    channelOf('preview-ru'),
  ],
) => {
  const seen = {
    events: [] as { readonly type: string; readonly data: unknown }[],
    jobs: [] as LaneJob[],
    audits: [] as string[],
    archive: new Map<string, ArchivedArticle>(),
    deliveries: new Map<string, Delivery>(),
    attempts: new Map<string, readonly Attempt[]>(),
    paused: new Set<string>(),
    posts: [] as ChannelPost[],
    pages: new Map<string, Outcome<Article>>(),
    tokens: new Map<string, Holder>(),
    sessions: new Map<string, { readonly session: Session; readonly ttlMs: number }>(),
    watchers: new Set<(id: string) => void>(),
    linkRequests: [] as { readonly by: string; readonly phone?: string }[],
  };
  const link = { away: null as Error | null };
  const account = { view: null as WhatsappView | null };

  const reach = async (): Promise<void> => {
    if (link.away) throw link.away;
  };
  const change = (article: string, channel: string, changes: Partial<Delivery>): void => {
    const delivery = seen.deliveries.get(deliveryId(article, channel));
    if (delivery) seen.deliveries.set(delivery.id, { ...delivery, ...changes });
  };
  const unused = async (): Promise<never> => {
    throw new TypeError('the desk has no business here');
  };
  const countState = (channel: string, state: DeliveryState): number =>
    [...seen.deliveries.values()].filter((one) => one.channel === channel && one.state === state).length;

  const ports: DeskPorts = {
    channels,
    inbox: {
      add: async (type, data) => {
        await reach();
        seen.events.push({ type, data });
      },
    },
    ledger: {
      plan: unused,
      begin: unused,
      settle: unused,
      askPerson: unused,
      noteLook: unused,
      messageIds: async (channel, floor) => {
        await reach();
        return [...seen.deliveries.values()]
          .flatMap((one) => (one.channel === channel && one.messageId !== null ? one.messageId : []))
          .filter((messageId) => Number(messageId) > Number(floor));
      },
      adopt: unused,
      restate: unused,
      resolve: async (article, channel, answer) => {
        await reach();
        const delivery = seen.deliveries.get(deliveryId(article, channel));
        if (!delivery) return 'no-such-delivery';
        if (delivery.state !== 'unknown') return 'not-unknown';
        if (answer.tookEffect) {
          const { messageId, link } = answer;
          change(article, channel, { state: 'sent', needs: null, revision: 1, messageId, link });
        } else {
          change(article, channel, { state: 'planned', needs: null });
        }
        return 'resolved';
      },
      hold: async (article, channel, by) => {
        await reach();
        const delivery = seen.deliveries.get(deliveryId(article, channel));
        if (!delivery) return 'no-such-delivery';
        const { state, revision, wanted } = delivery;
        if (!['planned', 'refused', 'unknown'].includes(state) || revision > 0 || wanted === null)
          return 'not-holdable';
        change(article, channel, { state: 'unknown', needs: 'person', reason: `${by} posts it by hand` });
        return 'held';
      },
      retry: async (article, channel) => {
        await reach();
        const delivery = seen.deliveries.get(deliveryId(article, channel));
        if (!delivery) return 'no-such-delivery';
        if (!['refused', 'skipped'].includes(delivery.state) || delivery.wanted === null) return 'not-retryable';
        change(article, channel, { state: delivery.revision === 0 ? 'planned' : 'sent', reason: null });
        return 'planned';
      },
      get: async (article, channel) => {
        await reach();
        return seen.deliveries.get(deliveryId(article, channel)) ?? null;
      },
      attempts: async (article, channel) => {
        await reach();
        return seen.attempts.get(deliveryId(article, channel)) ?? [];
      },
      list: async ({ states = deliveryStates, channels: asked = [], order = 'newest', limit }) => {
        await reach();
        return [...seen.deliveries.values()]
          .filter((one) => states.includes(one.state) && asked.includes(one.channel))
          .sort((one, other) => (one.plannedAt - other.plannedAt) * (order === 'oldest' ? 1 : -1))
          .slice(0, limit);
      },
      ofArticle: async (article, asked) => {
        await reach();
        return asked.flatMap((channel) => seen.deliveries.get(deliveryId(article, channel)) ?? []);
      },
      counts: async (channel) => {
        await reach();
        return Object.fromEntries(deliveryStates.map((state) => [state, countState(channel, state)])) as Record<
          DeliveryState,
          number
        >;
      },
      now: async () => {
        await reach();
        return deskNow;
      },
    },
    archive: {
      accept: unused,
      reserve: unused,
      retract: unused,
      get: async (id) => {
        await reach();
        return seen.archive.get(id) ?? null;
      },
    },
    lanes: {
      add: async (job) => {
        await reach();
        seen.jobs.push(job);
      },
      pause: async (channel) => {
        await reach();
        seen.paused.add(channel);
      },
      resume: async (channel) => {
        await reach();
        seen.paused.delete(channel);
      },
      view: async (channel) => {
        await reach();
        return { paused: seen.paused.has(channel), hold: null, waiting: 3, active: 1, delayed: 2 };
      },
    },
    statuses: {
      get: async (channel) => {
        await reach();
        return channel === 'tg-ru' ? { state: 'ready', detail: 'may post', hint: null } : null;
      },
    },
    posts: {
      list: async (_channel, limit) => {
        await reach();
        return seen.posts.slice(0, limit);
      },
    },
    whatsapp: {
      view: async () => {
        await reach();
        return account.view;
      },
      askLink: async (request) => {
        await reach();
        seen.linkRequests.push(request);
      },
    },
    readPage: async (url) =>
      seen.pages.get(url) ?? {
        ok: false,
        fault: { code: 'invalid', message: `${url} answers 404`, hint: 'check the address' },
      },
    compose: async (article) => postOf(article),
    tokens: {
      put: async (hash, holder) => {
        await reach();
        seen.tokens.set(hash, holder);
      },
      find: async (hash) => {
        await reach();
        return seen.tokens.get(hash) ?? null;
      },
      list: async () => {
        await reach();
        return [...seen.tokens.values()];
      },
      remove: async (name) => {
        await reach();
        const found = [...seen.tokens].filter(([, holder]) => holder.name === name);
        for (const [hash] of found) seen.tokens.delete(hash);
        return found.length > 0;
      },
    },
    sessions: {
      put: async (hash, session, ttlMs) => {
        await reach();
        seen.sessions.set(hash, { session, ttlMs });
      },
      find: async (hash) => {
        await reach();
        return seen.sessions.get(hash)?.session ?? null;
      },
      remove: async (hash) => {
        await reach();
        seen.sessions.delete(hash);
      },
    },
    live: {
      watch: async (onChange) => {
        await reach();
        seen.watchers.add(onChange);
        return async () => {
          seen.watchers.delete(onChange);
        };
      },
    },
    audit: ({ actor, command, subject }) => {
      seen.audits.push(`${actor} ${command} ${subject}`);
    },
    adminToken: 'first-admin-token-0123456789',
  };

  return {
    ports,
    seen,
    /** Puts a delivery into the ledger and tells whoever watches. */
    settle: (delivery: Delivery): void => {
      seen.deliveries.set(delivery.id, delivery);
      for (const onChange of seen.watchers) onChange(delivery.id);
    },
    archive: (article: Article, changes: Partial<ArchivedArticle> = {}): void => {
      seen.archive.set(article.id, {
        article,
        post: postOf(article),
        retracted: false,
        duplicateOf: null,
        nearDuplicateOf: null,
        ...changes,
      });
    },
    /** What the worker that holds the WhatsApp account says of it; null: there is none. */
    showWhatsapp: (view: WhatsappView | null): void => {
      account.view = view;
    },
    /** From now on every port fails so; null: none. */
    failWith: (error: Error | null): void => {
      link.away = error;
    },
  };
};

export type DeskPortsInMemory = ReturnType<typeof createDeskPorts>;
