import type { LaneStep } from '../article/lane.ts';
import type { Receipt } from '../article/receipt.ts';

/** The one place that says what a receipt means for the lane. */
export const afterReceipt = (receipt: Receipt): LaneStep => {
  switch (receipt.outcome) {
    case 'accepted':
      return { kind: 'done', note: `accepted as ${receipt.messageId}` };
    case 'refused':
      return { kind: 'done', note: `refused: ${receipt.reason}` };
    case 'deferred':
      return { kind: 'wait', ms: receipt.retryAfterMs, because: receipt.reason };
    case 'unknown':
      // The ledger says when it is time to look: see look-up.ts.
      return { kind: 'wait', ms: 0 };
  }
};
