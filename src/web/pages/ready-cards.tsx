import type { ReadyCard } from '../../desk/desk.ts';
import type { Identity } from '../identity.ts';
import { Bubble, Chat } from './bubble.tsx';
import { CsrfField } from './layout.tsx';
import { OuterLink } from './markup-text.tsx';

interface ReadyCardsProps {
  readonly cards: readonly ReadyCard[];
  readonly identity: Identity;
  /** The address of the page, read again at every change. */
  readonly here: string;
}

/** Posts that WhatsApp did not take, or not yet: everything that a person needs to post them by hand. */
export const ReadyCards = ({ cards, identity, here }: ReadyCardsProps) => (
  <div
    id="ready"
    hx-get={here}
    hx-trigger="tellal:changed from:body throttle:300ms"
    hx-select="#ready"
    hx-swap="outerMorph"
  >
    {cards.map((card) => (
      <Card card={card} identity={identity} here={here} />
    ))}
  </div>
);

interface CardProps {
  readonly card: ReadyCard;
  readonly identity: Identity;
  readonly here: string;
}

const Card = ({ card, identity, here }: CardProps) => {
  const { delivery, looks, text, image, address } = card;
  const name = encodeURIComponent(delivery.id);
  return (
    <section class="card ready" aria-labelledby={`ready-${name}`}>
      <h2 id={`ready-${name}`}>Post it by hand: {delivery.channel}</h2>
      <Take card={card} identity={identity} here={here} />
      <div class="beside">
        <div>
          <label for={`text-${name}`}>The text, to be pasted as it is</label>
          <textarea id={`text-${name}`} dir="auto" rows={Math.min(12, text.split('\n').length + 3)} readonly>
            {text}
          </textarea>
          <p class="actions">
            <button class="second copy" type="button" data-copy={`text-${name}`}>
              Copy the text
            </button>
            {image !== null && <OuterLink href={image}>Open the picture</OuterLink>}
            {address !== null && <OuterLink href={address}>Open the channel</OuterLink>}
          </p>
        </div>
        <Chat looks={looks} name={delivery.channel} note="as subscribers see it">
          <Bubble looks={looks} channel={delivery.channel} text={text} image={image} corner="not sent" />
        </Chat>
      </div>
      <Answer card={card} identity={identity} here={here} />
    </section>
  );
};

const Take = ({ card: { delivery, held }, identity, here }: CardProps) =>
  held ? (
    <p>Tellal does not send it: {delivery.reason}.</p>
  ) : (
    <form class="inline" method="post" action={`/deliveries/${encodeURIComponent(delivery.id)}/hold`}>
      <CsrfField identity={identity} />
      <input type="hidden" name="back" value={here} />
      <p>
        {delivery.reason === null ? 'It waits for its turn.' : `${delivery.reason}.`} Take it in hand before you post
        it, so that Tellal does not send it, too.
      </p>
      <button type="submit" aria-label={`Take it in hand: ${delivery.id}`}>
        Take it in hand
      </button>
    </form>
  );

const Answer = ({ card: { delivery, held }, identity, here }: CardProps) => {
  const field = `posted-${encodeURIComponent(delivery.id)}`;
  return (
    <form class="inline" method="post" action={`/deliveries/${encodeURIComponent(delivery.id)}/resolve`}>
      <CsrfField identity={identity} />
      <input type="hidden" name="back" value={here} />
      <label for={field}>Link or id of the post, if you see it: corrections need it</label>
      <input id={field} name="messageId" autocomplete="off" />
      <button type="submit" name="sent" value="true" aria-label={`Mark as sent: ${delivery.id}`}>
        Mark as sent
      </button>
      {held && (
        <button class="second" type="submit" name="sent" value="false" aria-label={`I did not post it: ${delivery.id}`}>
          I did not post it
        </button>
      )}
    </form>
  );
};
