import type { Article } from '../../src/article/article.ts';
import { type Delivery, type DeliveryState, deliveryId } from '../../src/article/delivery.ts';
import type { Post } from '../../src/article/post.ts';
import {
  type Actor,
  type ChannelPost,
  type ChannelPreview,
  type ChannelView,
  type Desk,
  type Fault,
  type Outcome,
  type PushRequest,
  type Role,
  roles,
} from '../../src/desk/desk.ts';
import type { WhatsappView } from '../../src/desk/whatsapp.ts';
import { createFakeAccess } from './fake-access.ts';
import { channelOf, escapeHtml, fail, now, ok, readArticle } from './fake-desk-words.ts';

export interface FakeDesk {
  readonly desk: Desk;
  /** A token of each role. */
  readonly tokens: Readonly<Record<Role, string>>;
  /** Changes a delivery and tells whoever watches. */
  settle(id: string, change: Partial<Delivery>): void;
  /** Puts a post on a preview channel. */
  show(post: ChannelPost): void;
  /** From now on every command fails so; null: none. A word instead of a fault is thrown as an error. */
  failWith(fault: Fault | Error | null): void;
  readonly pushes: PushRequest[];
  /** How the WhatsApp account is from now on; null: no worker holds it. */
  showWhatsapp(view: WhatsappView | null): void;
  readonly linkRequests: { readonly phone?: string }[];
  watchers(): number;
}

/** The desk's port in memory: a stand-in for tests of the door before it, with rules just deep enough to be refused by. */
export const createFakeDesk = (): FakeDesk => {
  const channels = new Map<string, ChannelView>(
    [
      channelOf('tg-ru', 'telegram', 'telegram'),
      channelOf('wa-ru', 'whatsapp', 'whatsapp'),
      channelOf('preview-az', 'preview', 'telegram'),
    ].map((view) => [view.id, view]),
  );
  const articles = new Map<string, { article: Article; retracted: boolean }>();
  const deliveries = new Map<string, Delivery>();
  const posts: ChannelPost[] = [];
  const watchers = new Set<(delivery: Delivery) => void>();
  const pushes: PushRequest[] = [];
  const tokens = { viewer: 'token-of-vera', editor: 'token-of-elif', ops: 'token-of-omar', admin: 'token-of-aysel' };
  const actors = new Map<string, Actor>(
    Object.entries(tokens).map(([role, token]) => [token, { name: token.slice(9), role: role as Role }]),
  );
  let failure: Fault | Error | null = null;
  let whatsapp: WhatsappView | null = null;
  const linkRequests: { readonly phone?: string }[] = [];

  const settle = (id: string, change: Partial<Delivery>): void => {
    const before = deliveries.get(id);
    if (!before) throw new Error(`no delivery ${id}`);
    const after = { ...before, ...change };
    deliveries.set(id, after);
    for (const watcher of watchers) watcher(after);
  };

  const command = async <T>(actor: Actor, least: Role, run: () => Outcome<T>): Promise<Outcome<T>> => {
    if (failure instanceof Error) throw failure;
    if (failure) return { ok: false, fault: failure };
    if (roles.indexOf(actor.role) < roles.indexOf(least)) {
      return fail('forbidden', `A ${actor.role} may not do this.`, { hint: `Ask someone with the role ${least}.` });
    }
    return run();
  };

  const compose = (article: Article): Post => ({
    headline: article.title,
    summary: article.summary ?? article.text ?? '',
    link: article.url,
    image: article.image,
    credit: null,
    tags: article.tags,
    section: article.section,
    language: article.language ?? 'und',
    breaking: article.priority === 'breaking',
    confidence: 0.8,
  });

  const render = (view: ChannelView, post: Post, to: readonly string[] | undefined): ChannelPreview => {
    const skippedBy = to && !to.includes(view.id) ? 'not chosen' : null;
    const text =
      view.looks === 'telegram'
        ? `<b>${escapeHtml(post.headline)}</b>\n\n${escapeHtml(post.summary)}\n\n<a href="${post.link}">${post.link}</a>`
        : `*${post.headline}*\n\n${post.summary}\n\n${post.link}`;
    const { id, platform, looks } = view;
    const shown = skippedBy === null ? text : null;
    return {
      channel: id,
      platform,
      looks,
      text: shown,
      image: post.image,
      skippedBy,
      length: shown?.length ?? 0,
      limit: 4096,
    };
  };

  const plan = (article: string, channel: string, skippedBy: string | null): void => {
    const id = deliveryId(article, channel);
    const state = skippedBy === null ? 'planned' : 'skipped';
    const times = { plannedAt: now, dueAt: null, sentAt: null };
    const standing = { needs: null, revision: 0, wanted: 1, messageId: null, link: null, attempts: 0 } as const;
    deliveries.set(id, { id, article, channel, state, reason: skippedBy, ...standing, ...times });
    settle(id, {});
  };

  const setPaused = (id: string, paused: boolean): Outcome<null> => {
    const view = channels.get(id);
    if (!view) return fail('not-found', `There is no channel ${id}.`);
    channels.set(id, { ...view, paused });
    return ok(null);
  };

  const change = (id: string, from: readonly DeliveryState[], next: Partial<Delivery>): Outcome<Delivery> => {
    const delivery = deliveries.get(id);
    if (!delivery) return fail('not-found', `There is no delivery ${id}.`);
    if (!from.includes(delivery.state)) return fail('conflict', `The delivery is ${delivery.state}.`);
    settle(id, next);
    return ok({ ...delivery, ...next });
  };

  const desk: Desk = {
    push: (actor, request) =>
      command(actor, 'editor', () => {
        const article = readArticle(request.article);
        if (!article.ok) return article;
        pushes.push(request);
        articles.set(article.value.id, { article: article.value, retracted: false });
        for (const view of channels.values()) {
          plan(article.value.id, view.id, render(view, compose(article.value), request.to).skippedBy);
        }
        return ok({ id: article.value.id, revision: 1 });
      }),
    draft: (actor, url) =>
      command(actor, 'editor', () =>
        URL.canParse(url)
          ? readArticle({
              id: 'read-1',
              url,
              title: 'Bakıda yeni körpü açıldı',
              text: 'Körpü şəhərin iki hissəsini birləşdirir.',
              language: 'az',
            })
          : fail('invalid', 'This is not an address.', { hint: 'Paste an address that begins with https://.' }),
      ),
    preview: (actor, request) =>
      command(actor, 'editor', () => {
        const article = readArticle({ id: 'draft', url: '', ...(request.article as object) }, ['title']);
        if (!article.ok) return article;
        const post = compose(article.value);
        return ok({
          article: article.value,
          post,
          channels: [...channels.values()].map((view) => render(view, post, request.to)),
        });
      }),
    correct: (actor, id, input) =>
      command(actor, 'editor', () => {
        const known = articles.get(id);
        const article = readArticle({ ...(input as Partial<Article>), id });
        if (!article.ok) return article;
        if (known?.retracted)
          return fail('conflict', 'The article was taken back.', { hint: 'Publish it under a new id.' });
        articles.set(id, { article: { ...article.value, revision: 2 }, retracted: false });
        return ok({ id, revision: 2 });
      }),
    retract: (actor, id) =>
      command(actor, 'editor', () => {
        const known = articles.get(id);
        if (!known) return fail('not-found', `There is no article ${id}.`);
        articles.set(id, { ...known, retracted: true });
        return ok({ id, revision: null });
      }),
    article: (actor, id) =>
      command(actor, 'viewer', () => {
        const known = articles.get(id);
        if (!known)
          return fail('not-found', `There is no article ${id}.`, {
            hint: 'Events are read within seconds; look again.',
          });
        return ok({
          article: { ...known.article, retracted: known.retracted },
          post: compose(known.article),
          deliveries: [...deliveries.values()].filter((delivery) => delivery.article === id),
        });
      }),
    deliveries: (actor, { state, channel, limit = 100 }) =>
      command(actor, 'viewer', () =>
        ok(
          [...deliveries.values()]
            .filter((delivery) => (!state || delivery.state === state) && (!channel || delivery.channel === channel))
            .slice(0, limit),
        ),
      ),
    channels: (actor) => command(actor, 'viewer', () => ok([...channels.values()])),
    posts: (actor, channel, limit) =>
      command(actor, 'viewer', () =>
        channels.get(channel)?.platform === 'preview'
          ? ok(posts.slice(0, limit))
          : fail('not-found', `${channel} is not a preview channel.`),
      ),
    pause: (actor, channel) => command(actor, 'ops', () => setPaused(channel, true)),
    resume: (actor, channel) => command(actor, 'ops', () => setPaused(channel, false)),
    retry: (actor, id) =>
      command(actor, 'editor', () => change(id, ['refused', 'skipped'], { state: 'planned', reason: null })),
    readyCards: (actor, id) =>
      command(actor, 'editor', () => {
        const known = articles.get(id);
        const view = channels.get('wa-ru');
        const delivery = deliveries.get(deliveryId(id, 'wa-ru'));
        if (!known || !view || !delivery) return ok([]);
        const held = delivery.needs === 'person';
        const waits = delivery.state === 'planned' && whatsapp?.state !== 'ready';
        if (!held && !waits && delivery.state !== 'refused') return ok([]);
        const { text, image, looks } = render(view, compose(known.article), undefined);
        const address = 'https://whatsapp.com/channel/0029Va1';
        return ok([{ delivery, looks, text: text ?? '', image, address, held }]);
      }),
    hold: (actor, id) =>
      command(actor, 'editor', () =>
        change(id, ['planned', 'refused', 'unknown'], {
          state: 'unknown',
          needs: 'person',
          reason: `${actor.name} posts it by hand`,
        }),
      ),
    resolve: (actor, id, answer) =>
      command(actor, 'editor', () =>
        change(
          id,
          answer.sent ? ['unknown', 'planned', 'refused'] : ['unknown'],
          answer.sent ? { state: 'sent', needs: null, messageId: answer.messageId } : { state: 'planned', needs: null },
        ),
      ),
    hasWhatsapp: true,
    whatsapp: (actor) => command(actor, 'viewer', () => ok(whatsapp)),
    linkWhatsapp: (actor, by) =>
      command(actor, 'ops', () => {
        if (!whatsapp) return fail('unavailable', 'No worker holds the account.', { hint: 'Start a worker.' });
        linkRequests.push(by);
        return ok(null);
      }),
    follow: (channel) =>
      channels.get(channel)?.target ? ok(`https://t.me/herald`) : fail('not-found', `${channel} cannot be followed.`),
    watch: async (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    access: createFakeAccess(actors, () => failure, command),
  };

  return {
    desk,
    tokens,
    settle,
    show: (post) => posts.unshift(post),
    failWith: (next) => {
      failure = next;
    },
    pushes,
    linkRequests,
    showWhatsapp: (view) => {
      whatsapp = view;
    },
    watchers: () => watchers.size,
  };
};
