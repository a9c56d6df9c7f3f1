import type { ComposeDraft } from '../desk/compose-draft.ts';
import type { Actor, Desk, Outcome } from '../desk/desk.ts';

/** Where text goes; resolves once more may be written. Rejects with a PipeClosedError when the reader has gone. */
export interface Sink {
  write(text: string): Promise<void>;
}

export interface OpenDesk {
  readonly desk: Desk;
  close(): Promise<void>;
}

/** One thing that doctor looked at. */
export interface Examined {
  readonly subject: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  readonly hint: string | null;
}

/** What the commands need of the world; src/tellal.ts hands it over. A fault is printed, and the exit code is 1. */
export interface CliWorld {
  readonly version: string;
  /** Whoever may run this on the machine may do everything. */
  readonly actor: Actor;
  openDesk(): Promise<Outcome<OpenDesk>>;
  /** Worker and console in one process; these three resolve when they were asked to stop and have stopped. */
  start(): Promise<Outcome<null>>;
  work(): Promise<Outcome<null>>;
  console(): Promise<Outcome<null>>;
  /** Needs no Redis and no network. `channel`: whose rendering, from the configuration; null reads none. */
  openComposer(channel: string | null): Promise<Outcome<ComposeDraft>>;
  /** The value is one sentence for people. */
  checkConfig(): Promise<Outcome<string>>;
  doctor(): Promise<readonly Examined[]>;
  /** The bytes of a file as they are wanted; fails at the first read if there is no such file. */
  readFile(path: string): AsyncIterable<Uint8Array>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly isTty: { readonly stdout: boolean; readonly stderr: boolean };
  /** stdout is a terminal and NO_COLOR is not set. */
  readonly color: boolean;
  /** Milliseconds of any clock that only goes forward. */
  now(): number;
  /** Aborted at Ctrl-C, which from now on does not end the process; a second one does. */
  untilInterrupted(): AbortSignal;
  /** The QR of a text in lines of block characters. */
  drawQr(content: string): Promise<string>;
  /** Resolves after `ms` milliseconds, or when `signal` is aborted. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}
