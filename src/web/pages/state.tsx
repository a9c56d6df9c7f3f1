import type { DeliveryState } from '../../article/delivery.ts';

const marks: Readonly<Record<DeliveryState, string>> = {
  planned: '○',
  sending: '→',
  sent: '✓',
  refused: '✕',
  skipped: '–',
  unknown: '?',
  removed: '⌫',
};

/** The state in a word; colour and mark only repeat it. */
export const State = ({ state }: { readonly state: DeliveryState }) => (
  <span class={`state ${state}`}>
    <span aria-hidden="true">{marks[state]} </span>
    {state}
  </span>
);
