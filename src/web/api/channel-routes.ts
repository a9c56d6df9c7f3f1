import { z } from 'zod';
import type { Desk } from '../../desk/desk.ts';
import { actorOf } from '../identity.ts';
import { answers, idParams, sendOutcome } from './answer.ts';
import type { Api } from './api.ts';
import { channelPostSchema, channelSchema } from './schemas.ts';

const limit = z.coerce.number().int().min(1).max(200).default(50);

export const registerChannelRoutes = (api: Api, desk: Desk): void => {
  api.get(
    '/channels',
    {
      schema: {
        summary: 'Every channel with its status and the counts of its lane',
        response: answers(200, z.array(channelSchema).readonly(), 'the channels'),
      },
    },
    async (request, reply) => sendOutcome(reply, await desk.channels(actorOf(request))),
  );
  api.get(
    '/channels/:id/posts',
    {
      schema: {
        summary: "What a preview channel's subscribers see, newest first",
        params: idParams,
        querystring: z.object({ limit }),
        response: answers(200, z.array(channelPostSchema).readonly(), 'the posts'),
      },
    },
    async (request, reply) =>
      sendOutcome(reply, await desk.posts(actorOf(request), request.params.id, request.query.limit)),
  );
  for (const command of ['pause', 'resume'] as const) {
    api.post(
      `/channels/:id/${command}`,
      {
        schema: {
          summary: command === 'pause' ? 'Hold a lane' : 'Let a lane go on',
          params: idParams,
          response: answers(200, z.null(), 'done'),
        },
      },
      async (request, reply) => sendOutcome(reply, await desk[command](actorOf(request), request.params.id)),
    );
  }
};
