import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../desk/desk.ts';
import { actorOf, identityOf } from '../identity.ts';
import { ArticlePage } from '../pages/article-page.tsx';
import { fillFields, readFields, toArticle } from './article-form.ts';
import { formOf, paramOf, sendBack, sendFaultPage, sendPage } from './respond.tsx';

/** One article: see it, correct it, take it back. */
export const registerArticles = (scope: FastifyInstance, desk: Desk): void => {
  const hidden = { schema: { hide: true } };
  scope.get('/articles/:id', hidden, async (request, reply) => {
    const [actor, id] = [actorOf(request), paramOf(request, 'id')];
    const [view, cards] = await Promise.all([desk.article(actor, id), desk.readyCards(actor, id)]);
    if (!view.ok) return sendFaultPage(request, reply, view.fault);
    const page = (
      <ArticlePage
        identity={identityOf(request)}
        view={view.value}
        cards={cards.ok ? cards.value : []}
        fields={fillFields(view.value.article)}
      />
    );
    return sendPage(reply, page);
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
