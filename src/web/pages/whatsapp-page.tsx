import type { WhatsappState } from '../../article/whatsapp-account.ts';
import { isLinked, postableChannels, targetOf, type WhatsappView } from '../../desk/whatsapp.ts';
import { hasRole, type Identity } from '../identity.ts';
import { CsrfField, Layout } from './layout.tsx';
import { Qr } from './qr.tsx';

interface WhatsappPageProps {
  readonly identity: Identity;
  /** null: no worker holds the account. */
  readonly view: WhatsappView | null;
}

/** The linked account: how it is, how to link it, and what it may post to. */
export const WhatsappPage = ({ identity, view }: WhatsappPageProps) => (
  <Layout title="WhatsApp" identity={identity} path="/whatsapp">
    <h1>WhatsApp account</h1>
    <div
      id="whatsapp"
      class={view !== null && !isLinked(view) ? 'linkable' : ''}
      hx-get="/whatsapp"
      hx-trigger="every 2s"
      hx-select="#whatsapp"
      hx-swap="outerMorph"
    >
      <section class="card" aria-label="State of the account">
        {view === null ? <Nobody /> : <Account view={view} />}
      </section>
      {view !== null && isLinked(view) && <Postable view={view} />}
    </div>
    {hasRole(identity.actor, 'ops') && <LinkForms identity={identity} />}
  </Layout>
);

const Nobody = () => (
  <p>
    <span class="health down">stopped</span> No worker holds the account.
    <span class="hint">Start one with: tellal worker</span>
  </p>
);

const meanings: Readonly<Record<WhatsappState, string>> = {
  stopped: 'The worker gave the account back.',
  starting: 'The browser is being started.',
  'needs-link': 'No phone is linked: posts wait.',
  linking: 'The phone is being linked.',
  syncing: 'WhatsApp Web gets in sync with the phone.',
  ready: 'Posts go out.',
  degraded: 'Some posts go out.',
  down: 'It will be tried again by itself: posts wait.',
  'logged-out': 'The phone has ended the link: posts wait.',
  blocked: 'WhatsApp has blocked the account: posts wait.',
  incompatible: 'WhatsApp Web has changed: posts wait.',
};

const healthOf = (state: WhatsappState): 'ready' | 'degraded' | 'down' =>
  state === 'ready' || state === 'degraded' ? state : 'down';

const Account = ({ view: { state, detail, hint, qr, pairingCode } }: { readonly view: WhatsappView }) => (
  <>
    <p role="status">
      <span class={`health ${healthOf(state)}`}>{state}</span> {meanings[state]}
    </p>
    <p class="soft">{detail}</p>
    {qr !== null && (
      <>
        <Qr content={qr} label="QR that links a phone" />
        <p>On the phone of the account: WhatsApp, Linked devices, Link a device; scan this. It changes now and then.</p>
      </>
    )}
    {pairingCode !== null && (
      <>
        <p class="code">
          {pairingCode.slice(0, 4)}-{pairingCode.slice(4)}
        </p>
        <p>
          On the phone of the account: WhatsApp, Linked devices, Link a device, Link with phone number instead; type
          this.
        </p>
      </>
    )}
    {qr === null && pairingCode === null && hint !== null && (
      <p>
        <span class="hint">{hint}</span>
      </p>
    )}
  </>
);

const Postable = ({ view }: { readonly view: WhatsappView }) => {
  const channels = postableChannels(view);
  return (
    <section class="card" aria-labelledby="postable">
      <h2 id="postable">Channels it may post to</h2>
      {channels.length === 0 ? (
        <p>None yet. The owner of a channel makes this account an administrator, on the phone of the owner.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Channel</th>
              <th scope="col">The account is</th>
              <th scope="col">What to write as target</th>
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <tr>
                <td dir="auto">{channel.name}</td>
                <td>{channel.role}</td>
                <td>
                  <code>{targetOf(channel)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

/** Outside of what is read again, so that nobody loses a number while typing it; seen only beside what is linkable. */
const LinkForms = ({ identity }: { readonly identity: Identity }) => (
  <section class="card linking" aria-labelledby="link">
    <h2 id="link">Link a phone</h2>
    <p>Whoever scans the QR or types the code decides whose account posts. It is shown for five minutes.</p>
    <form method="post" action="/whatsapp/link">
      <CsrfField identity={identity} />
      <button type="submit">Show a QR</button>
    </form>
    <form method="post" action="/whatsapp/link">
      <CsrfField identity={identity} />
      <label for="phone">Or a code, for the phone with the number</label>
      <input id="phone" name="phone" type="tel" required autocomplete="off" placeholder="+994 50 111 22 33" />
      <button class="second" type="submit">
        Show a code
      </button>
    </form>
  </section>
);
