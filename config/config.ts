import type { ChannelConfig } from '../src/article/channel.ts';

/** newsroom.yaml, checked, every default filled in, frozen. Holds no secret, so it may be shown. */
export interface Config {
  readonly newsroom: Newsroom;
  readonly accounts: {
    /** null: not configured, and no channel needs it. */
    readonly telegram: TelegramAccount | null;
    readonly whatsapp: WhatsappAccount | null;
  };
  readonly channels: readonly ChannelConfig[];
  readonly fetch: {
    /** Hosts, `host:port` or CIDRs inside the house; all other private addresses are refused. */
    readonly allow: readonly string[];
  };
  readonly ingest: {
    readonly nearDuplicates: boolean;
    readonly windowMs: number;
  };
  readonly summary: {
    /** null: no language model is asked. */
    readonly llm: LanguageModel | null;
  };
}

export interface Newsroom {
  readonly name: string;
  readonly site: string | null;
  /** IANA name. */
  readonly timezone: string;
}

export interface LanguageModel {
  /** Where chat completions are asked for. */
  readonly url: string;
  readonly model: string;
  readonly timeoutMs: number;
}

export interface TelegramAccount {
  /** Ends with a slash. */
  readonly apiRoot: string;
  /** A private chat for proofs: `@name` or a numeric id. */
  readonly proofChat: string | null;
  /** Looks a minute there over all channels; 0: not held back. */
  readonly proofPerMinute: number;
  /** Requests a second over all channels; 0: no limit. */
  readonly perSecond: number;
  readonly settleMs: number;
  readonly timeoutMs: number;
}

export interface WhatsappAccount {
  /** Folder of the browser profile. */
  readonly profile: string;
  readonly browser: { readonly executable: string; readonly args: readonly string[] };
  /** Posts an hour over all channels; 0: no limit. */
  readonly perHour: number;
  readonly settleMs: number;
  /** Milliseconds after a link in which the account is spared; 0: not at all. */
  readonly quietStartMs: number;
  /** Target of a channel for a trial of each new build; null: none. */
  readonly canary: string | null;
  readonly timeoutMs: number;
}
