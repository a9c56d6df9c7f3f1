import type { ChannelPost, ChannelView } from '../../desk/desk.ts';
import type { Identity } from '../identity.ts';
import { Bubble, Chat } from './bubble.tsx';
import { ChannelFacts } from './channels-page.tsx';
import { Layout } from './layout.tsx';
import { Time } from './time.tsx';

interface ChannelPageProps {
  readonly identity: Identity;
  readonly channel: ChannelView;
  /** Newest first; null: not a preview channel, its posts are on the platform. */
  readonly posts: readonly ChannelPost[] | null;
}

/** A channel as its subscribers see it. */
export const ChannelPage = ({ identity, channel, posts }: ChannelPageProps) => {
  const here = `/channels/${encodeURIComponent(channel.id)}`;
  return (
    <Layout title={channel.id} identity={identity} path="/channels">
      <h1>{channel.id}</h1>
      <div
        id="channel"
        class="channel"
        hx-get={here}
        hx-trigger="tellal:changed from:body throttle:500ms"
        hx-select="#channel"
        hx-swap="outerMorph"
      >
        <section class="card" aria-label="State of the channel">
          <ChannelFacts channel={channel} identity={identity} here={here} />
          <p>
            <a href={`/deliveries?${new URLSearchParams({ channel: channel.id })}`}>Its deliveries</a>
          </p>
        </section>
        {posts === null ? (
          <p class="soft empty">Its posts stand on {channel.platform}; each delivery links to its own.</p>
        ) : (
          <Chat looks={channel.looks} name={channel.id} note="preview channel">
            {posts.length === 0 && <p class="service">No posts yet</p>}
            {posts.toReversed().map((post) => (
              <Bubble
                looks={channel.looks}
                channel={channel.id}
                text={post.text}
                image={post.image}
                corner={
                  <>
                    {post.editedAt !== null && 'edited '}
                    <Time at={post.sentAt} />
                  </>
                }
              />
            ))}
          </Chat>
        )}
      </div>
    </Layout>
  );
};
