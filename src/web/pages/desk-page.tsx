import type { Delivery } from '../../article/delivery.ts';
import type { ChannelView, Fault, Outcome, Preview } from '../../desk/desk.ts';
import type { PushFields } from '../console/article-form.ts';
import { hasRole, type Identity } from '../identity.ts';
import { ArticleFieldset } from './article-fieldset.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { CsrfField, Layout } from './layout.tsx';
import { FaultNotice } from './notice.tsx';
import { Previews } from './previews.tsx';

export interface DeskPageProps {
  readonly identity: Identity;
  readonly fields: PushFields;
  readonly channels: readonly ChannelView[];
  readonly deliveries: readonly Delivery[];
  readonly preview: Outcome<Preview> | null;
  /** Why the last command was not carried out. */
  readonly fault: Fault | null;
  /** The article that was just pushed. */
  readonly pushed: string | null;
}

export const DeskPage = ({ identity, fields, channels, deliveries, preview, fault, pushed }: DeskPageProps) => (
  <Layout title="Desk" identity={identity} path="/">
    <h1 class="hidden">Desk</h1>
    {pushed !== null && (
      <p class="notice good" role="status">
        Handed over: <a href={`/articles/${encodeURIComponent(pushed)}`}>{pushed}</a>. What comes of it shows below.
      </p>
    )}
    {fault !== null && <FaultNotice fault={fault} />}
    {hasRole(identity.actor, 'editor') && (
      <Workbench identity={identity} fields={fields} channels={channels} preview={preview} />
    )}
    <section class="card" aria-labelledby="latest">
      <h2 id="latest">Latest deliveries</h2>
      <DeliveryTable deliveries={deliveries} identity={identity} here="/" empty="Nothing has been announced yet." />
    </section>
  </Layout>
);

type WorkbenchProps = Pick<DeskPageProps, 'identity' | 'fields' | 'channels' | 'preview'>;

const Workbench = ({ identity, fields, channels, preview }: WorkbenchProps) => (
  <div class="desk">
    <section class="card" aria-labelledby="write">
      <h2 id="write">Announce an article</h2>
      <PasteForm identity={identity} />
      <PushForm identity={identity} fields={fields} channels={channels} />
    </section>
    <section class="look" aria-labelledby="see">
      <div class="look-head">
        <h2 id="see">What subscribers would see</h2>
        <fieldset class="lights">
          <legend class="hidden">Look of the previews</legend>
          {(['auto', 'light', 'dark'] as const).map((light) => (
            <label>
              <input type="radio" name="light" value={light} id={`light-${light}`} checked={light === 'auto'} /> {light}
            </label>
          ))}
        </fieldset>
      </div>
      <Previews outcome={preview} />
    </section>
  </div>
);

const PasteForm = ({ identity }: { readonly identity: Identity }) => (
  <form class="paste" method="post" action="/desk/draft">
    <CsrfField identity={identity} />
    <label for="pasted">Paste an address, or an article as JSON</label>
    <div class="joined">
      <textarea id="pasted" name="pasted" rows={1} required dir="auto" placeholder="https://…" />
      <button class="second" type="submit">
        Read
      </button>
    </div>
  </form>
);

const PushForm = ({ identity, fields, channels }: Omit<WorkbenchProps, 'preview'>) => (
  <form
    id="push"
    method="post"
    action="/desk/push"
    hx-post="/desk/preview"
    hx-trigger="input delay:350ms, change delay:50ms"
    hx-target="#previews"
    hx-select="#previews"
    hx-swap="outerMorph"
    hx-sync="this:replace"
    hx-validate="false"
  >
    <CsrfField identity={identity} />
    <ArticleFieldset fields={fields.article} />
    <fieldset class="choice">
      <legend>Channels</legend>
      <p class="soft" id="choice-rule">
        None ticked: each channel's own rules decide.
      </p>
      {channels.map(({ id, paused }) => (
        <label>
          <input type="checkbox" name="to" value={id} checked={fields.to.includes(id)} aria-describedby="choice-rule" />{' '}
          {id}
          {paused && <span class="soft"> (paused)</span>}
        </label>
      ))}
    </fieldset>
    <div class="pair">
      <div class="field">
        <label for="at">Not before</label>
        <input id="at" name="at" type="datetime-local" value={fields.at} aria-describedby="at-zone" />
        <span class="soft" id="at-zone">
          in UTC
        </span>
        <input type="hidden" name="zone" value={fields.zone} />
      </div>
      <label class="breaking">
        <input type="checkbox" name="breaking" value="yes" checked={fields.breaking} /> Breaking: to the front of every
        lane
      </label>
    </div>
    <div class="buttons">
      <button type="submit">Push</button>
      <button class="second" type="submit" formaction="/desk/preview" formnovalidate>
        Preview
      </button>
    </div>
  </form>
);
