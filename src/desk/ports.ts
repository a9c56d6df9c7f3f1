import type { Archive } from '../article/archive.ts';
import type { Article, EventType } from '../article/article.ts';
import type { ChannelConfig, ChannelStatus } from '../article/channel.ts';
import type { Hold, LaneJob } from '../article/lane.ts';
import type { Ledger } from '../article/ledger.ts';
import type { Post } from '../article/post.ts';
import type { Actor, ChannelPost, Outcome, Role } from './desk.ts';
import type { WhatsappView } from './whatsapp.ts';

/** What the desk needs of the world; the entry points hand it over. Every call fails within seconds when Redis is away. */
export interface DeskPorts {
  readonly channels: readonly ChannelConfig[];
  /** The `articles` queue; `data` is the event as in the queue contract. */
  readonly inbox: { add(type: EventType, data: unknown): Promise<void> };
  readonly ledger: Ledger;
  readonly archive: Archive;
  readonly lanes: Lanes;
  /** What the worker that runs a channel last said of it; null: no worker runs it. */
  readonly statuses: { get(channel: string): Promise<ChannelStatus | null> };
  /** What stands on a preview channel, newest first. */
  readonly posts: { list(channel: string, limit: number): Promise<readonly ChannelPost[]> };
  /** What the process that holds the WhatsApp account says and is asked; null: no channel posts to WhatsApp. */
  readonly whatsapp: WhatsappPort | null;
  /** Fetches a page, private addresses refused, and reads it as an article. */
  readonly readPage: (url: string) => Promise<Outcome<Article>>;
  readonly compose: (article: Article) => Promise<Post>;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  /** Calls back with the id of each delivery that changed. */
  readonly live: { watch(onChange: (deliveryId: string) => void): Promise<() => Promise<void>> };
  /** One line per command that changed something: who, what, on what. Never article text, never a token. */
  readonly audit: (line: { readonly actor: string; readonly command: string; readonly subject: string }) => void;
  /** From TELLAL_API_TOKEN: an admin's. */
  readonly adminToken: string | null;
}

export interface WhatsappPort {
  /** Null: no process holds the account. */
  view(): Promise<WhatsappView | null>;
  /** Digits of `phone` only; without it, a QR is wanted. Ends by itself after some minutes. */
  askLink(request: { readonly by: string; readonly phone?: string }): Promise<void>;
}

export interface Lanes {
  add(job: LaneJob): Promise<void>;
  pause(channel: string): Promise<void>;
  resume(channel: string): Promise<void>;
  view(channel: string): Promise<{
    readonly paused: boolean;
    /** Why it waits for its platform, and until when; null: it does not. */
    readonly hold: Hold | null;
    readonly waiting: number;
    readonly active: number;
    readonly delayed: number;
  }>;
}

export interface Holder {
  readonly name: string;
  readonly role: Role;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** Keyed by the SHA-256 of the token; the token itself is never stored. */
export interface TokenStore {
  put(hash: string, holder: Holder): Promise<void>;
  find(hash: string): Promise<Holder | null>;
  list(): Promise<readonly Holder[]>;
  /** False if nobody has that name. */
  remove(name: string): Promise<boolean>;
}

export interface Session {
  readonly actor: Actor;
  readonly csrf: string;
  /** Hash of the token it was opened with: a removed or changed token ends its sessions. */
  readonly tokenHash: string;
}

export interface SessionStore {
  put(hash: string, session: Session, ttlMs: number): Promise<void>;
  find(hash: string): Promise<Session | null>;
  remove(hash: string): Promise<void>;
}
