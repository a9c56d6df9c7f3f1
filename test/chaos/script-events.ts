import type { EventType } from '../../src/article/article.ts';
import { articleId, writeArticle } from './articles.ts';
import type { Random } from './random.ts';

/** What must come of one article in the end. */
export interface Expected {
  readonly article: string;
  /** Of its publication among all. */
  readonly order: number;
  /** The revision that must stand; null: retracted, nothing may stand. */
  readonly newest: number | null;
  /** Breaking news may overtake. */
  readonly breaking: boolean;
}

export interface ScriptedEvent {
  readonly name: EventType;
  readonly data: unknown;
  /** Comes when what was published before has been posted. */
  readonly calm?: true;
}

/** How many articles change after their publication. */
interface Changes {
  readonly corrected: number;
  readonly retracted: number;
  /** A correction or retraction comes within so many publications. */
  readonly soon: number;
}

const usualChanges: Changes = { corrected: 0.15, retracted: 0.05, soon: 25 };
const breakingShare = 0.02;

/** Publications in order, with corrections and retractions among them. */
export const scriptEvents = (random: Random, articles: number, changes: Changes = usualChanges) => {
  const expected: Expected[] = [];
  const placed: { readonly at: number; readonly event: ScriptedEvent }[] = [];
  for (let order = 0; order < articles; order += 1) {
    const article = articleId(order);
    const breaking = random.chance(breakingShare);
    const corrections = random.chance(changes.corrected) ? 1 + random.below(2) : 0;
    const retracted = random.chance(changes.retracted);
    let at = order;
    for (let revision = 1; revision <= corrections + 1; revision += 1) {
      const name = revision === 1 ? 'article.published' : 'article.corrected';
      const data = { article: writeArticle(order, revision, breaking) };
      placed.push({ at, event: { name, data, ...(revision > 2 ? { calm: true } : {}) } });
      at += 0.5 + random.below(changes.soon);
      // While there is much to do, the second correction would be all that is left to post.
      if (corrections > 1) at = Math.max(at, articles + order);
    }
    if (retracted) placed.push({ at, event: { name: 'article.retracted', data: { article: { id: article } } } });
    expected.push({ article, order, newest: retracted ? null : corrections + 1, breaking });
  }
  const events = placed.sort((one, other) => one.at - other.at).map(({ event }) => event);
  return { expected, events };
};
