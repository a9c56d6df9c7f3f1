import type { Article } from '../article/article.ts';
import type { ChannelStatus, Platform } from '../article/channel.ts';
import type { Delivery, DeliveryState } from '../article/delivery.ts';
import type { Hold } from '../article/lane.ts';
import type { Looks, Post } from '../article/post.ts';
import type { WhatsappView } from './whatsapp.ts';

/** viewer reads; editor pushes, corrects, takes back, retries, holds, resolves; ops also pauses lanes and changes queues; admin also gives access. */
export const roles = ['viewer', 'editor', 'ops', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who gives a command; `name` stands in the audit line. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
}

/** Why a command was not carried out: the fault, and the remedy in `hint`. */
export interface Fault {
  readonly code: 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable';
  readonly message: string;
  readonly hint?: string;
  /** Each message is a sentence that names its path. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export interface PushRequest {
  /** An `article` object as in the queue contract, not yet checked. */
  readonly article: unknown;
  readonly to?: readonly string[];
  readonly at?: string;
  readonly breaking?: boolean;
}

export interface Pushed {
  readonly id: string;
  readonly revision: number | null;
}

/** What one channel would say. */
export interface ChannelPreview {
  readonly channel: string;
  readonly platform: Platform;
  readonly looks: Looks;
  /** null if the channel would be told nothing; then `skippedBy` names the rule. */
  readonly text: string | null;
  readonly image: string | null;
  readonly skippedBy: string | null;
  /** Length by the platform's own count, and its limit. */
  readonly length: number;
  readonly limit: number;
}

export interface Preview {
  readonly article: Article;
  readonly post: Post;
  readonly channels: readonly ChannelPreview[];
}

export interface ChannelView {
  readonly id: string;
  readonly platform: Platform;
  readonly looks: Looks;
  readonly target: string | null;
  readonly paused: boolean;
  /** The platform asked the lane to wait, e.g. for twelve hours after a flood; resuming it tries at once. */
  readonly hold: Hold | null;
  readonly status: ChannelStatus;
  readonly lane: { readonly waiting: number; readonly active: number; readonly delayed: number };
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
}

export interface ArticleView {
  readonly article: Article & { readonly retracted: boolean };
  readonly post: Post | null;
  readonly deliveries: readonly Delivery[];
}

/** What a preview channel's subscribers see. Times are ISO 8601. */
export interface ChannelPost {
  readonly messageId: string;
  readonly text: string;
  readonly image: string | null;
  readonly sentAt: string;
  readonly editedAt: string | null;
}

/** A post that is ready for a person to put on its channel by hand. */
export interface ReadyCard {
  readonly delivery: Delivery;
  readonly looks: Looks;
  /** In the markup of its platform, exactly as Tellal would send it. */
  readonly text: string;
  /** The picture whose caption the text is; null: a text alone. */
  readonly image: string | null;
  /** Where the channel is; null: it has no public address. */
  readonly address: string | null;
  /** A person has it in hand, or is asked: Tellal does not send it. */
  readonly held: boolean;
}

/** What an editor and ops can do. Every command checks the role and leaves an audit line. */
export interface Desk {
  push(actor: Actor, request: PushRequest): Promise<Outcome<Pushed>>;
  /** Fetches a page and reads it as an article (`id` from the address), for a push of a bare URL. */
  draft(actor: Actor, url: string): Promise<Outcome<Article>>;
  preview(actor: Actor, request: PushRequest): Promise<Outcome<Preview>>;
  correct(actor: Actor, id: string, article: unknown): Promise<Outcome<Pushed>>;
  retract(actor: Actor, id: string): Promise<Outcome<Pushed>>;
  article(actor: Actor, id: string): Promise<Outcome<ArticleView>>;
  deliveries(
    actor: Actor,
    query: {
      readonly state?: string;
      readonly channel?: string;
      /** By planning; default `newest` first. */
      readonly order?: 'newest' | 'oldest';
      readonly limit?: number;
    },
  ): Promise<Outcome<readonly Delivery[]>>;
  channels(actor: Actor): Promise<Outcome<readonly ChannelView[]>>;
  posts(actor: Actor, channel: string, limit: number): Promise<Outcome<readonly ChannelPost[]>>;
  pause(actor: Actor, channel: string): Promise<Outcome<null>>;
  resume(actor: Actor, channel: string): Promise<Outcome<null>>;
  retry(actor: Actor, delivery: string): Promise<Outcome<Delivery>>;
  /** Of an article on WhatsApp: what waits, was refused or is unknown. */
  readyCards(actor: Actor, article: string): Promise<Outcome<readonly ReadyCard[]>>;
  /** Tellal no longer sends this post: the person does, and then says with `resolve` what came of it. */
  hold(actor: Actor, delivery: string): Promise<Outcome<Delivery>>;
  /** `messageId`: the id of the post, or its link. */
  resolve(
    actor: Actor,
    delivery: string,
    answer: { readonly sent: true; readonly messageId: string | null } | { readonly sent: false },
  ): Promise<Outcome<Delivery>>;
  /** False: no channel posts to WhatsApp. */
  readonly hasWhatsapp: boolean;
  /** How the WhatsApp account is; null: no worker holds it. */
  whatsapp(actor: Actor): Promise<Outcome<WhatsappView | null>>;
  /** Has the worker show what links a phone: a QR, or a code to type into the phone that has the number `phone`. */
  linkWhatsapp(actor: Actor, by: { readonly phone?: string }): Promise<Outcome<null>>;
  /** Where a reader of an article page goes to follow the channel; public. */
  follow(channel: string): Outcome<string>;
  /** Calls back with each delivery whose state changed; returns how to stop. */
  watch(onChange: (delivery: Delivery) => void): Promise<() => void>;
  readonly access: Access;
}

/** Tokens and console sessions; only hashes are stored. */
export interface Access {
  /** The actor a Bearer token belongs to. */
  authenticate(token: string): Promise<Actor | null>;
  /** A console session for a token: the cookie's value, and the token that its forms carry. */
  login(token: string): Promise<{ readonly session: string; readonly actor: Actor } | null>;
  session(session: string): Promise<{ readonly actor: Actor; readonly csrf: string } | null>;
  logout(session: string): Promise<void>;
  /** A new token, shown this once. Admins only; a taken name is a conflict. */
  grant(actor: Actor, name: string, role: Role): Promise<Outcome<{ readonly token: string }>>;
  revoke(actor: Actor, name: string): Promise<Outcome<null>>;
  holders(actor: Actor): Promise<Outcome<readonly { readonly name: string; readonly role: Role }[]>>;
}
