import { parseArticle } from '../ingest/parse-article.ts';
import { parseEvent } from '../ingest/parse-event.ts';
import type { Desk } from './desk.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** Puts a correction on the queue; the body is the whole article. Of an unknown article it is a publication. */
export const createCorrect =
  ({ inbox, audit }: Pick<DeskPorts, 'inbox' | 'audit'>): Desk['correct'] =>
  async (actor, id, body) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const named = nameArticle(id, body);
    if (!named.ok) return named;
    const parsed = parseArticle(named.value);
    if (!parsed.ok) return fail('invalid', 'the correction cannot be taken as it is', { errors: parsed.faults });
    const event = { type: 'article.corrected', version: 1, article: parsed.value } as const;
    const checked = parseEvent(event.type, event);
    if (!checked.ok) return fail('invalid', 'the correction cannot be taken as it is', { errors: checked.faults });
    await inbox.add(event.type, event);
    audit({ actor: actor.name, command: 'correct', subject: id });
    return done({ id, revision: parsed.value.revision });
  };

/** The body may leave the id out, but not name another article. */
const nameArticle = (id: string, body: unknown) => {
  if (typeof body !== 'object' || body === null) return done(body);
  const given = 'id' in body ? body.id : null;
  if (given === null || given === undefined || given === id) return done({ ...body, id });
  const message = `id is ${JSON.stringify(given)}, but the correction is of ${JSON.stringify(id)}; make them the same`;
  return fail('invalid', 'the correction names another article', { errors: [{ path: 'id', message }] });
};
