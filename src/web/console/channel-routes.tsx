import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../desk/desk.ts';
import { actorOf, identityOf } from '../identity.ts';
import { ChannelPage } from '../pages/channel-page.tsx';
import { ChannelsPage } from '../pages/channels-page.tsx';
import { createProblem } from '../problem.ts';
import { paramOf, sendBack, sendErrorPage, sendFaultPage, sendPage } from './respond.tsx';

/** Every channel and its lane; a preview channel with its posts. */
export const registerChannels = (scope: FastifyInstance, desk: Desk): void => {
  const hidden = { schema: { hide: true } };
  scope.get('/channels', hidden, async (request, reply) => {
    const channels = await desk.channels(actorOf(request));
    if (!channels.ok) return sendFaultPage(request, reply, channels.fault);
    return sendPage(reply, <ChannelsPage identity={identityOf(request)} channels={channels.value} />);
  });
  scope.get('/channels/:id', hidden, async (request, reply) => {
    const id = paramOf(request, 'id');
    const channels = await desk.channels(actorOf(request));
    if (!channels.ok) return sendFaultPage(request, reply, channels.fault);
    const channel = channels.value.find((view) => view.id === id);
    if (!channel) return sendErrorPage(request, reply, createProblem('not-found', `There is no channel ${id}.`));
    const posts = channel.platform === 'preview' ? await desk.posts(actorOf(request), id, 50) : null;
    if (posts?.ok === false) return sendFaultPage(request, reply, posts.fault);
    return sendPage(
      reply,
      <ChannelPage identity={identityOf(request)} channel={channel} posts={posts?.value ?? null} />,
    );
  });
  for (const command of ['pause', 'resume'] as const) {
    scope.post(`/channels/:id/${command}`, hidden, async (request, reply) =>
      sendBack(request, reply, await desk[command](actorOf(request), paramOf(request, 'id'))),
    );
  }
};
