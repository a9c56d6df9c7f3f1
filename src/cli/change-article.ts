import type { ArticleView, Desk, Outcome, Pushed } from '../desk/desk.ts';
import type { ExitCode } from './command.ts';
import { explainFault } from './explain-fault.ts';
import { followDeliveries } from './follow-deliveries.ts';
import { printFollowed } from './print-followed.ts';
import type { CliWorld } from './world.ts';

/** Queues a new revision of an article and shows what came of it on every channel. */
export const publishArticle = async (
  world: CliWorld,
  desk: Desk,
  id: string,
  { json, queue }: { readonly json: boolean; readonly queue: () => Promise<Outcome<Pushed>> },
): Promise<ExitCode> => {
  const before = await desk.article(world.actor, id);
  if (before.ok && before.value.article.retracted) {
    return explainFault(world, {
      code: 'conflict',
      message: `${id} was retracted, and that is final`,
      hint: 'publish it as another article, with another id',
    });
  }
  const known = before.ok ? before.value.article.revision : 0;
  return queueAndFollow(world, desk, id, {
    json,
    queue,
    isTaken: ({ article }, { revision }) => article.retracted || article.revision >= (revision ?? known + 1),
  });
};

/** Queues an event of one article, and follows its deliveries for a while. */
export const queueAndFollow = async (
  world: CliWorld,
  desk: Desk,
  id: string,
  change: {
    readonly json: boolean;
    readonly queue: () => Promise<Outcome<Pushed>>;
    readonly isTaken: (view: ArticleView, pushed: Pushed) => boolean;
  },
): Promise<ExitCode> => {
  const following = await followDeliveries(world, desk, id);
  try {
    const pushed = await change.queue();
    if (!pushed.ok) return await explainFault(world, pushed.fault);
    const followed = await following.end((view) => change.isTaken(view, pushed.value));
    return await printFollowed(world, id, followed, change.json);
  } finally {
    following.stop();
  }
};
