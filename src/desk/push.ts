import { parseArticle } from '../ingest/parse-article.ts';
import { parseEvent } from '../ingest/parse-event.ts';
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
    const event = { type: 'article.published', version: 1, article, push: pushOptions(request) } as const;
    const checked = parseEvent(event.type, event);
    if (!checked.ok) return fail('invalid', 'the article cannot be pushed as it is', { errors: checked.faults });
    await inbox.add(event.type, event);
    audit({ actor: actor.name, command: 'push', subject: article.id });
    return done({ id: article.id, revision: article.revision });
  };
