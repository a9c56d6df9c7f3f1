import { deliveryStates } from '../../article/delivery.ts';
import type { ChannelView } from '../../desk/desk.ts';
import { hasRole, type Identity } from '../identity.ts';
import { CsrfField, Layout } from './layout.tsx';
import { State } from './state.tsx';

export const ChannelsPage = ({
  identity,
  channels,
}: {
  readonly identity: Identity;
  readonly channels: readonly ChannelView[];
}) => (
  <Layout title="Channels" identity={identity} path="/channels">
    <h1>Channels</h1>
    <ul
      id="channels"
      class="channels"
      hx-get="/channels"
      hx-trigger="tellal:changed from:body throttle:1s"
      hx-select="#channels"
      hx-swap="outerMorph"
    >
      {channels.map((channel) => (
        <li class="card" id={`channel-${channel.id}`}>
          <h2>
            <a href={`/channels/${encodeURIComponent(channel.id)}`}>{channel.id}</a>
          </h2>
          <ChannelFacts channel={channel} identity={identity} here="/channels" />
        </li>
      ))}
    </ul>
  </Layout>
);

/** Status, lane and the button that holds it. */
export const ChannelFacts = ({
  channel,
  identity,
  here,
}: {
  readonly channel: ChannelView;
  readonly identity: Identity;
  readonly here: string;
}) => {
  const { id, platform, target, paused, hold, status, lane, deliveries } = channel;
  return (
    <>
      <p class="soft">
        {platform} {target ?? ''}
      </p>
      <p>
        <span class={`health ${status.state}`}>{status.state}</span> {status.detail}
        {status.hint !== null && <span class="hint">{status.hint}</span>}
      </p>
      <dl class="facts">
        {(['waiting', 'active', 'delayed'] as const).map((name) => (
          <div>
            <dt>{name}</dt>
            <dd>{lane[name]}</dd>
          </div>
        ))}
      </dl>
      <ul class="counts" aria-label={`Deliveries of ${id} by state`}>
        {deliveryStates
          .filter((state) => deliveries[state] > 0)
          .map((state) => (
            <li>
              <a href={`/deliveries?${new URLSearchParams({ state, channel: id })}`}>
                <State state={state} /> {deliveries[state]}
              </a>
            </li>
          ))}
      </ul>
      {hold && (
        <p class="notice">
          The platform asked this lane to wait until {new Date(hold.until).toISOString()}: {hold.because}
        </p>
      )}
      {paused && <p class="notice">This lane is paused: nothing goes out until it is resumed.</p>}
      {hasRole(identity.actor, 'ops') && (
        <form method="post" action={`/channels/${encodeURIComponent(id)}/${paused ? 'resume' : 'pause'}`}>
          <CsrfField identity={identity} />
          <input type="hidden" name="back" value={here} />
          <button class="second" type="submit" aria-label={`${paused ? 'Resume this lane' : 'Pause this lane'}: ${id}`}>
            {paused ? 'Resume this lane' : 'Pause this lane'}
          </button>
        </form>
      )}
    </>
  );
};
