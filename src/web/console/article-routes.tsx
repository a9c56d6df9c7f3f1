import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Desk, Outcome, Preview } from '../../desk/desk.ts';
import { actorOf, identityOf } from '../identity.ts';
import { ArticlePage } from '../pages/article-page.tsx';
import { type ArticleFields, fillFields, readFields, toArticle, trimForTyping } from './article-form.ts';
import { formOf, isFragment, paramOf, sendBack, sendFaultPage, sendPage } from './respond.tsx';

/** One article: see it, see what a correction would say, correct it, take it back. */
export const registerArticles = (scope: FastifyInstance, desk: Desk): void => {
  const hidden = { schema: { hide: true } };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    edited: { readonly fields: ArticleFields; readonly preview: Outcome<Preview> } | null = null,
  ): Promise<FastifyReply> => {
    const [actor, id] = [actorOf(request), paramOf(request, 'id')];
    const [view, cards] = await Promise.all([desk.article(actor, id), desk.readyCards(actor, id)]);
    if (!view.ok) return sendFaultPage(request, reply, view.fault);
    const page = (
      <ArticlePage
        identity={identityOf(request)}
        view={view.value}
        cards={cards.ok ? cards.value : []}
        fields={edited?.fields ?? fillFields(view.value.article)}
        preview={edited?.preview ?? null}
      />
    );
    return sendPage(reply, page);
  };

  scope.get('/articles/:id', hidden, (request, reply) => show(request, reply));
  scope.post('/articles/:id/preview', hidden, async (request, reply) => {
    const fields = readFields(formOf(request));
    const given = toArticle(isFragment(request) ? trimForTyping(fields) : fields);
    const article = { ...given, id: paramOf(request, 'id') };
    return show(request, reply, { fields, preview: await desk.preview(actorOf(request), { article }) });
  });
  scope.post('/articles/:id/correct', hidden, async (request, reply) => {
    const id = paramOf(request, 'id');
    const article = { ...toArticle(readFields(formOf(request))), id };
    return sendBack(request, reply, await desk.correct(actorOf(request), id, article), locate(id));
  });
  scope.post('/articles/:id/retract', hidden, async (request, reply) => {
    const id = paramOf(request, 'id');
    return sendBack(request, reply, await desk.retract(actorOf(request), id), locate(id));
  });
};

const locate = (id: string): string => `/articles/${encodeURIComponent(id)}`;
