import type { ChatRef } from './port.ts';

/** What the client hears. */
export type FaultAnswer =
  | { readonly kind: 'hang-up' }
  /** Nothing at all, and the connection stays open. */
  | { readonly kind: 'silence' }
  /** A page of a proxy instead of JSON. */
  | { readonly kind: 'page'; readonly status: number }
  | { readonly kind: 'error'; readonly status: number; readonly words: string; readonly retryAfter?: number }
  /** The true answer, `ms` late on the stand-in's clock. */
  | { readonly kind: 'late'; readonly ms: number }
  /** The first half of the true answer, then the end. */
  | { readonly kind: 'truncated' }
  /** The true answer, one byte every `ms`. */
  | { readonly kind: 'drip'; readonly ms: number };

/**
 * A fault has two independent halves: whether the request takes effect, and what the client hears.
 * `later`: it takes effect `laterMs` afterwards, or at `faults.release()` when no time is given.
 */
export interface Fault {
  readonly effect: 'yes' | 'no' | 'later';
  readonly laterMs?: number;
  readonly answer: FaultAnswer;
}

export interface FaultOrder {
  /** One method or several; default any. Spelt as Telegram spells it. */
  readonly method?: string | readonly string[];
  readonly chat?: ChatRef;
  /** Only requests whose text or caption contains this. */
  readonly contains?: string;
  /** Begins with the n-th matching request (from 1); default 1. */
  readonly nth?: number;
  /** How many requests it hits; default 1. */
  readonly times?: number;
  readonly fault: Fault;
}

/** A seeded share of all matching requests is hit, by faults drawn from `kinds`. */
export interface FaultPlan {
  readonly seed: number;
  /** 0 to 1. */
  readonly share: number;
  readonly kinds: readonly Fault[];
  /** Default: the methods that change a chat. */
  readonly methods?: readonly string[];
  readonly chat?: ChatRef;
}

export interface Faults {
  /** Gives a ticket whose `hits()` counts the requests it struck. */
  order(order: FaultOrder): { hits(): number; cancel(): void };
  /** Replaces the plan; null ends it. */
  plan(plan: FaultPlan | null): void;
  /** Lets everything that was accepted `later` take effect now. */
  release(): void;
  /** How many requests were accepted `later` and have not taken effect yet. */
  readonly pending: number;
  /** How many requests a fault has struck. */
  readonly struck: number;
}
