import type { Delivery } from '../../article/delivery.ts';
import { hasRole, type Identity } from '../identity.ts';
import { CsrfField } from './layout.tsx';
import { OuterLink } from './markup-text.tsx';
import { State } from './state.tsx';
import { Time } from './time.tsx';

interface DeliveryTableProps {
  readonly deliveries: readonly Delivery[];
  readonly identity: Identity;
  /** The address of the page, read again at every change. */
  readonly here: string;
  readonly empty: string;
  /** Selects another part of the page that changes with it. */
  readonly also?: string;
}

/** Deliveries as they are now; the page's script has htmx read it again when one changes. */
export const DeliveryTable = ({ deliveries, identity, here, empty, also }: DeliveryTableProps) => (
  <div
    id="deliveries"
    class="scroll"
    hx-get={here}
    hx-trigger="tellal:changed from:body throttle:300ms"
    hx-select="#deliveries"
    hx-select-oob={also}
    hx-swap="outerMorph"
  >
    {deliveries.length === 0 ? (
      <p class="soft empty">{empty}</p>
    ) : (
      <table>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Channel</th>
            <th scope="col">State</th>
            <th scope="col">What is known</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <Row delivery={delivery} identity={identity} here={here} />
          ))}
        </tbody>
      </table>
    )}
  </div>
);

const Row = ({
  delivery,
  identity,
  here,
}: {
  readonly delivery: Delivery;
  readonly identity: Identity;
  readonly here: string;
}) => (
  <tr id={`delivery-${encodeURIComponent(delivery.id)}`}>
    <td class="id">
      <a href={`/articles/${encodeURIComponent(delivery.article)}`}>{delivery.article}</a>
    </td>
    <td>
      <a href={`/channels/${encodeURIComponent(delivery.channel)}`}>{delivery.channel}</a>
    </td>
    <td>
      <State state={delivery.state} />
    </td>
    <td class="known">
      <Known delivery={delivery} />
      {hasRole(identity.actor, 'editor') && <Remedy delivery={delivery} identity={identity} here={here} />}
    </td>
    <td class="when">
      <Time at={delivery.sentAt ?? delivery.dueAt ?? delivery.plannedAt} />
    </td>
  </tr>
);

const Known = ({ delivery }: { readonly delivery: Delivery }) => {
  const { link, messageId, reason, needs, attempts, wanted, revision, state, dueAt } = delivery;
  return (
    <>
      {link !== null && <OuterLink href={link}>Open the post</OuterLink>}
      {messageId !== null && <span class="soft"> id {messageId}</span>}
      {reason !== null && <span class="reason">{reason}</span>}
      {needs === 'lookup' && <span class="hint">Tellal is looking in the channel; nothing to do.</span>}
      {needs === 'person' && <span class="hint">Look in the channel, then say below what you see.</span>}
      {state === 'planned' && dueAt !== null && <span class="soft">scheduled</span>}
      {state === 'sent' && wanted !== null && wanted > revision && (
        <span class="soft">
          {' '}
          {revision > 0
            ? `revision ${revision} stands, ${wanted} is on its way`
            : `revision ${wanted} is said once more`}
        </span>
      )}
      {attempts > 1 && <span class="soft"> attempt {attempts}</span>}
    </>
  );
};

const Remedy = ({
  delivery,
  identity,
  here,
}: {
  readonly delivery: Delivery;
  readonly identity: Identity;
  readonly here: string;
}) => {
  const address = `/deliveries/${encodeURIComponent(delivery.id)}`;
  if (delivery.state === 'refused' || delivery.state === 'skipped') {
    return (
      <form class="inline" method="post" action={`${address}/retry`}>
        <CsrfField identity={identity} />
        <input type="hidden" name="back" value={here} />
        <button
          class="small"
          type="submit"
          aria-label={`${delivery.state === 'skipped' ? 'Send anyway' : 'Try again'}: ${delivery.id}`}
        >
          {delivery.state === 'skipped' ? 'Send anyway' : 'Try again'}
        </button>
      </form>
    );
  }
  if (delivery.state !== 'unknown' || delivery.needs !== 'person') return null;
  const field = `message-${encodeURIComponent(delivery.id)}`;
  return (
    <form class="inline" method="post" action={`${address}/resolve`}>
      <CsrfField identity={identity} />
      <input type="hidden" name="back" value={here} />
      <label class="hidden" for={field}>
        Id of the post of {delivery.id}
      </label>
      <input id={field} name="messageId" placeholder="id of the post" autocomplete="off" />
      <button class="small" type="submit" name="sent" value="true" aria-label={`It took effect: ${delivery.id}`}>
        It took effect
      </button>
      <button class="small" type="submit" name="sent" value="false" aria-label={`It did not: ${delivery.id}`}>
        It did not
      </button>
    </form>
  );
};
