import type { Desk } from './desk.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

const longestId = 200;

/** Puts a retraction on the queue. An article that is not known yet may still be waiting there, so it is taken too. */
export const createRetract =
  ({ inbox, audit }: Pick<DeskPorts, 'inbox' | 'audit'>): Desk['retract'] =>
  async (actor, id) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    if (id === '' || id.length > longestId) {
      return fail('invalid', `the id of an article has 1 to ${longestId} characters, this one has ${id.length}`);
    }
    await inbox.add('article.retracted', { type: 'article.retracted', version: 1, article: { id } });
    audit({ actor: actor.name, command: 'retract', subject: id });
    return done({ id, revision: null });
  };
