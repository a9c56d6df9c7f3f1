/** What a lane does after one job. */
export type LaneStep =
  /** The job is done, whatever came of it; `note` stands in the job's return value for ops. */
  | { readonly kind: 'done'; readonly note: string }
  /** The lane waits, this job stays at its head. `because`: of the platform, in its words. */
  | { readonly kind: 'wait'; readonly ms: number; readonly because?: string }
  /** This job comes back later, the lane goes on. */
  | { readonly kind: 'later'; readonly ms: number };

/** "Bring this delivery to what is wanted": a lane job says no more than that, so running it twice is harmless. */
export interface LaneJob {
  readonly article: string;
  readonly channel: string;
  readonly breaking: boolean;
  readonly delayMs: number;
}

/** What is done again, a few times, after an outcome that nobody could tell: the platform may carry it out late. */
export type Sweep = CopySweep | EditSweep;

/** "Look whether a copy of this post turned up." */
export interface CopySweep {
  readonly article: string;
  /** From 0. */
  readonly round: number;
  /** Looks at the message ids after this one. */
  readonly from: string;
}

/** "Say the newest once more." */
export interface EditSweep {
  readonly article: string;
  /** From 0. */
  readonly round: number;
  /** The fence of the edit of which nobody could tell. */
  readonly edit: number;
}

/** Why a lane waits for its platform, and until when (epoch milliseconds). */
export interface Hold {
  readonly until: number;
  readonly because: string;
}
