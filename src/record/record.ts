import type { Operation } from '../article/delivery.ts';
import type { Ledger, OpenAttempt, Settlement } from '../article/ledger.ts';
import type { Receipt } from '../article/receipt.ts';

/** One attempt with what came of it. Times in milliseconds. */
export interface Recorded {
  readonly article: string;
  readonly channel: string;
  readonly operation: Operation;
  readonly attempt: number;
  readonly receipt: Receipt;
  readonly tookMs: number;
  /** From the planning of the delivery to this receipt. */
  readonly lagMs: number;
}

export interface RecordPorts {
  readonly ledger: Pick<Ledger, 'settle'>;
  /** For metrics and log; the ledger itself announces the change to the live view. */
  readonly note: (recorded: Recorded) => void;
}

/** Writes a receipt into the ledger, then tells metrics and log. A fenced receipt came too late and counts for nothing. */
export const createRecord =
  ({ ledger, note }: RecordPorts) =>
  async (
    { article, channel, begun, tookMs }: { article: string; channel: string; begun: OpenAttempt; tookMs: number },
    receipt: Receipt,
  ): Promise<Settlement> => {
    const settlement = await ledger.settle(article, channel, begun.fence, receipt);
    if (settlement === 'settled')
      note({
        article,
        channel,
        operation: begun.operation,
        attempt: begun.attempt,
        receipt,
        tookMs,
        lagMs: begun.startedAt - begun.plannedAt + tookMs,
      });
    return settlement;
  };
