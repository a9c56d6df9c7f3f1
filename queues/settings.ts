/** A dead worker's job is given to another after at most `lockMs + stalledMs`: 20 s. */
export const lockMs = 14_000;
export const stalledMs = 5_000;

/** Finished jobs are traces for ops, not a record: that is the ledger. */
export const keepJobs = { age: 24 * 60 * 60, count: 1_000 } as const;
