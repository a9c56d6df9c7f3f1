import type { FastifyReply } from 'fastify';
import type { Fault } from '../desk/desk.ts';

/** An error as RFC 9457 has it; `hint` is the remedy, `errors` name each fault by its path. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly hint?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const titles = {
  invalid: [422, 'The request is not valid'],
  malformed: [400, 'The request cannot be read'],
  unauthenticated: [401, 'A token is needed'],
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  conflict: [409, 'Not possible in this state'],
  'too-large': [413, 'The body is too large'],
  'wrong-content-type': [415, 'The content type is not supported'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'An internal fault'],
  unavailable: [503, 'Not available now'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof titles;

/** Faults of the desk become problems of the same code. */
export const createProblem = (
  code: ProblemCode,
  detail: string,
  more: Pick<Problem, 'hint' | 'errors'> = {},
): Problem => {
  const [status, title] = titles[code];
  return { type: `urn:tellal:problem:${code}`, title, status, detail, ...more };
};

export const describeFault = ({ code, message, hint, errors }: Fault): Problem =>
  createProblem(code, message, {
    ...(hint === undefined ? {} : { hint }),
    ...(errors === undefined ? {} : { errors }),
  });

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply => {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="tellal"');
  if (problem.status === 503) reply.header('retry-after', '5');
  // A string passes by the response schemas, so an error can never fail to be written.
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};
