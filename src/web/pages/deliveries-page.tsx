import { type Delivery, deliveryStates } from '../../article/delivery.ts';
import type { Fault } from '../../desk/desk.ts';
import type { Identity } from '../identity.ts';
import { DeliveryTable } from './delivery-table.tsx';
import { Layout } from './layout.tsx';
import { FaultNotice } from './notice.tsx';

interface DeliveriesPageProps {
  readonly identity: Identity;
  readonly deliveries: readonly Delivery[];
  readonly fault: Fault | null;
  readonly state: string;
  readonly channel: string;
  readonly channels: readonly string[];
}

export const DeliveriesPage = ({ identity, deliveries, fault, state, channel, channels }: DeliveriesPageProps) => {
  const query = new URLSearchParams(Object.entries({ state, channel }).filter(([, value]) => value !== ''));
  const here = query.size === 0 ? '/deliveries' : `/deliveries?${query}`;
  return (
    <Layout title="Deliveries" identity={identity} path="/deliveries">
      <h1>Deliveries</h1>
      <form class="filter" method="get" action="/deliveries">
        <Choice name="state" label="State" chosen={state} options={deliveryStates} />
        <Choice name="channel" label="Channel" chosen={channel} options={channels} />
        <button class="second" type="submit">
          Show
        </button>
      </form>
      {fault !== null && <FaultNotice fault={fault} />}
      <section class="card" aria-label="Deliveries, newest first">
        <DeliveryTable deliveries={deliveries} identity={identity} here={here} empty="No delivery is like this." />
      </section>
    </Layout>
  );
};

const Choice = ({
  name,
  label,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly string[];
}) => (
  <div class="field">
    <label for={`filter-${name}`}>{label}</label>
    <select id={`filter-${name}`} name={name}>
      <option value="">any</option>
      {options.map((option) => (
        <option value={option} selected={option === chosen}>
          {option}
        </option>
      ))}
    </select>
  </div>
);
