import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Fault, Outcome } from '../../desk/desk.ts';
import { toLocalPath } from '../local-path.ts';
import { ErrorPage } from '../pages/error-page.tsx';
import { renderPage } from '../pages/layout.tsx';
import { describeFault, type Problem } from '../problem.ts';
import type { Form } from './article-form.ts';

export const sendPage = (reply: FastifyReply, page: VNode, status = 200): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(renderPage(page, reply.server.pages));

export const sendErrorPage = (request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply => {
  // A fragment that cannot be had leaves the page as it is.
  if (isFragment(request)) reply.header('hx-reswap', 'none');
  return sendPage(reply, <ErrorPage problem={problem} identity={request.identity} />, problem.status);
};

export const sendFaultPage = (request: FastifyRequest, reply: FastifyReply, fault: Fault): FastifyReply =>
  sendErrorPage(request, reply, describeFault(fault));

/** After a command: back to the page whose form gave it, or the fault. */
export const sendBack = <T,>(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome<T>,
  to: string = toLocalPath(formOf(request).back),
): FastifyReply => (outcome.ok ? reply.redirect(to, 303) : sendFaultPage(request, reply, outcome.fault));

export const formOf = (request: FastifyRequest): Form =>
  typeof request.body === 'object' && request.body !== null ? (request.body as Form) : {};

/** True if htmx asks for a part of a page. */
export const isFragment = (request: FastifyRequest): boolean => request.headers['hx-request'] === 'true';

export const paramOf = (request: FastifyRequest, name: 'id'): string =>
  (request.params as Readonly<Record<string, string>>)[name] ?? '';
