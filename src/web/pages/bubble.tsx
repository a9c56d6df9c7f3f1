import type { ComponentChild } from 'preact';
import type { Looks } from '../../article/post.ts';
import { TelegramMarkup } from './telegram-markup.tsx';
import { WhatsappMarkup } from './whatsapp-markup.tsx';

interface BubbleProps {
  readonly looks: Looks;
  readonly channel: string;
  /** The finished message, exactly as it is sent. */
  readonly text: string;
  readonly image: string | null;
  /** What stands in the corner: the time, or that it is not sent yet. */
  readonly corner: ComponentChild;
}

/** One post as a subscriber of the channel sees it. */
export const Bubble = ({ looks, channel, text, image, corner }: BubbleProps) => (
  <div class={`bubble ${looks}`}>
    {looks === 'telegram' && <p class="sender">{channel}</p>}
    {image !== null && <img class="picture" src={image} alt="" loading="lazy" />}
    <div class="words" dir="auto">
      {looks === 'telegram' ? <TelegramMarkup text={text} /> : <WhatsappMarkup text={text} />}
    </div>
    <p class="corner">{corner}</p>
  </div>
);

/** The wall behind the bubbles, with the head of the chat. */
export const Chat = ({
  looks,
  name,
  note,
  children,
}: {
  readonly looks: Looks;
  readonly name: string;
  readonly note: string;
  readonly children: ComponentChild;
}) => (
  <div class={`chat ${looks}`}>
    <div class="chat-head">
      <span class="avatar" aria-hidden="true">
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span>
        <span class="chat-name">{name}</span>
        <span class="chat-note">{note}</span>
      </span>
    </div>
    <div class="wall">{children}</div>
  </div>
);
