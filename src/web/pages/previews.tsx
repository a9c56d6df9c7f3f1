import type { ChannelPreview, Outcome, Preview } from '../../desk/desk.ts';
import { Bubble, Chat } from './bubble.tsx';
import { FaultNotice } from './notice.tsx';

const Length = ({ length, limit }: { readonly length: number; readonly limit: number }) => (
  <p class="length">
    <meter min={0} max={limit} high={limit * 0.9} value={length} aria-label="length against the limit" />
    <span>
      {length} / {limit}
    </span>
  </p>
);

const OneChannel = ({ preview }: { readonly preview: ChannelPreview }) => (
  <li class={preview.text === null ? 'skipped' : ''}>
    <Chat looks={preview.looks} name={preview.channel} note={preview.platform}>
      {preview.text === null ? (
        <p class="service">
          Told nothing: <strong>{preview.skippedBy ?? 'no rule named'}</strong>
        </p>
      ) : (
        <Bubble
          looks={preview.looks}
          channel={preview.channel}
          text={preview.text}
          image={preview.image}
          corner="not sent"
        />
      )}
    </Chat>
    {preview.text !== null && <Length length={preview.length} limit={preview.limit} />}
  </li>
);

const Judgement = ({ preview }: { readonly preview: Preview }) => {
  const { confidence, credit, language, breaking } = preview.post;
  const percent = Math.round(confidence * 100);
  return (
    <dl class="facts">
      <div>
        <dt>Confidence</dt>
        <dd>{percent < 50 ? <strong>{percent} %: read it twice</strong> : `${percent} %`}</dd>
      </div>
      <div>
        <dt>Credit</dt>
        <dd>{credit ?? 'none named'}</dd>
      </div>
      <div>
        <dt>Language</dt>
        <dd>{language === 'und' ? 'cannot be told' : language}</dd>
      </div>
      {breaking && (
        <div>
          <dt>Priority</dt>
          <dd>breaking: goes to the front of every lane</dd>
        </div>
      )}
    </dl>
  );
};

/** What each channel would say; null: nothing was typed yet. */
export const Previews = ({
  outcome,
  empty = 'Write a title, and see here what each channel would say.',
}: {
  readonly outcome: Outcome<Preview> | null;
  readonly empty?: string;
}) => (
  <div id="previews">
    {outcome === null && <p class="soft empty">{empty}</p>}
    {outcome?.ok === false && <FaultNotice fault={outcome.fault} />}
    {outcome?.ok === true && (
      <>
        <Judgement preview={outcome.value} />
        {outcome.value.post.link === '' && (
          <p class="notice">
            Without a text and an address the link is still missing. A push without a text reads the page; Preview does,
            too.
          </p>
        )}
        <ul class="bubbles">
          {outcome.value.channels.map((preview) => (
            <OneChannel preview={preview} />
          ))}
        </ul>
      </>
    )}
  </div>
);
