import { parseArticle } from '../ingest/parse-article.ts';
import { checkPush, pushOptions } from './check-push.ts';
import type { Desk } from './desk.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** Puts a publication on the `articles` queue; what comes of it stands in the deliveries. */
export const createPush =
  ({ channels, inbox, ledger, audit }: Pick<DeskPorts, 'channels' | 'inbox' | 'ledger' | 'audit'>): Desk['push'] =>
  async (actor, request) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const parsed = parseArticle(request.article);
    const errors = [...(parsed.ok ? [] : parsed.faults), ...checkPush(request, channels, await ledger.now())];
    if (!parsed.ok || errors.length > 0) return fail('invalid', 'the article cannot be pushed as it is', { errors });
    const article = request.breaking ? { ...parsed.value, priority: 'breaking' as const } : parsed.value;
    await inbox.add('article.published', {
      type: 'article.published',
      version: 1,
      article,
      push: pushOptions(request),
    });
    audit({ actor: actor.name, command: 'push', subject: article.id });
    return done({ id: article.id, revision: article.revision });
  };
