import type { Desk } from './desk.ts';
import { done, fail } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** The newest revision of an article, what is said of it, and where it stands on every channel. */
export const createReadArticle =
  ({ channels, archive, ledger }: Pick<DeskPorts, 'channels' | 'archive' | 'ledger'>): Desk['article'] =>
  async (_actor, id) => {
    const ids = channels.map((channel) => channel.id);
    const [found, deliveries] = await Promise.all([archive.get(id), ledger.ofArticle(id, ids)]);
    if (!found) {
      return fail('not-found', `no article ${JSON.stringify(id)} is known`, {
        hint: 'one that was pushed a moment ago is known as soon as a worker has taken it from the queue',
      });
    }
    return done({ article: { ...found.article, retracted: found.retracted }, post: found.post, deliveries });
  };
