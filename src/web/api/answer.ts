import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Outcome } from '../../desk/desk.ts';
import { describeFault, sendProblem } from '../problem.ts';
import { problemSchema } from './schemas.ts';

export const idParams = z.object({ id: z.string().min(1) });

/** Response schemas of one route: its answer, and problems for everything else. */
export const answers = <Schema extends z.ZodType>(status: 200 | 202, schema: Schema, description: string) => {
  const problem = { description: 'a problem', content: { 'application/problem+json': { schema: problemSchema } } };
  return {
    [status]: { description, content: { 'application/json': { schema } } },
    '4xx': problem,
    '5xx': problem,
  };
};

/** Sends what came of a command: its value, or its fault as a problem. */
export const sendOutcome = <T>(
  reply: FastifyReply,
  outcome: Outcome<T>,
  { status = 200, location }: { readonly status?: 200 | 202; readonly location?: (value: T) => string } = {},
): FastifyReply => {
  if (!outcome.ok) return sendProblem(reply, describeFault(outcome.fault));
  if (location) reply.header('location', location(outcome.value));
  return reply.code(status).type('application/json').send(outcome.value);
};
