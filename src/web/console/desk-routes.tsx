import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Desk, Fault, Outcome, Preview } from '../../desk/desk.ts';
import { actorOf, identityOf } from '../identity.ts';
import { DeskPage } from '../pages/desk-page.tsx';
import { describeFault } from '../problem.ts';
import {
  type Form,
  fillFields,
  type PushFields,
  readPastedArticle,
  readPushFields,
  readText,
  toPushRequest,
  trimForTyping,
} from './article-form.ts';
import { formOf, isFragment, sendPage } from './respond.tsx';

interface Shown {
  readonly fields: PushFields;
  readonly preview?: Outcome<Preview> | null;
  readonly fault?: Fault | null;
  readonly pushed?: string | null;
}

/** The desk itself: paste, write, see, push. */
export const registerDesk = (scope: FastifyInstance, desk: Desk): void => {
  const hidden = { schema: { hide: true } };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { fields, preview = null, fault = null, pushed = null }: Shown,
  ): Promise<FastifyReply> => {
    const actor = actorOf(request);
    const [channels, deliveries] = await Promise.all([desk.channels(actor), desk.deliveries(actor, { limit: 20 })]);
    const wrong = fault ?? (channels.ok ? null : channels.fault);
    const page = (
      <DeskPage
        identity={identityOf(request)}
        fields={fields}
        channels={channels.ok ? channels.value : []}
        deliveries={deliveries.ok ? deliveries.value : []}
        preview={preview}
        fault={wrong}
        pushed={pushed}
      />
    );
    return sendPage(reply, page, wrong === null ? 200 : describeFault(wrong).status);
  };

  const lookAt = async (request: FastifyRequest, fields: PushFields): Promise<Outcome<Preview> | null> =>
    fields.article.title === '' ? null : desk.preview(actorOf(request), toPushRequest(fields));

  scope.get<{ Querystring: Form }>('/', hidden, (request, reply) =>
    show(request, reply, { fields: readPushFields({}), pushed: readText(request.query, 'pushed') || null }),
  );
  scope.post('/desk/draft', hidden, async (request, reply) => {
    const pasted = readText(formOf(request), 'pasted');
    const article = await readPasted(desk, request, pasted);
    if (!article.ok) return show(request, reply, { fields: readPushFields({}), fault: article.fault });
    const breaking = (article.value as { priority?: unknown }).priority === 'breaking';
    const fields = { ...readPushFields({}), article: fillFields(article.value), breaking };
    return show(request, reply, { fields, preview: await lookAt(request, fields) });
  });
  scope.post('/desk/preview', hidden, async (request, reply) => {
    const fields = readPushFields(formOf(request));
    if (!isFragment(request)) return show(request, reply, { fields, preview: await lookAt(request, fields) });
    const preview = await lookAt(request, { ...fields, article: trimForTyping(fields.article) });
    // As one types, only the bubbles are taken from the page: the rest of it need not be read.
    const rest = { channels: [], deliveries: [], fault: null, pushed: null };
    return sendPage(reply, <DeskPage identity={identityOf(request)} fields={fields} preview={preview} {...rest} />);
  });
  scope.post('/desk/push', hidden, async (request, reply) => {
    const fields = readPushFields(formOf(request));
    const pushed = await desk.push(actorOf(request), toPushRequest(fields));
    if (pushed.ok) return reply.redirect(`/?${new URLSearchParams({ pushed: pushed.value.id })}`, 303);
    return show(request, reply, { fields, fault: pushed.fault, preview: await lookAt(request, fields) });
  });
};

const readPasted = async (desk: Desk, request: FastifyRequest, pasted: string): Promise<Outcome<object>> => {
  if (!pasted.startsWith('{')) return desk.draft(actorOf(request), pasted);
  const article = readPastedArticle(pasted);
  if (article !== null) return { ok: true, value: article };
  const hint = 'Paste one article object, as /openapi.json describes it.';
  return { ok: false, fault: { code: 'invalid', message: 'This is not valid JSON.', hint } };
};
