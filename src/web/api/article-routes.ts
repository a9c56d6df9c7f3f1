import { z } from 'zod';
import type { Desk, Pushed } from '../../desk/desk.ts';
import { actorOf } from '../identity.ts';
import { answers, idParams, sendOutcome } from './answer.ts';
import type { Api } from './api.ts';
import { articleBody, articleSchema, previewSchema, pushedSchema } from './schemas.ts';

const pushQuery = z.object({
  to: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    )
    .optional()
    .meta({ type: 'string', description: 'channel ids, comma-separated: only these' }),
  at: z.string().optional().meta({ description: 'ISO 8601: not before' }),
});

const locate = ({ id }: Pushed): string => `/api/articles/${encodeURIComponent(id)}`;

const readPush = ({ to, at }: z.output<typeof pushQuery>) => ({
  ...(to === undefined ? {} : { to }),
  ...(at === undefined ? {} : { at }),
});

export const registerArticleRoutes = (api: Api, desk: Desk): void => {
  const accepted = { status: 202, location: locate } as const;
  const pushed = answers(202, pushedSchema, 'accepted; Location says where to see what came of it');

  api.post(
    '/articles',
    { schema: { summary: 'Announce an article', querystring: pushQuery, body: articleBody, response: pushed } },
    async (request, reply) =>
      sendOutcome(
        reply,
        await desk.push(actorOf(request), { article: request.body, ...readPush(request.query) }),
        accepted,
      ),
  );
  api.put(
    '/articles/:id',
    { schema: { summary: 'Correct an article', params: idParams, body: articleBody, response: pushed } },
    async (request, reply) =>
      sendOutcome(reply, await desk.correct(actorOf(request), request.params.id, request.body), accepted),
  );
  api.delete(
    '/articles/:id',
    { schema: { summary: 'Take an article back', params: idParams, response: pushed } },
    async (request, reply) => sendOutcome(reply, await desk.retract(actorOf(request), request.params.id), accepted),
  );
  api.get(
    '/articles/:id',
    {
      schema: {
        summary: 'An article and its deliveries',
        params: idParams,
        response: answers(200, articleSchema, 'the article'),
      },
    },
    async (request, reply) => sendOutcome(reply, await desk.article(actorOf(request), request.params.id)),
  );
  api.post(
    '/preview',
    {
      schema: {
        summary: 'What each channel would say; nothing is sent',
        querystring: pushQuery,
        body: articleBody,
        response: answers(200, previewSchema, 'the messages'),
      },
    },
    async (request, reply) =>
      sendOutcome(reply, await desk.preview(actorOf(request), { article: request.body, ...readPush(request.query) })),
  );
};
